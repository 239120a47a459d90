/** Points. */
const [LEFT, TOP, LINE, SIZE] = [60, 780, 26, 16];
const COLUMNS = [60, 180, 350, 535];

interface Page {
  lines: readonly string[];
  rows: readonly (readonly string[])[];
}

/** How its text is written. */
interface Writing {
  /** As text that a program recognised in a picture of the page. */
  isInvisible?: boolean;
  /** Character codes by one of Adobe's character maps, which is not in the file. */
  needsMaps?: boolean;
}

/**
 * A PDF of Chinese text whose codes are the characters' own and whose font is not embedded; below the text of each page
 * there is a table drawn with lines.
 */
export function pdfFile(pages: readonly Page[], { isInvisible = false, needsMaps = false }: Writing = {}): Uint8Array {
  const first = 6;
  const kids = pages.map((_, k) => `${first + k * 2} 0 R`).join(" ");
  return objectsAsFile([
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding${needsMaps ? "/UniGB-UCS2-H" : "/Identity-H/ToUnicode/Identity-H"}/DescendantFonts[4 0 R]>>`,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(${needsMaps ? "GB1" : "Identity"})/Supplement 2>>/DW 1000/FontDescriptor 5 0 R>>`,
    "<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>",
    ...pages.flatMap((page, k) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${first + k * 2 + 1} 0 R/Resources<</Font<</F 3 0 R>>>>>>`,
      streamOf(contentOf(page, isInvisible)),
    ]),
  ]);
}

const streamOf = (content: string): string => `<</Length ${content.length}>>\nstream\n${content}\nendstream`;
const wordsAt = (words: string, x: number, y: number): string =>
  `1 0 0 1 ${x} ${y} Tm <${Array.from({ length: words.length }, (_, k) => words.charCodeAt(k).toString(16).padStart(4, "0")).join("")}> Tj\n`;

function contentOf({ lines, rows }: Page, isInvisible: boolean): string {
  const top = TOP - lines.length * LINE;
  const below = top - rows.length * LINE;
  const rules = [
    ...Array.from(
      { length: rows.length + 1 },
      (_, k) => `${COLUMNS[0]} ${top - k * LINE} m ${COLUMNS[3]} ${top - k * LINE} l S\n`,
    ),
    ...COLUMNS.map((x) => `${x} ${top} m ${x} ${below} l S\n`),
  ];
  const words = [
    ...lines.map((line, k) => wordsAt(line, LEFT, TOP - k * LINE)),
    ...rows.flatMap((cells, r) => cells.map((cell, k) => wordsAt(cell, COLUMNS[k]! + 4, top - (r + 1) * LINE + 8))),
  ];
  return `${rules.join("")}BT /F ${SIZE} Tf ${isInvisible ? 3 : 0} Tr\n${words.join("")}ET`;
}

function objectsAsFile(objects: readonly string[]): Uint8Array {
  const parts = ["%PDF-1.5\n"];
  let at = parts[0]!.length;
  const places = objects.map((object, k) => {
    const whole = `${k + 1} 0 obj\n${object}\nendobj\n`;
    parts.push(whole);
    at += whole.length;
    return at - whole.length;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  return new TextEncoder().encode(
    `${parts.join("")}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF`,
  );
}
