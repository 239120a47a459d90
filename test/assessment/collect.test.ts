import { inChinese } from "../../src/plan/sentence";
import fc from "fast-check";
import { collect, withCollected, withDropped, type CollectContext } from "../../src/assessment/collect";
import { derivedCells } from "../../src/assessment/derive";
import { merged, type Detail } from "../../src/assessment/details";
import { placeInForm, writtenIn } from "../../src/assessment/dropped";
import { formatFormKey, parseFormKey } from "../../src/assessment/form-key";
import { unitForms } from "../../src/assessment/forms";
import { problemText } from "../../src/assessment/form-problems";
import type { ReturnedForm, ReturnedRow, StrayRow } from "../../src/assessment/returned-form";
import { rowIdentity } from "../../src/matrix/row-key";
import type { CellValue } from "../../src/matrix/sheet";
import type { Plan } from "../../src/plan/model";
import { plan, task } from "../plans";
import { rowNamed, sheetOf } from "../sync/sheets";
import { runs } from "../runs";

const year = 2023;
const made = "2023-12-01T00:00:00.000Z";
const noChoice = { left: new Set<string>(), accepted: new Set<string>() };

/** Made only once: the properties below use it thousands of times, and nothing changes it. */
const base = plan();
const sheetOfBase = sheetOf(base);
const sheetFor = (of: Plan): ReturnType<typeof sheetOf> => (of === base ? sheetOfBase : sheetOf(of));

const groundOf = (of: Plan = base, more: Partial<CollectContext> = {}): CollectContext => ({
  plan: of,
  held: sheetFor(of),
  year,
  totals: new Set(),
  details: [],
  dropped: [],
  sent: new Map(),
  made: new Set(),
  unitChanges: [],
  ...more,
});

const printed = { number: "", task: "", indicator: "" };
const blank = { entry: "", isPercent: false, evidence: "", progress: "", explanation: "" } as const;
const stray = (kind: StrayRow["kind"], task: string, more: Partial<StrayRow> = {}): StrayRow => ({
  kind,
  printed: { ...printed, task },
  ...blank,
  ...more,
});

/** A unit's form as it comes back, filled in by indicator or task. */
function form(
  unit: string,
  entries: Readonly<Record<string, CellValue>> = {},
  more: Partial<ReturnedForm> & { of?: Plan; at?: number; month?: number } = {},
): ReturnedForm {
  const { of = base, at = year, month = 12, ...rest } = more;
  const { blocks } = unitForms(of, sheetFor(of), { year: at, deadline: "", made, totals: new Set() }).find(
    ({ name }) => name === unit,
  )!;
  const rows = blocks
    .flatMap((block) => block.rows)
    .map((row): ReturnedRow => ({
      year: at,
      month,
      unit,
      made,
      keyText: row.keyText,
      ...blank,
      entry: entries[row.indicator || row.task] ?? "",
      printed: { number: row.number, task: row.task, indicator: row.indicator },
    }));
  return { file: `${unit}.xlsx`, saved: "2023-12-05T00:00:00.000Z", rows, strays: [], otherSheets: 0, ...rest };
}

const problemsOf = (forms: ReturnedForm[], ground = groundOf()): unknown =>
  collect(forms, ground).refused.map(({ problem, about }) => (about === undefined ? [problem] : [problem, about]));

