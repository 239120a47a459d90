import { actualKey, planYears } from "../matrix/columns";
import { confirmation } from "../matrix/doubts";
import type { LocatedMatrix, LocatedRow } from "../matrix/locate";
import type { StatusKey } from "../matrix/statuses";
import type { Plan } from "../plan/model";
import { mapPausably, type Pausable } from "../plan/pausable";
import type { CellValue } from "../matrix/sheet";
import { sentence, type Sentence, type Words } from "../plan/sentence";
import { reportersOf, rolesIn, type Reporter } from "./answering";
import type { AsOf } from "./as-of";
import { extentOf, tally, topSection, type Extent, type Tally } from "./breakdown";
import type { Detail } from "./details";
import { readEntry, readQuality, type Asked, type Entry, type QualityEntry } from "./entry";
import { isTask } from "./assess";
import { judge } from "./judge";
import { explainingRows } from "./reported-rows";

/** A year's cell whose content cannot be taken as it is: 待核 lists it. */
export interface CellToCheck {
  /** Column key, for `goTo`. */
  column: string;
  year: number;
  /** What the cell shows. */
  text: string;
  /** What the cell holds: 0.92 where it shows 92%. */
  held: CellValue;
  reason: Sentence;
  /** The only number that the text can mean. Never offered for a formula of the user's. */
  offer?: number;
  /** The number near the target that was probably meant, where the entry is likely off by a hundred or more. */
  meant?: number;
  /** The entered number, where it is only likely to be wrong. */
  entered?: number;
  /** The text in 备注 that confirms `offer` or `entered`. */
  confirmation?: string;
}

/** One row of the plan with its status, for pages and lists. */
export interface RowResult {
  /** The hidden key's text, for `goTo`. */
  key: string;
  /** The row's identity, which stays when the plan's promise changes. */
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
  /** With its measure; the word for a task; or, where nothing is readable, the entry itself. */
  actual: string;
  ratio?: number;
  /** `差 2 所`, `超 3 人`, `逾期 30 天`; empty where nothing is missing or nothing can be judged. */
  gapText: Words;
  status: StatusKey;
  /** 完成时限, in the plan's words. */
  deadline: string;
  /** Only for a task that is 逾期. */
  daysOverdue?: number;
  leads: string[];
  /** Responsible units, and members of a responsible group. */
  helpers: string[];
  /** What units have said about it in the year. */
  explanation: string;
  /** 进展情况, as it stands in the sheet. */
  progress: string;
  /** The plan's own words; empty for a row without a number, or where the plan is lost. */
  quote: string;
  /**
   * Cells to check in all years up to 评估年度: texts, and numbers that cannot be right (negative, over 100 %, half a
   * person).
   */
  toCheck: CellToCheck[];
}

/** The counts are those of the rows that it leads. */
export interface UnitResult extends Reporter, Tally {
  /** How much it leads and how much it is responsible for. */
  leads: Extent;
  helps: Extent;
  /** How many rows ask it for an entry. */
  asked: number;
  hasReported: boolean;
  /** 尚未报送. Both this and `hasReported` are false for a unit whose entries cannot be read. */
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
  /** For each unit, how many rows ask it and whether it has reported; `missing`: units that are 尚未报送. */
  reporting: { units: readonly { name: string; asked: number; hasReported: boolean }[]; missing: readonly string[] };
}

/** Units between two pauses; all rows are looked at for each. */
const unitsAtOnce = 5;

/** The status of every row and every unit in a year; with pauses. */
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
      helpers: helpersIn(row, reporters, plan),
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

/** The names of those who answer for a row without leading it. */
function helpersIn(row: LocatedRow, reporters: readonly Reporter[], plan: Plan): string[] {
  const roles = rolesIn(row, reporters, plan);
  return reporters.flatMap(({ name }, index) =>
    roles[index] === "responsible" || roles[index] === "member" ? [name] : [],
  );
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

/** A word together with an invisible character is not recognised by the sheet's formulas. */
function seen(entry: QualityEntry, held: CellValue): QualityEntry {
  const word = entry.kind === "word" ? entry.value : "";
  if (entry.kind === "unreadable" || String(held).replace(/^ +| +$/g, "") === word) return entry;
  return { kind: "unreadable", text: String(held), reason: sentence("有看不见的字符，请重新填写") };
}

/** What may be written into the cell instead. */
function settling(entry: Entry | QualityEntry, asked: Asked): Pick<CellToCheck, "offer" | "meant" | "confirmation"> {
  if (entry.kind === "offer") {
    // 0.8% leaves no doubt, so the confirmation is written along and the number is not asked about again.
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
