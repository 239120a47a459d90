import fc from "fast-check";
import { assess } from "../../../src/assessment/assess";
import { reportedRows } from "../../../src/assessment/reported-rows";
import { asOfSentence } from "../../../src/assessment/as-of";
import { breakdown, shortOf, sumOf, type Tally } from "../../../src/assessment/breakdown";
import { makeList, readProgress, readReport, readReporting, readYearResults } from "../../../src/excel/assessment";
import { generateMatrix } from "../../../src/excel/generate";
import { readStatus } from "../../../src/excel/status";
import { dashboardSheetName, shortfallSheetName, unitsSheetName } from "../../../src/excel/sheet-names";
import { actualKey, planYears } from "../../../src/matrix/columns";
import { asOfName, asOfText } from "../../../src/matrix/as-of";
import { parseTarget } from "../../../src/matrix/target-text";
import { statuses, statusKeys, statusText, type StatusKey } from "../../../src/matrix/statuses";
import type { CellValue } from "../../../src/matrix/sheet";
import { inChinese } from "../../../src/plan/sentence";
import type { Plan } from "../../../src/plan/model";
import { bundledPlan, indicator, plan, task } from "../../plans";
import { calculatedOnce, change, locate, openWorkbook, readSheet } from "../workbook";

jest.setTimeout(300_000);

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const fixture = plan({
  tasks: [
    task("t1", { lead: ["县教育局", "县财政局"], responsible: [] }),
    task("t2", { lead: ["县文化和旅游局"], section: ["重点任务", "专项"], groups: ["各成员单位"] }),
    task("t3", { section: ["重点任务", "专项2"] }),
    task("t4", { lead: [], section: ["重点"] }),
    task("t5", { section: [] }),
    task("t6", { section: [], deadline: { text: "2023年底前", by: "2023" } }),
    task("t7", { lead: ["县教育局", "县财政局"], deadline: { text: "2022年6月底前", by: "2022-06" } }),
    task("t8", { section: ["重点任务"], lead: [], deadline: { text: "长期坚持", always: true } }),
    task("t9", { deadline: { text: "2024年9月15日前", by: "2024-09-15" } }),
  ],
  indicators: [
    ...plan().indicators,
    indicator("i4", { taskId: "t4", op: "<=", value: 45, period: "perYear" }),
    indicator("i5", { taskId: "t5", op: "~", value: 30, period: "cumulative", deadline: 2023 }),
    indicator("i6", { taskId: "t3", op: "range", value: 2, max: 5, period: "other" }),
  ],
});

type Counts = Record<string, number>;
const tallied = (names: readonly string[]): Counts =>
  Object.fromEntries(
    statusKeys.map((key) => [statusText(key), names.filter((name) => name === statusText(key)).length]),
  );
const named = (counts: Record<StatusKey, number>): Counts =>
  Object.fromEntries(statusKeys.map((key) => [statusText(key), counts[key]]));

