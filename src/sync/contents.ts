import { bodyStyles, conditionalFormats, rowFormulas, type Place } from "../matrix/body";
import { listsIn } from "../matrix/choices";
import { unitHeaderStyle } from "../matrix/build";
import { isMarkColumn, markColumn, type MatrixColumn } from "../matrix/columns";
import { consecutive } from "../matrix/consecutive";
import { header } from "../matrix/look";
import type { Area, CellValue } from "../matrix/sheet";
import { askedRow, entryValidations, headerHints, methodValidations } from "../matrix/validations";
import type { ApplyContext } from "./apply-context";
import type { DraftRow, SheetDraft } from "./sheet-draft";
import type { Operation } from "./operation";

/** The contents of cells once all rows and columns are in place: values in blocks, formulas filled down, looks. */
export function contentOperations(
  draft: SheetDraft,
  context: Pick<ApplyContext, "columns" | "years" | "indicators">,
): Operation[] {
  const { columns, years } = context;
  const place: Place = (key) => draft.columns.get(key);
  return [
    ...values(draft, place),
    ...calculatedCells(draft, place, years),
    ...newRows(draft, columns, place),
    ...newColumns(draft, columns, place),
    ...renamedHints(draft, place),
    ...entryRules(draft, context, place),
    ...methodRules(draft, place),
  ];
}

interface Block {
  row: number;
  column: number;
  values: (CellValue | null)[][];
}

/** Adjacent cells form one block; equally wide blocks of adjacent rows are joined. */
function values(draft: SheetDraft, place: Place): Operation[] {
  const blocks: Block[] = [];
  let above: Block[] = [];
  for (const row of draft.rows) {
    if (row.written.size === 0) continue;
    const cells = [...row.written].flatMap(([key, value]) => {
      const column = place(key);
      return column === undefined ? [] : [{ column, value }];
    });
    const here: Block[] = [];
    for (const run of row.isNew ? [wholeRow(cells)] : runs(cells)) {
      const upper = above.find(
        (block) =>
          block.column === run.column &&
          block.values[0]!.length === run.values.length &&
          block.row + block.values.length === row.row,
      );
      if (upper) {
        upper.values.push(run.values);
        here.push(upper);
        continue;
      }
      const block = { row: row.row, column: run.column, values: [run.values] };
      blocks.push(block);
      here.push(block);
    }
    above = here;
  }
  return blocks.map((block) => ({ op: "write", ...block }));
}

/**
 * A new row is written in one piece, so that an interruption leaves either the whole row with its key or nothing. Cells
 * that fill themselves, as in the user's calculated columns, are left alone.
 */
function wholeRow(cells: { column: number; value: CellValue }[]): { column: number; values: (CellValue | null)[] } {
  const column = Math.min(...cells.map((cell) => cell.column));
  const values: (CellValue | null)[] = Array.from(
    { length: Math.max(...cells.map((cell) => cell.column)) - column + 1 },
    () => null,
  );
  for (const cell of cells) values[cell.column - column] = cell.value;
  return { column, values };
}

function runs(cells: { column: number; value: CellValue }[]): { column: number; values: CellValue[] }[] {
  const sorted = cells.sort((a, b) => a.column - b.column);
  return consecutive(sorted, (cell, before) => cell.column === before.column + 1).map((run) => ({
    column: run[0]!.column,
    values: run.map(({ value }) => value),
  }));
}

/**
 * Our formulas, then whatever else is in their columns. Where that includes formulas, each write would make Excel fill
 * the whole column, so such a column is written as a whole.
 */
function calculatedCells(draft: SheetDraft, place: Place, years: readonly [number, number]): Operation[] {
  const ours = formulas(draft, place, years);
  const kept = typedOver(draft, place);
  const mixed = new Set(kept.flatMap((step) => (step.op === "keep" && "formula" in step ? [step.column] : [])));
  const isApart = (step: Operation): boolean => !("column" in step) || !mixed.has(step.column);
  const keys = [...draft.columns].filter(([, column]) => mixed.has(column));
  return [
    ...ours.filter(isApart),
    ...kept.filter(isApart),
    ...keys.map(([key, column]) =>
      wholeColumn(draft, key, column, (row) => rowFormulas(place, years, row, draft.month !== undefined)),
    ),
  ];
}

