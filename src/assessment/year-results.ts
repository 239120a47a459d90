import { actualKey, planYears } from "../matrix/columns";
import { confirmation } from "../matrix/doubts";
import type { LocatedMatrix, LocatedRow } from "../matrix/locate";
import type { StatusKey } from "../matrix/statuses";
import type { Plan } from "../plan/model";
import { mapPausably, type Pausable } from "../plan/pausable";
import type { CellValue } from "../matrix/sheet";
import { sentence, type Sentence, type Words } from "../plan/sentence";
import { reportersOf, roleIn, type Reporter } from "./answering";
import type { AsOf } from "./as-of";
import { extentOf, tally, topSection, type Extent, type Tally } from "./breakdown";
import type { Detail } from "./details";
import { readEntry, readQuality, type Asked, type Entry, type QualityEntry } from "./entry";
import { isTask } from "./assess";
import { judge } from "./judge";
import { explainingRows } from "./reported-rows";

/** A year's cell that holds no number that can be taken as it is. */
export interface CellToCheck {
  /** Column key, for `goTo`. */
  column: string;
  year: number;
  /** What the cell shows. */
  text: string;
  /** What the cell holds: 0.92 where it shows 92%. */
  held: CellValue;
  reason: Sentence;
  /** The one number that the text can only mean; a formula of the user's is never offered to be replaced. */
  offer?: number;
  /** A number that comes near the target, where what was entered is likely off by a hundred or more. */
  meant?: number;
  /** The number that was entered, where it is only likely to be off. */
  entered?: number;
  /** What 备注 has to say for `offer` or `entered` to be taken as it stands. */
  confirmation?: string;
}

/** One row of the plan as it stands, for pages and lists. */
export interface RowResult {
  /** The hidden key's text, for `goTo`. */
  key: string;
  /** What stays the same when the plan's promise changes. */
  identity: string;
  number: string;
  /** Outermost heading. */
  section: string;
  /** All headings, as the sheet has them: `提升行动 / 青少年科学素质提升行动`. */
  headings: string;
  task: string;
  indicator: string;
  period: string;
  /** With its measure; empty for a task without a number. */
  target: string;
  /** With its measure; the word that stands for a task; or, where nothing can be read, what was entered. */
  actual: string;
  ratio?: number;
  /** `差 2 所`, `超 3 人`, `逾期 30 天`; empty where nothing is missing, or nothing can be judged. */
  gapText: Words;
  status: StatusKey;
  /** 完成时限, in the plan's words. */
  deadline: string;
  /** Of a task that is 逾期. */
  daysOverdue?: number;
  leads: string[];
  /** Responsible units, and members of a group that is. */
  helpers: string[];
  /** What units have said of it in the year. */
  explanation: string;
  /** 进展情况, as it stands in the sheet. */
  progress: string;
  /** The plan's own words; empty for a row without a number, or where the plan is lost. */
  quote: string;
  /** Of every year up to 评估年度: texts, and numbers that cannot be right (negative, over 100 %, half a person). */
  toCheck: CellToCheck[];
}

/** Counts are of the rows that it leads. */
export interface UnitResult extends Reporter, Tally {
  /** What it leads and what it helps with. */
  leads: Extent;
  helps: Extent;
  /** Rows for which it is asked. */
  asked: number;
  hasReported: boolean;
  /** 尚未报送; a unit whose entries cannot be read is neither this nor has it reported. */
  isMissing: boolean;
}

export interface YearResults extends AsOf, Tally {
  plan: string;
  years: number[];
  /** In the order of the sheet. */
  rows: RowResult[];
  units: UnitResult[];
}

export interface YearResultsInput {
  plan: Plan;
  held: LocatedMatrix;
  details: readonly Detail[];
  asOf: AsOf;
  /** Who is asked for how many rows, and who has reported; `missing`: 尚未报送. */
  reporting: { units: readonly { name: string; asked: number; hasReported: boolean }[]; missing: readonly string[] };
}

/** Of each of them every row is looked at. */
const unitsAtOnce = 5;

