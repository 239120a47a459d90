import type { UnitForm } from "../../src/assessment/forms";
import type { ReturnedForm } from "../../src/assessment/returned-form";
import { rowsOf, type Decision, type TrueRow } from "./decisions";
import type { Plan } from "./plans";
import { deadlines, everybody } from "./stock";
import { derived, isOpen } from "./reports";
import { isSound, isSoundInForm, lastDay, standingOf, type Standing, type Typed } from "./standing";

/** What the plan's columns of a row show. */
export interface Shown {
  section: string;
  title: string;
  indicator: string;
  period: string;
  target: string;
  measure: string;
  deadline: string;
  /** 时限日, the number that the hidden cell holds; empty where the plan names no day. */
  due: string;
}

export interface KnownRow {
  key: string;
  shown: Shown;
  /** By the header of the unit's column. */
  marks: Readonly<Record<string, string>>;
  /** What people have typed, by header. */
  typed: Readonly<Record<string, Typed>>;
  /**
   * Set if a sync kept the row although it is not in the plan: what the plan last said of it, with its units' present
   * names.
   */
  kept?: TrueRow;
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

/** What a sync did, as far as its undo has to restore it. */
export interface Undoable {
  id: string;
  before: ReadonlyMap<string, KnownRow>;
  after: ReadonlyMap<string, KnownRow>;
  /** The units' columns before. */
  columns: ReadonlyMap<string, string>;
  /** The rows that the clerk had deleted before. */
  deleted: ReadonlyMap<string, Readonly<Record<string, Typed>>>;
  followed: readonly TrueRow[];
  carried: { plan: Plan; decisions: readonly Decision[] } | undefined;
  changes: readonly { before: string; after: string }[];
  /** Units that got another name while the headers of their columns stayed. */
  quiet: readonly { from: string; to: string }[];
}

/** What the office knows. Steps change it; after each step the workbook is compared with it. */
export class Model {
  /** The plan that is open in the pane, and what was decided about it. */
  plan: Plan;
  decisions: readonly Decision[] = [];
  /** What the workbook carries, and must still carry when it is opened again. */
  carried: { plan: Plan; decisions: readonly Decision[] } | undefined;
  /** The plan's rows, as they were when the sheet was last brought in step with them. */
  followed: readonly TrueRow[] = [];
  rows = new Map<string, KnownRow>();
  /** The columns of units and groups: header → the name by which the unit goes everywhere else. */
  columns: ReadonlyMap<string, string> = new Map();
  /** Rows that the clerk has added, by their text under 任务. */
  own = new Map<string, Readonly<Record<string, Typed>>>();
  /** Columns that the clerk has added, by header. */
  ownColumns: string[] = [];
  /** Rows that went to 已移出, the latest last. */
  removed: { key: string; typed: Readonly<Record<string, Typed>> }[] = [];
  /** Rows that the clerk deleted. */
  deleted = new Map<string, Readonly<Record<string, Typed>>>();
  year: number;
  /** 截至. */
  month = 12;
  /** Reports as they were taken in, by the names that the units had then. */
  private readonly told = new Map<string, Report>();
  /** What units wrote into rows that the matrix no longer has. */
  dropped: { unit: string; year: number; key: string; entry: string; evidence: string; explanation: string }[] = [];
  /** The names under which forms have come back. */
  voices: string[] = [];
  /** What became of units' names, as far as it was not undone. */
  private readonly renamed: { from: string; to: string; isJoined: boolean }[] = [];
  /** Forms that are out, by the unit's name and the year. */
  out: { form: UnitForm; keys: readonly string[] }[] = [];
  /** Returned forms that lie on the desk, with what stands in them by row. */
  desk: { form: ReturnedForm; year: number; unit: string }[] = [];
  /** Units for which a form was made, by the names that they had then. */
  sent: { unit: string; year: number }[] = [];
  undoable: Undoable[] = [];
  /** Lines that 变更记录 has of syncs and their undoing: what was before, and after. */
  logged: { action: string; before: string; after: string }[] = [];
  /** What was written under 整改措施 in 未达标清单, by row. */
  measures = new Map<string, string>();
  /** The part of each row's hidden key that a revision does not change. */
  identities = new Map<string, string>();
  /** How many texts have been opened; each is a different one. */
  editions = 0;
  steps: string[] = [];
  /** How many steps were taken. */
  taken = 0;

