import type { Amount } from "./amounts";
import type { Clause } from "./clauses";
import type { Period } from "../model";
import type { TimeWord } from "../lexicon/times";
import { anyOf } from "../lexicon/wording";

/** Which period governs a quantity. */
export interface When {
  period: Period;
  deadline?: number;
  /** It lies in the past: a figure of the background, not a promise. */
  past?: boolean;
  /** The sentence itself says the period; otherwise it was said before it, or nowhere. */
  stated: boolean;
}

/** A date or span that holds until another one is said. */
export interface Outer {
  kind: "due" | "span";
  year?: number;
}

interface Inner {
  kind: "yearly" | "termly" | "cadence";
  clause: Clause;
  /** 年均增长12%，占比达到2%: the rate of growth is a year's, what follows is not. */
  ownOnly: boolean;
}

const YEARLY_CHANGE = /^年均(?:增长|增加|增速|增幅|递增|提高|提升|上升|下降|降低|减少)/;

/** Each of something: what follows is per one of them, no sum of the year. */
const EACH = /每(?:名|人|位|户|家|个|县|区|市|乡|镇|村|校|所|街|社|班|园|支|项|条|场|次|期|千|万|百|亩|台|辆)/;

/** Nouns of a level that is reached and kept, not summed up year by year. */
const LEVEL_NOUNS = [
  "率", "比例", "占比", "比重", "覆盖面", "水平", "指数", "浓度", "人数", "总数", "总量", "数量", "面积", "规模", "总值", "余额", "保有量", "拥有量", "存量", "容量", "能力", "寿命", "年限", "强度", "总里程", "里程", "普及度", "满意度", "占有量", "装机", "库容", "渗透度", "比",
];
const ENDS_IN_LEVEL = new RegExp(`${anyOf(LEVEL_NOUNS)}(?:总体|整体|平均|力争|基本|将|均|都|分别|要|也)*$`);
const CHANGE = /(?:增长|增加|提高|提升|上升|下降|降低|减少|压缩|压减|缩短)(?:到|至)?$/;

/** Walks through the clauses of a stretch and says, for each amount, which period governs it. */
export class Scope {
  private outer: Outer | undefined;
  private inner: Inner | undefined;
  private past = false;
  private sentence = -1;
  private paragraph = -1;
  private saidInSentence = false;
  /** Dates said one after the other (到2025年、2027年), for numbers that follow in the same order. */
  private series: TimeWord[] = [];

  /**
   * @param carried date said in an earlier stretch of the same goals.
   * @param acrossParagraphs whether a date holds for the paragraphs after it, as in a list of goals.
   */
  constructor(
    private readonly text: string,
    carried: Outer | undefined,
    private readonly acrossParagraphs: boolean,
  ) {
    this.outer = carried;
  }

  /** The date that holds at the end of what was read. */
  get last(): Outer | undefined {
    return this.outer;
  }

  /** The years said one after the other, when there are several. */
  get years(): number[] {
    return this.series.length > 1 ? this.series.flatMap((word) => (word.year ? [word.year] : [])) : [];
  }

  /** Periods of a clause's amounts, and of its end, in order. */
  read(clause: Clause): { amounts: When[]; end: When } {
    if (clause.paragraph !== this.paragraph) {
      const opens = this.text[clause.start - 2] === "：" || this.text[clause.start - 2] === ":";
      if (this.paragraph >= 0 && !this.acrossParagraphs && !opens) this.outer = undefined;
      this.paragraph = clause.paragraph;
    }
    if (clause.sentence !== this.sentence) {
      this.sentence = clause.sentence;
      this.inner = undefined;
      this.past = false;
      this.saidInSentence = false;
    }
    let total = false;
    let k = 0;
    const amounts = clause.amounts.map((amount, n) => {
      for (; k < clause.times.length && clause.times[k]!.start < amount.number; k++) total = this.hear(clause.times[k]!, clause) || total;
      const after = clause.times[k];
      // 基地5个(2025年底前): said behind the number, and nothing before.
      if (after?.kind === "due" && n === clause.amounts.length - 1 && !this.outer && !this.inner) {
        return { period: "byDeadline" as const, ...(after.year ? { deadline: after.year } : {}), stated: true };
      }
      return this.when(clause, amount, total);
    });
    for (; k < clause.times.length; k++) total = this.hear(clause.times[k]!, clause) || total;
    return { amounts, end: this.when(clause, undefined, total) };
  }

  /** Takes in a word of time; true when it is 累计, which holds for its clause only. */
  private hear(word: TimeWord, clause: Clause): boolean {
    if (word.kind === "base") return false;
    if (word.kind === "total") return true;
    if (word.kind === "past") {
      // 按照2021年标准: a year in the middle of a clause does not date its numbers.
      if (word.start === clause.start) this.past = true;
      return false;
    }
    this.past = false;
    this.saidInSentence = true;
    if (word.vague && this.inner) return false;
    if (word.kind === "due") {
      const previous = this.series[this.series.length - 1];
      const joined = previous && word.start - previous.end <= 2 && /^[、和及与]/.test(this.text.slice(previous.end, word.start));
      if (joined) this.series.push(word);
      else this.series = [word];
    }
    if (word.kind === "due" || word.kind === "span") {
      const year = word.vague ? (this.outer?.year ?? word.year) : word.year;
      this.outer = { kind: word.kind, ...(year ? { year } : {}) };
      this.inner = undefined;
    } else {
      this.inner = { kind: word.kind, clause, ownOnly: YEARLY_CHANGE.test(this.text.slice(word.start, word.start + 8)) };
    }
    return false;
  }

  private when(clause: Clause, amount: Amount | undefined, total: boolean): When {
    const due = this.outer?.year ? { deadline: this.outer.year } : {};
    const rest = { ...due, ...(this.past ? { past: true } : {}), stated: this.saidInSentence };
    if (amount?.measure.perYear) return { period: "perYear", ...rest };
    const own = this.inner?.clause === clause;
    const level = amount !== undefined && this.isLevel(amount, clause);
    // A share is never summed up: 累计 before it belongs to what stands earlier in the clause.
    if (total && !(level && amount.measure.kind === "rate")) return { period: "cumulative", ...rest };
    if (this.inner && (own || !(this.inner.ownOnly || (level && this.outer) || this.isPerEach(clause)))) {
      const period: Period = this.inner.kind === "yearly" ? "perYear" : this.inner.kind === "termly" ? "perTerm" : "other";
      return { period, ...rest };
    }
    if (this.inner && !level && this.isPerEach(clause)) return { period: "other", ...rest };
    if (this.outer?.kind === "due" || (this.outer && level)) return { period: "byDeadline", ...rest };
    if (this.outer) return { period: "cumulative", ...rest };
    return { period: "other", ...rest };
  }

  private isLevel(amount: Amount, clause: Clause): boolean {
    const before = this.text.slice(Math.max(clause.start, amount.start - 12), amount.start);
    if (amount.measure.kind === "rate") return !CHANGE.test(before);
    return ENDS_IN_LEVEL.test(before);
  }

  private isPerEach(clause: Clause): boolean {
    return EACH.test(this.text.slice(clause.start, Math.min(clause.end, clause.start + 40)));
  }
}