describe("returned forms beside the matrix", () => {
  it("say what is new and what changed", () => {
    const { files } = collect([form("县教育局", { 培训教师: 42, 任务t3: "已完成" })], groundOf());
    expect(files[0]!.items.map(({ kind, place, after }) => [kind, place, after])).toEqual([
      ["new", "一(一)1 任务t1 · 培训教师", 42],
      ["new", "一(一)3 任务t3", "已完成"],
    ]);
    const details = [
      ...withCollected([], collect([form("县教育局", { 培训教师: 42 })], groundOf()), noChoice).values(),
    ];
    const later = form("县教育局", { 培训教师: 45 }, { saved: "2023-12-07T00:00:00.000Z" });
    expect(
      collect([later], groundOf(base, { details })).files[0]!.items.map(({ kind, before, after }) => [
        kind,
        before,
        after,
      ]),
    ).toEqual([["changed", 42, 45]]);
  });

  it("are refused one by one, each with its reason", () => {
    const other = plan({ tasks: [task("t9")], indicators: [] });
    expect(problemsOf([form("县教育局", { 培训教师: 1 }, { at: 2024 })])).toEqual([["otherYear", "2024"]]);
    expect(problemsOf([form("县教育局", { 任务t9: "已完成" }, { of: other })])).toEqual([["otherPlan"]]);
    expect(problemsOf([form("县教育局")])).toEqual([["empty", "县教育局"]]);
    expect(
      problemsOf(
        [form("县文化和旅游局", { 开展活动: 3 })],
        groundOf({
          ...plan(),
          units: plan().units.slice(0, 2),
          tasks: plan().tasks.map((one) => ({ ...one, lead: ["县教育局"] })),
        }),
      ),
    ).toEqual([["unknownUnit", "县文化和旅游局"]]);
    expect(problemsOf([{ ...form("县教育局"), rows: [] }])).toEqual([["noForm"]]);
    expect(problemsOf([{ ...form("县教育局"), rows: [], strays: [stray("damaged", "任务t1")] }])).toEqual([
      ["damagedKeys"],
    ]);
    expect(problemsOf([{ ...form("县教育局"), rows: [], strays: [stray("added", "任务t1")] }])).toEqual([["noForm"]]);
    const [own, foreign] = [
      form("县教育局", { 培训教师: 1 }).rows.slice(0, 1),
      form("县文化和旅游局", { 开展活动: 3 }).rows.slice(0, 1),
    ];
    expect(problemsOf([{ ...form("县教育局"), rows: [...own, ...foreign] }])).toEqual([["mixedForm"]]);
  });

  it("that are fine are taken beside those that are not", () => {
    const { files, refused } = collect([form("县教育局"), form("县文化和旅游局", { 开展活动: 3 })], groundOf());
    expect([files.map(({ unit }) => unit), refused.map(({ file }) => file)]).toEqual([
      ["县文化和旅游局"],
      ["县教育局.xlsx"],
    ]);
    expect(problemText(refused[0]!.problem, refused[0]!.about)).toBe(
      "“县教育局”的填报表是空的，一项也没有填，没有采用。请与填报单位核对。",
    );
  });

  it("bring nothing of another unit, whose rows were copied into them", () => {
    const mine = form("县教育局", { 培训教师: 1 });
    const theirs = form("县文化和旅游局", { 开展活动: 99 }).rows.filter(({ entry }) => entry === 99);
    const { files } = collect([{ ...mine, rows: [...mine.rows, ...theirs] }], groundOf());
    expect(files[0]!.details.map(({ unit }) => unit)).toEqual(["县教育局"]);
    expect(files[0]!.dropped.map((one) => [one.reason, one.printed.indicator, one.entry])).toEqual([
      ["foreign", "开展活动", "99"],
    ]);
  });

  it("bring a percentage as what the cell shows, and ask about a number that is likely off by a hundred or more", () => {
    const share = { ...plan().indicators[2]!, name: "合格率", value: 80, unit: "%" };
    const grain = {
      ...plan().indicators[1]!,
      name: "粮食产量",
      value: 230_000,
      unit: "吨",
      printed: { value: 23, unit: "万吨" },
      period: "perYear" as const,
    };
    const of = plan({ indicators: [share, grain] });
    const came = (entries: Record<string, CellValue>, more: Partial<ReturnedRow> = {}): unknown[] => {
      const sent = form("县教育局", entries, { of });
      const { files } = collect([{ ...sent, rows: sent.rows.map((row) => ({ ...row, ...more })) }], groundOf(of));
      return files[0]!.items.map(({ kind, before, after }) => [kind, before, after]);
    };
    expect(came({ 合格率: 0.92 }, { isPercent: true })).toEqual([["new", "", 92]]);
    expect(came({ 合格率: 0.85, 粮食产量: 231_000 })).toEqual([
      ["offer", "0.85", 85],
      ["offer", "231000", 23.1],
    ]);
    expect(came({ 合格率: 9200 })).toEqual([["offer", "9200", 92]]);
    expect(came({ 合格率: "92%", 粮食产量: "23.1万吨" })).toEqual([
      ["offer", "92%", 92],
      ["offer", "23.1万吨", 23.1],
    ]);
    expect(came({ 合格率: 0.85 }, { explanation: "今年才开展，已核：0.85%" })).toEqual(
      expect.arrayContaining([["new", "", 0.85]]),
    );
    expect(came({ 合格率: 85, 粮食产量: 24 })).toEqual([
      ["new", "", 85],
      ["new", "", 24],
    ]);
  });

  it("tell of targets that were raised since, and of two files from one unit", () => {
    const raised = plan({
      indicators: plan().indicators.map((one) => (one.id === "i2" ? { ...one, value: 80 } : one)),
    });
    const { files } = collect(
      [form("县教育局", { 培训教师: 1 }), form("县教育局", { 培训教师: 2 }, { file: "b.xlsx" })],
      groundOf(raised),
    );
    expect(files.map(({ notes }) => notes.map(inChinese))).toEqual(
      Array.from({ length: 2 }, () => [
        "有 1 项的目标在下发之后改过，对照时按责任矩阵中的目标。",
        "“县教育局”交来 2 个文件，逐项取最后保存的内容。",
      ]),
    );
  });
});

