import { base64 } from "./base64";
import { asFailure } from "./failure";

/**
 * Opens an .xlsx file as a new workbook in a window of its own: the way out where a web view lets nothing be downloaded.
 * Afterwards that window is in front, and Excel takes no request for this workbook: whatever is to be written comes before.
 * @throws ExcelFailure
 */
export async function openWorkbook(file: Uint8Array): Promise<void> {
  try {
    // Excel on the web has a way of its own to do it, which only this function knows.
    await Excel.createWorkbook(base64(file));
  } catch (error) {
    throw asFailure(error);
  }
}
