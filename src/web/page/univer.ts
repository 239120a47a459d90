import { IUndoRedoService, LocaleType, LogLevel, mergeLocales, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/lib/facade";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionalFormattingZh from "@univerjs/preset-sheets-conditional-formatting/locales/zh-CN";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreZh from "@univerjs/preset-sheets-core/locales/zh-CN";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import dataValidationZh from "@univerjs/preset-sheets-data-validation/locales/zh-CN";
import { UniverSheetsFilterPreset } from "@univerjs/preset-sheets-filter";
import filterZh from "@univerjs/preset-sheets-filter/locales/zh-CN";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-filter/lib/index.css";

const workbookId = "workbook";

/** Creates the grid in an element of the page, with a workbook of one empty sheet. */
export function openUniver(container: HTMLElement): FUniver {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: mergeLocales(coreZh, conditionalFormattingZh, dataValidationZh, filterZh) },
    logLevel: LogLevel.SILENT,
  });
  const presets = [
    UniverSheetsCorePreset({ container, ribbonType: "simple" }),
    UniverSheetsFilterPreset(),
    UniverSheetsDataValidationPreset(),
    UniverSheetsConditionalFormattingPreset(),
  ];
  for (const { plugins } of presets) {
    for (const plugin of plugins) {
      if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
      else univer.registerPlugin(plugin);
    }
  }
  const api = FUniver.newAPI(univer);
  const { createWorkbook } = api as unknown as { createWorkbook(data: object): void };
  createWorkbook.call(api, {
    id: workbookId,
    sheetOrder: ["sheet1"],
    sheets: { sheet1: { id: "sheet1", name: "Sheet1", rowCount: 200, columnCount: 26 } },
  });
  return api;
}

/** Clears the undo history: opening a file is not to be undone. */
export function forgetUndo(api: FUniver): void {
  (api as unknown as { _injector: { get(id: unknown): IUndoRedoService } })._injector
    .get(IUndoRedoService)
    .clearUndoRedo(workbookId);
}

/** Enters the text of a cell that is being edited, as Excel does when it saves. */
export async function finishTyping(api: FUniver): Promise<void> {
  const workbook = (
    api as unknown as { getActiveWorkbook(): { endEditingAsync(save: boolean): Promise<boolean> } | null }
  ).getActiveWorkbook();
  await workbook?.endEditingAsync(true);
}