describe("rows of a form that belong nowhere", () => {
  const told = (forms: ReturnedForm[], ground = groundOf()): unknown =>
    collect(forms, ground).files.map(({ unit, details, dropped }) => [
      unit,
      details.map(({ value }) => value.content),
      dropped.map((one) => [one.reason, placeInForm(one.printed), inChinese(writtenIn(one))]),
    ]);

  it("are told one by one, with what stands in them, and the others are taken", () => {
    const own = form(
      "县教育局",
      { 培训教师: 42 },
      {
        strays: [
          stray("added", "自己加的任务", { entry: 9, explanation: "方案外" }),
          stray("damaged", "任务t1", { entry: 7 }),
          stray("damaged", "任务t3"),
        ],
      },
    );
    expect(told([own])).toEqual([
      [
        "县教育局",
        [42],
        [
          ["added", "自己加的任务", "填“9”，说明“方案外”"],
          ["damaged", "任务t1", "填“7”"],
        ],
      ],
    ]);
    expect(collect([own], groundOf()).files[0]!.notes.map(inChinese)).toEqual([
      "有 1 行的隐藏键已损坏，这些行没有填内容。",
    ]);
  });

  it("are those whose task has left the plan since, and a form may consist of nothing else", () => {
    const without = plan({ tasks: plan().tasks.slice(0, 2) });
    const sent = form("县教育局", { 培训教师: 42, 任务t3: "已完成" });
    expect(told([sent], groundOf(without))).toEqual([["县教育局", [42], [["gone", "一(一)3 任务t3", "填“已完成”"]]]]);
    const gone = { ...sent, rows: sent.rows.filter(({ entry }) => entry === "已完成") };
    expect(told([gone], groundOf(without, { made: new Set([made]) }))).toEqual([
      ["县教育局", [], [["gone", "一(一)3 任务t3", "填“已完成”"]]],
    ]);
    expect(problemsOf([gone], groundOf(without))).toEqual([["otherPlan"]]);
  });

  it("come to the same list, however often and in whichever draft they come", () => {
    const draft = (file: string): ReturnedForm =>
      form("县教育局", { 培训教师: 42 }, { file, strays: [stray("added", "自己加的任务", { entry: 9 })] });
    const kept = withDropped([], collect([draft("a.xlsx"), draft("b.xlsx")], groundOf()), new Set());
    expect(kept.size).toBe(1);
    expect(withDropped([...kept.values()], collect([draft("a.xlsx")], groundOf()), new Set()).size).toBe(1);
    expect(withDropped([], collect([draft("a.xlsx")], groundOf()), new Set(["a.xlsx"])).size).toBe(0);
  });

  it("are not those that were copied within the form: these say one thing, or nothing until somebody has asked", () => {
    const sent = form("县教育局", { 培训教师: 42 });
    const copied = (entry: CellValue): ReturnedForm => ({
      ...sent,
      rows: [
        ...sent.rows,
        ...sent.rows.filter((row) => row.entry === 42).map((row) => ({ ...row, entry, evidence: "名册" })),
      ],
    });
    expect(
      collect([copied(42)], groundOf()).files[0]!.details.map(({ value, evidence }) => [
        value.content,
        evidence.content,
      ]),
    ).toEqual([[42, "名册"]]);
    expect(
      collect([copied(45)], groundOf()).files[0]!.items.map(({ kind, before, reason }) => [
        kind,
        before,
        inChinese(reason),
      ]),
    ).toEqual([["unreadable", "42；45", "同一项填了几行，各不相同"]]);
  });
});

