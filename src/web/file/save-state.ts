/** What a workbook is called while it has no file. */
export const unnamed = "新工作簿";

/** The name that a first save proposes. */
export const firstName = "责任矩阵.xlsx";

/** How what is open stands to its file. */
export type SaveState =
  | { kind: "untouched" }
  | { kind: "changed" }
  | { kind: "saving" }
  /** `at`: ms since 1970; `where`: into the file itself, or handed to the browser's downloads. */
  | { kind: "saved"; at: number; where: "file" | "download" };

const clock = (at: number): string =>
  new Date(at).toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false });

/** The words beside the file's name. `hasFile`: what is open came from a file, or was saved as one. */
export function saveStateText(state: SaveState, hasFile: boolean): string {
  if (state.kind === "changed") return "有改动未保存";
  if (state.kind === "saving") return "正在保存…";
  if (state.kind === "saved") return state.where === "file" ? `已保存 ${clock(state.at)}` : `已下载 ${clock(state.at)}`;
  return hasFile ? "没有改动" : "空白，没有改动";
}

/** The page's title: what is open, with a mark in front while something of it is in no file. */
export const pageTitle = (name: string | undefined, state: SaveState): string =>
  `${state.kind === "changed" || state.kind === "saving" ? "● " : ""}${name ?? unnamed} - 责任矩阵`;

/** Whether leaving what is open would lose something. */
export const isUnsaved = ({ kind }: SaveState): boolean => kind === "changed" || kind === "saving";

/**
 * Endings of files that belong to the pane, with what to do with them there; all others are judged by their content.
 */
const plans = /\.(?:docx?|wps|pdf|ofd|txt|html?|mht|odt|rtf)$/i;

/** A sentence where a file is no workbook by its very name; undefined where its content has to be looked at. */
export const refusedByName = (name: string): string | undefined =>
  plans.test(name)
    ? `“${name}”不是工作簿，没有打开；原来的工作簿还在。要导入方案，请把它拖到右边面板的“方案”页。`
    : undefined;
