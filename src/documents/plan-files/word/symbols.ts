/**
 * Symbols that plans use, by their hexadecimal code in the symbol fonts, which have no Unicode characters of their own.
 */
const WINGDINGS: Readonly<Record<string, string>> = {
  a8: "□",
  "6f": "□",
  fe: "☑",
  fd: "☒",
  fc: "✓",
  "6c": "●",
  "6e": "■",
  ab: "★",
  b5: "★",
};
const SYMBOL: Readonly<Record<string, string>> = {
  b1: "±",
  b3: "≥",
  a3: "≤",
  b4: "×",
  b8: "÷",
  "2d": "−",
  b0: "°",
  ae: "→",
};

/**
 * The text of a symbol (`<w:sym>`). An unknown symbol becomes □, so that its place can be seen.
 * @param code hexadecimal
 * @returns `""` for a code that is no character
 */
export function symbolText(font: string | undefined, code: string | undefined): string {
  const value = parseInt(code ?? "", 16);
  if (!(value > 0x1f && value <= 0xffff) || (value >= 0xd800 && value <= 0xdfff)) return "";
  const isPrivate = value >= 0xf000 && value <= 0xf0ff;
  const place = (value & 0xff).toString(16);
  const table = /^wingdings$/i.test(font ?? "") ? WINGDINGS : /^symbol$/i.test(font ?? "") ? SYMBOL : undefined;
  if (table && (isPrivate || value <= 0xff)) return table[place] ?? "□";
  return isPrivate ? "□" : String.fromCharCode(value);
}
