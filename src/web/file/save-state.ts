import { clockText } from "../time-text";

/** The name of a workbook that has no file yet. */
export const unnamed = "新工作簿";

/** The file name suggested for the first save. */
export const firstName = "责任矩阵.xlsx";

/** Whether what is open has been changed and saved. */
export type SaveState =
  | { kind: "untouched" }
  | { kind: "changed" }
  | { kind: "saving" }
  /** `at`: ms since 1970; `where`: into the file itself, or handed to the browser's downloads. */
  | { kind: "saved"; at: number; where: "file" | "download" };

/**
 * The text beside the file's name.
 * @param hasFile the workbook came from a file, or was saved as one
 */
export function saveStateText(state: SaveState, hasFile: boolean): string {
  if (state.kind === "changed") return "有改动未保存";
  if (state.kind === "saving") return "正在保存…";
  if (state.kind === "saved")
    return state.where === "file" ? `已保存 ${clockText(state.at)}` : `已下载 ${clockText(state.at)}`;
  return hasFile ? "没有改动" : "空白，没有改动";
}

/** The page's title: the file's name, with a mark in front if there are unsaved changes. */
export const pageTitle = (name: string | undefined, state: SaveState): string =>
  `${state.kind === "changed" || state.kind === "saving" ? "● " : ""}${name ?? unnamed} - 责任矩阵`;

/** Whether closing the workbook would lose changes. */
export const isUnsaved = ({ kind }: SaveState): boolean => kind === "changed" || kind === "saving";

/** Extensions of plans, which are opened in the pane. All other files are judged by their content. */
const plans = /\.(?:docx?|wps|pdf|ofd|txt|html?|mht|odt|rtf)$/i;

/** A sentence for a file that cannot be a workbook by its extension; otherwise undefined. */
export const refusedByName = (name: string): string | undefined =>
  plans.test(name)
    ? `“${name}”不是工作簿，没有打开；原来的工作簿还在。要导入方案，请把它拖到右边面板的“方案”页。`
    : undefined;
