import { headerHeight, unitHeaderStyle } from "./build";
import {
  isMarkColumn,
  actualColumn,
  actualKey,
  actualYear,
  fixedColumns,
  groupOfKey,
  isEarlierLayout,
  markColumn,
  markColumns,
  nameOfMark,
  spokenName,
  unitOfKey,
  type HeaderStyle,
  type MatrixColumn,
} from "./columns";
import { firstSight } from "./first-sight";
import type { Plan } from "../plan/model";
import { isFormOf } from "../plan/units/short-names";
import type { LocatedMatrix } from "./locate";
import { isFilled } from "./ownership";
import { marks } from "./rows";
import { statuses, statusKeys, statusText } from "./statuses";

/**
 * What the matrix shows: rows by the table's filters, which Excel displays and anybody can clear; columns by hiding
 * them. A view is read from the sheet and changed in the sheet, and stored nowhere else. Cells are never touched.
 */
export type YearsShown = "all" | "assessed" | "none";

/** `meeting`: who does what, without what is filled in. `entry`: what is filled in, without marks. */
export type Purpose = "both" | "meeting" | "entry";

export interface View {
  /** `mixed`: none of these; somebody has hidden years by hand. */
  years: YearsShown | "mixed";
  /** The name of one of `sectionChoices`. */
  section?: string;
  /** Column key of a unit or group. */
  unit?: string;
  /** Whether only rows that fall short are shown. */
  short: boolean;
  /** `mixed`: somebody has hidden some of the columns by hand. */
  purpose: Purpose | "mixed";
  /** Whether each column that a fresh sheet may hide is shown, by key. */
  columns: Readonly<Record<string, boolean>>;
  headers: HeaderStyle;
}

/** What the sheet shows now. */
export interface Shown {
  /** By column key: the texts that the filter lets through, or `other` for another kind of filter. */
  filters: ReadonlyMap<string, readonly string[] | "other">;
  /** Column keys. */
  hidden: ReadonlySet<string>;
}

/** What a change of view does: no more than it asks for, so that people's own filters and hidden columns stay. */
export interface ViewSteps {
  /** `values`: texts to let through; undefined clears the column's filter. */
  filters: { key: string; values: string[] | undefined }[];
  columns: { key: string; hidden: boolean }[];
  /** New headers of units, by column key. */
  headers?: { names: ReadonlyMap<string, string>; fontSize: number };
  /** Points: just enough for the upright names in view. */
  headerHeight?: number;
}

/** An absent field changes nothing; `null` stands for all sections or all units. */
export interface ViewChange {
  years?: YearsShown;
  section?: string | null;
  unit?: string | null;
  short?: boolean;
  purpose?: Purpose;
  columns?: Readonly<Record<string, boolean>>;
}

export interface SectionChoice {
  name: string;
  /** The 板块 texts below it. */
  values: string[];
}

const separator = " / ";

/** Sections to choose from: each outermost heading, followed by those below it if there are several. */
export function sectionChoices({ rows }: Pick<LocatedMatrix, "rows">): SectionChoice[] {
  const texts = [...new Set(rows.map(({ cells }) => String(cells.section ?? "")).filter((text) => text.trim() !== ""))];
  const below = (name: string): string[] => texts.filter((text) => text === name || text.startsWith(name + separator));
  const outer = [...new Set(texts.map((text) => text.split(separator)[0]!))];
  return outer.flatMap((name) => {
    const values = below(name);
    const parts = values.filter((text) => text !== name);
    return [{ name, values }, ...(values.length > 1 ? parts.map((text) => ({ name: text, values: [text] })) : [])];
  });
}

/** Units and groups to choose from, by column key, in the order of the sheet. */
export const unitChoices = (
  held: Pick<LocatedMatrix, "columns" | "headers" | "style">,
): { key: string; name: string }[] =>
  [...held.columns.keys()].filter(isMarkColumn).map((key) => ({ key, name: spokenName(held, key) }));

/** Columns left of the units that people can show and hide one by one, where the sheet has them. */
const optionalColumns = [
  "section",
  "indicator",
  "period",
  "target",
  "measure",
  "deadline",
  "due",
  "persons",
  "current",
  "ratio",
] as const;

export const columnChoices = ({
  columns,
  headers,
}: Pick<LocatedMatrix, "columns" | "headers">): { key: string; name: string }[] =>
  optionalColumns.filter((key) => columns.has(key)).map((key) => ({ key, name: headers.get(key)! }));

/** Columns right of the units that people fill in. */
const entryTexts: readonly string[] = ["progress", "method", "evidence", "remark"];

