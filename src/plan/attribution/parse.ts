import { namesForSure } from "./names-left";
import { readTokens, type Parsed } from "../notations/read-tokens";
import { nothingKnown, tokensOf, type Known } from "../tokens/tokens";

export type { Parsed } from "../notations/read-tokens";

/**
 * Reads the content of an attribution: who is named, in which role.
 * @param content cleaned text, without the enclosing bracket
 * @param breaksAt whether white space before a position of the content separates names
 * @param known what the plan has shown about its names and labels
 */
export const parseAttribution = (
  content: string,
  breaksAt: (position: number) => boolean = () => false,
  known: Known = nothingKnown,
): Parsed => {
  const parsed = readTokens(tokensOf(content, breaksAt, known));
  // 县教育局牵头，县公安局兜底: what no notation takes is doubtful where it names a unit.
  parsed.doubtful.push(...parsed.passedOver.filter(({ text }) => namesForSure(text, known)));
  return parsed;
};
