import { actualKey } from "../matrix/columns";
import { isQuantified } from "../matrix/limits";
import type { LocatedMatrix } from "../matrix/locate";
import { isFilled } from "../matrix/ownership";
import type { CellValue } from "../matrix/sheet";
import type { Plan } from "../plan/model";
import { inChinese, sentence, series, type Sentence, type Spoken } from "../plan/sentence";
import { answeringFor, plannedRows, reportersOf, type Answering } from "./answering";
import { placeOf } from "./collect";
import { voicesIn, type Detail, type Voice } from "./details";

/** A cell of the matrix for which the reports have a value. */
export interface DerivedCell {
  identity: string;
  /** Column key: the year's actual, 进展情况, 佐证材料, or 备注, which tells where units differ. */
  column: string;
  place: string;
  /** What the sheet holds. */
  before: CellValue;
  /** What the reports say; empty where units that should agree differ. */
  after: CellValue;
  /**
   * `take`: the cell is empty or holds an earlier report. `typed`: somebody has typed something else there. `dispute`:
   * units that should agree differ.
   */
  kind: "take" | "typed" | "dispute";
  note: Spoken;
}

export interface Derivation {
  plan: Plan;
  held: LocatedMatrix;
  year: number;
  totals: ReadonlySet<string>;
  /** By `detailKey`, before and after the files are taken. */
  before: ReadonlyMap<string, Detail>;
  after: ReadonlyMap<string, Detail>;
}

/** The cells of the matrix that differ from what the reports of `year` say. */
export function derivedCells({ plan, held, year, totals, before, after }: Derivation): DerivedCell[] {
  const reporters = reportersOf(plan, held);
  const [told, tells] = [byRow(before, year), byRow(after, year)];
  return plannedRows(held).flatMap(({ identity, row }) => {
    // Skips rows without any report, which are most rows of a long matrix.
    if (!told.has(identity) && !tells.has(identity)) return [];
    const answering = answeringFor(row, reporters, plan, totals);
    const [was, now] = [told, tells].map((rows) => said(answering, row.cells, rows.get(identity)));
    const names = reporters.map(({ name }) => name);
    const words = (field: "evidence" | "progress", rows: ByRow): string =>
      wordsOf(field, names, rows.get(identity) ?? nobody);
    const at: DerivedRow = { columns: held.columns, cells: row.cells, identity };
    return [
      ...cellOf(at, actualKey(year), was!.value, now!.value, now!),
      ...(["progress", "evidence"] as const).flatMap((field) =>
        cellOf(at, field, words(field, told), words(field, tells), { note: "" }),
      ),
      ...remarkOf(at, remark(was!), remark(now!)),
    ];
  });
}

/**
 * Row identity → unit → what it has reported of the row over the year's rounds. Several entries for a unit come from
 * units that were merged into it.
 */
export type ByRow = ReadonlyMap<string, Voices>;
type Voices = ReadonlyMap<string, readonly Voice[]>;
const nobody: Voices = new Map();

export function byRow(details: ReadonlyMap<string, Detail>, year: number): ByRow {
  const rows = new Map<string, Map<string, Voice[]>>();
  for (const detail of voicesIn(details.values(), year)) {
    const units = rows.get(detail.identity) ?? new Map<string, Voice[]>();
    // Sorted, so that the order in which reports came in does not matter.
    units.set(
      detail.unit,
      [...(units.get(detail.unit) ?? []), detail].sort((one, other) =>
        (one.former ?? "") < (other.former ?? "") ? -1 : 1,
      ),
    );
    rows.set(detail.identity, units);
  }
  return rows;
}

/** What the units that were asked say of a row. */
export interface Said {
  value: CellValue;
  note: Spoken;
  /** What each unit says; only where they differ. */
  dispute?: Spoken;
  /** 截至 of the latest round with a report of the row; absent where there is none. */
  month?: number;
}

/** The row of the matrix that is looked at. */
interface DerivedRow {
  columns: LocatedMatrix["columns"];
  cells: Readonly<Record<string, CellValue>>;
  identity: string;
}

/**
 * @param was what the reports said before
 * @param now what they say after the files are taken
 */
