import { HostError } from "./errors";
import type { HostWorkbook } from "./workbook";

/**
 * The members that fail while another workbook is in front, with their error codes; all others work (switch
 * `otherWorkbookInFront`).
 */
const codes: Readonly<Record<string, string>> = {
  "Range.select": "GeneralException",
  "Worksheet.activate": "GeneralException",
  "Worksheet.delete": "InvalidSelection",
  "WorksheetCollection.add": "GeneralException",
  "WorksheetFreezePanes.freezeAt": "GeneralException",
  "WorksheetFreezePanes.freezeRows": "GeneralException",
  "Table.clearFilters": "GeneralException",
};

export function checkInFront(member: string, book: HostWorkbook): void {
  const code = book.switches.has("otherWorkbookInFront") ? codes[member] : undefined;
  if (code) throw new HostError(code, `another workbook is in front (${member})`);
}
