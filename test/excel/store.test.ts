import fc from "fast-check";
import { generateMatrix } from "../../src/excel/generate";
import { formatStore, loadPlan, parseStore, readStore, storeNamespace } from "../../src/excel/store";
import type { Host } from "../../src/host/node";
import { anyPlan, bundledPlan, plan } from "../plans";
import { everything, locate, openWorkbook, rowOf, typeInto } from "./workbook";

jest.setTimeout(60_000);

let host: Host;
beforeEach(() => {
  host = openWorkbook();
});
afterEach(() => host.dispose());

const good = formatStore({ plan: plan() });
const damage: [string, string][] = [
  ["a character of the plan is another", good.replace("县教育局", "县教育厅")],
  ["its end is missing", `${good.slice(0, 300)}</store>`],
  ["it is empty", `<store xmlns="${storeNamespace}" version="1" checksum="811c9dc5"></store>`],
  ["it has no checksum", good.replace(/ checksum="\w+"/, "")],
  ["it is of a later version", good.replace('version="1"', 'version="2"')],
];

describe("the text of the store", () => {
  it("gives back any plan", () => {
    fc.assert(fc.property(anyPlan, fc.string({ unit: "binary" }), (any, title) => expect(parseStore(formatStore({ plan: { ...any, title } }))).toEqual({ kind: "read", stored: { plan: { ...any, title } } })));
  });

  it("has nothing in it that an XML writer would write in another way", () => {
    const json = formatStore({ plan: plan({ title: "<b>&\"'\uFFFE]]>" }) }).replace(/^<store[^>]*>|<\/store>$/g, "");
    expect(json).not.toMatch(/[<>&\uFFFE]/);
  });

  it("is read with an XML declaration, a prefix and other quotes before it", () => {
    const json = good.replace(/^<store[^>]*>|<\/store>$/g, "");
    const sum = /checksum="(\w+)"/.exec(good)![1];
    expect(parseStore(`<?xml version="1.0"?>\n<m:store xmlns:m='${storeNamespace}' checksum='${sum}' version='1'>${json}</m:store>`)).toEqual({ kind: "read", stored: { plan: plan() } });
  });

  it.each(damage)("is called damaged where %s", (_, xml) => {
    expect(parseStore(xml)).toMatchObject({ kind: "damaged", reason: expect.stringMatching(/./) });
  });
});

describe("the plan in the workbook", () => {
  it("is absent from a new workbook, and there after building", async () => {
    expect([await readStore(), await loadPlan()]).toEqual([{ kind: "absent" }, undefined]);
    const bundled = bundledPlan();
    await generateMatrix(bundled, 2023);
    expect(await loadPlan()).toEqual(bundled);
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
    ["there twice, once damaged", () => void host.book.xmlParts.unshift({ id: host.book.newId("xml"), xml: damage[1]![1] })],
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
