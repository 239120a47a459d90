import { blocksOfPages } from "../../../../src/documents/plan-files/fixed-layout/blocks";
import {
  upright,
  type PlacedText,
  type PlacedPage,
  type Ruling,
} from "../../../../src/documents/plan-files/fixed-layout/page";
import { readPlan } from "../../../../src/plan";
import { fileTablesIn } from "../../../../src/plan/layout/file-tables";
import { LINE_IN_CELL } from "../../../../src/plan/layout/marks";
import { textOfBlocks } from "../../../../src/plan/layout/text-of-blocks";

const SIZE = 12;
const at = (text: string, x: number, y: number, size = SIZE): PlacedText => ({
  text,
  x,
  y,
  width: text.length * size,
  size,
});
const page = (texts: PlacedText[], rules: Ruling[] = [], number = 1, width = 595, height = 842): PlacedPage => ({
  number,
  width,
  height,
  texts,
  rulings: rules,
});
const textOf = (...pages: PlacedPage[]): string => {
  const { content } = blocksOfPages(pages);
  return textOfBlocks(content as Exclude<typeof content, string>);
};
const across = (y: number, from: number, to: number): Ruling => ({ x1: from, y1: y, x2: to, y2: y });
const down = (x: number, from: number, to: number): Ruling => ({ x1: x, y1: from, x2: x, y2: to });
const cellsOf = (text: string): string[][] =>
  fileTablesIn(text).flatMap(({ rows }) =>
    rows.map((row) =>
      row.map(({ start, end, reaches }) =>
        reaches ? `<${reaches}>` : text.slice(start, end).split(LINE_IN_CELL).join("/"),
      ),
    ),
  );

/** Lines of prose in a column that begins at `left`; all but the last are full. */
const prose = (left: number, top: number, lines: number, characters: number): PlacedText[] =>
  Array.from({ length: lines }, (_, k) => at("甲".repeat(k + 1 < lines ? characters : 3), left, top + k * 20));

describe("placed text", () => {
  it("is put into lines from top to bottom and from left to right, in whatever order it comes", () => {
    expect(textOf(page([at("丙", 72, 140), at("乙", 84, 100), at("甲", 72, 100)]))).toBe("甲乙\n丙");
  });

  it("counts once what is printed several times on top of itself, also where it is only the beginning of a line", () => {
    expect(
      textOf(page([at("重点任务", 72, 100), at("重点任务", 72.3, 100), at("重点", 72.6, 100.2), at("重点", 200, 300)])),
    ).toBe("重点任务\n重点");
  });

  it("is read column by column, below what stands over both", () => {
    const title = at("某县实施方案", 220, 60, 18);
    const { content } = blocksOfPages([page([title, ...prose(60, 120, 12, 18), ...prose(320, 120, 12, 18)])]);
    expect((content as readonly { text?: string }[]).map(({ text }) => text)).toEqual([
      "某县实施方案",
      "甲".repeat(18 * 11 + 3),
      "甲".repeat(18 * 11 + 3),
    ]);
  });

  it("has the margins of its own page: an annex on a wide page tears no lines of the others", () => {
    const narrow = page([...prose(72, 100, 10, 37)]);
    const wide = page([...prose(72, 100, 10, 58)], [], 2, 842, 595);
    const { content } = blocksOfPages([narrow, wide]);
    expect(content).toHaveLength(2);
  });

  it("is turned upright where most of it runs another way, and leaves out what runs against it", () => {
    const turned = upright(
      page(
        [
          { text: "甲乙丙", x: 100, y: 700, width: 36, size: 12 },
          { text: "注", x: 10, y: 10, width: 12, size: 12 },
        ],
        [down(90, 100, 700)],
      ),
      [3, 0],
    );
    expect([turned.width, turned.height, turned.texts.map(({ text, x, y }) => [text, x, y]), turned.rulings]).toEqual([
      842,
      595,
      [["甲乙丙", 142, 100]],
      [across(90, 142, 742)],
    ]);
  });

  it("has its running heads and page numbers taken out, not what stands in the text", () => {
    const pages = [1, 2, 3].map((number) =>
      page(
        [at("某县文件", 250, 40), at(`内容${"一二三"[number - 1]}`, 72, 300), at(`— ${number} —`, 280, 810)],
        [],
        number,
      ),
    );
    expect(textOf(...pages)).toBe("内容一\n内容二\n内容三");
  });
});

