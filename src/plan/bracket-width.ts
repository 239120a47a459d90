/** A text with half-width brackets, as the cleaned text has them. */
export const withHalfBrackets = (text: string): string => text.replace(/（/g, "(").replace(/）/g, ")");

/** A text with full-width brackets, as Chinese text is printed. */
export const withFullBrackets = (text: string): string => text.replace(/\(/g, "（").replace(/\)/g, "）");
