import { fitted, type CellValue } from "../matrix/sheet";

/**
 * Text that begins like this is never read as a formula or a number: a Han character, an opening quote or bracket, a
 * mark of the matrix.
 */
const plainStart = /^[\p{Script=Han}“《（【●○△▲]/u;
/** Chinese Excel turns short text such as 下午3点 or 二〇二三年4月 into a time or a date. */
const mayBeDateOrTime = (text: string): boolean => text.length <= 24 && /\d/.test(text);

/**
 * A value as it must be written for the cell to hold exactly that value. Text gets Excel's leading apostrophe (not part
 * of the value) where Excel might otherwise read it as a formula, number, date or boolean. Text over Excel's limit is
 * cut; callers that must report this check `cellTextLimit` first.
 */
export function asWritten(value: CellValue): CellValue {
  const text = fitted(value);
  if (typeof text !== "string" || text === "") return text;
  return plainStart.test(text) && !mayBeDateOrTime(text) ? text : `'${text}`;
}
