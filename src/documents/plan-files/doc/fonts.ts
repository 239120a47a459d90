import { Bytes } from "../../package/bytes";

/** The names of the fonts, by font number ([MS-DOC] 2.9.286). */
export function fontsOf(list: Bytes): string[] {
  const fonts: string[] = [];
  if (list.length === 0) return fonts;
  const count = list.u16(0);
  for (let at = 4; fonts.length < count && at + 40 < list.length; at += 1 + list.u8(at)) {
    const name = new Bytes(list.slice(at + 40, Math.max(0, Math.min(list.u8(at) - 39, list.length - at - 40))));
    fonts.push(name.utf16(0, name.length >> 1).split("\0", 1)[0]!);
  }
  return fonts;
}