describe("a form that was sent before its unit had its present name", () => {
  const arts = { name: "县文化和旅游局", aliases: [] };
  /** The plan before 县文化和旅游局 got its name, and before 县体育局 was merged into it. */
  const before = plan({
    units: [...plan().units.slice(0, 2), arts, { name: "县体育局", aliases: [] }],
    tasks: [
      task("t1", { responsible: ["县体育局"] }),
      task("t2", { lead: ["县文化和旅游局", "县体育局"], responsible: [] }),
      task("t3"),
    ],
  });
  const now = plan({
    units: [...plan().units.slice(0, 2), { name: "县文体旅局", aliases: [] }],
    tasks: [
      task("t1", { responsible: ["县文体旅局"] }),
      task("t2", { lead: ["县文体旅局"], responsible: [] }),
      task("t3"),
    ],
  });
  const ground = (more: Partial<CollectContext> = {}): CollectContext =>
    groundOf(now, {
      unitChanges: [
        { from: "县文化和旅游局", to: "县文体旅局", kind: "renamed" },
        { from: "县体育局", to: "县文体旅局", kind: "joined" },
      ],
      ...more,
    });
  const sent = (unit: string, entries: Readonly<Record<string, CellValue>>): ReturnedForm =>
    form(unit, entries, { of: before });

  it("is refused where nobody knows of a change", () =>
    expect(problemsOf([sent("县文化和旅游局", { 开展活动: 3 })], groundOf(now))).toEqual([
      ["unknownUnit", "县文化和旅游局"],
    ]));

  it("is taken in under the present name, and says so", () => {
    const { files, refused } = collect(
      [sent("县文化和旅游局", { 开展活动: 3 }), sent("县体育局", { 开展活动: 3 })],
      ground(),
    );
    expect([
      refused,
      files.map(({ unit, details }) => [
        unit,
        details.map((detail) => [detail.unit, detail.former, detail.value.content]),
      ]),
    ]).toEqual([
      [],
      [
        ["县文体旅局", [["县文体旅局", undefined, 3]]],
        ["县文体旅局", [["县文体旅局", "县体育局", 3]]],
      ],
    ]);
    expect(files.map(({ notes }) => inChinese(notes[0]!))).toEqual([
      "填报表下发时的“县文化和旅游局”已更名为“县文体旅局”，按“县文体旅局”收入。",
      "填报表下发时的“县体育局”已并入“县文体旅局”，按“县文体旅局”收入。",
    ]);
  });

  it("of two units that are one now leaves to people what they said differently, and loses neither", () => {
    const given = [sent("县文化和旅游局", { 开展活动: 3 }), sent("县体育局", { 开展活动: 5 })];
    const after = withCollected([], collect(given, ground()), noChoice);
    expect([...after.values()].map(({ value }) => value.content).sort()).toEqual([3, 5]);
    expect(
      derivedCells({ ...ground(), before: new Map(), after })
        .filter(({ kind }) => kind === "dispute")
        .map(({ note }) => inChinese(note)),
    ).toEqual(["县文体旅局填 3，县体育局（已归县文体旅局）填 5"]);
  });

  it("is brought up to date by what the unit reports under its new name", () => {
    const renamed = form(
      "县文体旅局",
      { 开展活动: 4 },
      { of: now, file: "新.xlsx", saved: "2023-12-09T00:00:00.000Z" },
    );
    const after = withCollected([], collect([sent("县文化和旅游局", { 开展活动: 3 }), renamed], ground()), noChoice);
    expect([...after.values()].map(({ value }) => value.content)).toEqual([4]);
  });
});

