/**
 * Marks places in a text that is still being put together: two private characters around the words. They survive
 * wrapping and changes of width; when they are removed, their offsets are known.
 */
const OPEN = 0xf0000;

export const marked = (id: number, words: string): string =>
  String.fromCodePoint(OPEN + 2 * id) + words + String.fromCodePoint(OPEN + 2 * id + 1);

export const isMark = (character: string): boolean => character.codePointAt(0)! >= OPEN;

/** The text without its marks, and where they stood. */
export function unmarked(text: string): { text: string; places: Map<number, [number, number]> } {
  const places = new Map<number, [number, number]>();
  let plain = "";
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < OPEN) {
      plain += character;
      continue;
    }
    const id = (code - OPEN) >> 1;
    if ((code - OPEN) % 2 === 0) places.set(id, [plain.length, plain.length]);
    else places.set(id, [places.get(id)?.[0] ?? plain.length, plain.length]);
  }
  return { text: plain, places };
}
