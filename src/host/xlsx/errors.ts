/**
 * Why a file cannot be opened as a workbook: what it is, that it was not changed, and what the user can do. Sentences
 * have no full stop, since callers add the file's name or path.
 */
const reasons = {
  password:
    "这个工作簿设有打开密码，无法打开，文件没有改动。请在 Excel 或 WPS 中打开它，取消密码（文件—信息—保护工作簿）后另存，再打开一次",
  xls: "这是旧格式的 .xls 工作簿，无法打开，文件没有改动。请在 Excel 或 WPS 中打开它，另存为 .xlsx，再打开一次",
  xlsb: "这是二进制格式的 .xlsb 工作簿，无法打开，文件没有改动。请在 Excel 中打开它，另存为 .xlsx，再打开一次",
  otherFormat:
    "这是 WPS 或 LibreOffice 的其他格式（.et、.ods），无法打开，文件没有改动。请用原来的软件打开它，另存为 .xlsx，再打开一次",
  damaged:
    "这个工作簿已经损坏，或者没有传完整，无法打开，文件没有改动。请向来源再要一份；只有这一份时，用 Excel 的“打开并修复”试一试",
  notWorkbook: "这不是 Excel 工作簿，无法打开，文件没有改动。请选择 .xlsx 或 .xlsm 文件",
  tooLarge:
    "这个工作簿太大，无法打开，文件没有改动。请在 Excel 中删去不需要的工作表、图片，或清除表格以外成片的空白格式，另存后再打开一次",
  fault:
    "本程序没能打开这个工作簿，文件没有改动，也不一定有问题。请用 Excel 或 WPS 打开它继续用，并把括号里的这行字发给维护人员",
} as const satisfies Record<string, string>;

export type WorkbookFileReason = keyof typeof reasons;

export const workbookFileReasons = Object.keys(reasons) as WorkbookFileReason[];

/** A file cannot be opened as a workbook. `message` is one Chinese sentence for the user, without its full stop. */
export class WorkbookFileError extends Error {
  override readonly name = "WorkbookFileError";

  /** @param detail for whoever looks for the cause; the user is shown it for `fault` only */
  constructor(
    readonly code: WorkbookFileReason,
    readonly detail = "",
    options?: ErrorOptions,
  ) {
    super(code === "fault" ? `${reasons[code]}（${detail}）` : reasons[code], options);
  }

  get userMessage(): string {
    return this.message;
  }
}

/** The error for a fault of this program while it opens a workbook, named in one line. */
export function faultIn(error: unknown): WorkbookFileError {
  const [line = ""] = String(error).split("\n");
  return new WorkbookFileError("fault", line.slice(0, 200), { cause: error });
}
