import type { CleanText } from "../characters";
import { isTimeLimit } from "../deadlines";
import { endsLikeUnit } from "../lexicon/endings";
import { NOT_A_NAME, REMARK } from "../lexicon/phrases";
import type { Parsed } from "../notations/read-tokens";
import type { Known } from "../tokens/tokens";
import { isLevelName } from "../units/groups";
import { readWordsOf, type Aside, type Attribution, type FoundAttributions, type LeftOver } from "./attribution";
import { bracketPairs, type Pair } from "./brackets";
import { parseContent } from "./content";
import { isOwnLine } from "./lines";

/** The longest content that is read as one attribution. The limit also keeps the work on nested brackets linear. */
export const LONGEST = 1500;
const DEEPEST = 3;
const LONGEST_LIMIT = 42;

/** Attributions in brackets, brackets that hold time limits, and brackets that say who answers but cannot be read. */
export function inBrackets(
  clean: CleanText,
  from: number,
  to: number,
  known: Known,
): Omit<FoundAttributions, "decoys"> {
  const attributions: Attribution[] = [];
  const asides: Aside[] = [];
  const leftOvers: LeftOver[] = [];
  const queue = bracketPairs(clean.text, from, to).reverse();
  for (let pair = queue.pop(); pair; pair = queue.pop()) {
    const read =
      pair.height <= DEEPEST && pair.end - pair.start <= LONGEST
        ? readBracket(clean, pair, from, to, known)
        : undefined;
    if (read && "parsed" in read) {
      attributions.push(read);
      continue;
    }
    if (read) leftOvers.push(read);
    else if (pair.end - pair.start <= LONGEST_LIMIT && isTimeLimit(clean.text.slice(pair.start + 1, pair.end - 1)))
      asides.push({ kind: "time", label: "", start: pair.start + 1, end: pair.end - 1 });
    for (let k = pair.children.length - 1; k >= 0; k--) queue.push(pair.children[k]!);
  }
  return { attributions, asides, leftOvers };
}

/** 由县教育局（县财政局配合）牵头: the sentence goes on with what the unit before the bracket does. */
const GOES_ON = /^(?:共同)?(?:牵头|负责|主办|主责|承办|统筹)/;

function readBracket(
  clean: CleanText,
  pair: Pair,
  from: number,
  to: number,
  known: Known,
): Attribution | LeftOver | undefined {
  const { text } = clean;
  const { start } = pair;
  if (pair.end - start < 5 || GOES_ON.test(text.slice(pair.end, pair.end + 4))) return undefined;
  const parsed = parseContent(clean, start + 1, pair.end - 1, known);
  const end = endOfBracket(text, pair, from, to);
  const form = saysWho(parsed) ? "bracket" : isBareList(clean, pair, end, from, to, parsed) ? "bareBracket" : undefined;
  if (form)
    return {
      start,
      end,
      form,
      ownLine: isOwnLine(text, start, end, from, to),
      parsed,
      evidence: readWordsOf(parsed, start + 1),
    };
  return parsed.hasLabel
    ? { rule: "attribution-not-read", start, end, words: text.slice(start + 1, pair.end - 1) }
    : undefined;
}

/** `…。（市教育局负责）。`: the second full stop ends nothing but the bracket, so it belongs to it. */
function endOfBracket(text: string, { start, end }: Pair, from: number, to: number): number {
  const isDoubled = text[end] === "。" && end < to && /[。；]/.test(text.slice(Math.max(from, start - 1), start));
  return isDoubled ? end + 1 : end;
}

/** Whether it says who answers: by a label, a verb, or a mark in place of one, （市教育局（牵头）、市财政局）. */
function saysWho({ entries, hasLabel, hasVerb, other }: Parsed): boolean {
  if (entries.length === 0) return false;
  if (hasLabel || (hasVerb && entries.some((e) => e.plausible))) return true;
  return (
    entries.some((e) => e.role === "lead") &&
    entries.every((e) => e.plausible) &&
    other.every((words) => NOT_A_NAME.test(words))
  );
}

/** Whether the bracket holds names and nothing else, at the end of a sentence. */
function isBareList(
  { text }: CleanText,
  { start }: Pair,
  end: number,
  from: number,
  to: number,
  { entries, other, hasVerb }: Parsed,
): boolean {
  if (entries.length === 0 || hasVerb || REMARK.test(text.slice(start + 1, end - 1))) return false;
  const after = text.slice(end, end + 1);
  const atEnd = end >= to || after === "\n" || after === "。";
  const afterSentence = /[。！？；;\n]/.test(text.slice(start - 1, start)) && start > from;
  if (!(atEnd || afterSentence)) return false;
  // A date or a score may stand with the units.
  if (!other.every((words) => NOT_A_NAME.test(words))) return false;
  const sure = entries.filter((e) => (e.isGroup ? !isLevelName(e.name) : endsLikeUnit(e.name))).length;
  if (!afterSentence) return sure === entries.length;
  return sure * 2 > entries.length || (entries.every((e) => e.plausible) && (sure > 0 || entries.length > 1));
}