describe("an entry that another unit is to report", () => {
  it("is told with who reports it, kept, and not written into the matrix", () => {
    const given = [form("县财政局", { 培训教师: 9 })];
    const { files } = collect(given, groundOf());
    expect(files[0]!.items.map(({ kind, before, reason }) => [kind, before, inChinese(reason)])).toEqual([
      ["notAsked", 9, "这一项现由县教育局填报"],
    ]);
    const after = withCollected([], collect(given, groundOf()), noChoice);
    expect([after.size, derivedCells({ ...groundOf(), before: new Map(), after })]).toEqual([1, []]);
  });
});

const anyForm = fc
  .record({
    unit: fc.constantFrom("县教育局", "县文化和旅游局"),
    values: fc.array(fc.constantFrom<CellValue>("", 1, 2, "约3", "已完成", "５"), { minLength: 3, maxLength: 3 }),
    day: fc.integer({ min: 1, max: 4 }),
    month: fc.constantFrom(6, 9, 12),
    file: fc.constantFrom("a.xlsx", "b.xlsx", "c.xlsx"),
  })
  .map(({ unit, values, day, month, file }) =>
    form(
      unit,
      { 建成示范学校: values[0]!, 培训教师: values[1]!, 开展活动: values[2]!, 任务t3: values[0]! },
      { file, month, saved: `2023-12-0${day}T00:00:00.000Z` },
    ),
  );

/** Collects the batches one after the other, each with the results of those before. */
const takenIn = (batches: readonly ReturnedForm[][]): Detail[] =>
  batches.reduce<Detail[]>(
    (details, batch) => [...withCollected(details, collect(batch, groundOf(base, { details })), noChoice).values()],
    [],
  );

const twoLeads = plan({
  tasks: [
    task("t1", { lead: ["县教育局", "县财政局"], responsible: [] }),
    task("t2", { lead: ["县文化和旅游局"], responsible: ["县教育局"] }),
    task("t3", { lead: ["县教育局", "县财政局"] }),
  ],
});
const sheetOfTwoLeads = sheetOf(twoLeads);
const added = new Set(["i3"]);

const anyFormOfTwoLeads = fc
  .record({
    unit: fc.constantFrom("县教育局", "县财政局", "县文化和旅游局"),
    values: fc.array(fc.constantFrom<CellValue>("", 1, 2, "约3", "已完成", "推进中"), { minLength: 4, maxLength: 4 }),
    day: fc.integer({ min: 1, max: 4 }),
    month: fc.constantFrom(6, 9, 12),
    file: fc.constantFrom("a.xlsx", "b.xlsx", "c.xlsx"),
  })
  .map(({ unit, values, day, month, file }): ReturnedForm => {
    const { blocks } = unitForms(twoLeads, sheetOfTwoLeads, { year, deadline: "", made, totals: added }).find(
      ({ name }) => name === unit,
    )!;
    const rows = blocks
      .flatMap((block) => block.rows)
      .map((row, index): ReturnedRow => ({
        year,
        month,
        unit,
        made,
        keyText: row.keyText,
        entry: row.asks === "nothing" ? "" : values[index % 4]!,
        isPercent: false,
        evidence: index === 1 ? `材料${day}` : "",
        progress: index < 2 ? `截至${month}月的进展` : "",
        explanation: "",
        printed,
      }));
    return { file, saved: `2023-12-0${day}T00:00:00.000Z`, rows, strays: [], otherSheets: 0 };
  });

