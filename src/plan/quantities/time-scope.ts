import { anyOf } from "../lexicon/wording";
import type { TimeWord } from "../lexicon/times";
import type { Period } from "../model";
import type { Amount } from "./amounts";
import type { Clause } from "./clauses";

/** The period that applies to a quantity. */
export interface Timing {
  period: Period;
  deadline?: number;
  /** The date is in the past, so the figure is background rather than a promise. */
  past?: boolean;
  /** The date is one by which something is due, although it is in the past. */
  beforePlan?: boolean;
  /** The sentence itself states the period; otherwise an earlier sentence does, or none. */
  stated: boolean;
  /** The time expression that states it. */
  word?: TimeWord;
}

/** A date or span that applies until another one is stated. */
export interface StandingDate {
  kind: "due" | "span";
  year?: number;
  word?: TimeWord;
}

interface Recurrence {
  kind: "yearly" | "termly" | "cadence";
  clause: Clause;
  word: TimeWord;
  /** In 年均增长12%，占比达到2% only the growth rate is yearly; the amounts after it are not. */
  ownOnly: boolean;
}

const YEARLY_CHANGE = /^年均(?:增长|增加|增速|增幅|递增|提高|提升|上升|下降|降低|减少)/;

/** “For each …”: the number that follows is per item, not a total for the year. */
const EACH = /每(?:名|人|位|户|家|个|县|区|市|乡|镇|村|校|所|街|社|班|园|支|项|条|场|次|期|千|万|百|亩|台|辆)/;

/** Nouns for a level that is reached and kept, rather than summed up over the years. */
const LEVEL_NOUNS = [
  "率",
  "比例",
  "占比",
  "比重",
  "覆盖面",
  "水平",
  "指数",
  "浓度",
  "人数",
  "总数",
  "总量",
  "数量",
  "面积",
  "规模",
  "总值",
  "余额",
  "保有量",
  "拥有量",
  "存量",
  "容量",
  "能力",
  "寿命",
  "年限",
  "强度",
  "总里程",
  "里程",
  "普及度",
  "满意度",
  "占有量",
  "装机",
  "库容",
  "渗透度",
  "比",
];
/** Words allowed between the noun and the number. */
const MODALS =
  "(?:总体|整体|平均|力争|争取|确保|保证|努力|基本|原则上|稳步|逐步|将|均|都|分别|要|也|应|须|再|达到?|实现)*";
const ENDS_IN_LEVEL = new RegExp(`${anyOf(LEVEL_NOUNS)}${MODALS}$`);
const ONLY_MODALS = new RegExp(`^[、和及与]?(?:到?(?:19|20)\\d{2}年[底末前]*)?${MODALS}$`);
const CHANGE = /(?:增长|增加|提高|提升|上升|下降|降低|减少|压缩|压减|缩短)(?:到|至)?$/;
/** Technical rules that always apply have no due date. */
const RULE = /^(?:不[应宜准许可]|不允许|严禁|禁止)/;

/** What is known about the time at an amount. */
interface TimeFacts {
  amount: Amount | undefined;
  /** The clause contains 累计. */
  total: boolean;
  level: boolean;
  date: StandingDate | undefined;
  /** The yearly, termly or monthly recurrence that applies to this amount. */
  recurrence: Recurrence | undefined;
  /** The number is per item (每个驿站), not for all items together. */
  perEach: boolean;
  /** The year of a plan made for one year. */
  annual: number | undefined;
}

interface PeriodRow {
  id: string;
  example: string;
  period: Period;
  applies: (known: TimeFacts) => boolean;
}

