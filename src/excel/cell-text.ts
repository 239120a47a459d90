import { fitted, type CellValue } from "../matrix/sheet";

/**
 * Begins with a Han character, an opening mark or one of the matrix's own marks: no spreadsheet reads a formula or a
 * number there.
 */
const plainStart = /^[\p{Script=Han}“《（【●○△▲]/u;
/** Excel in Chinese reads short text such as 下午3点 or 二〇二三年4月 as a time or a date. */
const mayBeDateOrTime = (text: string): boolean => text.length <= 24 && /\d/.test(text);

/**
 * A value as it must be written so that the cell holds just that: text gets Excel's leading apostrophe (which is not
 * part of the value) wherever Excel might otherwise make a formula, a number, a date or a truth value of it.
 * Text over Excel's limit is cut; callers that must report that check `cellTextLimit` first.
 */
export function asWritten(value: CellValue): CellValue {
  const text = fitted(value);
  if (typeof text !== "string" || text === "") return text;
  return plainStart.test(text) && !mayBeDateOrTime(text) ? text : `'${text}`;
}
