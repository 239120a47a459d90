import { alignedTable } from "../../../../src/documents/plan-files/fixed-layout/aligned-tables";
import type { PlacedText, Ruling } from "../../../../src/documents/plan-files/fixed-layout/page";
import { ruledTables } from "../../../../src/documents/plan-files/fixed-layout/ruled-tables";

const across = (y: number, from: number, to: number): Ruling => ({ x1: from, y1: y, x2: to, y2: y });
const down = (x: number, from: number, to: number): Ruling => ({ x1: x, y1: from, x2: x, y2: to });
/** Each cell as `left,top columns×rows`. */
const cellsOf = (...rulings: Ruling[]): string[][][] =>
  ruledTables(rulings).map(({ rows }) =>
    rows.map((cells) => cells.map(({ left, top, columns, rows: height }) => `${left},${top} ${columns}×${height}`)),
  );
const frame = [across(0, 0, 200), across(100, 0, 200), down(0, 0, 100), down(200, 0, 100)];
const halves = [
  ["0,0 1×1", "100,0 1×1"],
  ["0,50 1×1", "100,50 1×1"],
];

describe("the lines of a table", () => {
  it.each<[what: string, rulings: Ruling[], cells: string[][][]]>([
    ["make a cell of each field", [...frame, across(50, 0, 200), down(100, 0, 100)], [halves]],
    ["make one cell where they only frame", frame, [[["0,0 1×1"]]]],
    [
      "leave out a wall that ends",
      [...frame, across(50, 0, 200), down(100, 0, 50)],
      [[["0,0 1×1", "100,0 1×1"], ["0,50 2×1"]]],
    ],
    [
      "leave out a floor that ends",
      [...frame, across(50, 0, 100), down(100, 0, 100)],
      [[["0,0 1×1", "100,0 1×2"], ["0,50 1×1"]]],
    ],
    [
      "may be drawn in parts, and twice",
      [...frame, across(50, 0, 100), across(50, 102, 200), across(52, 0, 200), down(100, 0, 60), down(100, 40, 100)],
      [halves],
    ],
    ["may miss each other by a little", [...frame, across(50, 3, 197), down(100, 3, 97)], [halves]],
    [
      "make two tables where they do not meet",
      [...frame, across(200, 0, 200), across(250, 0, 200), down(100, 200, 250)],
      [[["0,0 1×1"]], [["0,200 1×1", "100,200 1×1"]]],
    ],
    [
      "make a table without sides",
      [across(0, 0, 200), across(50, 0, 200), across(100, 0, 200), down(100, 0, 100)],
      [halves],
    ],
    [
      "make none without a line down, or with a single one across",
      [across(0, 0, 200), across(50, 0, 200), down(500, 0, 100), across(300, 0, 200), down(100, 300, 400)],
      [],
    ],
    [
      "are no ticks, and none that slant",
      [
        ...frame,
        across(50, 97, 102.9),
        down(100, 20, 25.9),
        { x1: 0, y1: 40, x2: 200, y2: 43.1 },
        { x1: 40, y1: 0, x2: 43.1, y2: 100 },
      ],
      [[["0,0 1×1"]]],
    ],
    [
      "may be short, and slant a little",
      [across(0, 0, 6), { x1: 0, y1: 6, x2: 6, y2: 9 }, down(0, 0, 6), down(6, 0, 6)],
      [[["0,0 1×1"]]],
    ],
    [
      "are one where they lie close, and two where they do not",
      [...frame, down(100, 0, 100), down(103, 0, 100), down(150, 0, 100), down(153.1, 0, 100)],
      [[["0,0 1×1", "100,0 1×1", "150,0 1×1", "153.1,0 1×1"]]],
    ],
    [
      "have a cell that reaches over rows beside one that reaches over columns",
      [...frame, across(50, 100, 200), down(100, 0, 100), down(150, 0, 50)],
      [[["0,0 1×2", "100,0 1×1", "150,0 1×1"], ["100,50 2×1"]]],
    ],
  ])("%s", (_, rulings, cells) => expect(cellsOf(...rulings)).toEqual(cells));

  it("have edges where the table ends", () => {
    const [table] = ruledTables(
      [...frame, down(100, 0, 100)].map(({ x1, y1, x2, y2 }) => ({
        x1: x1 + 10,
        y1: y1 + 20,
        x2: x2 + 10,
        y2: y2 + 20,
      })),
    );
    expect(table).toMatchObject({ left: 10, right: 210, top: 20, bottom: 120 });
    expect(table!.rows[0]).toMatchObject([
      { left: 10, right: 110, top: 20, bottom: 120 },
      { left: 110, right: 210 },
    ]);
  });

  it("are squared paper where they cross too often", () => {
    const squares = (columns: number, rows: number): Ruling[] => [
      ...Array.from({ length: rows }, (_, k) => across(k * 4, 0, columns * 4)),
      ...Array.from({ length: columns }, (_, k) => down(k * 4, 0, rows * 4 - 4)),
    ];
    expect(ruledTables(squares(20, 2501))).toEqual([]);
    expect(ruledTables(squares(5, 20))).toHaveLength(1);
  });
});