/** For each cell: nothing, a share of the target, something that is not a number, or a word such as 已完成. */
const entry = fc.oneof(
  { weight: 4, arbitrary: fc.constant("" as const) },
  { weight: 10, arbitrary: fc.double({ min: 0, max: 1.4, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom("约50", "５０", "50人", "-", "=1+1", "已完成") },
  { weight: 1, arbitrary: fc.constantFrom(-3, 0, 101) },
);
const generated = fc.record({
  month: fc.integer({ min: 1, max: 12 }),
  year: fc.integer({ min: 2021, max: 2025 }),
  entries: fc.array(entry, { minLength: 60 * 5, maxLength: 60 * 5 }),
  words: fc.array(fc.constantFrom("", "已完成", "推进中", "未开展", "快了"), { minLength: 60, maxLength: 60 }),
});
type Generated = typeof generated extends fc.Arbitrary<infer T> ? T : never;

/** Types a generated history into the sheet's years. */
async function fill(
  host: ReturnType<typeof openWorkbook>,
  of: Plan,
  { month, entries, words }: Generated,
): Promise<void> {
  const { rows, columns } = await locate(host, of);
  const years = planYears(of.years);
  const first = columns.get(actualKey(years[0]!))!;
  const values = rows.map(({ cells }, index) => {
    const target = parseTarget(cells.target ?? "")?.value;
    return years.map((_, at): CellValue => {
      const one = entries[index * 5 + at]!;
      const value =
        target === undefined
          ? words[(index + at) % words.length]!
          : typeof one === "number" && one > 0 && one < 1.4
            ? Math.round((target * one * 100) / (String(cells.period).startsWith("累计") ? 4 : 1)) / 100
            : one;
      return typeof value === "string" && value !== "" ? `'${value}` : value;
    });
  });
  await change(
    host,
    (sheet) => void (sheet.getRangeByIndexes(rows[0]!.row, first, rows.length, years.length).values = values),
  );
  await host.Excel.run(async (context) => {
    context.workbook.names.getItem(asOfName).getRange().values = [[asOfText(month)]];
    await context.sync();
  });
}

describe("the counts of a year", () => {
  it.each([
    ["the bundled plan", bundledPlan(), 6],
    ["a plan with joint leads, leaderless tasks and sections within sections", fixture, 20],
  ] as const)(
    "are the same in the sheet, the rules, the results, the lists and the report: %s",
    async (_, of, numRuns) => {
      process.stderr.write(`same counts: seed ${seed}\n`);
      const seen = new Set<string>();
      await fc.assert(
        fc.asyncProperty(generated, async (given) => {
          const host = openWorkbook();
          try {
            await calculatedOnce(host, async () => {
              await generateMatrix(of, given.year);
              await fill(host, of, given);
            });
            const held = await locate(host, of);
            const sheet = tallied(held.rows.map(({ cells }) => String(cells.status)));
            Object.keys(sheet).forEach((name) => sheet[name]! > 0 && seen.add(name));
            expect(
              tallied(
                reportedRows(held).map((row) =>
                  statusText(assess(row, { year: given.year, month: given.month }, of.years).status),
                ),
              ),
            ).toEqual(sheet);

            const results = await readYearResults();
            expect([results.year, results.month, named(results.counts)]).toEqual([given.year, given.month, sheet]);
            expect(
              Object.fromEntries(
                (await readStatus())!.counts.map(({ status, count }) => [
                  statusText(statusKeys.find((key) => statuses[key].name === status)!),
                  count,
                ]),
              ),
            ).toEqual(sheet);
            const report = await readReport({ kind: "annual", date: "2025-12-31" });
            expect(named(report.counts)).toEqual(sheet);
            // The list of units that have not reported is the same wherever it is shown.
            const {
              units,
              chase: { missing },
            } = await readReporting();
            expect(results.units.filter(({ isMissing }) => isMissing).map(({ name }) => name)).toEqual(missing);
            expect(
              results.units.map(({ name, leads, helps, asked, hasReported }) => [
                name,
                leads,
                helps,
                asked,
                hasReported,
              ]),
            ).toEqual(
              units.map(({ name, leads, helps, asked, hasReported }) => [name, leads, helps, asked, hasReported]),
            );
            const told = report.paragraphs.map(({ text }) => text).join("");
            expect(told).toContain(
              missing.length > 0
                ? `尚未报送的单位有${missing.length}个：${missing.join("、")}。`
                : "应报送的单位均已报送。",
            );
            const progress = (await readProgress())!;
            expect([progress.short, progress.asked, progress.reported]).toEqual([
              results.counts.missed + results.counts.behind + results.counts.overdue,
              units.filter(({ asked }) => asked > 0).length,
              units.filter(({ asked, hasReported }) => asked > 0 && hasReported).length,
            ]);
            expect(tallied(report.annex.map(({ status }) => status))).toEqual(sheet);
            const perStatus = (counts: Record<StatusKey, number>): string =>
              statusKeys
                .flatMap((key) => (counts[key] > 0 ? [`${statuses[key].name}${counts[key]}项`] : []))
                .join("，");
            expect(told).toContain(`量化指标按状态分：${perStatus(results.numbers)}。`);
            expect(told).toContain(`没有量化指标的任务${sumOf(results.tasks)}项：${perStatus(results.tasks)}。`);

            for (const kind of ["shortfalls", "units", "dashboard"] as const) await makeList(kind);
            await host.book.grid.calculated();
            const list = (await readSheet(host, shortfallSheetName))!.values;
            const statusAt = list[2]!.indexOf("状态");
            const short = list.slice(3).map((row) => String(row[statusAt]));
            // Tasks come after numbers; the longest overdue is first, by the days that the list shows.
            const days = list
              .slice(3)
              .map((row) =>
                Number(
                  /^逾期 (\d+) 天$/.exec(String(row[list[2]!.indexOf("差距")]))?.[1] ??
                    (row[list[2]!.indexOf("差距")] === "已到期" ? 0 : NaN),
                ),
              );
            const overdue = days.slice(days.length - results.counts.overdue);
            expect(overdue).toEqual(results.rows.flatMap(({ daysOverdue }) => daysOverdue ?? []).sort((a, b) => b - a));
            expect(String(list[1]![1])).toContain(inChinese(asOfSentence(results)));
            for (const key of statusKeys)
              expect([key, short.filter((name) => name === statusText(key)).length]).toEqual([
                key,
                statuses[key].short ? sheet[statusText(key)] : 0,
              ]);

            const board = (await readSheet(host, dashboardSheetName))!.values;
            const headerAt = board.findIndex((one) => one[1] === "板块");
            const split = board[headerAt - 1]!.indexOf("没有量化指标的任务");
            const line = (row: CellValue[], isTask: boolean): Counts =>
              Object.fromEntries(
                [...board[headerAt]!.entries()].flatMap(([at, header]) =>
                  at >= split === isTask && statusKeys.some((key) => statusText(key) === header)
                    ? [[String(header), Number(row[at])]]
                    : [],
                ),
              );
            const kinds = ({ numbers, tasks }: Tally): Counts[] =>
              [numbers, tasks].map((counts) =>
                Object.fromEntries(
                  Object.entries(named(counts)).filter(([name]) => name in line(board[headerAt]!, counts === tasks)),
                ),
              );
            const total = board.find((row) => row[1] === "合计")!;
            expect([line(total, false), line(total, true), total[2], total[3]]).toEqual([
              ...kinds(results),
              held.rows.length,
              shortOf(results),
            ]);
            for (const key of statusKeys)
              expect(board.find((row) => row[1] === statusText(key))![2]).toBe(sheet[statusText(key)]);
            const lines = new Map(board.map((row) => [String(row[1]), row]));
            for (const by of ["section", "lead"] as const) {
              for (const one of breakdown(results.rows, by))
                expect([
                  one.name,
                  line(lines.get(one.name)!, false),
                  line(lines.get(one.name)!, true),
                  lines.get(one.name)![2],
                  lines.get(one.name)![3],
                ]).toEqual([one.name, ...kinds(one), one.rows, shortOf(one)]);
            }

            const table = (await readSheet(host, unitsSheetName))!.values;
            const at = (header: string): number => table[2]!.indexOf(header);
            const byLead = new Map(breakdown(results.rows, "lead").map((one) => [one.name, one]));
            for (const row of table.slice(3)) {
              const own = byLead.get(String(row[at("单位")]));
              expect([row[at("单位")], row[at("达标")], row[at("完成")], row[at("未完成")]]).toEqual([
                row[at("单位")],
                own?.counts.reached ?? 0,
                own?.counts.done ?? 0,
                own ? shortOf(own) : 0,
              ]);
              const unit = results.units.find(({ name }) => name === row[at("单位")])!;
              const marked = (mark: string): number =>
                row.slice(at("未完成") + 1).filter((cell) => cell === mark).length;
              expect([unit.name, row[at("牵头任务")], row[at("责任任务")], row[at("牵头指标")]]).toEqual([
                unit.name,
                marked("●"),
                marked("○") + marked("△"),
                unit.leads.indicators,
              ]);
            }
            for (const row of held.rows)
              expect(row.cells.status).toBe(statusText(results.rows.find(({ key }) => key === row.keyText)!.status));
          } finally {
            host.dispose();
          }
        }),
        { seed, numRuns, endOnFailure: true },
      );
      expect([...seen].length).toBeGreaterThan(5);
    },
  );
});