/** The matrix's cells after the batches are collected one after the other. */
function matrixAfter(batches: readonly ReturnedForm[][]): unknown {
  const held = { ...sheetOfTwoLeads, rows: sheetOfTwoLeads.rows.map((row) => ({ ...row, cells: { ...row.cells } })) };
  let details: Detail[] = [];
  for (const batch of batches) {
    const ground = groundOf(twoLeads, { held, details, totals: added });
    const after = withCollected(details, collect(batch, ground), noChoice);
    for (const { identity, column, after: value, kind } of derivedCells({
      ...ground,
      before: merged(details),
      after,
    })) {
      if (kind === "take") held.rows.find(({ key }) => key && rowIdentity(key) === identity)!.cells[column] = value;
    }
    details = [...after.values()];
  }
  return held.rows.map(({ cells }) => [
    cells.task,
    cells.indicator,
    cells[`actual:${year}`],
    cells.evidence,
    cells.remark,
  ]);
}

const sorted = (details: readonly Detail[]): string[] => details.map((detail) => JSON.stringify(detail)).sort();

describe("any forms", () => {
  it("come to the same in any order and any batches, and again change nothing", () => {
    fc.assert(
      fc.property(
        fc.array(anyForm, { maxLength: 5 }),
        fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
        (forms, picks) => {
          const together = takenIn([forms]);
          const shuffled = forms
            .map((one, index) => ({ one, at: picks[index]! }))
            .sort((a, b) => a.at - b.at)
            .map(({ one }) => one);
          expect(sorted(takenIn(shuffled.map((one) => [one])))).toEqual(sorted(together));
          expect(sorted(takenIn([forms, forms]))).toEqual(sorted(together));
        },
      ),
      { numRuns: runs(2000), seed: 20261124 },
    );
  });

  it("come to the same matrix too, with leads that differ, parts that are added up and texts that nobody can read", () => {
    fc.assert(
      fc.property(
        fc.array(anyFormOfTwoLeads, { maxLength: 5 }),
        fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
        (forms, picks) => {
          const together = matrixAfter([forms]);
          const shuffled = forms
            .map((one, index) => ({ one, at: picks[index]! }))
            .sort((a, b) => a.at - b.at)
            .map(({ one }) => one);
          expect(matrixAfter(shuffled.map((one) => [one]))).toEqual(together);
          expect(matrixAfter([shuffled.slice(0, 2), shuffled.slice(2), forms])).toEqual(together);
        },
      ),
      { numRuns: runs(2000), seed: 20261124 },
    );
  });

  it("that are damaged at random never change what another unit says", () => {
    fc.assert(
      fc.property(
        anyForm,
        anyForm,
        fc.nat(),
        fc.nat(),
        fc.constantFrom<CellValue>("", 7, "县文化和旅游局", -1),
        (one, other, at, char, value) => {
          fc.pre(one.rows[0]!.unit !== other.rows[0]!.unit);
          const rows = one.rows.flatMap((row, index) => {
            if (index !== at % one.rows.length) return [row];
            const text = formatFormKey(row);
            const broken = text.slice(0, char % text.length) + "乙" + text.slice((char % text.length) + 1);
            const key = parseFormKey(broken);
            return key ? [{ ...row, ...key, entry: value }] : [];
          });
          const of = (details: readonly Detail[]): string[] =>
            sorted(details.filter(({ unit }) => unit === other.rows[0]!.unit));
          expect(of(takenIn([[{ ...one, rows }, other]]))).toEqual(of(takenIn([[other]])));
        },
      ),
      { numRuns: runs(1000), seed: 20261124 },
    );
  });
});

