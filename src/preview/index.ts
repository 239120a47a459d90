import { LocaleType, LogLevel, mergeLocales, Univer } from "@univerjs/core";
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
import { openBrowserHost, type BrowserHost } from "../host/browser";
import { switchNames } from "../host/switches";
import { ribbon } from "./ribbon";
import "./preview.css";


function openUniver(container: HTMLElement): FUniver {
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
  createWorkbook.call(api, { id: "workbook", sheetOrder: ["sheet1"], sheets: { sheet1: { id: "sheet1", name: "Sheet1", rowCount: 200, columnCount: 26 } } });
  return api;
}

const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

function showDialog(url: string): void {
  // Only a page of our own, as Office demands of its dialogs.
  if (new URL(url).origin !== location.origin) return;
  element<HTMLIFrameElement>("dialog-frame").src = url;
  element<HTMLDialogElement>("dialog").showModal();
}

function hand(bytes: Uint8Array, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes as BlobPart], { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function save(host: BrowserHost): Promise<void> {
  const { saveXlsx } = await import("../host/xlsx/save");
  hand(await saveXlsx(host.book), "责任矩阵.xlsx");
}

const host = openBrowserHost(openUniver(element("sheet")));
// `preview.html?switches=noDownloads,printerWithoutA3`: as in an Excel that does otherwise.
const asked = new URLSearchParams(location.search).get("switches")?.split(",") ?? [];
for (const name of switchNames) if (asked.includes(name)) host.book.switches.add(name);
// There is no second window here: what Excel would open in one is handed over as a file.
host.book.onOpen = (file) => hand(file, "工作簿.xlsx");
const pane = document.querySelector<HTMLElement>(".pane")!;
const showPane = (): void => void (pane.hidden = false);
const drawn = ribbon(element("tab"), element("groups"), {
  showPane,
  // The buttons' code runs in the pane's page, shown or not.
  run: (name) => {
    const frame = element<HTMLIFrameElement>("pane").contentWindow as unknown as {
      Office: { actions: { _association: { mappings: Map<string, (event: { completed(): void }) => void> } } };
    };
    frame.Office.actions._association.mappings.get(name)?.({ completed: () => undefined });
  },
});
window.responsibilityMatrixHost = {
  ...host,
  platform: host.platform,
  isSetSupported: (set, version) => ["SharedRuntime", "RibbonApi"].includes(set) || host.isSetSupported(set, version),
  displayDialog: showDialog,
  showPane,
  updateRibbon: drawn.update,
};
// Only now: the page looks for the host as soon as it loads.
element<HTMLIFrameElement>("pane").src = "taskpane.html";
element("save").addEventListener("click", () => void save(host));
element("close-pane").addEventListener("click", () => void (pane.hidden = true));
