import { base64 } from "./base64";
import { asFailure, codeOf, ExcelFailure } from "./failure";

/**
 * Opens an .xlsx file as a new workbook in a window of its own: a fallback for web views that block downloads.
 * Afterwards that window may be in front, and Excel then takes no requests for this workbook until the user brings it
 * back to the front.
 * @throws ExcelFailure `NoNewWorkbook`
 */
export async function openWorkbook(file: Uint8Array): Promise<void> {
  try {
    // Only this function works in Excel on the web too.
    await Excel.createWorkbook(base64(file));
  } catch (error) {
    const code = codeOf(error);
    if (code !== "InvalidOperation" && code !== "GeneralException") throw asFailure(error);
    throw new ExcelFailure("NoNewWorkbook", {}, { detail: `${code}: ${(error as Error).message}`, cause: error });
  }
}
