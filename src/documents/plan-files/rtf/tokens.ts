/**
 * A token of an RTF file: the start or end of a group, a control word or symbol with its number, a byte, or plain
 * characters.
 */
export type RtfToken =
  | { kind: "open" }
  | { kind: "close" }
  | { kind: "control"; word: string; value: number | undefined }
  | { kind: "byte"; byte: number }
  | { kind: "text"; text: string };

/** Limit on the length of binary data (`\bin`, pictures mostly), which is skipped. */
const MAX_BINARY = 64 * 1024 * 1024;

/**
 * Splits an RTF file into tokens (RTF 1.9.1, "Conventions of an RTF Reader").
 * @param source a binary string, one character per byte
 */
export function* rtfTokens(source: string): Generator<RtfToken> {
  const word = /\\([a-z]{1,32})(-?\d{1,10})? ?/giy;
  const plain = /[^\\{}\r\n\0]+/y;
  for (let at = 0; at < source.length;) {
    const c = source[at]!;
    if (c === "{" || c === "}") {
      yield c === "{" ? { kind: "open" } : { kind: "close" };
      at++;
    } else if (c === "\\") {
      word.lastIndex = at;
      const found = word.exec(source);
      if (found) {
        const value = found[2] === undefined ? undefined : Number(found[2]);
        at = word.lastIndex;
        if (found[1] === "bin") at += Math.min(Math.max(0, value ?? 0), MAX_BINARY);
        else yield { kind: "control", word: found[1]!, value };
      } else if (source[at + 1] === "'") {
        const byte = Number.parseInt(source.slice(at + 2, at + 4), 16);
        if (!Number.isNaN(byte)) yield { kind: "byte", byte };
        at += 4;
      } else {
        yield { kind: "control", word: source[at + 1] ?? "", value: undefined };
        at += 2;
      }
    } else {
      plain.lastIndex = at;
      const found = plain.exec(source)?.[0];
      if (found) yield { kind: "text", text: found };
      at += found?.length ?? 1;
    }
  }
}
