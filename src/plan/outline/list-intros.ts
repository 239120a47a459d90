import { itemNumberAt, type ItemNumber } from "../lexicon/item-numbers";

/** Behind who answers for an item: 具体措施：. */
const LIST_INTRO = /(?<=[)〕】\]][。；]?\n?)([\u4e00-\u9fff]{2,4}(?:措施|任务|举措|内容|要求)):/g;
/** As often as that a plan numbers what stands behind the words. */
const USUAL = 2;

/**
 * `具体措施：` behind which no number stands, in a plan that numbers what follows it elsewhere: it is the only item of its
 * list. Such a list stands behind an item whose units have been named.
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
