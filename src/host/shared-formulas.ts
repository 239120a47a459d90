import { relativeForm } from "./references";

/**
 * A cell's formula in the input of Univer's calculation. `x` and `y`: the distance from the cell whose formula `f` it
 * shares under the id `si`.
 */
interface FormulaItem {
  f: string;
  si?: string;
  x?: number;
  y?: number;
}

type FormulaData = Record<
  string,
  Record<string, Record<number, Record<number, FormulaItem | null>> | undefined> | undefined
>;

/**
 * The same formulas, with copies that were filled down or across marked as shared, so that Univer parses them once.
 * Parsing each of them took nearly all the time of a calculation of a thousand rows.
 * @param data formulas by workbook, sheet, row and column; it is not changed
 */
export function withSharedFormulas(data: FormulaData): FormulaData {
  return mapValues(data, (sheets) => mapValues(sheets, (rows) => rows && sharedOf(rows)));
}

type Rows = Record<number, Record<number, FormulaItem | null>>;

function sharedOf(rows: Rows): Rows {
  const first = new Map<string, { row: number; column: number; si: string }>();
  return mapValues(rows, (cells, line) =>
    mapValues(cells, (item, place): FormulaItem | null => {
      if (!item?.f || item.si) return item;
      const [row, column] = [Number(line), Number(place)];
      const form = formOf(item, row, column);
      const known = first.get(form);
      if (known) return { f: "", si: known.si, x: column - known.column, y: row - known.row };
      // No opened file has ids of this form.
      const si = `copies of ${row},${column}`;
      first.set(form, { row, column, si });
      return { ...item, si };
    }),
  );
}

/** Univer passes the same objects before each calculation, except for cells that were written. */
const forms = new WeakMap<FormulaItem, { f: string; row: number; column: number; form: string }>();

function formOf(item: FormulaItem, row: number, column: number): string {
  const known = forms.get(item);
  if (known && known.f === item.f && known.row === row && known.column === column) return known.form;
  const form = relativeForm(item.f, row, column);
  forms.set(item, { f: item.f, row, column, form });
  return form;
}

const mapValues = <T extends object, R>(
  table: T | undefined,
  change: (value: T[keyof T], key: string) => R,
): Record<keyof T, R> =>
  Object.fromEntries(
    Object.entries(table ?? {}).map(([key, value]) => [key, change(value as T[keyof T], key)]),
  ) as Record<keyof T, R>;
