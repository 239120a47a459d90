import type { Indicator, Plan } from "../plan/model";
import { bodyStyles } from "./body";
import { buildMatrix, listAreas, titleRows, unitHeaderStyle, type Matrix, type MatrixOptions } from "./build";
import { hasLists } from "./choices";
import {
  actualYear,
  columnMark,
  distinctHeader,
  isEarlierLayout,
  markColumn,
  markColumns,
  spokenName,
  type MatrixColumn,
} from "./columns";
import { isFormerStatus } from "./formulas";
import type { LocatedMatrix, LocatedRow } from "./locate";
import { body, header } from "./look";
import { isFilled, isMarkColumn, isNote, isTyped, isTypedColumn, isUsed } from "./ownership";
import { rowIdentity } from "./row-key";
import { cellsOf, matrixRows, type MatrixRow } from "./rows";
import { fitted, type Area, type CellValue, type SheetData, type StyledArea, type Validation } from "./sheet";
import { formatPeriod, formatTarget } from "./target-text";
import { askedRow, bodyValidations, type AskedRow } from "./validations";

export interface ManualChange {
  /** Where, in words: task and column. */
  place: string;
  /** What the sheet keeps. */
  kept: CellValue;
  /** What the plan says. */
  planned: CellValue;
}

/** A row of the sheet, by column key. */
export interface RemovedRow {
  cells: Record<string, CellValue>;
}

export interface CarriedMatrix extends Matrix {
  /** How many typed cells were taken over. */
  kept: number;
  manualChanges: ManualChange[];
  /** Rows whose task or indicator is no longer in the plan, with what was typed in them. */
  removed: RemovedRow[];
  /** The same, where nothing was typed. */
  dropped: RemovedRow[];
  /** Rows and unit columns that are not in the plan, and stay because a sync has left them. */
  stayed: { rows: RemovedRow[]; columns: MatrixColumn[] };
  /** Rows of the plan that are left out, as they were in a sync. */
  leftOut: MatrixRow[];
  /** Rows that had been deleted, and are there again. */
  back: RemovedRow[];
  /** Rows, and full names of unit columns, that are new. */
  fresh: RemovedRow[];
  newColumns: string[];
  /** How many typed cells were known from elsewhere of rows that were not in the sheet. */
  restored: number;
  /** Full names of the unit columns that go. */
  goneColumns: string[];
  /** True when the sheet holds all of it already, in whatever order of rows and columns. */
  unchanged: boolean;
}

export interface CarryOptions extends Omit<MatrixOptions, "without" | "headers" | "style" | "month"> {
  /** What syncs before have left out of the sheet: identities of rows, keys of unit columns. */
  left?: readonly string[];
  /** What the plan said last, by column key, of a row that syncs have kept without it; absent where nobody knows. */
  saidOf?: (identity: string) => Readonly<Record<string, CellValue>> | undefined;
  /** What the workbook knows of a row that is not in the sheet, by column key. */
  known?: (row: MatrixRow) => Readonly<Record<string, CellValue>>;
}

/**
 * The matrix of `plan` for a sheet that is in use: everything typed stays with its row (docs/design.md, Sync). Rows are
 * found by key, so order, filters and moved columns do not matter. The user's own columns come right of ours, their own
 * rows and copies of ours at the end. What syncs before have kept, or left out, is kept and left out.
 * @param base the plan that the sheet was made from; without it only 目标 and 口径 can be told from manual changes
 */