function cellOf(
  { columns, cells, identity }: DerivedRow,
  column: string,
  was: CellValue,
  now: CellValue,
  { note, dispute }: Omit<Said, "value">,
): DerivedCell[] {
  if (!columns.has(column)) return [];
  const there = cells[column] ?? "";
  const shown = { identity, column, place: placeOf(cells), before: there };
  if (dispute !== undefined) {
    const isUndecided: DerivedCell = { ...shown, after: "", kind: "dispute", note: dispute };
    if (!isFilled(there)) return [isUndecided];
    // A number of one lead that was taken before the other's came is removed: it must not matter which came first.
    return isFilled(was) && String(there) === String(was) ? [{ ...isUndecided, kind: "take" }, isUndecided] : [];
  }
  if (!isFilled(now) || String(there) === String(now)) return [];
  const isOurs = !isFilled(there) || String(there) === String(was);
  return [{ ...shown, after: now, kind: isOurs ? "take" : "typed", note }];
}

const remark = ({ dispute }: Said): string =>
  dispute === undefined ? "" : inChinese(sentence("填报不一致：{{note}}", { note: dispute }));

/** 备注 belongs to people: only an empty one is written to, and only our own text is changed or removed. */
function remarkOf({ columns, cells, identity }: DerivedRow, was: string, now: string): DerivedCell[] {
  const there = String(cells.remark ?? "");
  if (!columns.has("remark") || there === now || (isFilled(there) && there !== was)) return [];
  return [{ identity, column: "remark", place: placeOf(cells), before: there, after: now, kind: "take", note: "" }];
}

/**
 * For parts, the sum of each unit's latest number. Otherwise the one number on which all agree; only the latest round
 * counts, since June's number does not contradict September's.
 */
export function said(
  { units, reporting, notAdded }: Answering,
  { target }: Readonly<Record<string, CellValue>>,
  voices: Voices = nobody,
): Said {
  const reported = units
    .map((unit) => ({ unit, said: (voices.get(unit) ?? []).filter(({ value }) => value.content !== "") }))
    .filter((one) => one.said.length > 0);
  if (reported.length === 0) return { value: "", note: "" };
  const all = reported.flatMap((one) => one.said);
  const month = Math.max(...all.map(({ valueMonth }) => valueMonth));
  if (reporting === "total" && isQuantified({ target: target ?? "" })) {
    // It is unclear whether these are parts of parts, or a sum and its parts.
    if (reported.some((one) => one.said.length > 1))
      return { value: "", note: "", month, dispute: series(all.map(telling), "，") };
    const sum = all.reduce((total, { value: { content } }) => total + (typeof content === "number" ? content : 0), 0);
    const older = all.filter(({ valueMonth }) => valueMonth < month).length;
    const [asked, missing] = [units.length, units.length - reported.length];
    const note =
      missing > 0
        ? sentence("{{all}} 个单位合计，还差 {{missing}} 个单位", { all: asked, missing })
        : asked > 1
          ? sentence("{{all}} 个单位合计", { all: asked })
          : "";
    return {
      value: Number(sum.toPrecision(15)),
      month,
      note:
        older > 0 ? series([note, sentence("其中 {{count}} 个单位的是以前一轮填的", { count: older })], "，") : note,
    };
  }
  const latest = all.filter(({ valueMonth }) => valueMonth === month);
  const [first, ...others] = latest.map(({ value }) => value.content);
  if (others.every((content) => content === first))
    return { value: first!, month, note: notAdded ? sentence("这一项{{reason}}，不相加", { reason: notAdded }) : "" };
  return { value: "", note: "", month, dispute: series(latest.map(telling), "，") };
}

const telling = ({ unit, former, value }: Detail): Sentence => {
  const content = String(value.content);
  return former === undefined
    ? sentence("{{unit}}填 {{content}}", { unit, content })
    : sentence("{{former}}（已归{{unit}}）填 {{content}}", { former, unit, content });
};

/** What units have written about a row, with their names where there are several. */
function wordsOf(field: "evidence" | "progress", units: readonly string[], voices: Voices): string {
  const told = units.flatMap((unit) =>
    (voices.get(unit) ?? []).flatMap(({ former, [field]: { content } }) =>
      content === "" ? [] : [{ unit: former ?? unit, content }],
    ),
  );
  return told.length === 1 ? told[0]!.content : told.map(({ unit, content }) => `${unit}：${content}`).join("；");
}
