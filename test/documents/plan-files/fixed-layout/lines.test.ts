import { cellLines } from "../../../../src/documents/plan-files/fixed-layout/cell-lines";
import {
  lineOf,
  partsOf,
  rowsOf,
  textOf,
  type PageLine,
} from "../../../../src/documents/plan-files/fixed-layout/lines";
import type { PlacedText } from "../../../../src/documents/plan-files/fixed-layout/page";
import { joinParagraphs, marginsOf } from "../../../../src/documents/plan-files/fixed-layout/paragraphs";
import { readingOrder } from "../../../../src/documents/plan-files/fixed-layout/reading-order";
import { withoutRunningHeads } from "../../../../src/documents/plan-files/fixed-layout/running-heads";

const at = (text: string, x: number, y: number, size = 10, width = text.length * size): PlacedText => ({
  text,
  x,
  y,
  width,
  size,
});
const words = (rows: PlacedText[][]): string[] => rows.map((row) => row.map(({ text }) => text).join());

describe("texts on a page", () => {
  it("share a line where their baselines are close, by the larger of their letters", () => {
    expect(words(rowsOf([at("乙", 20, 103.9), at("甲", 10, 100), at("丙", 10, 104)]))).toEqual(["甲,乙", "丙"]);
    expect(words(rowsOf([at("甲", 10, 100, 20), at("乙", 30, 107, 10)]))).toEqual(["甲,乙"]);
    expect(words(rowsOf([at("甲", 10, 100, 10), at("乙", 30, 107, 20)]))).toEqual(["甲,乙"]);
  });

  it("are in order from left to right on one baseline, blanks left out", () => {
    expect(words(rowsOf([at("丙", 30, 100), at(" ", 5, 100), at("甲", 10, 101), at("乙", 20, 100)]))).toEqual([
      "甲,乙,丙",
    ]);
  });

  it("stand side by side where a gap is wider than two letters, of the larger", () => {
    expect(words(partsOf([at("甲", 0, 0), at("乙", 30, 0), at("丙", 60.1, 0)]))).toEqual(["甲,乙", "丙"]);
    expect(words(partsOf([at("甲", 0, 0, 10), at("乙", 50, 0, 20)]))).toEqual(["甲,乙"]);
    expect(words(partsOf([at("甲", 0, 0, 20), at("乙", 60, 0, 10)]))).toEqual(["甲,乙"]);
    expect(partsOf([])).toEqual([]);
  });

  it.each<[what: string, row: PlacedText[], text: string]>([
    ["blanks between Latin words", [at("one", 0, 0, 10, 15), at("two", 17.1, 0, 10, 15)], "one two"],
    ["no blank where a Latin word goes on", [at("o", 0, 0, 10, 15), at("ne", 17, 0, 10, 15)], "one"],
    ["no blank between Chinese letters a little apart", [at("建", 0, 0), at("设", 14.5, 0)], "建设"],
    ["a blank between Chinese letters wide apart", [at("建", 0, 0), at("设", 14.6, 0)], "建 设"],
    ["no blank between a Latin word and a Chinese one a little apart", [at("A", 0, 0), at("设", 14.4, 0)], "A设"],
    ["a blank behind punctuation of a Latin text", [at("a,", 0, 0, 10, 10), at("(b)", 12.5, 0, 10, 15)], "a, (b)"],
    ["no blank before the first text, wherever it stands", [at("建", 900, 0)], "建"],
    ["the gap counted from the farthest end", [at("建设路", 0, 0), at("设", 10, 0), at("完", 30, 0)], "建设路设完"],
    ["the gap of letters without a size", [at("a", 0, 0, 0, 1), at("b", 1.15, 0, 0, 1)], "ab"],
  ])("have %s", (_, row, text) => expect(textOf(row)).toBe(text));

  it("become a line with its edges, the margins of its page and column, and tabs at wide gaps", () => {
    const row = [at("序号", 50, 100, 10), at("任务", 100, 101, 12)];
    expect(lineOf(row, { number: 3, width: 595.3 }, 0)).toEqual({
      text: "序号\t任务",
      page: 3,
      margins: "595/0",
      area: 595.3,
      left: 50,
      right: 124,
      y: 100,
      size: 12,
    });
    expect(lineOf(row, { number: 3, width: 600 }, 2)).toMatchObject({ margins: "600/2", area: 300 });
  });
});

