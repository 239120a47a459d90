import {
  cellId,
  cellsOf,
  makeList,
  noChoice,
  noteSent,
  previewCollect,
  readForms,
  readReport,
  takeIn,
} from "../../src/excel/assessment";
import { generateMatrix } from "../../src/excel/generate";
import { previewSync, undoSync } from "../../src/excel/sync";
import { choosePaper, readView, showAll } from "../../src/excel/views";
import type { SwitchName } from "../../src/host/switches";
import type { CellValue } from "../../src/matrix/sheet";
import type { Plan } from "../../src/plan/model";
import { indicator, plan, task } from "../plans";
import { change, columnOf, everything, locate, openWorkbook, rowOf, typeInto } from "./workbook";
import { now, syncAs, use, year } from "./sync/workbooks";
import { returned } from "./assessment/returned";
import type { Host } from "../../src/host/node";

/** The outcome of one scenario with one switch on. */
export interface SwitchRun {
  switch: SwitchName;
  scenario: string;
  /** What the user was told, if the scenario failed. */
  error: unknown;
  /** Typed values that are nowhere in the workbook afterwards. */
  lost: CellValue[];
}

/** The plan that is generated first. */
export const base = plan();
const revised: Plan = plan({
  tasks: [...base.tasks, task("t4")],
  indicators: [...base.indicators, indicator("i5", { taskId: "t4" })],
});
const longer: Plan = plan({ years: [2021, 2026] });

/** What has been typed by then; each value occurs once. */
export const typed: CellValue[] = [40.25, "含民办学校", "张三", "李四"];

/** Typed over a 状态 right before the sync. */
export const overFormula = "领导已定";

export async function work(host: Host): Promise<void> {
  await typeInto(host, "培训教师", "actual:2022", 40.25);
  const located = await locate(host);
  await change(host, (sheet) => {
    sheet.getCell(rowOf(located, "培训教师").row, columnOf(located, "remark")).values = [["含民办学校"]];
    const right = Math.max(...located.columns.values()) + 1;
    sheet.getRangeByIndexes(located.headerRow, right, 3, 1).values = [["联系人"], ["张三"], ["李四"]];
  });
}

/** Scenarios, run one after the other in one workbook, as a matrix goes through them. */
export const scenarios: Record<string, (host: Host) => Promise<unknown>> = {
  "generating anew": () => generateMatrix(revised, year),
  syncing: async (host) => {
    // This is typed only here, since generating anew calculates such a column anew; a sync leaves what is typed there.
    await typeInto(host, "培训教师", "status", overFormula);
    return syncAs(longer, (await previewSync(longer))!);
  },
  undoing: async () => undoSync((await previewSync(longer))!.history.slice(-1)[0]!.id, now()),
  "syncing after that": async () => syncAs(revised, (await previewSync(revised))!),
  "sending forms": async () => {
    const forms = await readForms({ year, deadline: "", made: "2026-01-01T00:00:00.000Z" });
    await noteSent(forms.map((form) => ({ form, file: "表.xlsx" })));
    await noteSent(
      (await readForms({ year, deadline: "", made: "2026-02-01T00:00:00.000Z" })).map((form) => ({
        form,
        file: "表.xlsx",
      })),
    );
  },
  "collecting a form": async () => {
    const [form] = await readForms({ year, deadline: "", made: "2026-01-01T00:00:00.000Z" });
    const given = [
      await returned(form!, { 建成示范学校: { entry: 6.5, evidence: "批复文件" } }, "2026-01-05T01:00:00.000Z"),
    ];
    const preview = await previewCollect(given, year);
    return takeIn(
      given,
      year,
      noChoice,
      new Map(cellsOf(preview, noChoice).map((cell) => [cellId(cell), cell.before])),
    );
  },
  "the list of shortfalls": () => makeList("shortfalls"),
  "the same list again": () => makeList("shortfalls"),
  "the board": () => makeList("dashboard"),
  "units by tasks": () => makeList("units"),
  "the report": () => readReport({ date: "2026-01-01T00:00:00.000Z" }),
  views: async () => {
    await choosePaper("a4");
    await readView();
    await showAll();
  },
};

/** @param names each switch gets a run through all scenarios */
export async function switchRuns(names: readonly SwitchName[]): Promise<SwitchRun[]> {
  const runs: SwitchRun[] = [];
  for (const name of names) {
    const host = openWorkbook();
    use(host);
    try {
      if (name !== "otherWorkbookInFront") host.book.switches.add(name);
      const add = async (scenario: string, done: Promise<unknown>): Promise<void> => {
        const error = await done.then(
          () => undefined,
          (failure: unknown) => failure,
        );
        const there = await everything(host);
        runs.push({
          switch: name,
          scenario,
          error,
          lost: [...typed, ...(isOver ? [overFormula] : [])].filter((value) => !there.has(value)),
        });
      };
      let isOver = false;
      await generateMatrix(base, year);
      await work(host);
      for (const [scenario, run] of Object.entries(scenarios)) {
        isOver ||= scenario === "syncing";
        if (name === "otherWorkbookInFront") {
          // In mid-run: another workbook comes to the front before the first request that writes, and is gone when the
          // button is pressed again.
          host.book.log.reset();
          host.book.afterRequest(0, () => host.book.switches.add(name));
          const error: unknown = await run(host).then(
            () => undefined,
            (failure: unknown) => failure,
          );
          host.book.switches.delete(name);
          const there = await everything(host);
          runs.push({
            switch: name,
            scenario: `${scenario}, from behind`,
            error,
            lost: [...typed, ...(isOver && scenario !== "syncing" ? [overFormula] : [])].filter(
              (value) => !there.has(value),
            ),
          });
          // What succeeded in spite of the other workbook in front is not pressed again.
          if (!error) continue;
        }
        await add(scenario, run(host));
      }
    } finally {
      host.dispose();
    }
  }
  return runs;
}