function wholeColumn(
  draft: SheetDraft,
  key: string,
  column: number,
  formulasIn: (row: number) => ReturnType<typeof rowFormulas>,
): Operation {
  const { row: first, rows } = bodyOf(draft);
  const at = new Map(draft.rows.map((row) => [row.row, row]));
  const cells = Array.from({ length: rows }, (_, index) => {
    const row = at.get(first + index);
    if (!row) return null;
    const formula = row.calculated.has(key)
      ? formulasIn(row.row).find((one) => one.key === key)?.formula
      : row.formulas[key] === undefined
        ? undefined
        : inOwnRow(row, key, String(row.row + 1));
    return formula === undefined ? { value: row.cells[key] ?? "" } : { formula };
  });
  return { op: "column", row: first, column, cells };
}

function formulas(draft: SheetDraft, place: Place, years: readonly [number, number]): Operation[] {
  const rows = draft.rows.filter(({ calculated }) => calculated.size > 0);
  return following(rows, (row) => [...row.calculated].sort().join()).flatMap((block) => {
    const first = block[0]!;
    return rowFormulas(place, years, first.row, draft.month !== undefined)
      .filter(({ key }) => first.calculated.has(key))
      .map(({ key, formula }): Operation => ({
        op: "formula",
        row: first.row,
        rows: block.length,
        column: place(key)!,
        formula,
      }));
  });
}

/**
 * What is in the formulas' columns and is not ours: a typed 状态, a row of the user's own, a formula of theirs. When a
 * formula is written into one cell of a table, Excel fills the whole column with it (office-js issue 2093), so all of
 * this is written back right after.
 */
function typedOver(draft: SheetDraft, place: Place): Operation[] {
  const filled = [...new Set(draft.rows.flatMap(({ calculated }) => [...calculated]))];
  return filled.flatMap((key): Operation[] => {
    const column = place(key);
    if (column === undefined) return [];
    const kept = draft.rows
      .filter(({ calculated }) => !calculated.has(key))
      .map((row) => ({ row, form: row.formulas[key] === undefined ? undefined : inOwnRow(row, key, "") }));
    const usual = commonest(kept.flatMap(({ form }) => form ?? []));
    // References to other columns are still those of the sheet as read, so they only hold if no column has moved.
    const mayBeTheirs = draft.columnsStand;
    return kept.flatMap(({ row, form }): Operation[] => {
      if (form === undefined) return [{ op: "keep", row: row.row, column, value: row.cells[key] ?? "" }];
      return mayBeTheirs && form !== usual
        ? [{ op: "keep", row: row.row, column, formula: inOwnRow(row, key, String(row.row + 1)) }]
        : [];
    });
  });
}