/** Keys of the columns that a fresh sheet would hide. */
export function freshlyHidden(held: Pick<LocatedMatrix, "columns" | "rows" | "year">): ReadonlySet<string> {
  if (isEarlierLayout(held.columns)) return new Set(["key"]);
  const known = new Map(fixedColumns.map((column) => [column.key, column]));
  const columns = [...held.columns.keys()].flatMap((key): MatrixColumn[] => {
    const fixed = known.get(key);
    if (fixed) return [fixed];
    if (isMarkColumn(key)) return [markColumn(key, "")];
    return actualYear(key) === undefined ? [] : [actualColumn(actualYear(key)!)];
  });
  return firstSight(columns, held.rows, held.year ?? NaN).hidden;
}

const shortTexts = statusKeys.filter((key) => statuses[key].short).map(statusText);

/** All texts in a unit's column: the marks, and what people have written instead of one. */
const unitTexts = ({ rows }: Pick<LocatedMatrix, "rows">, key: string): string[] => [
  ...new Set([
    ...Object.values(marks),
    ...rows.flatMap(({ cells }) => (isFilled(cells[key]) ? [String(cells[key])] : [])),
  ]),
];

const isSame = (found: readonly string[] | "other" | undefined, wanted: readonly string[]): boolean =>
  Array.isArray(found) && found.length === wanted.length && wanted.every((text) => found.includes(text));

/** The view that the sheet shows. */
export function viewOf(held: LocatedMatrix, { filters, hidden }: Shown): View {
  const section = sectionChoices(held).find(({ values }) => isSame(filters.get("section"), values))?.name;
  const unit = unitChoices(held).find(({ key }) => isUnitFilter(filters.get(key)))?.key;
  return {
    years: yearsShown(held, hidden),
    ...(section === undefined ? {} : { section }),
    ...(unit === undefined ? {} : { unit }),
    short: isSame(filters.get("status"), shortTexts),
    purpose: purposeOf(held, hidden),
    columns: Object.fromEntries(columnChoices(held).map(({ key }) => [key, !hidden.has(key)])),
    headers: held.style,
  };
}

const marksOf = ({ columns }: Pick<LocatedMatrix, "columns">): string[] => [...columns.keys()].filter(isMarkColumn);
const entriesOf = ({ columns }: Pick<LocatedMatrix, "columns">): string[] =>
  entryTexts.filter((key) => columns.has(key));

function purposeOf(held: LocatedMatrix, hidden: ReadonlySet<string>): View["purpose"] {
  const [marked, entries] = [marksOf(held), entriesOf(held)];
  const all = (keys: readonly string[]): boolean => keys.length > 0 && keys.every((key) => hidden.has(key));
  if (all(marked)) return "entry";
  if (all(entries) && yearsShown(held, hidden) === "none") return "meeting";
  return entries.some((key) => hidden.has(key)) ? "mixed" : "both";
}

/** A unit's filter is recognised by the marks that it lets through; other texts in it do not matter. */
const isUnitFilter = (found: readonly string[] | "other" | undefined): boolean =>
  Array.isArray(found) && Object.values(marks).every((mark) => found.includes(mark));

function yearsShown(held: LocatedMatrix, hidden: ReadonlySet<string>): View["years"] {
  const keys = yearKeys(held);
  return (
    (["all", "assessed", "none"] as const).find((years) =>
      keys.every((key) => hidden.has(key) === isYearHidden(held, key, years)),
    ) ?? "mixed"
  );
}

const yearKeys = ({ columns }: Pick<LocatedMatrix, "columns">): string[] =>
  [...columns.keys()].filter((key) => actualYear(key) !== undefined);

const isYearHidden = ({ year }: Pick<LocatedMatrix, "year">, key: string, years: YearsShown): boolean =>
  years !== "all" && !(years === "assessed" && year !== undefined && key === actualKey(year));

/** Headers of columns with filters that are not ours. */
export function ownFilters(held: LocatedMatrix, shown: Shown): string[] {
  const { section, unit, short } = viewOf(held, shown);
  const ours = new Set([
    ...(section === undefined ? [] : ["section"]),
    ...(unit === undefined ? [] : [unit]),
    ...(short ? ["status"] : []),
  ]);
  return [...shown.filters.keys()].filter((key) => !ours.has(key)).map((key) => held.headers.get(key) ?? key);
}

/** The steps after which the sheet shows what `change` asks for. */
export function viewSteps(held: LocatedMatrix, shown: Shown, change: ViewChange): ViewSteps {
  const steps = new StepList(held, shown);
  const { years, section, unit, short, purpose } = change;
  if (purpose !== undefined) showFor(purpose, held, shown, steps);
  for (const [key, isShown] of Object.entries(change.columns ?? {}))
    if (held.columns.has(key)) steps.hide(key, !isShown);
  if (section !== undefined) steps.filter("section", sectionChoices(held).find(({ name }) => name === section)?.values);
  if (short !== undefined) steps.filter("status", short ? shortTexts : undefined);
  if (unit !== undefined) showUnit(unit, held, steps);
  if (years !== undefined) showYears(years, held, steps);
  const { filters, columns } = steps;
  return {
    filters,
    columns,
    ...(columns.some(({ key }) => isMarkColumn(key)) ? heightWith(held, after(shown.hidden, columns)) : {}),
  };
}

