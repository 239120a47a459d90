import fc from "fast-check";
import { inPrint } from "../../../src/plan/finding";
import { generateMatrix } from "../../../src/excel/generate";
import {
  formatStore,
  linesOf,
  loadPlan,
  type Stored,
  parseStore,
  readStore,
  storeNamespace,
} from "../../../src/excel/store";
import { checksum } from "../../../src/excel/store/checksum";
import { noCorrections } from "../../../src/plan/corrections";
import type { Host } from "../../../src/host/node";
import { anyPlan, bundledPlan, plan } from "../../plans";
import { everything, locate, rowOf, typeInto } from "../workbook";
import { withWorkbook } from "../each-test";

jest.setTimeout(60_000);

let host: Host;
withWorkbook((opened) => void (host = opened));

const good = formatStore({ plan: plan() });
const body = good.replace(/^<store[^>]*>|<\/store>$/g, "");
const damage: [string, string][] = [
  ["a character of it is another", good.replace(body.slice(20, 24), body.slice(21, 25))],
  ["its end is missing", `${good.slice(0, 300)}</store>`],
  ["it is empty", `<store xmlns="${storeNamespace}" version="2" checksum="811c9dc5"></store>`],
  ["it has no checksum", good.replace(/ checksum="\w+"/, "")],
  ["it is of a later version", good.replace('version="2"', 'version="3"')],
  ["it holds no plan", good.replace(/checksum="\w+">.*</, (_all) => `checksum="${checksum("S8sGAA==")}">S8sGAA==<`)],
];

describe("the text of the store", () => {
  it("gives back any plan, with the text it was read from and the ids that were kept", () => {
    fc.assert(
      fc.property(anyPlan, fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (any, title, source) => {
        const stored = {
          plan: { ...any, title },
          reading: {
            source,
            name: title,
            corrections: {
              ...noCorrections,
              settled: [title],
              marked: [
                { id: "h1", span: [2, 3] as const, words: source, title, lead: [title], responsible: [], groups: [] },
              ],
            },
          },
          ids: { t1: "t2" },
        };
        expect(parseStore([formatStore(stored)])).toMatchObject({ kind: "read", stored, journalDamaged: false });
      }),
    );
  });

  it("gives back a real plan with all its spans, segments and findings", () => {
    const bundled = bundledPlan();
    const printed = { ...bundled, findings: bundled.findings.map(inPrint) };
    expect(parseStore([formatStore({ plan: bundled })])).toMatchObject({ kind: "read", stored: { plan: printed } });
    expect(formatStore({ plan: bundled })).toBe(formatStore({ plan: printed }));
  });

  it("is read as an earlier version wrote it: without evidence, and without what that could not correct", () => {
    const { tasks, indicators, ...rest } = plan();
    const bare = <T extends { evidence: unknown }>({ evidence: _evidence, ...one }: T): Omit<T, "evidence"> => one;
    const { marked: _marked, ...earlier } = noCorrections;
    const stored = {
      plan: { ...rest, tasks: tasks.map(bare), indicators: indicators.map(bare) },
      reading: { source: "文", name: "名", corrections: earlier },
    } as unknown as Stored;
    expect(parseStore([formatStore(stored)])).toMatchObject({
      kind: "read",
      stored: { plan: plan(), reading: { source: "文", name: "名", corrections: noCorrections } },
    });
  });

  it("tells the places of evidence from the item they belong to, so that an item that moves stays as it is stored", () => {
    const moved = (by: number): string[] => {
      const [first, ...others] = plan().tasks;
      const span = [first!.span[0] + by, first!.span[1] + by] as const;
      return linesOf({
        plan: plan({
          tasks: [
            { ...first!, span, evidence: [{ notation: "bracket", span: [span[0] + 4, span[0] + 9] }] },
            ...others.map((one) => ({ ...one, span: [one.span[0] + by, one.span[1] + by] as const })),
          ],
        }),
      });
    };
    const differing = moved(0).filter((line, index) => line !== moved(7)[index]);
    expect(differing).toHaveLength(1);
  });

  it("has nothing in it that an XML writer would write in another way", () => {
    expect(formatStore({ plan: plan({ title: "<b>&\"'\uFFFE]]>" }) }).replace(/^<store[^>]*>|<\/store>$/g, "")).toMatch(
      /^[\w+/=]+$/,
    );
  });

  it("is read with an XML declaration, a prefix and other quotes before it", () => {
    const sum = /checksum="(\w+)"/.exec(good)![1];
    const text = `<?xml version="1.0"?>\n<m:store xmlns:m='${storeNamespace}' checksum='${sum}' version='2'>${body}</m:store>`;
    expect(parseStore([text])).toMatchObject({ kind: "read", stored: { plan: plan() } });
  });

  it("of the first version, which was plain JSON, is read as well", () => {
    const json = JSON.stringify({ plan: plan({ title: "<旧版>&" }) }).replace(
      /[<>&]/g,
      (char) => `\\u00${char.charCodeAt(0).toString(16)}`,
    );
    const old = `<store xmlns="${storeNamespace}" version="1" checksum="${checksum(json)}">${json}</store>`;
    expect(parseStore([old])).toMatchObject({ kind: "read", stored: { plan: plan({ title: "<旧版>&" }) } });
  });

  it.each(damage)("is called damaged where %s", (_, xml) => {
    expect(parseStore([xml])).toMatchObject({ kind: "damaged", reason: expect.stringMatching(/./) });
  });
});

