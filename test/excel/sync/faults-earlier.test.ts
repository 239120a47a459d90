import { previewSync } from "../../../src/excel/sync";
import { isEarlierLayout } from "../../../src/matrix/columns";
import { locateMatrix } from "../../../src/matrix/locate";
import { matrixSheetName } from "../../../src/matrix/sheet-name";
import { everything, readSheet } from "../workbook";
import { describeFaults } from "./fault-suite";
import { pressesOnEarlier } from "./fault-run";
import { scenarios } from "./scenarios";
import { sync, usedEarlier } from "./workbooks";

jest.setTimeout(300_000);

/**
 * The scenarios that change most of a sheet. Of the others, one run each shows that they work in the earlier layout.
 */
const disturbed = [
  "nearly everything changes",
  "a unit comes in",
  "two units become one",
  "the plan runs a year longer",
  "a task leaves with its numbers",
];

describe("in a workbook of the earlier layout", () => {
  describeFaults(
    pressesOnEarlier.filter(
      ({ name }) =>
        disturbed.some((one) => name === `syncing where ${one}`) || name === "undoing where nearly everything changes",
    ),
  );

  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    "%s: nothing typed is lost, the layout stays, and there is nothing left to do",
    async (_, { incoming, before, isChosen }) => {
      const { host, typed } = await usedEarlier();
      await before?.(host);
      await sync(incoming, isChosen);
      const there = await everything(host);
      expect(typed.filter((value) => !there.has(value))).toEqual([]);
      const name = host.book.allSheets
        .map((sheet) => host.book.sheetName(sheet))
        .find((one) => one.startsWith(matrixSheetName))!;
      expect(isEarlierLayout(locateMatrix((await readSheet(host, name))!, [incoming])!.columns)).toBe(true);
      const { changes } = (await previewSync(incoming))!;
      const taken = new Set(changes.filter((one) => one.default && (isChosen?.(one) ?? true)).map(({ id }) => id));
      // A change that depends on one that was not taken is not made either.
      const left = changes.filter(({ id, needs = [] }) => taken.has(id) && needs.every((one) => taken.has(one)));
      expect(left).toEqual([]);
      host.dispose();
    },
  );
});
