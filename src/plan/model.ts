import type { Sentence } from "./sentence";

/**
 * A plan (实施方案) as data. Everything here is plain JSON: no classes, no functions, so that a plan can be printed by the
 * CLI, stored in a workbook and compared with another one.
 *
 * Spans are `[start, end)` offsets, in UTF-16 code units, into the text exactly as it was read.
 */
export type Span = readonly [start: number, end: number];

export interface Plan {
  title: string;
  docNumber?: string;
  issuer?: string;
  /** Date of issue, ISO `YYYY-MM-DD`. */
  issued?: string;
  /** First and last year that the plan covers, both included. */
  years: [first: number, last: number];
  units: Unit[];
  groups: Group[];
  tasks: Task[];
  indicators: Indicator[];
  findings: Finding[];
  /** 保障措施, in the order of the text. */
  safeguards: Safeguard[];
  /** 评估方式: the plan's own ways of checking its results (实地走访 …); absent where it names none. */
  checkMethods?: string[];
}

/** 保障措施: a duty for which the plan names no unit. */
export interface Safeguard {
  id: string;
  path: string;
  /** Headings above it, outermost first. */
  section: string[];
  title: string;
  text: string;
  span: Span;
}

/** 单位: an organisation, under one canonical name. */
export interface Unit {
  name: string;
  aliases: string[];
  /** 简称 that a person has given. Absent: the rules give one; empty: a person has asked for that of the rules. */
  shortName?: string;
}

/** 集合称谓 (各成员单位): a collective name. `members` only when the text or the user gives them. */
export interface Group {
  name: string;
  members?: string[];
  /** 简称 that a person has given. Absent: the rules give one; empty: a person has asked for that of the rules. */
  shortName?: string;
}

/** How the lead of a task is known (docs/design.md, The plan as data). */
export type LeadBasis = "stated" | "firstByRule" | "firstByConvention" | "none";

/** One attribution of an item: who answers for the sentences that `span` covers. */
export interface Segment {
  span: Span;
  lead: string[];
  responsible: string[];
  groups: string[];
  leadBasis: LeadBasis;
}

/** 任务: the smallest numbered item that names the units answering for it. */
export interface Task {
  id: string;
  /** The numbering, joined, brackets half-width, the mark after a number dropped: `三/(一)/1`. */
  path: string;
  /** Headings above the task, outermost first, without their numbers. */
  section: string[];
  title: string;
  /** The item's text without number, title and attributions, as in the plan but cleaned of stray spaces. */
  text: string;
  lead: string[];
  responsible: string[];
  groups: string[];
  leadBasis: LeadBasis;
  /** Present when the item carries more than one attribution. */
  segments?: Segment[];
  /** When the task is due, where the plan says so of the task itself. */
  deadline?: Deadline;
  /** 责任领导, 责任人, 联系人: who answers in person, as printed. */
  persons?: Person[];
  /** The notations by which, and the words from which, the units were read; in the order of the text. */
  evidence: Evidence[];
  span: Span;
}

/** 完成时限 of a task: the plan's words, and their meaning where it is definite. */
export interface Deadline {
  text: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: the last year, month or day that is still in time. */
  by?: string;
  /** 长期坚持, 持续推进: the task has no end. */
  always?: true;
}

/** A person named with the units of a task, with the label that the plan prints. */
export interface Person {
  label: string;
  name: string;
}

/** 依据: where in the text, and by which row of the table of notations, something was read. */
export interface Evidence {
  notation: string;
  span: Span;
}

export type Op = ">=" | ">" | "<=" | "<" | "~" | "range" | "=";

export type Period = "perYear" | "perTerm" | "cumulative" | "byDeadline" | "other";

/** A quantity in 万 or 亿 of its measure word. */
export interface Printed {
  value: number;
  /** Upper end of a range. */
  max?: number;
  /** `万吨`, `亿元`; `万` alone where the text gives no measure word. */
  unit: string;
}

/** 指标: one quantity that the plan promises. */
export interface Indicator {
  id: string;
  /** Absent: a goal of the plan or of a section. */
  taskId?: string;
  /** Headings above the indicator when `taskId` is absent. */
  section?: string[];
  name: string;
  /** The words of the plan that promise the quantity, exactly as in the text. */
  quote: string;
  op: Op;
  /** A plain number; a percentage is its percent figure with unit `%`. */
  value: number;
  /** Upper end when `op` is `range`. */
  max?: number;
  /** Measure word; empty when the text gives none. */
  unit: string;
  /** The same in the plan's own 万 or 亿 (23万吨: 23 of 万吨); absent where it prints neither. The sheet is in this unit. */
  printed?: Printed;
  period: Period;
  /** Year by whose end the value is due. */
  deadline?: number;
  /** The rows of the tables of amounts by which it was read. */
  evidence: Evidence[];
  span: Span;
}

export type Severity = "error" | "warning" | "info";

/** 校核: an irregularity in the plan's text, with its place. */
export interface Finding {
  rule: string;
  severity: Severity;
  /**
   * The reading left something over here: something of the plan may be missing or wrong as read. Absent for
   * irregularities of the text itself and for roles taken by convention.
   */
  about?: "reading";
  /** Chinese, for the user. */
  message: string;
  /** The message for users of another language; neither printed nor stored. */
  said?: Sentence;
  span: Span;
}
