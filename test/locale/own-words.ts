/** The Chinese in an English sentence that is neither quoted nor in brackets: ours, where names are the plan's. */
export const ownChinese = (text: string): string[] =>
  text.replace(/“[^”]*”|\([^)]*\)/g, "").match(/\p{Script=Han}+|[，。：；、]/gu) ?? [];