describe("a table without lines", () => {
  const places = [60, 120, 300, 430];
  const at = (text: string, x: number, y: number, size = 10): PlacedText => ({
    text,
    x,
    y,
    width: text.length * size,
    size,
  });
  const row = (y: number, ...cells: string[]): PlacedText[] =>
    cells.flatMap((text, k) => (text === "" ? [] : [at(text, places[k]!, y)]));
  const HEAD = row(100, "序号", "重点任务", "牵头单位", "责任单位");
  const tableOf = (...rows: PlacedText[][]) => {
    const found = alignedTable(rows, 0);
    return (
      found && [found.rows, ...found.block.rows.map((cells) => cells.map(({ lines }) => lines.join("/")).join("|"))]
    );
  };
  const HEADS = "序号|重点任务|牵头单位|责任单位";

  it.each<[what: string, rows: PlacedText[][], table: (string | number)[] | undefined]>([
    [
      "is read by the heads above its words",
      [HEAD, row(120, "1", "修路", "县交通局", "县财政局")],
      [2, HEADS, "1|修路|县交通局|县财政局"],
    ],
    [
      "goes on in the cells of the row above where its number is missing",
      [HEAD, row(120, "1", "修", "", "县财政局"), row(135, "", "路", "县交通局", "")],
      [3, HEADS, "1|修路|县交通局|县财政局"],
    ],
    ["begins with a row without a number", [HEAD, row(120, "", "修路", "县交通局", "")], [2, HEADS, "|修路|县交通局|"]],
    [
      "begins a row with the first column where no column is of numbers",
      [
        [at("重点任务", 60, 100), at("牵头单位", 300, 100), at("责任单位", 430, 100)],
        [at("修路", 60, 120), at("县交通局", 300, 120)],
        [at("县财政局", 430, 135)],
        [at("架桥", 60, 150)],
      ],
      [4, "重点任务|牵头单位|责任单位", "修路|县交通局|县财政局", "架桥||"],
    ],
    [
      "ends where a line runs under several heads",
      [HEAD, row(120, "1", "修路", "", ""), [at("说明：本表由县政府办公室负责解释，自印发之日起施行。", 60, 140)]],
      [2, HEADS, "1|修路||"],
    ],
    [
      "ends where a gap is too large",
      [HEAD, row(120, "1", "修路", "", ""), row(170.1, "2", "架桥", "", "")],
      [2, HEADS, "1|修路||"],
    ],
    [
      "goes on over a gap that is not",
      [HEAD, row(120, "1", "修路", "", ""), row(170, "2", "架桥", "", "")],
      [3, HEADS, "1|修路||", "2|架桥||"],
    ],
    [
      "has words beside the heads under the nearest of them",
      [HEAD, [at("1", 70, 120), at("修路", 170, 120), at("县交通局", 345, 120), at("市局", 500, 120)]],
      [2, HEADS, "1|修路|县交通局|市局"],
    ],
    [
      "has words a little apart in one cell",
      [HEAD, [at("1", 70, 120), at("修", 120, 120), at("路", 138, 120)]],
      [2, HEADS, "1|修 路||"],
    ],
    ["is none without rows", [HEAD], undefined],
    ["is none with two heads", [[at("重点任务", 60, 100), at("责任单位", 300, 100)], [at("修路", 60, 120)]], undefined],
    [
      "is none where the words are no heads",
      [row(100, "甲", "乙", "丙", "丁"), row(120, "1", "2", "3", "4")],
      undefined,
    ],
  ])("%s", (_, rows, table) => expect(tableOf(...rows)).toEqual(table));
});