describe("forms into which keys of another one were copied", () => {
  it("say nothing of that other unit, whichever of their rows it was and whatever stands there", () => {
    fc.assert(
      fc.property(
        anyForm,
        anyForm,
        fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 }),
        (one, other, swaps) => {
          fc.pre(one.rows[0]!.unit !== other.rows[0]!.unit);
          const rows = one.rows.map((row) => ({ ...row }));
          for (const [at, from] of swaps)
            Object.assign(rows[at % rows.length]!, {
              unit: other.rows[0]!.unit,
              keyText: other.rows[from % other.rows.length]!.keyText,
            });
          const foreign = rows.filter(({ unit }) => unit !== one.rows[0]!.unit).length;
          // A form with most of the other unit's keys would be the other unit's form; nothing could tell them apart.
          fc.pre(foreign * 2 <= rows.length);
          const of = (details: readonly Detail[]): string[] =>
            sorted(details.filter(({ unit }) => unit === other.rows[0]!.unit));
          expect(of(takenIn([[{ ...one, rows }, other]]))).toEqual(of(takenIn([[other]])));
          expect(of(takenIn([[{ ...one, rows }], [other]]))).toEqual(of(takenIn([[other]])));
        },
      ),
      { numRuns: runs(1000), seed: 20261124 },
    );
  });
});