describe("the lines of a cell", () => {
  const joined = (right: number, ...lines: string[]): string[] =>
    cellLines(
      lines.map((text, k) => at(text, 0, k * 20)),
      right,
    );

  it.each<[what: string, right: number, lines: string[], read: string[]]>([
    ["go on where the line above fills the cell", 55, ["建设智慧", "城市"], ["建设智慧城市"]],
    ["stand alone where the line above leaves room", 56, ["建设智慧", "城市"], ["建设智慧", "城市"]],
    ["stand alone where they begin with a number", 55, ["建设智慧", "2.城市"], ["建设智慧", "2.城市"]],
    ["stand alone where both are names", 45, ["县财政局", "县水利局"], ["县财政局", "县水利局"]],
    [
      "stand alone where the last name above and the first below are",
      85,
      ["某镇、县财政局", "县水利局、县司法局"],
      ["某镇、县财政局", "县水利局、县司法局"],
    ],
    ["go on behind a mark that asks for more", 55, ["县财政局、", "县水利局"], ["县财政局、县水利局"]],
    ["go on where only the line above ends like a name", 55, ["由县财政局", "负责"], ["由县财政局负责"]],
    ["go on where only the line below begins like a name", 45, ["牵头单位", "县财政局"], ["牵头单位县财政局"]],
    [
      "are each judged by the line above, not by those before it",
      55,
      ["建设智慧城", "市", "路灯"],
      ["建设智慧城市", "路灯"],
    ],
  ])("%s", (_, right, lines, read) => expect(joined(right, ...lines)).toEqual(read));

  it("are judged by the largest letters and the farthest end of the line above", () => {
    expect(cellLines([at("大", 0, 0, 20), at("小", 20, 0, 10), at("下", 0, 30)], 61)).toEqual(["大小下"]);
    expect(cellLines([at("大", 0, 0, 20), at("小", 20, 0, 10), at("下", 0, 30)], 62)).toEqual(["大小", "下"]);
  });
});

const line = (text: string, more: Partial<PageLine> = {}): PageLine => ({
  text,
  page: 1,
  margins: "600/0",
  area: 600,
  left: 70,
  right: 520,
  y: 100,
  size: 10,
  ...more,
});

