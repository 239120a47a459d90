import type { Amount } from "./amounts";
import type { CleanText } from "../characters";
import { leftOver } from "../finding";
import type { Evidence, Finding, Span } from "../model";
import { sentence, type Sentence } from "../sentence";
import { CLAIMS } from "./claims";
import { OBJECTIONS } from "./objections";
import type { Objection } from "./objections/objection";
import { FRACTION_UNIT } from "../lexicon/written-numbers";
import type { AmountContext } from "./context";

/** An amount that is no target, and the rule that refused it. */
export interface RefusedAmount {
  /**
   * Id of the objection. `unpromised`: no objection applies, but nothing promises the amount. `in-a-name`: the amount
   * is inside quotes.
   */
  objection: string;
  span: Span;
}

/** The decision on an amount: a target with the words that show it, or the objection that refuses it. */
export type Verdict = { evidence: Evidence[] } | { objection: Pick<Objection, "id" | "spreads" | "doubtful"> };

const UNPROMISED = { id: "unpromised" };
const PAST_YEAR = "past-year";
export const IN_A_NAME = "in-a-name";

/**
 * Decides whether an amount is a target: an objection refuses it; otherwise comparing words or a claim must promise it.
 * The first matching row wins.
 */
export function judge(context: AmountContext, text: CleanText): Verdict {
  const objection = OBJECTIONS.find((row) => row.applies(context));
  if (objection) return { objection };
  const { amount } = context;
  const words = (notation: string, start: number, end: number): Evidence => ({ notation, span: text.span(start, end) });
  const evidence = [amount.before, amount.after].flatMap((compared) =>
    compared ? [words(compared.row.id, amount.start, amount.end)] : [],
  );
  if (evidence.length === 0) {
    for (const row of CLAIMS) {
      const start = row.promisedFrom(context);
      if (start !== undefined) return { evidence: [words(row.id, start, amount.end), ...timeOf(context, words)] };
    }
    return { objection: UNPROMISED };
  }
  return { evidence: [...evidence, ...timeOf(context, words)] };
}

/** 2023年底前，建成驿站5个 in a plan that begins in 2024: but for its date, the amount would be a target. */
const isDueBeforePlan = (context: AmountContext, { id }: Pick<Objection, "id">): boolean =>
  id === PAST_YEAR &&
  (context.timing.beforePlan === true || STRIVES.test(context.clauseBefore)) &&
  !OBJECTIONS.some((row) => row.id !== PAST_YEAR && row.applies(context)) &&
  isPromised(context);

const isPromised = (context: AmountContext): boolean =>
  context.amount.before !== undefined ||
  context.amount.after !== undefined ||
  CLAIMS.some((row) => row.promisedFrom(context) !== undefined);

const timeOf = (
  { timing }: AmountContext,
  words: (notation: string, start: number, end: number) => Evidence,
): Evidence[] => (timing.word ? [words(timing.word.id, timing.word.start, timing.word.end)] : []);

const LIKE_QUALIFIER = (words: string): Sentence =>
  sentence("“{{words}}”像是限定条件，未作为指标，请核对。", { words });
const UNCLEAR = (words: string): Sentence => sentence("“{{words}}”没有读成指标，请核对它是不是目标。", { words });

const BEFORE_PLAN = (words: string): Sentence =>
  sentence("“{{words}}”的时限早于方案的起始年份，没有读成指标，请核对年份。", { words });

const STRIVES = /力争|争取|确保/;
const PROMISING = /建|改造|培育|打造|新增|完成|实现|达到|引进|开发|开展|推动|确保|力争/;
const OF_SIZE = /元$|平方米$|亩$|公顷$|公里$|^米$|%/;

/** The finding about a refused amount; none where the reader is sure. */
export function doubt(
  context: AmountContext,
  objection: Pick<Objection, "id" | "doubtful">,
  text: CleanText,
): Finding | undefined {
  const say = doubtOf(context, objection);
  if (!say) return undefined;
  const { start, end } = context.amount;
  return leftOver("quantity-left-alone", "info", say(text.printed(start, end)), text.span(start, end));
}

function doubtOf(
  context: AmountContext,
  objection: Pick<Objection, "id" | "doubtful">,
): ((words: string) => Sentence) | undefined {
  if (isDueBeforePlan(context, objection)) return BEFORE_PLAN;
  const { id, doubtful } = objection;
  const { amount, kind, unit, clauseBefore, compared, isTitle, clause } = context;
  if (unit === FRACTION_UNIT) return compared ? UNCLEAR : undefined;
  if (amount.chinese) return undefined;
  if (doubtful) return OF_SIZE.test(unit) && PROMISING.test(clauseBefore) ? LIKE_QUALIFIER : undefined;
  return id === UNPROMISED.id && !isTitle && !clause.isBracketed && /^(?:count|amount|rate)$/.test(kind)
    ? UNCLEAR
    : undefined;
}

/** 书屋20个: the thing counted comes before the number, with nothing after it. */
const COUNTED_BEFORE = /[\u4e00-\u9fff]{2}$/;
const GOES_ON = /^[”’』」、，,；;和及]/;

/** The finding about an amount in quotes: “书屋20个、书架100个” may be promised, while “5个一”工程 is a name. */
export function doubtOfName(
  { measure, chinese, before, after, start, number, end }: Amount,
  text: CleanText,
): Finding | undefined {
  const isVersion = measure.kind === "count" && text.text.slice(number, end).includes(".");
  if (chinese || isVersion || !/^(?:count|amount|rate)$/.test(measure.kind)) return undefined;
  const isCounted =
    COUNTED_BEFORE.test(text.text.slice(Math.max(0, start - 2), start)) && GOES_ON.test(text.text.slice(end, end + 1));
  if (!isCounted && !before && !after) return undefined;
  return leftOver("quantity-left-alone", "info", UNCLEAR(text.printed(start, end)), text.span(start, end));
}
