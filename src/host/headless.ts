import { LocaleType, LogLevel, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/lib/facade";
import { UniverSheetsNodeCorePreset } from "@univerjs/preset-sheets-node-core";
import { Grid } from "./grid";

// FormulaExecutedStateType.STOP_EXECUTION
const calculationStopped = 1;

/** A workbook with one empty sheet, calculated but not shown. */
export function headlessGrid(): Grid {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: {} },
    logLevel: LogLevel.SILENT,
  });
  for (const plugin of UniverSheetsNodeCorePreset({}).plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  const api = FUniver.newAPI(univer);
  // Univer caches parsed formulas by workbook id, for all workbooks of the process.
  api.createWorkbook({
    id: `workbook ${crypto.randomUUID()}`,
    sheetOrder: ["sheet1"],
    sheets: { sheet1: { id: "sheet1", name: "Sheet1", rowCount: 200, columnCount: 26 } },
  });
  return new Grid(api, () => {
    // Univer shows its progress a second after a calculation has started; that must not happen after the locale is
    // disposed of.
    api.syncExecuteCommand(
      "formula.mutation.set-formula-calculation-notification",
      { functionsExecutedState: calculationStopped },
      { onlyLocal: true },
    );
    univer.dispose();
  });
}