/** Where every row of the plan and every unit stands in a year; with places to wait. */
export function* yearResults({ plan, held, details, asOf, reporting }: YearResultsInput): Pausable<YearResults> {
  const { year } = asOf;
  const years = planYears(plan.years);
  const reporters = reportersOf(plan, held);
  const quotes = new Map(plan.indicators.map(({ id, quote }) => [id, quote]));
  const all = yield* explainingRows(held, details, year);
  yield;
  const resultOf = ({ explained, row, identity }: (typeof all)[number]): RowResult => {
    const { key, number, section, task, indicator, period, leads, explanation, deadline, progress } = explained;
    const { status, actual, target, gap, ratio, daysOverdue } = judge(explained, asOf, plan.years);
    return {
      ...{
        key,
        identity,
        number,
        section: topSection(section),
        headings: section,
        task,
        indicator,
        period,
        target,
        actual,
      },
      ...(ratio === undefined ? {} : { ratio }),
      gapText: gap,
      status,
      deadline,
      ...(daysOverdue === undefined ? {} : { daysOverdue }),
      leads,
      helpers: reporters.filter((reporter) => isHelping(row, reporter, plan)).map(({ name }) => name),
      ...{ explanation, progress },
      quote: (row.key?.indicatorId !== undefined && quotes.get(row.key.indicatorId)) || "",
      toCheck: years.filter((at) => at <= year).flatMap((at) => cellsToCheckOf(row, explained, at)),
    };
  };
  const rows = yield* mapPausably(all, resultOf);
  yield;
  const reported = new Map(reporting.units.map((unit) => [unit.name, unit]));
  const missing = new Set(reporting.missing);
  const units = yield* mapPausably(
    reporters,
    (reporter): UnitResult => {
      const { name } = reporter;
      const led = rows.filter(({ leads }) => leads.includes(name));
      const helped = rows.filter(({ helpers }) => helpers.includes(name));
      const { asked = 0, hasReported = false } = reported.get(name) ?? {};
      return {
        ...reporter,
        leads: extentOf(led),
        helps: extentOf(helped),
        ...tally(led),
        asked,
        hasReported,
        isMissing: missing.has(name),
      };
    },
    unitsAtOnce,
  );
  return { plan: plan.title, ...asOf, years, rows, units, ...tally(rows) };
}

function isHelping(row: LocatedRow, reporter: Reporter, plan: Plan): boolean {
  const role = roleIn(row, reporter, plan);
  return role === "responsible" || role === "member";
}

function cellsToCheckOf({ cells, formulas, percents }: LocatedRow, asked: Asked, year: number): CellToCheck[] {
  const column = actualKey(year);
  const held = percents?.[column] ?? cells[column] ?? "";
  const entry = isTask(asked)
    ? seen(readQuality(held), held)
    : readEntry(held, asked, percents?.[column] !== undefined);
  if (entry.kind === "blank" || entry.kind === "number" || entry.kind === "word") return [];
  const isFormula = formulas[column] !== undefined;
  const cell = {
    column,
    year,
    text: percents?.[column] === undefined ? String(held) : entry.text,
    held,
    reason:
      isFormula && percents?.[column] !== undefined ? sentence("公式算出的是百分比，请在公式里乘以 100") : entry.reason,
  };
  return [
    {
      ...cell,
      ...(isFormula ? {} : settling(entry, asked)),
      ...(entry.kind === "doubt"
        ? { entered: entry.value, confirmation: confirmation(entry.value, asked.measure) }
        : {}),
    },
  ];
}

/** A word with something unseen beside it is none to the sheet's formulas. */
function seen(entry: QualityEntry, held: CellValue): QualityEntry {
  const word = entry.kind === "word" ? entry.value : "";
  if (entry.kind === "unreadable" || String(held).replace(/^ +| +$/g, "") === word) return entry;
  return { kind: "unreadable", text: String(held), reason: sentence("有看不见的字符，请重新填写") };
}

/** What may be written instead. */
function settling(entry: Entry | QualityEntry, asked: Asked): Pick<CellToCheck, "offer" | "meant" | "confirmation"> {
  if (entry.kind === "offer") {
    // 0.8% is as plain as it can be said: it is not asked again once it stands there as a number.
    const again = readEntry(entry.value, asked);
    return {
      offer: entry.value,
      ...(again.kind === "doubt" ? { confirmation: confirmation(entry.value, asked.measure) } : {}),
    };
  }
  return (entry.kind === "doubt" || entry.kind === "unreadable") && "meant" in entry && entry.meant !== undefined
    ? { meant: entry.meant }
    : {};
}
