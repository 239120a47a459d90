import { base64 } from "./base64";
import { asFailure, codeOf, ExcelFailure } from "./failure";

/**
 * Opens an .xlsx file as a new workbook in a window of its own: the way out where a web view lets nothing be
 * downloaded. Afterwards that window may be in front, and Excel take no request for this workbook until it is in front
 * again.
 * @throws ExcelFailure
 */
export async function openWorkbook(file: Uint8Array): Promise<void> {
  try {
    // Excel on the web has a way of its own to do it, which only this function knows.
    await Excel.createWorkbook(base64(file));
  } catch (error) {
    const code = codeOf(error);
    if (code !== "InvalidOperation" && code !== "GeneralException") throw asFailure(error);
    throw new ExcelFailure("NoNewWorkbook", {}, { detail: `${code}: ${(error as Error).message}`, cause: error });
  }
}