/** The period of an amount: the first row that applies. */
export const PERIODS: readonly PeriodRow[] = [
  {
    id: "per-year-unit",
    example: "开展义诊20场/年。",
    period: "perYear",
    applies: ({ amount }) => amount?.measure.perYear === true,
  },
  // A share is never summed up, so a 累计 before it belongs to earlier words of the clause.
  {
    id: "in-total",
    example: "骑手服务站累计建成30个。",
    period: "cumulative",
    applies: ({ amount, total, level }) => total && !(level && amount?.measure.kind === "rate"),
  },
  {
    id: "each-year",
    example: "每年开展义诊20场。",
    period: "perYear",
    applies: ({ recurrence }) => recurrence?.kind === "yearly",
  },
  {
    id: "each-term",
    example: "每学期开展义诊2场。",
    period: "perTerm",
    applies: ({ recurrence }) => recurrence?.kind === "termly",
  },
  {
    id: "each-month",
    example: "每月开展义诊2场。",
    period: "other",
    applies: ({ recurrence }) => recurrence?.kind === "cadence",
  },
  {
    id: "for-each",
    example: "每年举办赛事2场，每个驿站配备药箱2个。",
    period: "other",
    applies: ({ perEach, level }) => perEach && !level,
  },
  {
    id: "by-date",
    example: "到2025年，建成驿站5个。",
    period: "byDeadline",
    applies: ({ date, level }) => date?.kind === "due" || (date !== undefined && level),
  },
  {
    id: "over-years",
    example: "“十四五”期间，建成驿站5个。",
    period: "cumulative",
    applies: ({ date }) => date !== undefined,
  },
  {
    id: "annual-plan",
    example: "建成驿站5个。",
    period: "byDeadline",
    applies: ({ annual, amount }) => annual !== undefined && !RULE.test(amount?.before?.word ?? ""),
  },
  { id: "unsaid", example: "建成驿站5个。", period: "other", applies: () => true },
];

/** Goes through the clauses of a passage and decides which period applies to each amount. */
export class TimeScope {
  private date: StandingDate | undefined;
  private recurrence: Recurrence | undefined;
  private past = false;
  private beforePlan = false;
  private sentence = -1;
  private paragraph = -1;
  private saidInSentence = false;
  /** Dates in a row (到2025年、2027年), for numbers that follow in the same order. */
  private dateSeries: TimeWord[] = [];
  /** The previous amount, and whether it was a level: 确保达到800万吨，力争达到1000万吨. */
  private previousAmount: { unit: string; level: boolean } | undefined;

  /**
   * @param carried date stated in an earlier passage of the same goals
   * @param acrossParagraphs whether a date also applies to the paragraphs after it, as in a list of goals
   * @param annual the year of a plan made for one year
   */
  constructor(
    private readonly text: string,
    carried: StandingDate | undefined,
    private readonly acrossParagraphs: boolean,
    private readonly annual?: number,
  ) {
    this.date = carried;
  }

  /** The date that applies at the end of the text read so far. */
  get last(): StandingDate | undefined {
    return this.date;
  }

  /** The years of the current series of dates; empty unless there are several. */
  get years(): number[] {
    return this.dateSeries.length > 1 ? this.dateSeries.flatMap((word) => (word.year ? [word.year] : [])) : [];
  }

  /** The timing of each amount of a clause, in order, and the timing at the end of the clause. */
  read(clause: Clause): { amounts: Timing[]; end: Timing } {
    this.enter(clause);
    let total = false;
    let k = 0;
    const amounts = clause.amounts.map((amount, n) => {
      for (; k < clause.times.length && clause.times[k]!.start < amount.number; k++)
        total = this.take(clause.times[k]!, clause) || total;
      const after = clause.times[k];
      // 基地5个(2025年底前): the date comes after the number, and none comes before it.
      if (after?.kind === "due" && n === clause.amounts.length - 1 && !this.date && !this.recurrence) {
        return {
          period: "byDeadline" as const,
          ...(after.year ? { deadline: after.year } : {}),
          stated: true,
          word: after,
        };
      }
      return this.timingOf(clause, amount, total);
    });
    for (; k < clause.times.length; k++) total = this.take(clause.times[k]!, clause) || total;
    return { amounts, end: this.timingOf(clause, undefined, total) };
  }

