/** After these a number needs no blank to stand apart from the text. */
const CLOSES_NUMBER = /[、，．。）)〕】：:]$/;

/**
 * The text of a paragraph with its number before it; an empty one shows none.
 * @param isClose whether nothing parts them
 */
export function withNumber(number: string, isClose: boolean, text: string): string {
  if (number === "" || text.trim() === "") return text;
  // A page break may come first: the number is printed on the new page.
  const [breaks] = /^(?:\s*\n)?/.exec(text)!;
  const rest = text.slice(breaks.length);
  const label = isClose ? number : number.trimEnd();
  const isApart = !isClose && !CLOSES_NUMBER.test(label) && (!/\.$/.test(label) || /^\s*\d/.test(rest));
  return `${breaks}${label}${isApart ? " " : ""}${rest}`;
}