export function carryOver(
  plan: Plan,
  held: LocatedMatrix,
  base: Plan | undefined,
  { left = [], known = () => ({}), saidOf = () => undefined, ...options }: CarryOptions = {},
): CarriedMatrix {
  const year = held.year ?? options.year;
  const present = new Set(held.rows.flatMap(({ key }) => (key ? [rowIdentity(key)] : [])));
  const without = new Set(left.filter((one) => !present.has(one) && !held.columns.has(one)));
  const style = isEarlierLayout(held.columns) ? "short" : held.style;
  const headers = headersByHand(held, base);
  const matrix = buildMatrix(plan, {
    ...options,
    style,
    headers,
    without,
    ...(year === undefined ? {} : { year }),
    ...(held.month === undefined ? {} : { month: held.month }),
  });
  const leftOut = without.size === 0 ? [] : matrixRows(plan, options).filter(({ identity }) => without.has(identity));
  const baseCells = new Map(
    (base ? buildMatrix(base, options).rows : []).map(({ identity, cells }) => [identity, cells]),
  );
  const identities = new Set(matrix.rows.map(({ identity }) => identity));
  const former = formerIdentities(matrix.rows, held.rows);
  const goesTo = new Map([...former].map(([now, before]) => [before, now]));
  const plannedAs = ({ key }: LocatedRow): string | undefined => {
    const identity = key && rowIdentity(key);
    return identity === undefined ? undefined : identities.has(identity) ? identity : goesTo.get(identity);
  };
  const isPlanned = (row: LocatedRow): boolean => plannedAs(row) !== undefined;
  // The plan that the sheet was made from did not know it either: a sync has left it there.
  const isKept = (row: LocatedRow): boolean =>
    base !== undefined && row.key !== undefined && !isPlanned(row) && !baseCells.has(rowIdentity(row.key));
  const staying = held.rows.filter((row) => !row.key || isPlanned(row) || isKept(row));
  const kept = held.rows.filter(isKept);
  const saidBefore = (now: string): Readonly<Record<string, CellValue>> | undefined => {
    const identity = former.get(now) ?? now;
    return baseCells.get(identity) ?? saidOf(identity);
  };
  // What the plan put there itself before it knew the row no more is no reason for a column to stay once it has the row
  // again.
  const isPlans = (row: LocatedRow, key: string): boolean =>
    isPlanned(row) && row.cells[key] === saidBefore(plannedAs(row)!)?.[key];
  const keptColumns = markColumnsKept(matrix.columns, held, base, { staying, kept, isPlans });
  const columns = withUserColumns([...matrix.columns, ...keptColumns], held, staying);
  const heldRows = new Map<string, LocatedRow[]>();
  const own: LocatedRow[] = [];
  for (const row of held.rows) {
    if (!row.key) own.push(row);
    else if (!isKept(row))
      heldRows.set(plannedAs(row) ?? rowIdentity(row.key), [
        ...(heldRows.get(plannedAs(row) ?? rowIdentity(row.key)) ?? []),
        row,
      ]);
  }
  const keptBelow = keptByPlace(held.rows, plannedAs, isKept);
  const holding = (row: LocatedRow): LocatedRow =>
    row.percents ? { ...row, cells: { ...row.cells, ...row.percents } } : row;
  const manualChanges: ManualChange[] = [];
  const lines: CellValue[][] = [];
  const sources: (LocatedRow | undefined)[] = [];
  const asked: AskedRow[] = [];
  const ask = (cells: Record<string, CellValue>, indicator?: Indicator): void =>
    void asked.push(askedRow(titleRows.header + 1 + lines.length, cells, indicator));
  const copies: LocatedRow[] = [];
  const asIs = (shown: LocatedRow): void => {
    const row = holding(shown);
    ask(row.cells);
    lines.push(columns.map(({ key }) => row.cells[key] ?? ""));
    sources.push(row);
  };
  const back: RemovedRow[] = [];
  const fresh: RemovedRow[] = [];
  let restored = 0;
  const keptKeys = new Set(keptColumns.map(({ key }) => key));
  keptBelow("").forEach(asIs);
  for (const row of matrix.rows) {
    const [shown, ...others] = heldRows.get(row.identity) ?? [];
    const first = shown && holding(shown);
    heldRows.delete(row.identity);
    copies.push(...others);
    const typedBefore = first ? {} : typedAmong(known(row));
    const merged = first
      ? merge(
          row.cells,
          first,
          saidBefore(row.identity),
          plan,
          { columns, keptKeys, isFollowed: base !== undefined },
          manualChanges,
        )
      : { ...row.cells, ...typedBefore };
    restored += Object.keys(typedBefore).filter((key) => columns.some((column) => column.key === key)).length;
    if (!first) (baseCells.has(row.identity) ? back : fresh).push({ cells: merged });
    ask(merged, row.indicator);
    lines.push(cellsOf({ ...row, cells: merged }, columns));
    sources.push(first);
    keptBelow(row.identity).forEach(asIs);
  }
  for (const row of [...copies, ...own]) asIs(row);
  if (lines.length === 0) {
    // A table has one row at least.
    lines.push(columns.map(() => ""));
    sources.push(undefined);
  }
  const leaving = [...heldRows.values()].flat();
  const typed = sources.reduce((count, row) => count + (row ? typedIn(row) : 0), 0);
  const laidOut = withLines(matrix.sheet, columns, lines, (body) =>
    bodyValidations(columns, (key) => columns.findIndex((column) => column.key === key), body, asked, listAreas(plan)),
  );
  const sheet = {
    ...laidOut,
    formulas: [...laidOut.formulas, ...keptFormulas(columns, sources, held)],
    styles: [
      ...laidOut.styles,
      ...formerFormats(held),
      ...percentRows(columns, lines),
      ...keptFormats(columns, sources),
    ],
  };
  const there = new Set(columns.map(({ key }) => key));
  return {
    sheet,
    columns,
    rows: matrix.rows,
    kept: typed,
    manualChanges,
    removed: leaving.filter(isUsed).map(({ cells }) => ({ cells })),
    dropped: leaving.filter((row) => !isUsed(row)).map(({ cells }) => ({ cells })),
    stayed: { rows: kept.map(({ cells }) => ({ cells })), columns: keptColumns },
    leftOut,
    back,
    fresh,
    newColumns: matrix.columns
      .filter(({ key, kind }) => kind === "unit" && !held.columns.has(key))
      .map(({ name, header }) => name ?? header),
    restored,
    goneColumns: [...held.columns.keys()]
      .filter((key) => isMarkColumn(key) && !there.has(key))
      .map((key) => spokenName(held, key)),
    unchanged: leaving.length === 0 && hasLists(held.above, plan) && isSame(columns, lines, sources, held),
  };
}

