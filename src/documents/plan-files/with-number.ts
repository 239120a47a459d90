/** After these characters a number needs no space to stand apart from the text. */
const CLOSES_NUMBER = /[、，．。）)〕】：:]$/;

/**
 * Puts an automatic number before a paragraph's text. An empty paragraph shows no number.
 * @param number the number as printed; `""` for none
 * @param isUnspaced whether the list format puts nothing between number and text
 */
export function withNumber(number: string, isClose: boolean, text: string): string {
  if (number === "" || text.trim() === "") return text;
  // After a leading page break, the number is printed on the new page.
  const [breaks] = /^(?:\s*\n)?/.exec(text)!;
  const rest = text.slice(breaks.length);
  const label = isClose ? number : number.trimEnd();
  const isApart = !isClose && !CLOSES_NUMBER.test(label) && (!/\.$/.test(label) || /^\s*\d/.test(rest));
  return `${breaks}${label}${isApart ? " " : ""}${rest}`;
}
