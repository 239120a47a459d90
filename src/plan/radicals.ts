/**
 * Radicals of U+2E80–2EFF that programs print for the characters that they look like (⺠ for 民). Unicode normalization
 * does not replace them. Pairs of radical and character, from Unicode's EquivalentUnifiedIdeograph.txt; only those that
 * stand for a whole character.
 */
const PAIRS =
  "⺁厂⺈刀⺊卜⺌小⺍小⺎兀⺒巳⺓幺⺝月⺞歺⺟母⺠民⺣灬⺧牛⺩王⺫目⺬示⺮竹⺲罒⺶羊⺸羊⺻聿⺼肉⻁虎⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻑長⻒镸⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟";

const CHARACTERS: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, k) => [PAIRS[2 * k]!, PAIRS[2 * k + 1]!]),
);

/**
 * Replaces radicals by the characters that they stand for; Kangxi radicals (U+2F00–2FD5) by normalization.
 * @returns a text of the same length
 */
export const withoutRadicals = (text: string): string =>
  text.replace(/[\u2e80-\u2fd5]/g, (c) => CHARACTERS.get(c) ?? ordinaryCharacter(c));

/** The one character that normalization (NFKC) gives for a look-alike; the character itself where it gives several. */
export function ordinaryCharacter(c: string): string {
  const plain = c.normalize("NFKC");
  return plain.length === 1 ? plain : c;
}