describe("the plan in the workbook", () => {
  it("is absent from a new workbook, and there after building", async () => {
    expect([await readStore(), await loadPlan()]).toEqual([{ kind: "absent" }, undefined]);
    const bundled = bundledPlan();
    await generateMatrix(bundled, 2023);
    expect(await loadPlan()).toEqual({ ...bundled, findings: bundled.findings.map(inPrint) });
  });

  it("is read in one round trip", async () => {
    await generateMatrix(plan(), 2023);
    host.book.log.reset();
    await readStore();
    expect(host.book.log.syncs).toBe(1);
  });

  it.each(damage)("is told from an absent one where %s", async (_, xml) => {
    await generateMatrix(plan(), 2023);
    host.book.xmlParts[0]!.xml = xml;
    expect((await readStore()).kind).toBe("damaged");
    expect(await loadPlan()).toBeUndefined();
  });

  it.each<[string, () => void]>([
    ["damaged", () => void (host.book.xmlParts[0]!.xml = damage[0]![1])],
    ["missing", () => void (host.book.xmlParts.length = 0)],
    ["there twice", () => void host.book.xmlParts.push({ id: host.book.newId("xml"), xml: good })],
    [
      "there twice, once damaged",
      () => void host.book.xmlParts.unshift({ id: host.book.newId("xml"), xml: damage[1]![1] }),
    ],
  ])("is put right by building again where it is %s, and everything typed is kept", async (_, spoil) => {
    await generateMatrix(plan(), 2023);
    await typeInto(host, "培训教师", "actual:2022", 40);
    await typeInto(host, "培训教师", "target", "≥60");
    spoil();
    await generateMatrix(plan({ title: "修订后的方案" }), 2023);
    expect(host.book.xmlParts.map(({ xml }) => xml)).toEqual([formatStore({ plan: plan({ title: "修订后的方案" }) })]);
    expect(rowOf(await locate(host), "培训教师").cells).toMatchObject({ "actual:2022": 40, target: "≥60" });
    expect(await everything(host)).toContain(40);
  });

  it("leaves other people's parts alone", async () => {
    host.book.xmlParts.push({ id: "{theirs}", xml: '<note xmlns="urn:theirs">x</note>' });
    await generateMatrix(plan(), 2023);
    expect(host.book.xmlParts.map(({ xml }) => xml)).toEqual(['<note xmlns="urn:theirs">x</note>', good]);
  });
});
