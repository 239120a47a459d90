import { linesOf, paragraph, type Block, type CellBlock } from "../../../src/plan/layout/blocks";
import { shownText } from "../../../src/plan/layout/marks";
import { textOfBlocks } from "../../../src/plan/layout/text-of-blocks";

const cell = (text: string, columns?: number, rows?: number): CellBlock => ({
  lines: text.split("/"),
  ...(columns === undefined ? {} : { columns }),
  ...(rows === undefined ? {} : { rows }),
});
const table = (...rows: CellBlock[][]): Block => ({ kind: "table", rows });
/** The text with its marks readable: `[` and `]` for the edges, `|` between cells, `^` and `<` for covered places. */
const printed = (...blocks: Block[]): string => {
  let edges = 0;
  return textOfBlocks(blocks)
    .replace(/\u001d/g, () => (edges++ % 2 === 0 ? "[" : "]"))
    .replace(/\t/g, "|")
    .replace(/\u001e/g, "^")
    .replace(/\u001f/g, "<")
    .replace(/\u001c/g, "?")
    .replace(/\u000b/g, "/");
};

describe("the text of a document", () => {
  it.each<[what: string, blocks: Block[], text: string]>([
    [
      "paragraphs on lines of their own, without blanks at their ends",
      [paragraph("甲 "), paragraph("乙\n丙")],
      "甲\n乙\n丙",
    ],
    ["tabs of paragraphs as blanks, and no marks of tables", [paragraph("甲\t\u001d乙")], "甲 乙"],
    [
      "no more than one empty line, none at its ends",
      [paragraph(""), paragraph("甲"), paragraph(""), paragraph(""), paragraph(""), paragraph("乙"), paragraph("")],
      "甲\n\n乙",
    ],
    [
      "tables row by row",
      [paragraph("上"), table([cell("甲"), cell("乙")], [cell("丙"), cell("")]), paragraph("下")],
      "上\n[甲|乙\n丙|]\n下",
    ],
    [
      "cells that reach across and down",
      [table([cell("甲", 2), cell("乙")], [cell("丙", 2, 2), cell("丁")], [cell("戊")])],
      "[甲|<|乙\n丙|<|丁\n^|<|戊]",
    ],
    ["a last cell that reaches down", [table([cell("甲"), cell("乙", 1, 2)], [cell("丙")])], "[甲|乙\n丙|^]"],
    [
      "cells that reach over three rows",
      [table([cell("甲", 1, 3), cell("乙")], [cell("丙")], [cell("丁")], [cell("戊"), cell("己")])],
      "[甲|乙\n^|丙\n^|丁\n戊|己]",
    ],
    [
      "the lines of a cell, without blanks around and empty ones",
      [table([cell(" 甲 / /乙  丙"), cell("丁")])],
      "[甲/乙 丙|丁]",
    ],
    ["a frame of one cell a row as paragraphs", [table([cell("甲/乙")], [cell("丙")])], "甲\n乙\n丙"],
    ["no rows without anything", [table([cell("甲"), cell("乙")], [cell(""), cell(" ")])], "[甲|乙]"],
    ["nothing of an empty table", [paragraph("甲"), table([cell(""), cell("")])], "甲"],
    [
      "spans that are none as one place",
      [table([cell("甲", 0), cell("乙", 1.5, -1)], [cell("丙"), cell("丁")])],
      "[甲|乙\n丙|丁]",
    ],
  ])("has %s", (_, blocks, text) => expect(printed(...blocks)).toBe(text));

  it("says of empty cells that another may cover them, where the source does not tell", () => {
    expect(
      printed({
        kind: "table",
        hidesMerging: true,
        rows: [
          [cell("甲"), cell("")],
          [cell(""), cell("")],
        ],
      }),
    ).toBe("[甲|?]");
  });

  it("has tables of 256 columns at most", () => {
    const widths = textOfBlocks([
      table([cell("甲", 200), cell("乙", 300), cell("丙")], [cell("丁"), cell("戊")]),
    ]).split("\n");
    expect(widths[0]!.split("\t")).toHaveLength(256);
  });

  it("has the lines of a table within a cell row by row", () => {
    expect(linesOf([paragraph("甲\n乙"), table([cell("丙/丁"), cell("戊")], [cell("己")])])).toEqual([
      "甲",
      "乙",
      "丙 丁 戊",
      "己",
    ]);
  });

  it("is shown with its marks out of sight, at the same length", () => {
    expect(shownText("\u001d甲\u000b乙\t\u001e\u001d")).toBe("\u200b甲\n乙\t\u200b\u200b");
  });
});