  /** @param isWatched each step is looked at closely, to find the one that goes wrong */
  constructor(
    plan: Plan,
    year: number,
    readonly isWatched = false,
  ) {
    this.plan = plan;
    this.year = year;
  }

  /** The rows that the open plan asks for. */
  get truth(): TrueRow[] {
    return rowsOf(this.plan, this.decisions);
  }

  standingOf(key: string, how: { inSheet?: boolean } = {}): Standing {
    const row = this.rows.get(key)!;
    return standingOf(
      row.shown,
      entriesIn(row.typed),
      { year: this.year, month: this.month },
      remarkOf(row),
      how.inSheet,
    );
  }

  leadsOf(key: string): string[] {
    return this.marked(key, "●");
  }

  /** The units of a row that have a mark. */
  marked(key: string, mark: string): string[] {
    return Object.entries(this.rows.get(key)!.marks).flatMap(([header, one]) =>
      one === mark ? [this.columns.get(header) ?? header] : [],
    );
  }

  /** All units that have a column; groups are none. */
  get units(): string[] {
    return [...this.columns.values()].filter((name) => name !== everybody);
  }

  /**
   * Who is asked for a row's number: the leads; if there are none, all who are responsible, or all units if only the
   * group is.
   */
  askedFor(key: string): string[] {
    const leads = this.leadsOf(key);
    const helps = this.marked(key, "○").filter((name) => name !== everybody);
    return leads.length > 0
      ? leads
      : helps.length > 0
        ? helps
        : this.marked(key, "○").includes(everybody)
          ? this.units
          : [];
  }

  /**
   * Whether the units' numbers are added up: several are asked and nobody leads, so each reports a part. A share, or a
   * level of the whole, has no parts.
   */
  isSum(key: string): boolean {
    const { shown } = this.rows.get(key)!;
    return (
      this.leadsOf(key).length === 0 && shown.target !== "" && shown.measure !== "%" && !shown.measure.startsWith("万")
    );
  }

  /**
   * What a unit is called now. Renames are followed in both directions, because undoing one restores the old name; a
   * join is followed forwards only, because nobody can say which of the joined units a later name means.
   */
  presentName(name: string): string {
    const seen = [name];
    for (const one of seen) {
      if (this.units.includes(one)) return one;
      for (const { from, to, isJoined } of this.renamed) {
        if (from === one && !seen.includes(to)) seen.push(to);
        if (to === one && !isJoined && !seen.includes(from)) seen.push(from);
      }
    }
    return name;
  }

  /** A unit has another name from now on; what it has reported remains its own. */
  rename(from: string, to: string, isJoined: boolean): void {
    if (from !== to) this.renamed.push({ from, to, isJoined });
  }

  isSent(unit: string): boolean {
    return this.sent.some((one) => one.year === this.year && this.presentName(one.unit) === unit);
  }

  /** What units have reported, by their present names; where units were joined, what was saved last. */
  get reports(): Map<string, Report> {
    const reports = new Map<string, Report>();
    for (const one of this.told.values()) {
      const report = { ...one, unit: this.presentName(one.unit) };
      reports.set(reportKey(report), together(reports.get(reportKey(report)), report));
    }
    return reports;
  }