describe("what the reports say of the matrix", () => {
  const cells = (forms: ReturnedForm[], more: Partial<CollectContext> = {}): unknown[] => {
    const ground = groundOf(more.plan ?? base, more);
    const after = withCollected(ground.details, collect(forms, ground), noChoice);
    return derivedCells({ ...ground, before: merged(ground.details), after }).map(
      ({ column, before, after: now, kind, note }) => [column, before, now, kind, inChinese(note)],
    );
  };

  it("is the lead's number where the cell is empty, and never replaces what somebody has typed", () => {
    expect(cells([form("县教育局", { 培训教师: 42 })])).toEqual([["actual:2023", "", 42, "take", ""]]);
    const held = sheetOf(plan(), (sheet) => void (rowNamed(sheet, "培训教师").cells["actual:2023"] = 40));
    expect(cells([form("县教育局", { 培训教师: 42 })], { held })).toEqual([["actual:2023", 40, 42, "typed", ""]]);
  });

  it("is the sum of all units' parts, and says how many are missing", () => {
    const totals = new Set(["i2"]);
    expect(cells([form("县教育局", { 培训教师: 42 })], { totals })).toEqual([
      ["actual:2023", "", 42, "take", "2 个单位合计，还差 1 个单位"],
    ]);
    expect(cells([form("县教育局", { 培训教师: 42 }), form("县财政局", { 培训教师: 9 })], { totals })).toEqual([
      ["actual:2023", "", 51, "take", "2 个单位合计"],
    ]);
  });

  const two = plan({
    tasks: [
      task("t1", { lead: ["县教育局", "县财政局"], responsible: [] }),
      ...plan().tasks.slice(1, 2),
      task("t3", { lead: ["县教育局", "县财政局"], responsible: [] }),
    ],
  });
  const fromBoth = (name: string, entries: readonly [CellValue, CellValue], of = two): ReturnedForm[] => [
    form("县教育局", { [name]: entries[0] }, { of }),
    form("县财政局", { [name]: entries[1] }, { of }),
  ];

  it("is nothing where two leads differ: that is for people to settle, and 备注 says so", () => {
    expect(cells(fromBoth("培训教师", [42, 40]), { plan: two, held: sheetOf(two) })).toEqual([
      ["actual:2023", "", "", "dispute", "县教育局填 42，县财政局填 40"],
      ["remark", "", "填报不一致：县教育局填 42，县财政局填 40", "take", ""],
    ]);
  });

  it("is no word that nobody reported, where units give different ones", () => {
    expect(cells(fromBoth("任务t3", ["已完成", "未开展"]), { plan: two, held: sheetOf(two) })).toEqual([
      ["actual:2023", "", "", "dispute", "县教育局填 已完成，县财政局填 未开展"],
      ["remark", "", "填报不一致：县教育局填 已完成，县财政局填 未开展", "take", ""],
    ]);
    expect(cells(fromBoth("任务t3", ["已完成", "已完成"]), { plan: two, held: sheetOf(two) })).toEqual([
      ["actual:2023", "", "已完成", "take", ""],
    ]);
    const leaderless = plan({
      tasks: [...plan().tasks.slice(0, 2), task("t3", { lead: [], responsible: ["县教育局", "县财政局"] })],
    });
    expect(
      cells(fromBoth("任务t3", ["推进中", "未开展"], leaderless), { plan: leaderless, held: sheetOf(leaderless) }),
    ).toContainEqual(["actual:2023", "", "", "dispute", "县教育局填 推进中，县财政局填 未开展"]);
  });

  it("leaves a remark that somebody has written, and takes its own away when the units agree", () => {
    const held = sheetOf(two, (sheet) => void (rowNamed(sheet, "培训教师").cells.remark = "等会议纪要"));
    expect(cells(fromBoth("培训教师", [42, 40]), { plan: two, held })).toEqual([
      ["actual:2023", "", "", "dispute", "县教育局填 42，县财政局填 40"],
    ]);
    const ground = groundOf(two);
    const details = [...withCollected([], collect(fromBoth("培训教师", [42, 40]), ground), noChoice).values()];
    const ours = sheetOf(
      two,
      (sheet) => void (rowNamed(sheet, "培训教师").cells.remark = "填报不一致：县教育局填 42，县财政局填 40"),
    );
    const again = form("县财政局", { 培训教师: 42 }, { of: two, saved: "2023-12-09T00:00:00.000Z" });
    expect(cells([again], { plan: two, held: ours, details })).toEqual([
      ["actual:2023", "", 42, "take", ""],
      ["remark", "填报不一致：县教育局填 42，县财政局填 40", "", "take", ""],
    ]);
  });

  it("is no sum of percentages, whoever once wanted one and whether anybody leads", () => {
    const percent = { name: "培训教师", value: 80, unit: "%", period: "perYear" } as const;
    const indicators = plan().indicators.map((one) => (one.id === "i2" ? { ...one, ...percent } : one));
    const led = plan({ indicators });
    const given = (of: Plan): ReturnedForm[] => [
      form("县教育局", { 培训教师: 12.5 }, { of }),
      form("县财政局", { 培训教师: 11 }, { of }),
    ];
    const totals = new Set(["i2"]);
    expect(cells(given(led), { plan: led, held: sheetOf(led), totals })).toEqual([
      ["actual:2023", "", 12.5, "take", "这一项是百分比、倍数或增减幅度，不相加"],
    ]);
    expect(
      collect(given(led), groundOf(led, { totals })).files[1]!.items.map(({ kind, reason }) => [
        kind,
        inChinese(reason),
      ]),
    ).toEqual([["notAsked", "这一项是百分比、倍数或增减幅度，不能相加，由县教育局填报"]]);
    const summed = sheetOf(led, (sheet) => void (rowNamed(sheet, "培训教师").cells["actual:2023"] = 23.5));
    expect(cells(given(led), { plan: led, held: summed, totals })).toEqual([
      ["actual:2023", 23.5, 12.5, "typed", "这一项是百分比、倍数或增减幅度，不相加"],
    ]);
    const leaderless = plan({
      indicators,
      tasks: [task("t1", { lead: [], responsible: ["县教育局", "县财政局"] }), ...plan().tasks.slice(1)],
    });
    expect(cells(given(leaderless), { plan: leaderless, held: sheetOf(leaderless) })).toContainEqual([
      "actual:2023",
      "",
      "",
      "dispute",
      "县教育局填 12.5，县财政局填 11",
    ]);
  });
});
