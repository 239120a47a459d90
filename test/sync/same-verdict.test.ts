import { buildMatrix, titleRows } from "../../src/matrix/build";
import { carryOver } from "../../src/matrix/carry/carry-over";
import { verdictRules } from "../../src/matrix/cell-verdict";
import { locateMatrix } from "../../src/matrix/locate";
import type { Plan } from "../../src/plan/model";
import { compare } from "../../src/sync/compare";
import { rebuildPlan } from "../../src/sync/rebuild";
import { readingOf, typedAt } from "../matrix/readings";
import { plan, task } from "../plans";

const inSection = (section: string): Plan =>
  plan({ tasks: [...plan().tasks.slice(0, 2), task("t3", { section: [section] })] });

describe("generating and syncing", () => {
  it.each(verdictRules.map(({ id, example, verdict }) => [id, verdict, example] as const))(
    "decide alike about a 板块 that is %s: %s",
    (_, verdict, { base, held, incoming }) => {
      const written = inSection(String(base ?? held));
      const coming = inSection(String(incoming));
      const reading = typedAt(readingOf(buildMatrix(written).sheet), ["任务t3", "section", held]);
      const sheet = locateMatrix(reading, [written, coming])!;
      const known = base === undefined ? undefined : written;

      const carried = carryOver(coming, sheet, known);
      const column = carried.columns.findIndex(({ key }) => key === "section");
      const row = carried.sheet.cells.slice(titleRows.header + 1).find(([key]) => String(key).startsWith("m1|t3|"))!;

      const { changes } = compare(
        known ? { plan: known, known: true } : { plan: rebuildPlan(sheet, coming), known: false },
        coming,
        sheet,
      );
      const ofCell = changes.filter(({ edits }) =>
        edits.some((edit) => edit.do === "set" && edit.column === "section"),
      );
      const isTaken = ofCell.some((one) => one.default);

      expect(row[column]).toBe(isTaken ? incoming : held);
      expect(isTaken).toBe(verdict === "take");
      const isTold = verdict === "keep" || verdict === "conflict";
      expect([carried.keptCells.length, ofCell.filter((one) => !one.default).length]).toEqual(isTold ? [1, 1] : [0, 0]);
    },
  );
});
