/** The two bytes of GBK for each character that has them, by the platform's own decoder. */
const bytesOf = ((): ReadonlyMap<string, readonly [number, number]> => {
  const decoder = new TextDecoder("gb18030");
  const found = new Map<string, readonly [number, number]>();
  for (let first = 0x81; first < 0xff; first++)
    for (let second = 0x40; second < 0xff; second++)
      found.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
  return found;
})();

/** A text as programs on Chinese Windows have always saved it; only ASCII and characters of two bytes. */
export function gb18030(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => (character < "\u0080" ? [character.charCodeAt(0)] : bytesOf.get(character)!)),
  );
}