describe("a table with lines", () => {
  const lines = [
    across(90, 50, 550),
    across(120, 50, 550),
    across(160, 50, 100),
    across(160, 100, 300),
    across(160, 420, 550),
    across(200, 50, 550),
    down(50, 90, 200),
    down(100, 90, 200),
    down(300, 90, 200),
    down(420, 90, 200),
    down(550, 90, 200),
  ];
  const words = [
    at("序号", 60, 110),
    at("重点任务", 120, 110),
    at("牵头单位", 310, 110),
    at("责任单位", 430, 110),
    at("1", 70, 140),
    at("修路", 110, 140),
    at("县交通局", 310, 160),
    at("县财政局", 430, 135),
    at("县审计局", 430, 152),
    at("2", 70, 180),
    at("架桥", 110, 180),
    at("县水利局", 430, 180),
  ];

  it("keeps cells, cells that reach over rows, and the lines of a cell", () => {
    expect(cellsOf(textOf(page([at("某县方案（2024年）", 200, 60), ...words], lines)))).toEqual([
      ["序号", "重点任务", "牵头单位", "责任单位"],
      ["1", "修路", "县交通局", "县财政局/县审计局"],
      ["2", "架桥", "<down>", "县水利局"],
    ]);
  });

  it("is read as its tasks", () => {
    expect(
      readPlan(textOf(page(words, lines))).tasks.map(({ title, lead, responsible }) => [title, lead, responsible]),
    ).toEqual([
      ["修路", ["县交通局"], ["县财政局", "县审计局"]],
      ["架桥", ["县交通局"], ["县水利局"]],
    ]);
  });

  it("joins a line that fills its cell with the next, but not two names one below the other", () => {
    const rows = [
      across(90, 50, 250),
      across(120, 50, 250),
      across(220, 50, 250),
      down(50, 90, 220),
      down(150, 90, 220),
      down(250, 90, 220),
    ];
    const cells = [
      at("任务", 60, 110),
      at("责任单位", 160, 110),
      at("建设智慧城市平", 55, 140),
      at("台", 55, 156),
      at("县城市管理局", 155, 140),
      at("县数据管理局", 155, 156),
    ];
    expect(cellsOf(textOf(page(cells, rows)))).toEqual([
      ["任务", "责任单位"],
      ["建设智慧城市平台", "县城市管理局/县数据管理局"],
    ]);
  });

  it("is no table where the lines only frame the page", () => {
    expect(
      textOf(
        page([at("甲", 72, 100)], [across(50, 50, 550), across(800, 50, 550), down(50, 50, 800), down(550, 50, 800)]),
      ),
    ).toBe("甲");
  });

  it("goes on over the page, a row that the page's end cuts as well", () => {
    const frame = (top: number, bottom: number): Ruling[] => [
      across(top, 50, 550),
      across(bottom, 50, 550),
      ...[50, 100, 300, 420, 550].map((x) => down(x, top, bottom)),
    ];
    const first = page(
      [
        at("序号", 60, 110),
        at("重点任务", 120, 110),
        at("牵头单位", 310, 110),
        at("责任单位", 430, 110),
        at("1", 70, 140),
        at("修路和", 110, 140),
        at("县交通局", 310, 140),
        at("县财政局", 430, 140),
      ],
      [...frame(90, 120), ...frame(120, 160)],
    );
    const second = page(
      [
        at("养护", 110, 110),
        at("县审计局", 430, 110),
        at("2", 70, 140),
        at("架桥", 110, 140),
        at("县水利局", 310, 140),
        at("县财政局", 430, 140),
      ],
      [...frame(90, 120), ...frame(120, 160)],
      2,
    );
    expect(
      readPlan(textOf(first, second)).tasks.map(({ title, lead, responsible }) => [title, lead, responsible]),
    ).toEqual([
      ["修路和", ["县交通局"], ["县财政局", "县审计局"]],
      ["架桥", ["县水利局"], ["县财政局"]],
    ]);
  });
});

describe("a table without lines", () => {
  const row = (y: number, ...cells: (string | undefined)[]): PlacedText[] =>
    cells.flatMap((text, k) => (text === undefined ? [] : [at(text, [60, 120, 300, 430][k]!, y)]));

  it("is read by where its words stand under the heads, wrapped lines and cells that are left empty too", () => {
    const texts = [
      ...row(100, "序号", "重点任务", "牵头单位", "责任单位"),
      ...row(130, "1", "修路", "县交通局", "县财政局、"),
      ...row(146, undefined, undefined, undefined, "县审计局"),
      ...row(176, "2", "架桥", undefined, "县水利局"),
    ];
    expect(cellsOf(textOf(page(texts))).map((cells) => cells.map((cell) => (cell === "\u001c" ? "" : cell)))).toEqual([
      ["序号", "重点任务", "牵头单位", "责任单位"],
      ["1", "修路", "县交通局", "县财政局、县审计局"],
      ["2", "架桥", "", "县水利局"],
    ]);
  });

  it("ends where prose begins again, none of which is lost", () => {
    const texts = [
      at("一、任务", 72, 60),
      ...row(100, "序号", "重点任务", "牵头单位", "责任单位"),
      ...row(130, "1", "修路", "县交通局", "县财政局"),
      at("二、保障", 72, 240),
      at("三、附则", 72, 260),
      at("四、其他", 72, 280),
    ];
    expect(textOf(page(texts)).replace(/\u001d[^]*\u001d/, "（表）")).toBe(
      "一、任务\n（表）\n二、保障\n三、附则\n四、其他",
    );
  });
});