describe("lines of prose", () => {
  const paragraphsOf = (...lines: PageLine[]): string[] => joinParagraphs(lines, marginsOf(lines)).paragraphs;
  const more = (count: number): PageLine[] => Array.from({ length: count }, () => line("满"));

  it.each<[what: string, lines: PageLine[], paragraphs: string[]]>([
    ["go on where the line above is full", [line("甲"), line("乙")], ["甲乙"]],
    [
      "go on where it is nearly full",
      [...more(9), line("甲", { right: 498.1 }), line("乙")],
      [`${"满".repeat(9)}甲乙`],
    ],
    [
      "begin anew where it is not full",
      [...more(9), line("甲", { right: 498 }), line("乙")],
      [`${"满".repeat(9)}甲`, "乙"],
    ],
    ["begin anew in other letters", [line("甲"), line("乙", { size: 12 })], ["甲", "乙"]],
    ["go on in letters of nearly the same size", [line("甲"), line("乙", { size: 11 })], ["甲乙"]],
    ["begin anew with an indent", [line("甲"), line("乙", { left: 80.1 }), line("丙")], ["甲", "乙丙"]],
    ["go on without a full indent", [line("甲"), line("乙", { left: 80 })], ["甲乙"]],
    ["stand alone where parts stand side by side", [line("甲"), line("乙\t丙"), line("丁")], ["甲", "乙\t丙", "丁"]],
    ["begin anew with a number where no paragraph has an indent", [line("甲"), line("1.乙")], ["甲", "1.乙"]],
    ["go on with a number where paragraphs have an indent", [line("甲", { left: 90 }), line("1.乙")], ["甲1.乙"]],
    ["have a blank between Latin words", [line("one"), line("two"), line("，三")], ["one two，三"]],
    [
      "have a blank behind a comma of a Latin text alone",
      [line("a,"), line("b"), line("五;"), line("六")],
      ["a, b五;六"],
    ],
    ["have no blanks at their ends", [line(" 甲 ")], ["甲"]],
  ])("%s", (_, lines, paragraphs) => expect(paragraphsOf(...lines)).toEqual(paragraphs));

  it("count how many were joined", () => {
    const lines = [line("甲"), line("乙"), line("丙", { left: 90 })];
    expect(joinParagraphs(lines, marginsOf(lines)).joined).toBe(1);
  });

  it("have the most common left edge for their margin, or one further left that is half as common", () => {
    const left = (...edges: number[]) => marginsOf(edges.map((edge) => line("甲", { left: edge }))).get("600/0")!.left;
    expect([left(70, 70, 60), left(70, 70, 70, 60), left(70, 70, 80, 80, 80, 80), left(70.4, 69.6, 90)]).toEqual([
      60, 70, 70, 70,
    ]);
  });

  it("are full where nine tenths of them end, but no short line is", () => {
    const right = (count: number, rest: number, far: number) =>
      marginsOf([
        ...Array.from({ length: count }, () => line("甲", { right: far })),
        ...Array.from({ length: rest }, () => line("甲", { right: 500 })),
      ]).get("600/0")!.right;
    expect([right(1, 9, 550), right(2, 8, 550), right(0, 3, 0)]).toEqual([500, 550, 500]);
    expect(marginsOf([line("甲", { right: 100 })]).get("600/0")!.right).toBe(370);
  });

  it("use indents where more than a twentieth of them are indented, each page size for itself", () => {
    const uses = (indented: number, plain: number) =>
      marginsOf([...Array.from({ length: indented }, () => line("甲", { left: 90 })), ...more(plain)]).get("600/0")!
        .usesIndents;
    expect([uses(1, 19), uses(2, 38), uses(2, 37)]).toEqual([false, false, true]);
    const margins = marginsOf([line("甲"), line("乙", { margins: "842/0", area: 842, left: 50 })]);
    expect([...margins].map(([key, { left }]) => [key, left])).toEqual([
      ["600/0", 70],
      ["842/0", 50],
    ]);
  });
});

describe("running heads", () => {
  const remaining = (pages: PageLine[][], height = 800): [lines: string[][], removed: number] => {
    const { pages: kept, removed } = withoutRunningHeads(
      pages,
      pages.map(() => height),
    );
    return [kept.map((lines) => lines.map(({ text }) => text)), removed];
  };
  const twoPages = (first: Partial<PageLine>, second: Partial<PageLine> = first): PageLine[][] => [
    [line("某县 3", first), line("甲", { y: 300 }), line("乙", { y: 400 }), line("丙", { y: 500 })],
    [line("某县  4", { page: 2, ...second }), line("丁", { y: 300, page: 2 }), line("戊", { y: 400, page: 2 })],
  ];

  it.each<[what: string, first: Partial<PageLine>, second: Partial<PageLine> | undefined, isRemoved: boolean]>([
    ["near the upper edge, whatever numbers they count", { y: 111 }, undefined, true],
    ["near the lower edge", { y: 689 }, undefined, true],
    ["not farther down", { y: 112.1 }, undefined, false],
    ["not farther up", { y: 687.9 }, undefined, false],
    ["nearly at the same height", { y: 100 }, { y: 103.9 }, true],
    ["not at another height", { y: 100 }, { y: 104 }, false],
    ["not twice on one page", { y: 50 }, { y: 50, page: 1 }, false],
  ])("are taken out where pages repeat them: %s", (_, first, second, isRemoved) => {
    const pages = twoPages(first, second);
    const [lines, removed] = remaining(pages);
    expect([lines.flat().includes("某县 3"), removed]).toEqual([!isRemoved, isRemoved ? 2 : 0]);
  });

  it("are the outer two lines of a page at most", () => {
    const page = (number: number): PageLine[] => [
      ...[40, 60, 80].map((y, k) => line(`头${"一二三"[k]}`, { y, page: number })),
      line("甲", { y: 400, page: number }),
      ...[720, 740, 760].map((y, k) => line(`脚${"一二三"[k]}`, { y, page: number })),
    ];
    expect(remaining([page(1), page(2)])).toEqual([
      [
        ["头三", "甲", "脚一"],
        ["头三", "甲", "脚一"],
      ],
      8,
    ]);
  });

  it.each(["3", "— 3 —", "第 3 页", "第3页/共12页", "3 / 12", "ⅳ".replace("ⅳ", "iv"), "１２"])(
    "are page numbers at the edge of any page: %s",
    (text) => expect(remaining([[line(text, { y: 780 }), line("甲", { y: 400 })]])).toEqual([[["甲"]], 1]),
  );

  it.each(["3个", "2024年", "1234年", "甲3"])("are no other lines of a single page: %s", (text) =>
    expect(remaining([[line(text, { y: 780 }), line("甲", { y: 400 })]])[1]).toBe(0),
  );
});

