import { firstIndexWhere } from "../binary-search";
import type { CleanText } from "../characters";
import { namesNobodyAnswering } from "../lexicon/labels";
import { REMARK } from "../lexicon/phrases";
import { readTokens } from "../notations/read-tokens";
import { tapeOf, type Token } from "../tokens/token";
import { tokensOf, type Known } from "../tokens/tokens";
import type { FoundAttributions, LeftOver } from "./attribution";
import { oddityOf } from "../units/odd-names";
import { bracketPairs } from "./brackets";
import { beginsWithName, namesForSure } from "./names-left";

/** A stretch of the cleaned text. */
export interface Place {
  start: number;
  end: number;
}

/** Whether a place overlaps one that the reading has accounted for. */
export type IsTaken = (start: number, end: number) => boolean;

export function takenBy(places: readonly Place[]): IsTaken {
  const inOrder = [...places].sort((a, b) => a.start - b.start);
  const reach: number[] = [];
  for (const { end } of inOrder) reach.push(Math.max(end, reach.at(-1) ?? 0));
  return (start, end) => {
    const behind = firstIndexWhere(inOrder.length, (k) => inOrder[k]!.start >= end);
    return behind > 0 && reach[behind - 1]! > start;
  };
}

const LONGEST = 160;
/**
 * Brackets at the end of a sentence that name units and were not read: the net below all notations. What is known to be
 * something else is a decoy.
 * @param isTaken whether a place overlaps what was read, left over or recognised as something else
 * @param expected nobody else answers for the item, although somebody should: remarks are left over too
 */
export function unreadBrackets(
  clean: CleanText,
  from: number,
  to: number,
  isTaken: IsTaken,
  known: Known,
  expected: boolean,
): Pick<FoundAttributions, "leftOvers" | "decoys"> {
  const found: Pick<FoundAttributions, "leftOvers" | "decoys"> = { leftOvers: [], decoys: [] };
  for (const { start, end } of bracketPairs(clean.text, from, to)) {
    const words = clean.text.slice(start + 1, end - 1);
    if (
      words.length > LONGEST ||
      !closesSentence(clean.text, start, end, from, to) ||
      isTaken(start, end) ||
      !namesForSure(words, known)
    )
      continue;
    const tokens = tokensOf(words, () => false, known);
    if (isElse(tokens) || (!expected && REMARK.test(words))) found.decoys.push({ id: REMARKS, start, end });
    else found.leftOvers.push(...unreadIn(words, tokens).map((left) => ({ ...left, start, end })));
  }
  return found;
}

/** A bracket that names units and does not say who answers. */
const REMARKS = "remark-in-bracket";

function closesSentence(text: string, start: number, end: number, from: number, to: number): boolean {
  return end >= to || /[。；;\n([【〔]/.test(text[end]!) || (start > from && /[。！？；;\n]/.test(text[start - 1]!));
}

/** What a bracket leaves over: its labels that nobody knows, otherwise all of it. */
function unreadIn(words: string, tokens: readonly Token[]): Pick<LeftOver, "rule" | "words">[] {
  const labels = tokens.flatMap(({ kind, label }, k) =>
    kind === "X" && !namesNobodyAnswering(label!) && /[ug]/.test(tokens[k + 1]?.kind ?? "") ? [label!.word] : [],
  );
  return labels.length > 0
    ? labels.map((label) => ({ rule: "label-unknown", words: label }))
    : [{ rule: "attribution-not-read", words }];
}

/** （县大数据局）, （县政府办督办）, （监督单位：县审计局）: another name of what stands before, or known to answer for nothing. */
function isElse(tokens: readonly Token[]): boolean {
  if (/^[ug]$/.test(tapeOf(tokens))) return oddityOf(tokens[0]!.text) === undefined;
  const { entries, other, doubtful, matches } = readTokens(tokens);
  if (entries.length === 0 && matches.length > 0 && other.length === 0 && doubtful.length === 0) return true;
  return tokens[0]?.kind === "X" && tokens.every(({ kind, label }) => kind !== "X" || namesNobodyAnswering(label!));
}

/**
 * The last sentence or line of an item that should say who answers, where it names units and was neither read nor
 * recognised: 任务分解到县教育局、县公安局。
 */
export function unreadSentence(clean: CleanText, from: number, to: number, isTaken: IsTaken, known: Known): LeftOver[] {
  const judged = bracketPairs(clean.text, from, to).filter(({ start, end }) =>
    closesSentence(clean.text, start, end, from, to),
  );
  const sentences = [...without(clean.text, judged, from, to).matchAll(SENTENCE)].map(
    ({ index, 0: words }): LeftOver => ({
      rule: "attribution-not-read",
      start: from + index,
      end: from + index + words.length,
      words: clean.text.slice(from + index, from + index + words.length),
    }),
  );
  return sentences.filter((one) => isUnread(one, isTaken, known)).slice(-1);
}

/** A stretch with places in it, in order, blotted out; the offsets stay. */
function without(text: string, places: readonly Place[], from: number, to: number): string {
  let words = "";
  let at = from;
  for (const { start, end } of places) {
    words += text.slice(at, start) + "。".repeat(end - start);
    at = end;
  }
  return words + text.slice(at, to);
}

const SENTENCE = /[^。！？；;\n]+/g;
/** Longer words behind an attribution are a paragraph of its own. */
const LONGEST_BEHIND = 60;

/** What stands right behind the last attribution of an item and names units too: 责任单位：县教育局。另请县公安局帮忙。 */
export function unreadBehind(clean: CleanText, from: number, to: number, isTaken: IsTaken, known: Known): LeftOver[] {
  const [found] = clean.text.slice(from, to).matchAll(/[^\s。！？；;][^。！？\n]*/g);
  if (!found || found[0].length > LONGEST_BEHIND || !beginsWithName(found[0], known)) return [];
  const start = from + found.index;
  const left: LeftOver = { rule: "attribution-not-read", start, end: start + found[0].length, words: found[0] };
  return isUnread(left, isTaken, known) ? [left] : [];
}

const isUnread = ({ start, end, words }: LeftOver, isTaken: IsTaken, known: Known): boolean =>
  words.length <= LONGEST &&
  !/:$/.test(words) &&
  !REMARK.test(words) &&
  namesForSure(words, known) &&
  !isTaken(start, end);
