import { quotedSheetName } from "../areas";
import { escaped } from "./xml";

/** A formula in XML with a sheet's new name. */
export function withRenamedSheet(formula: string, before: string, now: string): string {
  let text = formula;
  for (const written of new Set([`${quotedSheetName(before)}!`, `'${before.replace(/'/g, "''")}'!`]))
    text = text.replaceAll(escaped(written), () => escaped(`${quotedSheetName(now)}!`));
  return text;
}