/** Names that people have written over units' columns, by key. */
function headersByHand(held: LocatedMatrix, base: Plan | undefined): ReadonlyMap<string, string> {
  if (!base) return new Map();
  const ours = new Map(
    [...markColumns(base, "full"), ...markColumns(base, "short")].map(({ key }) => [key, new Set<string>()] as const),
  );
  for (const style of ["full", "short"] as const)
    for (const { key, header } of markColumns(base, style)) ours.get(key)!.add(header);
  return new Map([...held.headers].filter(([key, header]) => ours.has(key) && !ours.get(key)!.has(header)));
}

/** An indicator that went to another task keeps its row, as in a sync: identity in the plan → identity in the sheet. */
function formerIdentities(planned: readonly MatrixRow[], rows: readonly LocatedRow[]): Map<string, string> {
  const identities = new Set(planned.map(({ identity }) => identity));
  const present = new Set(rows.flatMap(({ key }) => (key ? [rowIdentity(key)] : [])));
  const free = new Map(
    rows.flatMap(({ key }) =>
      key?.indicatorId !== undefined && !identities.has(rowIdentity(key))
        ? [[key.indicatorId, rowIdentity(key)] as const]
        : [],
    ),
  );
  return new Map(
    planned.flatMap(({ identity, indicator }) =>
      indicator && !present.has(identity) && free.has(indicator.id)
        ? [[identity, free.get(indicator.id)!] as const]
        : [],
    ),
  );
}

/** Rows that were kept stay where they stand: below the nearest row of the plan above them ("" for the header). */
function keptByPlace(
  rows: readonly LocatedRow[],
  plannedAs: (row: LocatedRow) => string | undefined,
  isKept: (row: LocatedRow) => boolean,
): (identity: string) => readonly LocatedRow[] {
  const below = new Map<string, LocatedRow[]>();
  let above = "";
  for (const row of rows) {
    const identity = plannedAs(row);
    if (identity !== undefined) above = identity;
    else if (isKept(row)) below.set(above, [...(below.get(above) ?? []), row]);
  }
  return (identity) => below.get(identity) ?? [];
}

/**
 * Columns of units that the plan does not name: those in which a kept row has anything, and those that a sync has left.
 */
function markColumnsKept(
  columns: readonly MatrixColumn[],
  held: LocatedMatrix,
  base: Plan | undefined,
  {
    staying,
    kept,
    isPlans,
  }: {
    staying: readonly LocatedRow[];
    kept: readonly LocatedRow[];
    isPlans: (row: LocatedRow, key: string) => boolean;
  },
): MatrixColumn[] {
  const known = new Set(columns.map(({ key }) => key));
  const before = new Set(base ? markColumns(base).map(({ key }) => key) : []);
  const taken = new Set(columns.map(({ header }) => header.toLowerCase()));
  const isLeft = (key: string): boolean =>
    base !== undefined &&
    !before.has(key) &&
    staying.some((row) => isFilled(row.cells[key]) && !isNote(key, row.cells[key]) && !isPlans(row, key));
  return [...held.columns.keys()]
    .filter(
      (key) => isMarkColumn(key) && !known.has(key) && (kept.some(({ cells }) => isFilled(cells[key])) || isLeft(key)),
    )
    .map((key) => markColumn(key, distinctHeader(held.headers.get(key)!, taken)));
}

/**
 * Formulas that the user wrote, where row and column stay in place; elsewhere the value stands, since its references
 * would point wrong.
 */
