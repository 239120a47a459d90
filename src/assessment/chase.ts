import { actualKey } from "../matrix/columns";
import { isQuantified } from "../matrix/limits";
import { isFilled } from "../matrix/ownership";
import type { LocatedMatrix } from "../matrix/locate";
import type { CellValue } from "../matrix/sheet";
import { mapPausably, type Pausable } from "../plan/pausable";
import { sentence, series, type Spoken, type Words } from "../plan/sentence";
import { answeringFor, plannedRows, reportersOf } from "./answering";
import { asOfIn, type AsOf } from "./as-of";
import { askedOf, placeOf, type CollectContext } from "./collect";
import { byRow, said, type Said } from "./derive";
import { isEntered, type Detail } from "./details";
import { placeInForm, whyDropped, writtenIn, type Dropped } from "./dropped";
import { readEntry, readQuality, type QualityWord } from "./entry";

/** 还要追的: what is still missing from the reports of the current round, according to the workbook. */
export interface Chase extends AsOf {
  /** Units that should have reported and have not. */
  missing: string[];
  /** Entries that are neither a number nor a word of the list, and that nobody has corrected since. */
  unread: { unit: string; former?: string; place: string; entry: string; reason: Words }[];
  /** Rows about which units that should agree differ, and which nobody has settled in the matrix. */
  conflicts: { place: string; note: Spoken }[];
  /** Content of form rows that belong nowhere, until somebody deletes its row in 填报明细. */
  dropped: Dropped[];
  /** Units that have reported only a part of what they were asked. */
  partial: { unit: string; places: string[] }[];
}

export interface ChaseInput extends Pick<CollectContext, "plan" | "held" | "year" | "totals"> {
  /** By `detailKey`, under the units' present names. */
  details: ReadonlyMap<string, Detail>;
  dropped: Iterable<Dropped>;
}

/** With pauses. */
export function* chasing({ plan, held, year, totals, details, dropped }: ChaseInput): Pausable<Chase> {
  const reporters = reportersOf(plan, held);
  const { month } = asOfIn(held, year);
  const ofRound = new Map([...details].filter(([, detail]) => detail.year === year && detail.month === month));
  // The matrix shows all rounds; what is missing concerns the current one.
  const [told, now] = [byRow(details, year), byRow(ofRound, year)];
  const rows = yield* mapPausably(plannedRows(held), ({ identity, row }) => {
    const answering = answeringFor(row, reporters, plan, totals);
    const there = row.cells[actualKey(year)] ?? "";
    const tells = said(answering, row.cells, told.get(identity));
    const heard = answering.units.flatMap((unit) => now.get(identity)?.get(unit) ?? []);
    const unread = isSettled(there, tells) ? [] : heard.filter(({ unread: { content } }) => content !== "");
    return {
      cells: row.cells,
      place: placeOf(row.cells),
      units: answering.units,
      isSum: answering.reporting === "total",
      there,
      isSound: isSound(row, actualKey(year)),
      tells,
      heard,
      unread,
    };
  });
  yield;
  const spoken = new Set([...ofRound.values()].map(({ unit }) => unit));
  const all = [...dropped].filter((one) => one.year === year);
  // A number typed directly into the matrix came by telephone. Anything that is not a number does not count.
  const typed = new Set(
    rows.flatMap(({ units, isSound: isTyped, tells }) => (isTyped && !isFilled(tells.value) ? units : [])),
  );
  const asked = new Set(rows.flatMap(({ units }) => units));
  const isMissing = (name: string): boolean => asked.has(name) && !spoken.has(name) && !typed.has(name);
  yield;
  const left = new Map<string, string[]>();
  for (const { units, isSum, place, there, tells, heard } of rows) {
    // One number, typed or reported, is enough, except for a sum, which needs those of all units.
    const isOlder = tells.month !== undefined && tells.month < month && !isSettled(there, tells) && !isDone(there);
    if (isFilled(there) && !isOlder && (!isSum || isSettled(there, tells))) continue;
    for (const unit of units)
      if (!heard.some((detail) => detail.unit === unit && isEntered(detail)))
        left.set(unit, [...(left.get(unit) ?? []), place]);
  }
  const names = reporters.map(({ name }) => name);
  return {
    year,
    month,
    missing: names.filter(isMissing),
    unread: rows.flatMap(({ cells, place, units, isSum, unread }) =>
      unread.map((detail) => ({
        unit: detail.unit,
        ...(detail.former === undefined ? {} : { former: detail.former }),
        place,
        entry: detail.unread.content,
        reason: whyUnread(detail, cells, isSum && units.length > 1),
      })),
    ),
    conflicts: rows.flatMap(({ place, there, tells }) =>
      tells.dispute !== undefined && tells.month === month && !isFilled(there) ? [{ place, note: tells.dispute }] : [],
    ),
    dropped: all,
    partial: names.flatMap((unit) => (left.has(unit) && !isMissing(unit) ? [{ unit, places: left.get(unit)! }] : [])),
  };
}