/** Collects steps and skips those that would change nothing. */
class StepList {
  readonly filters: ViewSteps["filters"] = [];
  readonly columns: ViewSteps["columns"] = [];

  constructor(
    private readonly held: LocatedMatrix,
    private readonly shown: Shown,
  ) {}

  filter(key: string, values: string[] | undefined): void {
    const { filters } = this.shown;
    if (!this.held.columns.has(key)) return;
    if (values === undefined ? filters.has(key) : !isSame(filters.get(key), values)) this.filters.push({ key, values });
  }

  hide(key: string, hidden: boolean): void {
    if (this.shown.hidden.has(key) !== hidden) this.columns.push({ key, hidden });
  }
}

function showFor(purpose: Purpose, held: LocatedMatrix, shown: Shown, steps: StepList): void {
  for (const key of entriesOf(held)) steps.hide(key, purpose === "meeting");
  if (purpose === "entry" || viewOf(held, shown).purpose === "entry")
    for (const key of marksOf(held)) steps.hide(key, purpose === "entry");
  if (purpose === "meeting") showYears("none", held, steps);
  else if (yearsShown(held, shown.hidden) === "none") showYears("assessed", held, steps);
}

function showYears(years: YearsShown, held: LocatedMatrix, steps: StepList): void {
  for (const key of yearKeys(held)) steps.hide(key, isYearHidden(held, key, years));
}

/** @param unit column key of a unit or group; null for all */
function showUnit(unit: string | null, held: LocatedMatrix, steps: StepList): void {
  for (const { key } of unitChoices(held)) {
    steps.filter(key, key === unit ? unitTexts(held, key) : undefined);
    // Collective names concern every unit, so they stay in view beside one; beside a collective name nothing else does.
    const isBeside = unitOfKey(key) !== undefined || (unit !== null && groupOfKey(unit) !== undefined);
    steps.hide(key, unit !== null && key !== unit && isBeside);
  }
}

function after(hidden: ReadonlySet<string>, columns: ViewSteps["columns"]): Set<string> {
  const left = new Set(hidden);
  for (const { key, hidden: isHidden } of columns) {
    if (isHidden) left.add(key);
    else left.delete(key);
  }
  return left;
}

/** The header's height for the units in view, which need not be as tall as the longest name of all. */
function heightWith(
  held: LocatedMatrix,
  hidden: ReadonlySet<string>,
  headers: ReadonlyMap<string, string> = held.headers,
): Pick<ViewSteps, "headerHeight"> {
  const keys = marksOf(held);
  const named = (some: readonly string[]): string[] => some.map((key) => headers.get(key)!);
  return { headerHeight: headerHeight(named(keys), named(keys.filter((key) => !hidden.has(key)))) };
}

/**
 * Steps that give the units' headers 简称, or full names for printing. Headers that people have written stay.
 * @param plan the one that the sheet was made from
 */
export function headerSteps(
  held: LocatedMatrix,
  { hidden }: Shown,
  plan: Pick<Plan, "units" | "groups" | "title" | "issuer">,
  style: HeaderStyle,
): ViewSteps {
  const under = (one: HeaderStyle): ReadonlyMap<string, string> =>
    new Map(markColumns(plan, one).map(({ key, header }) => [key, header]));
  const [from, to] = [under(style === "short" ? "full" : "short"), under(style)];
  const taken = new Set(held.headers.values());
  const names = new Map<string, string>();
  for (const key of marksOf(held)) {
    const now = held.headers.get(key)!;
    // A unit that the plan no longer names has a full name but no 简称.
    const wanted = to.get(key) ?? (style === "full" ? nameOfMark(key) : now);
    if (
      now === wanted ||
      (from.has(key) && now !== from.get(key) && !isFormOf(nameOfMark(key), now)) ||
      taken.has(wanted)
    )
      continue;
    names.set(key, wanted);
  }
  const headers = new Map([...held.headers, ...names]);
  const fontSize = unitHeaderStyle(marksOf(held).map((key) => headers.get(key)!)).fontSize!;
  return { filters: [], columns: [], headers: { names, fontSize }, ...heightWith(held, hidden, headers) };
}

/** Steps to the view of a fresh sheet: no filter, and only those columns hidden that it would hide. */
export function restoreSteps(held: LocatedMatrix, { filters, hidden }: Shown): ViewSteps {
  const fresh = freshlyHidden(held);
  const columns = [...held.columns.keys()]
    .filter((key) => hidden.has(key) !== fresh.has(key))
    .map((key) => ({ key, hidden: fresh.has(key) }));
  return {
    filters: [...filters.keys()].map((key) => ({ key, values: undefined })),
    columns,
    ...(columns.some(({ key }) => isMarkColumn(key)) ? heightWith(held, after(hidden, columns)) : {}),
  };
}