function keptFormulas(
  columns: MatrixColumn[],
  sources: (LocatedRow | undefined)[],
  held: LocatedMatrix,
): SheetData["formulas"] {
  return sources.flatMap((source, index) => {
    const row = titleRows.header + 1 + index;
    if (source?.row !== row) return [];
    return columns.flatMap(({ key, kind }, column) => {
      const formula = source.formulas[key];
      return formula !== undefined && kind !== "formula" && held.columns.get(key) === column
        ? [{ row, column, formula }]
        : [];
    });
  });
}

const plain = { numberFormat: "General" };

/**
 * Formats stay where they are while contents are brought over: those that go along with a cell are taken from its
 * former place.
 */
const formerFormats = ({ rows, columns }: LocatedMatrix): StyledArea[] =>
  rows.flatMap(({ row, formats }) =>
    Object.keys(formats ?? {}).map((key) => ({
      area: { row, column: columns.get(key)!, rows: 1, columns: 1 },
      style: plain,
    })),
  );

/**
 * In a row of percentages a format that somebody has left behind in its new place would make another number of what is
 * there.
 */
function percentRows(columns: readonly MatrixColumn[], lines: readonly (readonly CellValue[])[]): StyledArea[] {
  const measure = columns.findIndex(({ key }) => key === "measure");
  const years = runsOf(columns.map(({ key }) => actualYear(key) !== undefined));
  return runsOf(lines.map((line) => line[measure] === "%")).flatMap((row) =>
    years.map((column) => ({
      area: { row: titleRows.header + 1 + row.start, column: column.start, rows: row.length, columns: column.length },
      style: plain,
    })),
  );
}

function runsOf(marked: readonly boolean[]): { start: number; length: number }[] {
  const found: { start: number; length: number }[] = [];
  marked.forEach((is, start) => {
    if (!is) return;
    const last = found[found.length - 1];
    if (last && last.start + last.length === start) last.length++;
    else found.push({ start, length: 1 });
  });
  return found;
}

/** What a number says by its format goes along with it: 92% is not 0.92. */
const keptFormats = (columns: readonly MatrixColumn[], sources: readonly (LocatedRow | undefined)[]): StyledArea[] =>
  sources.flatMap((source, index) =>
    columns.flatMap(({ key }, column) => {
      const numberFormat = source?.formats?.[key];
      return numberFormat === undefined
        ? []
        : [{ area: { row: titleRows.header + 1 + index, column, rows: 1, columns: 1 }, style: { numberFormat } }];
    }),
  );

const typedAmong = (cells: Readonly<Record<string, CellValue>>): Record<string, CellValue> =>
  Object.fromEntries(Object.entries(cells).filter(([key, value]) => isTyped(key, value)));

const typedIn = ({ cells }: LocatedRow): number =>
  Object.keys(cells).filter((key) => isTypedColumn(key) && isFilled(cells[key])).length;

/**
 * Columns of the sheet that are not in the plan's matrix: the user's own; units and years that left, where the user
 * wrote in them.
 */
function withUserColumns(columns: MatrixColumn[], held: LocatedMatrix, staying: readonly LocatedRow[]): MatrixColumn[] {
  const known = new Set(columns.map(({ key }) => key));
  const extra = [...held.columns.keys()].filter((key) => !known.has(key) && key.startsWith("user:"));
  const noted = [...held.columns.keys()].filter(
    (key) =>
      !known.has(key) &&
      isMarkColumn(key) &&
      staying.some(({ key: ours, cells }) => (ours ? isNote(key, cells[key]) : isFilled(cells[key]))),
  );
  const droppedYears = [...held.columns.keys()].filter(
    (key) => !known.has(key) && actualYear(key) !== undefined && staying.some(({ cells }) => isFilled(cells[key])),
  );
  const taken = new Set(columns.map(({ header }) => header.toLowerCase()));
  return [
    ...columns,
    ...droppedYears.map((key): MatrixColumn => ({ key, header: `${actualYear(key)}年`, kind: "typed", width: 48 })),
    ...noted.map((key): MatrixColumn => ({
      key,
      header: distinctHeader(key.replace(/^\w+:/, ""), taken),
      kind: "typed",
      width: 80,
    })),
    ...extra.map((key): MatrixColumn => ({
      key,
      header: distinctHeader(key.slice("user:".length), taken),
      kind: "typed",
      width: 80,
    })),
  ];
}