const doneWord: QualityWord = "已完成";

/** Whether a year's cell holds something that counts: a number in its domain, or a word of the list. */
function isSound({ cells, percents }: LocatedMatrix["rows"][number], column: string): boolean {
  const held = percents?.[column] ?? cells[column] ?? "";
  const read =
    String(cells.target ?? "").trim() === ""
      ? readQuality(held)
      : readEntry(held, { ...askedOf(cells), remark: String(cells.remark ?? "") }, percents?.[column] !== undefined);
  return read.kind === "number" || read.kind === "word" || (read.kind === "offer" && read.isShown === true);
}

/** A task that was done in an earlier round needs no more reports. */
const isDone = (there: CellValue): boolean => String(there).trim() === doneWord;

/** Whether somebody has typed something other than what the reports say, which settles the matter. */
const isSettled = (there: CellValue, { value }: Said): boolean => isFilled(there) && String(there) !== String(value);

/** Why an entry was not taken. A number that only looks wrong is stored as text, but judged as the number it is. */
function whyUnread(
  { unread: { content }, explanation }: Detail,
  cells: Readonly<Record<string, CellValue>>,
  isPart: boolean,
): Words {
  if (!isQuantified({ target: cells.target ?? "" })) {
    const word = readQuality(content);
    return "reason" in word ? word.reason : "";
  }
  const asked = { ...askedOf(cells), isPart, remark: explanation.content };
  const number = Number(content);
  const reads = [...(Number.isNaN(number) ? [] : [readEntry(number, asked)]), readEntry(content, asked)];
  return reads.flatMap((read) => ("reason" in read ? [read.reason] : []))[0] ?? "";
}

/** Whether a unit has reported, and everything could be read. */
export function isReportedBy(unit: string, { missing, unread }: Chase): boolean {
  return !missing.includes(unit) && !unread.some((one) => one.unit === unit);
}

export interface ChaseSection {
  id: "missing" | "unread" | "conflicts" | "dropped" | "partial";
  title: Spoken;
  lines: Spoken[];
}

/** How many places a line names; the matrix shows all of them as 未报. */
const namedAtMost = 3;

/** The list in words, by section; empty sections are left out. */
export function chaseSections({ missing, unread, conflicts, dropped, partial }: Chase): ChaseSection[] {
  const all: ChaseSection[] = [
    {
      id: "missing",
      title: sentence("未交的单位（{{count}}）", { count: missing.length }),
      lines: missing.length > 0 ? [series(missing)] : [],
    },
    {
      id: "unread",
      title: sentence("交来但没有认出的数（{{count}}）", { count: unread.length }),
      lines: unread.map(({ unit, former, place, entry, reason }) =>
        sentence("{{unit}}：{{place}}填“{{entry}}”，{{reason}}", { unit: former ?? unit, place, entry, reason }),
      ),
    },
    {
      id: "conflicts",
      title: sentence("几个单位填的不同（{{count}}）", { count: conflicts.length }),
      lines: conflicts.map(({ place, note }) => sentence("{{place}}：{{note}}", { place, note })),
    },
    {
      id: "dropped",
      title: sentence("没有收入责任矩阵的行（{{count}}）", { count: dropped.length }),
      lines: dropped.map((one) =>
        sentence("{{unit}}：{{place}}{{written}}，{{reason}}", {
          unit: one.former ?? one.unit,
          place: placeInForm(one.printed),
          written: writtenIn(one),
          reason: whyDropped(one),
        }),
      ),
    },
    {
      id: "partial",
      title: sentence("没有填全的单位（{{count}}）", { count: partial.length }),
      lines: partial.map(({ unit, places }) => {
        const [count, first] = [places.length, series(places.slice(0, namedAtMost), "；")];
        return count > namedAtMost
          ? sentence("{{unit}}：还有 {{count}} 项没有填：{{places}}等", { unit, count, places: first })
          : sentence("{{unit}}：还有 {{count}} 项没有填：{{places}}", { unit, count, places: first });
      }),
    },
  ];
  return all.filter(({ lines }) => lines.length > 0);
}
