import { columnName, parseAddress, shifted, type Area } from "./areas";
import type { HostSheet, HostWorkbook } from "./workbook";

type Axis = "row" | "column";

/** Moves everything that lies beside the grid when rows or columns come (`by` > 0) or go (`by` < 0) at `at`. */
export function shiftBeside(book: HostWorkbook, sheet: HostSheet, axis: Axis, at: number, by: number): void {
  const changed = book.sheetName(sheet);
  const follow = (formula: string, home: HostSheet): string =>
    shiftReferences(formula, (named) => (named ?? book.sheetName(home)).toLowerCase() === changed.toLowerCase(), axis, at, by);
  // A rule is written for its area's first cell: where that one goes, it is first written for the first that stays.
  const anchored = (formula: string, home: HostSheet, { [axis]: start }: Area): string => {
    const lost = home === sheet && start >= at && start < at - by ? at - by - start : 0;
    const move = (text: string): string => book.grid.univer.getFormula().moveFormulaRefOffset(text, axis === "column" ? lost : 0, axis === "row" ? lost : 0);
    return follow(lost > 0 ? move(formula) : formula, home);
  };
  for (const format of book.conditionalFormats) {
    format.formula = anchored(format.formula, format.sheet, format.area);
    format.rule = inFormulas(format.rule, (formula) => anchored(formula, format.sheet, format.area));
  }
  for (const one of book.validations) one.rule = inFormulas(one.rule, (formula) => anchored(formula, one.sheet, one.area));
  for (const list of [book.tables, book.conditionalFormats, book.validations]) moveAreas(list, sheet, axis, at, by);
  for (const name of book.names) {
    if (name.target.sheet !== sheet || name.lost) continue;
    const area = shifted(name.target.area, axis, at, by);
    if (area) name.target.area = area;
    else name.lost = true;
    book.grid.defineName(name.name, book.referenceOf(name));
  }
  sheet.unlocked = sheet.unlocked.map((area) => shifted(area, axis, at, by)).filter((area) => area !== undefined);
  const { page } = sheet;
  for (const key of ["titleRows", "titleColumns", "printArea"] as const) {
    const moved = page[key] && follow(page[key], sheet);
    if (moved?.includes("#REF!")) delete page[key];
    else if (moved) page[key] = moved;
  }
}

function moveAreas(list: { sheet: HostSheet; area: Area }[], sheet: HostSheet, axis: Axis, at: number, by: number): void {
  for (let index = list.length - 1; index >= 0; index--) {
    const item = list[index]!;
    if (item.sheet !== sheet) continue;
    const area = shifted(item.area, axis, at, by);
    if (area) item.area = area;
    else list.splice(index, 1);
  }
}

/** The same rule with other formulas: the texts that begin with `=`. */
function inFormulas<T>(rule: T, change: (formula: string) => string): T {
  if (typeof rule === "string") return (rule.startsWith("=") ? change(rule) : rule) as T;
  if (typeof rule !== "object" || rule === null) return rule;
  return Object.fromEntries(Object.entries(rule).map(([key, value]) => [key, inFormulas(value as unknown, change)])) as T;
}

const text = /"(?:[^"]|"")*"/;
const sheetPrefix = /(?:(?:'(?<quoted>(?:[^']|'')+)'|(?<plain>[\p{L}_][\p{L}\p{N}_.]*))!)?/u;
const reference = /\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+/;
const references = new RegExp(`${text.source}|(?<![\\p{L}\\p{N}_.$!])${sheetPrefix.source}(?<address>${reference.source})(?![\\p{L}\\p{N}_.(!])`, "giu");

function shiftReferences(formula: string, isOn: (sheet: string | undefined) => boolean, axis: Axis, at: number, by: number): string {
  return formula.replace(references, (...match) => {
    const [whole] = match as [string];
    const { quoted, plain, address } = match.at(-1) as Record<"quoted" | "plain" | "address", string | undefined>;
    if (!address || !isOn(quoted?.replace(/''/g, "'") ?? plain)) return whole;
    const area = shifted(parseAddress(address), axis, at, by);
    return whole.slice(0, -address.length) + (area ? rewritten(address, area) : "#REF!");
  });
}

/** The address of another area of the same shape, `$` where it was. */
function rewritten(address: string, { row, column, rows, columns }: Area): string {
  const ends = [
    { row, column },
    { row: row + rows - 1, column: column + columns - 1 },
  ];
  const parts = address.split(":").map((part, index) =>
    part.replace(/[A-Z]+|\d+/gi, (digits) => (/\d/.test(digits) ? String(ends[index]!.row + 1) : columnName(ends[index]!.column))),
  );
  return parts.join(":");
}
