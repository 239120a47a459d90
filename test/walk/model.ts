import type { UnitForm } from "../../src/assessment/forms";
import type { ReturnedForm } from "../../src/assessment/returned-form";
import { rowsOf, type Decision, type TrueRow } from "./decisions";
import type { Plan } from "./plans";
import { everybody } from "./stock";
import { standingOf, type Standing, type Typed } from "./standing";

/** What the plan's columns of a row show. */
export interface Shown {
  section: string;
  title: string;
  indicator: string;
  period: string;
  target: string;
  measure: string;
}

export interface KnownRow {
  key: string;
  shown: Shown;
  /** By the header of the unit's column. */
  marks: Readonly<Record<string, string>>;
  /** What people have typed, by header. */
  typed: Readonly<Record<string, Typed>>;
  /** Kept in a sync, although it is not in the plan. */
  isKept?: boolean;
}

/** What one unit has reported of one row in one year. */
export interface Report {
  unit: string;
  year: number;
  key: string;
  value?: Said<number | string>;
  unread?: Said<string>;
  evidence?: Said<string>;
  explanation?: Said<string>;
}

export interface Said<T> {
  content: T;
  saved: string;
}

/** What a sync did, so far as its undoing has to give it back. */
export interface Undoable {
  id: string;
  before: ReadonlyMap<string, KnownRow>;
  after: ReadonlyMap<string, KnownRow>;
  followed: readonly TrueRow[];
  carried: { plan: Plan; decisions: readonly Decision[] } | undefined;
  changes: number;
}

/** What the office knows. Steps change it; after each of them the workbook is held against it. */
export class Model {
  /** The plan that is open in the pane, and what was decided about it. */
  plan: Plan;
  decisions: readonly Decision[] = [];
  /** What the workbook carries, to be found when it is opened again. */
  carried: { plan: Plan; decisions: readonly Decision[] } | undefined;
  /** The plan's rows as the sheet was last brought in step with them. */
  followed: readonly TrueRow[] = [];
  rows = new Map<string, KnownRow>();
  /** The columns of units and groups: header → the name by which the unit goes everywhere else. */
  columns: ReadonlyMap<string, string> = new Map();
  /** Rows that the clerk has put in, by what stands under 任务. */
  own = new Map<string, Readonly<Record<string, Typed>>>();
  /** Columns that the clerk has put in, by header. */
  ownColumns: string[] = [];
  /** What went to 已移出, latest last. */
  removed: { key: string; typed: Readonly<Record<string, Typed>> }[] = [];
  /** Rows that the clerk deleted. */
  deleted = new Map<string, Readonly<Record<string, Typed>>>();
  year: number;
  reports = new Map<string, Report>();
  /** Forms that are out, by the unit's name and the year. */
  out: { form: UnitForm; keys: readonly string[] }[] = [];
  /** Returned forms that lie on the desk, with what stands in them by row. */
  desk: { form: ReturnedForm; year: number; unit: string }[] = [];
  /** When each unit's form of a year was made last, by `unit|year`. */
  sent = new Map<string, string>();
  undoable: Undoable[] = [];
  /** Lines that 变更记录 has. */
  logged = 0;
  /** What was written under 整改措施 in 未达标清单, by row. */
  measures = new Map<string, string>();
  /** By which hidden key, so far as a revision leaves it alone, each row goes. */
  identities = new Map<string, string>();
  /** How many texts have been opened: each is another one. */
  editions = 0;
  steps: string[] = [];

  constructor(plan: Plan, year: number) {
    this.plan = plan;
    this.year = year;
  }

  /** The rows that the open plan asks for. */
  get truth(): TrueRow[] {
    return rowsOf(this.plan, this.decisions);
  }

  entriesOf(key: string): ReadonlyMap<number, Typed> {
    return entriesIn(this.rows.get(key)!.typed);
  }

  standingOf(key: string, year = this.year): Standing {
    return standingOf(this.rows.get(key)!.shown, this.entriesOf(key), year);
  }

  leadsOf(key: string): string[] {
    return this.marked(key, "●");
  }

  /** The units of a row that have a mark. */
  marked(key: string, mark: string): string[] {
    return Object.entries(this.rows.get(key)!.marks).flatMap(([header, one]) => (one === mark ? [this.columns.get(header) ?? header] : []));
  }

  /** All units that have a column; groups are none. */
  get units(): string[] {
    return [...this.columns.values()].filter((name) => name !== everybody);
  }

  /** Who is asked for a row's number: who leads; where nobody does, all who are responsible, or all whom the group means. */
  askedFor(key: string): string[] {
    const leads = this.leadsOf(key);
    const helps = this.marked(key, "○").filter((name) => name !== everybody);
    return leads.length > 0 ? leads : helps.length > 0 ? helps : this.marked(key, "○").includes(everybody) ? this.units : [];
  }

  /** Several are asked, nobody leads: their numbers are parts. */
  isSum(key: string): boolean {
    return this.leadsOf(key).length === 0 && this.askedFor(key).length > 0 && this.rows.get(key)!.shown.target !== "";
  }

  /** Changes one row. */
  set(key: string, change: (row: KnownRow) => KnownRow): void {
    this.rows.set(key, change(this.rows.get(key)!));
  }
}

const yearHeader = /^(\d{4})年$/;

export const entriesIn = (typed: Readonly<Record<string, Typed>>): Map<number, Typed> =>
  new Map(Object.entries(typed).flatMap(([header, one]) => (yearHeader.test(header) ? [[Number(header.slice(0, 4)), one]] : [])));

const marksOfTarget: Readonly<Record<string, string>> = { ">=": "≥", "<=": "≤", "~": "约" };

/** A row of the plan as the sheet is to show it. */
export function shownOf({ section, title, indicator, op, value, measure, timing }: TrueRow): Shown {
  const period = timing === undefined ? "" : timing.kind === "perYear" ? "每年" : timing.kind === "cumulative" ? "累计" : `到${timing.year}年`;
  return { section, title, indicator, period, target: op === "" ? "" : `${marksOfTarget[op]}${value}`, measure };
}

export const reportKey = ({ year, unit, key }: Pick<Report, "year" | "unit" | "key">): string => JSON.stringify([year, unit, key]);
