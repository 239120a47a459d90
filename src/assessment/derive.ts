import { actualKey } from "../matrix/columns";
import type { LocatedMatrix } from "../matrix/locate";
import { isFilled } from "../matrix/ownership";
import type { CellValue } from "../matrix/sheet";
import type { Plan } from "../plan/model";
import { sentence, series, type Spoken } from "../plan/sentence";
import { answeringFor, plannedRows, reportersOf } from "./answering";
import { placeOf } from "./collect";
import type { Detail } from "./details";
import type { QualityWord } from "./entry";

/** A cell of the matrix that the reports say something about. */
export interface DerivedCell {
  identity: string;
  /** Column key: the year's actual, or the evidence. */
  column: string;
  place: string;
  /** What the sheet holds. */
  before: CellValue;
  /** What the reports say; empty where several leads say different things. */
  after: CellValue;
  /**
   * `take`: the cell is empty, or holds what was taken in before; `typed`: somebody wrote something else there;
   * `dispute`: the units that lead together differ.
   */
  kind: "take" | "typed" | "dispute";
  note: Spoken;
}

export interface Derivation {
  plan: Plan;
  held: LocatedMatrix;
  year: number;
  totals: ReadonlySet<string>;
  /** Before and after the files are taken. */
  before: ReadonlyMap<string, Detail>;
  after: ReadonlyMap<string, Detail>;
}

/** The matrix's cells that differ from what the reports of `year` say. */
export function derivedCells({ plan, held, year, totals, before, after }: Derivation): DerivedCell[] {
  const reporters = reportersOf(plan, held);
  const [told, tells] = [byRow(before, year), byRow(after, year)];
  return plannedRows(held).flatMap(({ identity, row }) => {
    // Most rows of a long matrix: nobody has said anything.
    if (!told.has(identity) && !tells.has(identity)) return [];
    const answering = answeringFor(row, reporters, plan, totals);
    const isQuality = String(row.cells.target ?? "").trim() === "";
    const say = (rows: ByRow): Said => said(answering.units, (unit) => rows.get(identity)?.get(unit), answering.reporting === "total" && !isQuality);
    const [was, now] = [say(told), say(tells)];
    const evidence = (rows: ByRow): string => evidenceOf(reporters.map(({ name }) => name), (unit) => rows.get(identity)?.get(unit));
    return [
      ...cellOf(held, row.cells, identity, actualKey(year), was.value, now.value, now),
      ...cellOf(held, row.cells, identity, "evidence", evidence(told), evidence(tells), { note: "" }),
    ];
  });
}

/** Row's identity → unit → what it has reported of that row. */
type ByRow = ReadonlyMap<string, ReadonlyMap<string, Detail>>;

function byRow(details: ReadonlyMap<string, Detail>, year: number): ByRow {
  const rows = new Map<string, Map<string, Detail>>();
  for (const detail of details.values()) {
    if (detail.year !== year) continue;
    const units = rows.get(detail.identity) ?? new Map<string, Detail>();
    units.set(detail.unit, detail);
    rows.set(detail.identity, units);
  }
  return rows;
}

interface Said {
  value: CellValue;
  note: Spoken;
  /** What each unit says, where they differ. */
  dispute?: Spoken;
}

function cellOf(held: LocatedMatrix, cells: Readonly<Record<string, CellValue>>, identity: string, column: string, was: CellValue, now: CellValue, { note, dispute }: Omit<Said, "value">): DerivedCell[] {
  if (!held.columns.has(column)) return [];
  const there = cells[column] ?? "";
  const shown = { identity, column, place: placeOf(cells), before: there };
  if (dispute !== undefined) {
    const isUndecided: DerivedCell = { ...shown, after: "", kind: "dispute", note: dispute };
    if (!isFilled(there)) return [isUndecided];
    // One lead's number, taken in before the other's came, goes again: which came first must not decide.
    return isFilled(was) && String(there) === String(was) ? [{ ...isUndecided, kind: "take" }, isUndecided] : [];
  }
  if (!isFilled(now) || String(there) === String(now)) return [];
  const isOurs = !isFilled(there) || String(there) === String(was);
  return [{ ...shown, after: now, kind: isOurs ? "take" : "typed", note }];
}

/** A sum for numbers that are parts, else what all who were asked say together. */
function said(units: readonly string[], detailOf: (unit: string) => Detail | undefined, isSum: boolean): Said {
  const reported = units.flatMap((unit) => {
    const content = detailOf(unit)?.value.content ?? "";
    return content === "" ? [] : [{ unit, content }];
  });
  if (reported.length === 0) return { value: "", note: "" };
  const missing = units.length - reported.length;
  const contents = reported.map(({ content }) => content);
  if (isSum) {
    const sum = contents.reduce<number>((total, content) => total + (typeof content === "number" ? content : 0), 0);
    const all = units.length;
    const note = missing > 0 ? sentence("{{all}} 个单位合计，还差 {{missing}} 个单位", { all, missing }) : all > 1 ? sentence("{{all}} 个单位合计", { all }) : "";
    return { value: Number(sum.toPrecision(15)), note };
  }
  if (contents.every((content) => content === contents[0])) return { value: contents[0]!, note: "" };
  if (contents.every((content) => typeof content === "string")) return { value: together(contents as QualityWord[]), note: "" };
  return { value: "", note: "", dispute: series(reported.map(({ unit, content }) => sentence("{{unit}}填 {{content}}", { unit, content: String(content) })), "，") };
}

/** Done only when all are done; not begun only when nobody has. */
function together(words: readonly QualityWord[]): QualityWord {
  if (words.every((word) => word === "已完成")) return "已完成";
  return words.every((word) => word === "未开展") ? "未开展" : "推进中";
}

function evidenceOf(units: readonly string[], detailOf: (unit: string) => Detail | undefined): string {
  const told = units.flatMap((unit) => {
    const content = detailOf(unit)?.evidence.content ?? "";
    return content === "" ? [] : [{ unit, content }];
  });
  return told.length === 1 ? told[0]!.content : told.map(({ unit, content }) => `${unit}：${content}`).join("；");
}
