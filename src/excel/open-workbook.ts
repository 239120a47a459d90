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
    throw new ExcelFailure(
      "NoNewWorkbook",
      "Excel 没有打开新的工作簿，可能是单位的安全设置不允许。表中内容没有改动，也没有记入“下发记录”。面板上有“下载全部填报表”的，请改用它；没有的（Mac 版），请用网页版或 Windows 版 Excel 打开本工作簿再试。",
      `${code}: ${(error as Error).message}`,
      { cause: error },
    );
  }
}