describe("a page in two columns", () => {
  const width = 600;
  const column = (x: number, count: number, letters: number, from = 100): PlacedText[] =>
    Array.from({ length: count }, (_, k) => at("字".repeat(letters), x, from + k * 20));
  const order = (...texts: PlacedText[]): string =>
    readingOrder({ width }, texts)
      .map(({ column: side }) => side)
      .join("");

  it.each<[what: string, texts: PlacedText[], order: string]>([
    ["of five lines each", [...column(50, 5, 22), ...column(320, 5, 22)], "1111122222"],
    ["of four lines on one side is none", [...column(50, 4, 22), ...column(320, 5, 22)], "00000"],
    [
      "with a heading across between them",
      [
        ...column(50, 5, 22),
        ...column(320, 5, 22),
        at("字".repeat(40), 80, 200),
        ...column(50, 2, 22, 220),
        ...column(320, 2, 22, 220),
      ],
      "11111222220" + "1122",
    ],
    [
      "with as many lines across as there may be",
      [...column(50, 6, 22), ...column(320, 6, 22), ...column(80, 2, 40, 300)],
      "11111122222200",
    ],
    [
      "with more lines across than there may be",
      [...column(50, 6, 22), ...column(320, 6, 22), ...column(80, 3, 40, 300)],
      "000000000",
    ],
    [
      "of short words is a table",
      [...column(50, 5, 22), ...column(50, 5, 5, 200), ...column(320, 5, 22), ...column(320, 5, 5, 200)],
      "0000000000",
    ],
    [
      "three fifths of whose lines take three fifths of its width",
      [...column(100, 2, 10), ...column(100, 1, 6, 140), ...column(100, 2, 1, 160), ...column(400, 5, 10)],
      "1111122222",
    ],
    [
      "fewer of whose lines are as wide is a table",
      [...column(100, 2, 10), ...column(100, 1, 5, 140), ...column(100, 2, 1, 160), ...column(400, 5, 10)],
      "00000",
    ],
    ["whose gap is not in the middle", [...column(20, 5, 15), ...column(190, 5, 40)], "00000"],
  ])("%s", (_, texts, expected) => expect(order(...texts)).toBe(expected));

  it("has a word on the side on which most of it stands", () => {
    const texts = [...column(50, 5, 22), ...column(320, 5, 22), at("悬", 268, 300), at("挂", 310, 300)];
    expect(
      readingOrder({ width }, texts)
        .filter(({ row }) => /悬|挂/.test(row[0]!.text))
        .map(({ row, column: side }) => row[0]!.text + side),
    ).toEqual(["悬1", "挂2"]);
  });
});
