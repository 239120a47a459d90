import { unzipSync } from "fflate";

/** Parts to which a new sheet is added. */
const joined = ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"];
/** It is removed with the formulas' results, and Excel makes a new one. */
const dropped = "xl/calcChain.xml";

const partsOf = (file: Uint8Array): Map<string, string> =>
  new Map(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, Buffer.from(bytes).toString("latin1")]));

/**
 * What a workbook has lost when a sheet was put into it: parts that are gone or changed, and pieces of the parts to
 * which a new sheet is added. A sheet may lose its mark as the selected one.
 */
export function notKept(before: Uint8Array, after: Uint8Array): string[] {
  const now = partsOf(after);
  return [...partsOf(before)].flatMap(([path, text]) => {
    const other = now.get(path);
    if (path === dropped) return [];
    if (other === undefined) return [`gone: ${path}`];
    if (joined.includes(path)) return goneFrom(text, other).map((piece) => `gone from ${path}: ${piece}`);
    return other === text || other === text.replace(/ tabSelected="(?:1|true)"/, "") ? [] : [`changed: ${path}`];
  });
}

/**
 * Tags and texts that the other text does not have in the same order, apart from counts, which sheets are in front, and
 * the request to calculate.
 */
function goneFrom(text: string, other: string): string[] {
  const pieces = (xml: string): string[] =>
    (xml.match(/<[^>]+>|[^<]+/g) ?? [])
      .filter((piece) => !/^<(?:\w+:)?calcPr\b|calcChain/.test(piece))
      .map((piece) =>
        piece
          .replace(/ (?:count|activeTab|firstSheet)="\d+"/g, "")
          .replace(/^<((?:\w+:)?(?:dxfs|definedNames))\/>$/, "<$1>"),
      );
  const there = pieces(other);
  let at = 0;
  return pieces(text).filter((piece) => {
    const found = there.indexOf(piece, at);
    if (found >= 0) at = found + 1;
    return found < 0;
  });
}
