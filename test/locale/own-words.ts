/**
 * The Chinese in an English sentence that is neither in quotes nor in brackets, where the plan's names are: it is our
 * own text.
 */
export const ownChinese = (text: string): string[] =>
  text.replace(/“[^”]*”|\([^)]*\)/g, "").match(/\p{Script=Han}+|[，。：；、]/gu) ?? [];