function merge(
  planned: Record<string, CellValue>,
  held: LocatedRow,
  base: Record<string, CellValue> | undefined,
  plan: Plan,
  {
    columns,
    keptKeys,
    isFollowed,
  }: { columns: readonly MatrixColumn[]; keptKeys: ReadonlySet<string>; isFollowed: boolean },
  changes: ManualChange[],
): Record<string, CellValue> {
  const merged: Record<string, CellValue> = { ...planned };
  for (const { key, header, name = header, kind } of columns) {
    const there = held.cells[key];
    if (there === undefined || kind === "key" || kind === "formula") continue;
    if (isTypedColumn(key)) {
      merged[key] = there;
      continue;
    }
    const incoming = fitted(planned[key] ?? "");
    const before = base ? fitted(base[key] ?? "") : beforeByKey(held, key, plan);
    // Of a row that was kept nobody may know what the plan said last: then what stands there stays, as in a sync.
    const isUnknown = before === undefined && (!isFollowed || !isFilled(there));
    if (String(there) === String(incoming) || isUnknown || String(there) === String(before)) continue;
    merged[key] = there;
    // A column that was kept tells of itself.
    if (!keptKeys.has(key))
      changes.push({ place: `${String(planned.task)} · ${name}`, kept: there, planned: incoming });
  }
  return merged;
}

/** What the plan said when the row was written, as far as the hidden key tells. */
function beforeByKey({ key, cells }: LocatedRow, column: string, plan: Plan): CellValue | undefined {
  if (isNote(column, cells[column])) return "";
  if (!key?.promised) return undefined;
  if (column === "target") return formatTarget(key.promised);
  if (column === "period") return formatPeriod(key.promised, plan.years[1]);
  return undefined;
}

/** The fresh sheet with other rows and columns in it: areas that span the table follow its new size. */
function withLines(
  sheet: SheetData,
  columns: MatrixColumn[],
  lines: CellValue[][],
  rules: (body: Area) => Validation[],
): SheetData {
  const width = columns.length;
  const first = titleRows.header + 1;
  const before = sheet.cells.length - first;
  const extra = width - sheet.cells[0]!.length;
  const body_ = { row: first, column: sheet.cells[0]!.length, rows: lines.length, columns: extra };
  const taller = <T extends { area: SheetData["styles"][number]["area"] }>(items: T[]): T[] =>
    items.map((item) =>
      item.area.row === first && item.area.rows === before
        ? { ...item, area: { ...item.area, rows: lines.length } }
        : item,
    );
  const added = columns.slice(width - extra);
  const units = added
    .map((column, index) => ({ column, at: width - extra + index }))
    .filter(({ column }) => column.kind === "unit");
  // Under a header that is in no plan, a unit's column is known by the key above it.
  const pad = (row: CellValue[], index: number): CellValue[] => [
    ...row,
    ...added.map(({ key, kind }) => (index === titleRows.years && kind === "unit" ? columnMark(key) : "")),
  ];
  return {
    ...sheet,
    cells: [...sheet.cells.slice(0, titleRows.header).map(pad), columns.map((column) => column.header), ...lines],
    filledFormulas: taller(sheet.filledFormulas),
    styles: [
      ...taller(sheet.styles),
      ...(extra > 0
        ? [
            { area: { ...body_, row: titleRows.header, rows: 1 }, style: header },
            { area: body_, style: body },
          ]
        : []),
      ...units.flatMap(({ column, at }) => [
        {
          area: { ...body_, row: titleRows.header, rows: 1, column: at, columns: 1 },
          style: {
            ...header,
            ...unitHeaderStyle(columns.flatMap(({ kind, header: name }) => (kind === "unit" ? [name] : []))),
          },
        },
        ...bodyStyles([column], () => at, { ...body_, column: at, columns: 1 }),
      ]),
    ],
    columnWidths: columns.map((column) => column.width),
    rowHeights: [...sheet.rowHeights.slice(0, first), ...lines.map(() => undefined)],
    conditionalFormats: taller(sheet.conditionalFormats),
    validations: [
      ...sheet.validations.filter(({ area }) => area.row < first),
      ...rules({ row: first, column: 0, rows: lines.length, columns: width }),
    ],
    ...(sheet.table
      ? { table: { ...sheet.table, area: { ...sheet.table.area, rows: lines.length + 1, columns: width } } }
      : {}),
  };
}

/** Whether the sheet shows just these cells already, whatever its order of rows and columns. */
function isSame(
  columns: MatrixColumn[],
  lines: CellValue[][],
  sources: (LocatedRow | undefined)[],
  held: LocatedMatrix,
): boolean {
  if (columns.length !== held.columns.size || lines.length !== held.rows.length) return false;
  return lines.every((line, index) => {
    const row = sources[index];
    return (
      row !== undefined &&
      columns.every(({ key, kind }, column) =>
        kind === "formula"
          ? row.formulas[key] !== undefined && !isFormerStatus(row.formulas[key])
          : String(row.cells[key] ?? "") === String(fitted(line[column]!)),
      )
    );
  });
}
