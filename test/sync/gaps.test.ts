import { applyEdits } from "../../src/sync/apply";
import { closeGaps, gapsIn, givenHeaderWords } from "../../src/sync/gaps";
import { contextOf, plannedOf } from "../../src/sync/planned";
import type { LocatedMatrix } from "../../src/matrix/locate";
import { plan, task } from "../plans";
import { copied, rowNamed, sheetOf, tableOf } from "./sheets";

/** The sheet with an empty row above each of `rows`. */
function withEmptyAbove(sheet: LocatedMatrix, names: readonly string[]): LocatedMatrix {
  const copy = copied(sheet);
  for (const name of names) {
    const at = rowNamed(copy, name).row;
    for (const row of copy.rows) if (row.row >= at) row.row++;
  }
  return copy;
}

const held = withEmptyAbove(sheetOf(plan()), ["开展活动"]);
const before = gapsIn(held, tableOf(held));

describe("gaps of a run that broke off", () => {
  it("are the empty rows that were not there before", () => {
    const broken = withEmptyAbove(held, ["任务t3"]);
    expect(closeGaps(broken, tableOf(broken), before)).toEqual([
      { op: "deleteRow", row: rowNamed(broken, "任务t3").row - 1 },
    ]);
    expect(closeGaps(held, tableOf(held), before)).toEqual([]);
  });

  it.each([...Object.values(givenHeaderWords).map((word) => `${word}1`), "Column12"])(
    "are an empty column that has only the name which Excel gave it in its language: %s",
    (given) => {
      const broken = copied(held);
      const at = Math.max(...broken.columns.values()) + 1;
      broken.columns.set(`user:${given}`, at);
      broken.headers.set(`user:${given}`, given);
      expect(closeGaps(broken, tableOf(broken), before)).toEqual([{ op: "deleteColumn", column: at }]);
    },
  );

  it("are not the user's own empty rows, although another row of the plan stands above them now", () => {
    const incoming = plan({ tasks: [...plan().tasks, task("t9", { span: [140, 149] })] });
    const at = { row: "t1|i2", between: 0 };
    const context = { ...contextOf(plannedOf(incoming)), table: tableOf(held) };
    const added = plannedOf(incoming).rows.find(({ identity }) => identity === "t9|")!;
    const { sheet } = applyEdits(
      held,
      [{ do: "addRow", row: "t9|", keyText: added.key, cells: added.cells, at }],
      context,
    );
    expect(gapsIn(sheet, tableOf(sheet)).rows).not.toEqual(before.rows);
    expect(closeGaps(sheet, tableOf(sheet), before)).toEqual([]);
  });
});
