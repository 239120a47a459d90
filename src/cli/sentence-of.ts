import { ExcelFailure } from "../excel/failure";
import { CommandError } from "./command-error";
import { fileErrorText } from "./file-error-text";

/**
 * One Chinese sentence for an error.
 * @throws the error itself if it is a fault of the program, whose stack trace is wanted
 */
export function sentenceOf(error: unknown): string {
  if (error instanceof CommandError) return error.message;
  // The add-in's own sentence suggests another Excel, but here the embedded host is the limit.
  if (error instanceof ExcelFailure && error.code === "NotImplemented")
    return "命令行做不了这个工作簿里的一步，没有写入，文件没有改动。请在 Excel 中打开它，用加载项来做";
  if (error instanceof ExcelFailure) return error.userMessage;
  const trouble = fileErrorText(error);
  if (trouble === undefined) throw error;
  return trouble;
}
