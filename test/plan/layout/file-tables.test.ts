import fc from "fast-check";
import type { Block, CellBlock } from "../../../src/plan/layout/blocks";
import { fileTablesIn } from "../../../src/plan/layout/file-tables";
import { LINE_IN_CELL, shownText } from "../../../src/plan/layout/marks";
import { textOfBlocks } from "../../../src/plan/layout/text-of-blocks";

const cell = (text: string, spans: Omit<CellBlock, "lines"> = {}): CellBlock => ({ lines: text.split("/"), ...spans });

/** Each place of each row, as printed: its lines, or from where it is covered. */
const placesOf = (text: string): string[][] =>
  fileTablesIn(text).flatMap(({ rows }) =>
    rows.map((row) =>
      row.map(({ start, end, reaches }) =>
        reaches ? `<${reaches}>` : text.slice(start, end).split(LINE_IN_CELL).join("/"),
      ),
    ),
  );

describe("a table on its way through a plan's text", () => {
  it("keeps lines, and cells that reach down and to the right", () => {
    const table: Block = {
      kind: "table",
      rows: [
        [cell("序号"), cell("任务"), cell("责任分工", { columns: 2 })],
        [cell("1"), cell("修路"), cell("县交通局", { rows: 2 }), cell("县财政局/县审计局")],
        [cell("2"), cell("架桥"), cell("各乡镇")],
      ],
    };
    expect(placesOf(textOfBlocks([table]))).toEqual([
      ["序号", "任务", "责任分工", "<right>"],
      ["1", "修路", "县交通局", "县财政局/县审计局"],
      ["2", "架桥", "<down>", "各乡镇"],
    ]);
  });

  it("keeps a cell of two rows and two columns", () => {
    const table: Block = { kind: "table", rows: [[cell("甲", { rows: 2, columns: 2 }), cell("乙")], [cell("丙")]] };
    expect(placesOf(textOfBlocks([table]))).toEqual([
      ["甲", "<right>", "乙"],
      ["<down>", "<right>", "丙"],
    ]);
  });

  it("prints a frame of one column as paragraphs", () => {
    expect(textOfBlocks([{ kind: "table", rows: [[cell("专栏")], [cell("新增床位200张")]] }])).toBe(
      "专栏\n新增床位200张",
    );
  });

  it("stands between the paragraphs, and is shown to people without its marks, at the same places", () => {
    const text = textOfBlocks([
      { kind: "paragraph", text: "附表" },
      { kind: "table", rows: [[cell("任务"), cell("单位/部门")]] },
      { kind: "paragraph", text: "说明" },
    ]);
    const shown = shownText(text);
    expect(shown).toHaveLength(text.length);
    expect(shown.replace(/\u200b/g, "")).toBe("附表\n任务\t单位\n部门\n说明");
  });

  it("takes nothing from outside for a mark, whatever a file holds", () => {
    const words = fc.string({
      unit: fc.constantFrom("县", "局", "\t", "\n", "\u000b", "\u001c", "\u001d", "\u001e", "\u001f", " "),
    });
    const rows = fc.array(fc.array(words, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(words, rows, words, (before, cells, after) => {
        const text = textOfBlocks([
          { kind: "paragraph", text: before },
          { kind: "table", rows: cells.map((row) => row.map((line) => ({ lines: [line] }))) },
          { kind: "paragraph", text: after },
        ]);
        const expected = cells
          .map((row) =>
            row.map((line) =>
              line
                .replace(/[\u001c-\u001f]/g, "")
                .split(/[\n\u000b]/)
                .map((part) => part.replace(/\s+/g, " ").trim())
                .filter((part) => part !== "")
                .join("/"),
            ),
          )
          .filter((row) => row.some((part) => part !== ""));
        expect(placesOf(text)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});
