import { columnName, maxColumns, maxRows, parseAddress, type Area } from "./areas";

const text = /"(?:[^"]|"")*"/;
const sheetPrefix = /(?:(?:'(?<quoted>(?:[^']|'')+)'|(?<plain>[\p{L}_][\p{L}\p{N}_.]*))!)?/u;
const reference = /\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+/;
const references = new RegExp(
  `${text.source}|(?<![\\p{L}\\p{N}_.$!])${sheetPrefix.source}(?<address>${reference.source})(?![\\p{L}\\p{N}_.(!])`,
  "giu",
);

/**
 * The formula with each reference replaced by the result of `change` (undefined: unchanged).
 * @param change gets the address as written, and the sheet that it names
 */
function mapReferences(
  formula: string,
  change: (address: string, sheet: string | undefined) => string | undefined,
): string {
  return formula.replace(references, (...match) => {
    const [whole] = match as [string];
    const { quoted, plain, address } = match.at(-1) as Record<"quoted" | "plain" | "address", string | undefined>;
    const changed = address && change(address, quoted?.replace(/''/g, "'") ?? plain);
    return changed === undefined || changed === "" || !address ? whole : whole.slice(0, -address.length) + changed;
  });
}

/**
 * The formula with its references to `sheet` moved along with their cells.
 * @param home the name of the sheet that the formula is on
 * @param move the new place of an area; undefined if its cells are gone, which gives `#REF!`
 * @param concerns which addresses are to be moved; all if absent
 */
export function followReferences(
  formula: string,
  home: string,
  sheet: string,
  move: (area: Area) => Area | undefined,
  concerns: (address: string) => boolean = () => true,
): string {
  return mapReferences(formula, (address, named) => {
    if ((named ?? home).toLowerCase() !== sheet.toLowerCase() || !concerns(address)) return undefined;
    const area = move(parseAddress(address));
    return area ? rewritten(address, area) : "#REF!";
  });
}

/** The address of another area of the same shape, with `$` in the same places. */
function rewritten(address: string, { row, column, rows, columns }: Area): string {
  const ends = [
    { row, column },
    { row: row + rows - 1, column: column + columns - 1 },
  ];
  const parts = address
    .split(":")
    .map((part, index) =>
      part.replace(/[A-Z]+|\d+/gi, (digits) =>
        /\d/.test(digits) ? String(ends[index]!.row + 1) : columnName(ends[index]!.column),
      ),
    );
  return parts.join(":");
}

/** Words, texts and quoted names of a formula. */
const words = /"[^"]*"|'[^']*'|[\w.$\u0080-\uffff]+\(?/g;
const cellWord = /^\$?[a-z]{1,3}\$?\d+$/i;
/** A `:` that is not between two cells: it belongs to whole rows or columns. */
const otherColon = /:(?!\$?[a-z]{1,3}\$?\d)|(?<![a-z]\$?\d{1,7}):/i;

/**
 * The formula with relative addresses: equal for copies of one formula. It is computed for every formula of a workbook
 * before each calculation, so formulas that refer only to cells and ranges of cells take a faster way.
 */
export function relativeForm(formula: string, row: number, column: number): string {
  // The matrix's formulas mention few cells, each of them often.
  const known = new Map<string, string>();
  const form = (address: string): string => {
    const relative = known.get(address) ?? relativeAddress(address, row, column);
    known.set(address, relative);
    return relative;
  };
  return otherColon.test(formula.replace(/"[^"]*"/g, ""))
    ? mapReferences(formula, form)
    : formula.replace(words, (word) => (cellWord.test(word) ? form(word) : word));
}

const relativeAddress = (address: string, row: number, column: number): string =>
  address.replace(
    /(\$?)([A-Z]+)|(\$?)(\d+)/gi,
    (whole, _fixedColumn, letters: string | undefined, _fixedRow, digits: string | undefined) => {
      if (whole.startsWith("$")) return whole;
      const { row: at, column: over } = parseAddress(letters ? `${letters}1` : `A${digits}`);
      return letters ? `C[${over - column}]` : `R[${at - row}]`;
    },
  );

/** A copy of a rule with all texts that begin with `=` replaced by the result of `change`. */
export function inFormulas<T>(rule: T, change: (formula: string) => string): T {
  if (typeof rule === "string") return (rule.startsWith("=") ? change(rule) : rule) as T;
  if (typeof rule !== "object" || rule === null) return rule;
  return Object.fromEntries(
    Object.entries(rule).map(([key, value]) => [key, inFormulas(value as unknown, change)]),
  ) as T;
}

/** The formula after it is copied by this many rows down and columns to the right. */
export function copiedFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return mapReferences(formula, (address) =>
    address.replace(
      /(\$?)([A-Z]+)|(\$?)(\d+)/gi,
      (whole, _fixedColumn, letters: string | undefined, _fixedRow, digits: string | undefined) => {
        if (whole.startsWith("$")) return whole;
        const { row, column } = parseAddress(letters ? `${letters}1` : `A${digits}`);
        return letters
          ? columnName((column + columns + maxColumns) % maxColumns)
          : String(((row + rows + maxRows) % maxRows) + 1);
      },
    ),
  );
}