  /** Takes a report in; it replaces what the unit has said of the same before. */
  report(report: Report): void {
    const known = [...this.told].find(
      ([, one]) => reportKey({ ...one, unit: this.presentName(one.unit) }) === reportKey(report),
    );
    const [key, before] = known ?? [reportKey(report), undefined];
    this.told.set(key, { ...together(before, report), unit: before?.unit ?? report.unit });
  }

  /**
   * Whether a unit that is asked has reported in the year: by a form, or by a sound number that somebody typed where no
   * form has one. It is unclear as long as something of it is not understood.
   */
  hasReported(unit: string): "yes" | "no" | "unclear" {
    const asked = [...this.rows.values()].filter(({ key }) => this.askedFor(key).includes(unit));
    const own = [...this.reports.values()].filter((report) => report.unit === unit && report.year === this.year);
    const isTyped = asked.some((row) => {
      const entry = row.typed[`${this.year}年`];
      const told = derived(this, this.reports, row.key, this.year);
      return (
        (told === undefined || told === "differ") &&
        entry !== undefined &&
        (isSound(entry, row.shown, remarkOf(row)) || isSoundInForm(entry, row.shown))
      );
    });
    if (own.length === 0 && !isTyped) return "no";
    return asked.some(({ key }) => isOpen(this, key, unit)) ? "unclear" : "yes";
  }

  /** Changes one row. */
  set(key: string, change: (row: KnownRow) => KnownRow): void {
    this.rows.set(key, change(this.rows.get(key)!));
  }
}

/** What 备注 says of a row. */
export const remarkOf = ({ typed }: Pick<KnownRow, "typed">): string =>
  typed["备注"]?.as === "text" ? typed["备注"].text : "";

const yearHeader = /^(\d{4})年$/;

export const entriesIn = (typed: Readonly<Record<string, Typed>>): Map<number, Typed> =>
  new Map(
    Object.entries(typed).flatMap(([header, one]) =>
      yearHeader.test(header) ? [[Number(header.slice(0, 4)), one]] : [],
    ),
  );

const marksOfTarget: Readonly<Record<string, string>> = { ">=": "≥", "<=": "≤", "~": "约" };

/** A row of the plan as the sheet is to show it. */
export function shownOf({ section, title, indicator, op, value, measure, timing, due }: TrueRow): Shown {
  const period =
    timing === undefined
      ? ""
      : timing.kind === "perYear"
        ? "每年"
        : timing.kind === "cumulative"
          ? "累计"
          : `到${timing.year}年`;
  return {
    section,
    title,
    indicator,
    period,
    target: op === "" ? "" : `${marksOfTarget[op]}${value}`,
    measure,
    ...deadlineOf(due),
  };
}

function deadlineOf(due: number | undefined): Pick<Shown, "deadline" | "due"> {
  const said = due === undefined ? undefined : deadlines[due];
  return { deadline: said?.text ?? "", due: said?.last ? String(lastDay(said.last)) : "" };
}

export const reportKey = ({ year, unit, key }: Pick<Report, "year" | "unit" | "key">): string =>
  JSON.stringify([year, unit, key]);

/** For each field, what was saved last. */
function together(a: Report | undefined, b: Report): Report {
  if (!a) return b;
  const later = <T>(one: Said<T> | undefined, other: Said<T> | undefined): Said<T> | undefined =>
    !one || (other && other.saved >= one.saved) ? (other ?? one) : one;
  const [value, unread, evidence, explanation] = [
    later(a.value, b.value),
    later(a.unread, b.unread),
    later(a.evidence, b.evidence),
    later(a.explanation, b.explanation),
  ];
  // A number that came later replaces the text; a text that came later is kept beside the number.
  const isSettled = value !== undefined && unread !== undefined && value.saved >= unread.saved;
  return {
    unit: a.unit,
    year: a.year,
    key: a.key,
    ...(value ? { value } : {}),
    ...(unread && !isSettled ? { unread } : {}),
    ...(evidence ? { evidence } : {}),
    ...(explanation ? { explanation } : {}),
  };
}