  /** Resets whatever does not carry over into this clause's paragraph or sentence. */
  private enter(clause: Clause): void {
    if (clause.paragraph !== this.paragraph) {
      const opens = /[:：]/.test(this.text[clause.start - 2] ?? "");
      if (this.paragraph >= 0 && !this.acrossParagraphs && !opens) this.date = undefined;
      this.paragraph = clause.paragraph;
      this.previousAmount = undefined;
    }
    if (clause.sentence === this.sentence) return;
    this.sentence = clause.sentence;
    this.recurrence = undefined;
    this.past = false;
    this.beforePlan = false;
    this.saidInSentence = false;
  }

  /** Processes a time expression. True for 累计, which applies only to its clause. */
  private take(word: TimeWord, clause: Clause): boolean {
    if (word.kind === "base") return false;
    if (word.kind === "total") return true;
    if (word.kind === "past") {
      // 按照2021年标准: a year in the middle of a clause does not date its numbers.
      if (word.start === clause.start) {
        this.past = true;
        this.beforePlan = word.beforePlan === true;
      }
      return false;
    }
    this.saidInSentence = true;
    if (word.kind === "due" || word.kind === "span") this.takeDate(word, word.kind);
    else
      this.recurrence = {
        kind: word.kind,
        clause,
        word,
        ownOnly: YEARLY_CHANGE.test(this.text.slice(word.start, word.start + 8)),
      };
    return false;
  }

  private takeDate(word: TimeWord, kind: "due" | "span"): void {
    this.past = false;
    // 每年3月底前 names a day of each year.
    if (word.vague && this.recurrence) return;
    if (kind === "due") this.dateSeries = this.continuesSeries(word) ? [...this.dateSeries, word] : [word];
    const year = word.vague ? (this.date?.year ?? word.year) : word.year;
    this.date = { kind, word, ...(year ? { year } : {}) };
    this.recurrence = undefined;
  }

  /** 到2025年、2027年. A longer list does not pair dates with numbers. */
  private continuesSeries(word: TimeWord): boolean {
    const previous = this.dateSeries[this.dateSeries.length - 1];
    return (
      previous !== undefined &&
      this.dateSeries.length < 12 &&
      word.start - previous.end <= 2 &&
      /^[、和及与]/.test(this.text.slice(previous.end, word.start))
    );
  }

  private timingOf(clause: Clause, amount: Amount | undefined, total: boolean): Timing {
    const level = amount !== undefined && this.isLevel(amount, clause);
    const perEach = this.recurrence !== undefined && this.isPerEach(clause);
    const recurrence = this.recurrenceFor(clause, level, perEach);
    const row = PERIODS.find(({ applies }) =>
      applies({ amount, total, level, date: this.date, recurrence, perEach, annual: this.annual }),
    )!;
    const deadline = this.date?.year ?? (row.id === "annual-plan" ? this.annual : undefined);
    const word = recurrence?.word ?? this.date?.word;
    return {
      period: row.period,
      ...(deadline ? { deadline } : {}),
      ...(this.past ? { past: true, ...(this.beforePlan ? { beforePlan: true } : {}) } : {}),
      stated: this.saidInSentence,
      ...(word ? { word } : {}),
    };
  }

  /**
   * The recurrence that applies to an amount. In its own clause it always does; in later clauses not for levels that
   * have a date, nor for amounts per item.
   */
  private recurrenceFor(clause: Clause, level: boolean, perEach: boolean): Recurrence | undefined {
    const { recurrence } = this;
    if (!recurrence || recurrence.clause === clause) return recurrence;
    return recurrence.ownOnly || (level && this.date) || perEach ? undefined : recurrence;
  }

  private isLevel(amount: Amount, clause: Clause): boolean {
    const words = this.text.slice(Math.max(clause.start, amount.start - 12), amount.start);
    const same =
      this.previousAmount?.unit === amount.measure.unit && ONLY_MODALS.test(words) ? this.previousAmount.level : false;
    const level = amount.measure.kind === "rate" ? !CHANGE.test(words) : same || ENDS_IN_LEVEL.test(words);
    this.previousAmount = { unit: amount.measure.unit, level };
    return level;
  }

  private isPerEach(clause: Clause): boolean {
    return EACH.test(this.text.slice(clause.start, Math.min(clause.end, clause.start + 40)));
  }
}