/** Matches texts, sheet names and single words of a formula: a function with its bracket, a name, an address. */
const words = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_$][\p{L}\p{N}_.$]*\(?/gu;

/** A row's formula, with the row number in references to its own row replaced by `other`. */
function inOwnRow({ formulas: held, from, row }: DraftRow, key: string, other: string): string {
  const own = String((from ?? row) + 1);
  return String(held[key]).replace(words, (word) => {
    const address = /^(\$?[A-Z]{1,3}\$?)(\d+)$/.exec(word);
    return address?.[2] === own ? `${address[1]}${other}` : word;
  });
}

function commonest(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** Groups adjacent rows of the same `kind`. */
const following = (rows: readonly DraftRow[], kind: (row: DraftRow) => string): DraftRow[][] =>
  consecutive(rows, (row, above) => row.row === above.row + 1 && kind(row) === kind(above));

/**
 * Excel gives an inserted row the looks of its neighbour. Ours are set explicitly, so that the user's own colours do
 * not spread to it.
 */
function newRows(draft: SheetDraft, columns: readonly MatrixColumn[], place: Place): Operation[] {
  const at = [...draft.columns.values()];
  const left = Math.min(...at);
  const width = Math.max(...at) - left + 1;
  const firstRow = draft.headerRow + 1;
  const end = draft.table ? draft.table.row + draft.table.rows : Infinity;
  return following(
    draft.rows.filter(({ isNew }) => isNew),
    () => "",
  ).map((block): Operation => {
    const area: Area = { row: block[0]!.row, column: left, rows: block.length, columns: width };
    // Conditional formats and validations extend over a row inserted within their area, but not over one before its
    // first row or outside the table.
    const atEdge = area.row === firstRow || area.row >= end;
    return {
      op: "dress",
      styles: bodyStyles(columns, place, area),
      formats: atEdge ? conditionalFormats(columns, place, area) : [],
      validations: atEdge ? methodValidations(place, area, listsIn(draft.above)) : [],
      fit: { row: area.row, rows: area.rows },
    };
  });
}

/** The area of the table's body. */
function bodyOf({ table, rows, headerRow }: SheetDraft): Area {
  const end = table ? table.row + table.rows : (rows[rows.length - 1]?.row ?? headerRow) + 1;
  return { row: headerRow + 1, column: 0, rows: Math.max(1, end - headerRow - 1), columns: 1 };
}

function newColumns(draft: SheetDraft, columns: readonly MatrixColumn[], place: Place): Operation[] {
  const body = bodyOf(draft);
  return [...draft.newColumns].flatMap((key): Operation[] => {
    const column = columns.find((one) => one.key === key);
    const at = draft.columns.get(key);
    if (!column || at === undefined) return [];
    const area: Area = { ...body, column: at };
    const headerArea: Area = { ...area, row: draft.headerRow, rows: 1 };
    return [
      {
        op: "dress",
        styles: [
          {
            area: headerArea,
            style: { ...header, ...(column.kind === "unit" ? unitHeaderStyle(unitHeaders(draft)) : {}) },
          },
          ...bodyStyles([column], place, area),
        ],
        formats: [],
        validations: [
          ...(key === "method" ? methodValidations(place, area, listsIn(draft.above)) : []),
          ...headerHints([{ ...column, header: draft.headers.get(key)! }], place, draft.headerRow),
        ],
        width: { column: at, points: column.width, hidden: column.kind === "key" },
      },
    ];
  });
}

const unitHeaders = ({ headers }: SheetDraft): string[] =>
  [...headers].flatMap(([key, header]) => (isMarkColumn(key) ? [header] : []));

/** Hints of units' headers. Sheets with full names have none. */
function renamedHints(
  { renamed, newColumns: added, headers, style, headerRow }: SheetDraft,
  place: Place,
): Operation[] {
  const columns = [...renamed].flatMap((key) =>
    added.has(key) || !headers.has(key) ? [] : [markColumn(key, headers.get(key)!)],
  );
  const hints = style === "short" ? headerHints(columns, place, headerRow, "always") : [];
  return hints.length > 0 ? [{ op: "dress", styles: [], formats: [], validations: hints }] : [];
}

/** The columns that decide how a row's entries are judged. */
const judging = ["indicator", "period", "target", "measure"] as const;

/** Validations that are sent in one step. */
const rulesPerStep = 50;

/**
 * Validations for rows that are new or ask for something else now, and for all rows when a year was added. Rows that
 * only moved keep theirs.
 */
function entryRules(
  draft: SheetDraft,
  { columns, indicators }: Pick<ApplyContext, "columns" | "indicators">,
  place: Place,
): Operation[] {
  const newYear = columns.some(({ key, year }) => year !== undefined && draft.newColumns.has(key));
  const rows = draft.rows.filter(
    ({ isNew, rulesDue, written }) => newYear || isNew || rulesDue || judging.some((key) => written.has(key)),
  );
  const asked = rows.map((row) => askedRow(row.row, row.cells, indicators.get(draft.identityOf(row) ?? "")));
  const rules = entryValidations(columns, place, asked, listsIn(draft.above));
  return Array.from({ length: Math.ceil(rules.length / rulesPerStep) }, (_, index): Operation => ({
    op: "dress",
    styles: [],
    formats: [],
    validations: rules.slice(index * rulesPerStep, (index + 1) * rulesPerStep),
  }));
}

function methodRules(draft: SheetDraft, place: Place): Operation[] {
  const rules = draft.methodsChanged ? methodValidations(place, bodyOf(draft), listsIn(draft.above)) : [];
  return rules.length > 0 ? [{ op: "dress", styles: [], formats: [], validations: rules }] : [];
}
