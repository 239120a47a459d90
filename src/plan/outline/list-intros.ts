import { itemNumberAt, type ItemNumber } from "../lexicon/item-numbers";

/** 具体措施： right after the bracket that says who answers. */
const LIST_INTRO = /(?<=[)〕】\]][。；]?\n?)([\u4e00-\u9fff]{2,4}(?:措施|任务|举措|内容|要求)):/g;
/** How often a plan must number what follows the words. */
const USUAL = 2;

/**
 * `具体措施：` without a number behind it, in a plan that numbers what follows these words elsewhere: what follows is the
 * only item of its list. Such a list stands behind an item whose units have been named.
 * @returns item numbers that stand for the words, in order
 */
export function listIntrosIn(text: string): ItemNumber[] {
  const found = [...text.matchAll(LIST_INTRO)].map(({ 1: words, index }) => ({
    words: words!,
    start: index,
    end: index + words!.length + 1,
  }));
  const numbered = new Map<string, number>();
  const alone = found.filter(({ words, end }) => {
    const isNumbered = itemNumberAt(text, text[end] === "\n" ? end + 1 : end, false) !== undefined;
    if (isNumbered) numbered.set(words, (numbered.get(words) ?? 0) + 1);
    return !isNumbered && text[end] !== "\n";
  });
  return alone
    .filter(({ words }) => (numbered.get(words) ?? 0) >= USUAL)
    .map(({ words, start, end }) => ({
      id: "list-intro",
      style: "list-intro",
      rank: 5,
      label: words,
      value: 1,
      start,
      end,
      doubtful: false,
    }));
}
