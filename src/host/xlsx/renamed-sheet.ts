import { quotedSheetName } from "../areas";
import type { WorkbookPackage } from "./package";
import { escaped, mapFormulas } from "./xml";

/** A formula in XML, escaped, in which a sheet's old name is replaced by its new one. */
export function withRenamedSheet(formula: string, before: string, now: string): string {
  let text = formula;
  for (const written of new Set([`${quotedSheetName(before)}!`, `'${before.replace(/'/g, "''")}'!`]))
    text = text.replaceAll(escaped(written), () => escaped(`${quotedSheetName(now)}!`));
  return text;
}

/** Writes a sheet's new name into charts and pivot caches, so that they still find its cells. */
export function renameInParts(file: WorkbookPackage, before: string, now: string): void {
  for (const path of file.all.filter((one) => /^xl\/(?:charts|pivotCache)\/[^/]+\.xml$/.test(one))) {
    const renamed = mapFormulas(file.text(path)!, "f", (formula) => withRenamedSheet(formula, before, now)).replace(
      /(<(?:[\w.-]+:)?worksheetSource[^>]*\ssheet=")([^"]*)/g,
      (whole, open: string, name: string) => (name === escaped(before) ? open + escaped(now) : whole),
    );
    file.set(path, renamed);
  }
}
