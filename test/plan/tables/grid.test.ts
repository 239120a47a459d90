import { gridsOf } from "../../../src/plan/tables/grid";
import { emptyCell, type Cell, type Table } from "../../../src/plan/tables/table";

let at = 0;
/** A cell; `/` parts its lines, `?` in front says that the source does not tell whether it is empty. */
function cell(words: string): Cell {
  const text = words.replace(/^\?/, "");
  const unsure = words.startsWith("?") ? { isUnsure: true as const } : {};
  if (text === "") return { ...emptyCell(at++), ...unsure };
  const lines = text.split("/").map((line) => {
    const start = at;
    at += line.length + 1;
    return { start, end: start + line.length };
  });
  return { text: text.replaceAll("/", "\n"), lines, start: lines[0]!.start, end: lines.at(-1)!.end, ...unsure };
}
const row = (...cells: string[]): Cell[] => cells.map(cell);
const table = (rows: Cell[][], more: Partial<Table> = {}): Table => ({
  start: 0,
  end: 9999,
  rows,
  doubtful: new Set(),
  gapped: new Set(),
  ...more,
});
/** Each grid: its columns, then its rows, `#` before a chapter, `?` behind one that may lack cells, `!` behind a sure one. */
const shown = (one: Table): string[][] =>
  gridsOf(one).map(({ columns, rows }) => [
    columns.map(({ cell: { text } }) => text).join("|"),
    ...rows.map(
      ({ cells, isChapter, isGapped, isSure }) =>
        `${isChapter ? "#" : ""}${cells.map(({ text }) => text.replaceAll("\n", "/")).join("|")}${isGapped ? "?" : ""}${isSure ? "!" : ""}`,
    ),
  ]);
const HEAD = ["序号", "重点任务", "牵头单位", "责任单位"];
const HEADS = HEAD.join("|");

describe("the rows of a table under its header", () => {
  it("have a cell for each column", () => {
    expect(shown(table([row(...HEAD), row("1", "修路", "县交通局", "县财政局"), row("2", "架桥", "", "")]))).toEqual([
      [HEADS, "1|修路|县交通局|县财政局", "2|架桥||"],
    ]);
  });

  it("are none before the first header, nor where they are empty", () => {
    expect(
      shown(table([row("某县", "任务"), row(...HEAD), row("", "", "", ""), row("1", "修路", "县交通局", "县财政局")])),
    ).toEqual([[HEADS, "1|修路|县交通局|县财政局"]]);
    expect(shown(table([row("甲", "乙")]))).toEqual([]);
  });

  it("go on under a header that is printed again, and begin anew under another one", () => {
    expect(
      shown(
        table([
          row(...HEAD),
          row("1", "修路", "县交通局", "县财政局"),
          row(...HEAD),
          row("2", "架桥", "县水利局", "县财政局"),
        ]),
      ),
    ).toEqual([[HEADS, "1|修路|县交通局|县财政局", "2|架桥|县水利局|县财政局"]]);
    expect(
      shown(
        table([
          row(...HEAD),
          row("1", "修路", "县交通局", "县财政局"),
          row("序号", "工作任务", "责任单位"),
          row("1", "架桥", "县水利局"),
        ]),
      ),
    ).toEqual([
      [HEADS, "1|修路|县交通局|县财政局"],
      ["序号|工作任务|责任单位", "1|架桥|县水利局"],
    ]);
  });

  it("stand under the header of the table that goes on", () => {
    expect(shown(table([row("1", "修路", "县交通局", "县财政局")], { header: row(...HEAD) }))).toEqual([
      [HEADS, "1|修路|县交通局|县财政局"],
    ]);
  });

  it("lose the cells that are too many", () =>
    expect(shown(table([row(...HEAD), row("1", "修路", "县交通局", "县财政局", "多")]))).toEqual([
      [HEADS, "1|修路|县交通局|县财政局"],
    ]));

  it("are headings where one cell stands for all, unless there are two columns", () => {
    expect(shown(table([row(...HEAD), row("基础设施"), row("1", "修路", "县交通局", "县财政局")]))[0]![1]).toBe(
      "#基础设施?",
    );
    expect(shown(table([row("重点任务", "责任单位"), row("一、基础设施"), row("修路")]))[0]!.slice(1)).toEqual([
      "#一、基础设施?",
      "修路|?",
    ]);
  });

  it("have cells that are missing where they fit best", () => {
    const rows = shown(
      table([
        row("序号", "重点任务", "牵头单位", "责任单位", "完成时限"),
        row("1", "修建县城至乡镇的道路。", "县交通局", "县财政局", "2024年6月底"),
        row("2", "架设跨河大桥。", "2024年底"),
        row("改造供水管网。", "县水利局", "县财政局"),
      ]),
    )[0]!.slice(2);
    expect(rows).toEqual(["2|架设跨河大桥。|||2024年底?", "|改造供水管网。|县水利局|县财政局|?"]);
  });

  it("are certain in a file's own table, but for cells of which it does not say what covers them", () => {
    const rows = [
      row(...HEAD),
      row("1", "修路", "县交通局", "县财政局"),
      row("2", "架桥", "县水利局", "?"),
      row("3", "植树", "县林业局"),
    ];
    expect(shown(table(rows, { isFromFile: true }))[0]!.slice(1)).toEqual([
      "1|修路|县交通局|县财政局!",
      "2|架桥|县水利局|?",
      "3|植树|县林业局|!",
    ]);
    expect(shown(table(rows, { gapped: new Set([rows[1]!]) }))[0]![1]).toBe("1|修路|县交通局|县财政局?");
    expect(
      gridsOf(table(rows, { doubtful: new Set([rows[1]!]) }))[0]!.rows.map(({ isDoubtful }) => isDoubtful),
    ).toEqual([true, false, false]);
  });

  it("have no quotes around the lines of a copied cell", () => {
    expect(shown(table([row(...HEAD), row("1", "修路", "县交通局", '"县财政局/县审计局"')]))[0]![1]).toBe(
      "1|修路|县交通局|县财政局/县审计局",
    );
    const [grid] = gridsOf(table([row(...HEAD), row("1", '"修路"', "县交通局", '"县财政局/县审计局"')]));
    const cells = grid!.rows[0]!.cells;
    expect(cells[1]!.text).toBe('"修路"');
    expect(cells[3]!.lines.map(({ start, end }) => end - start)).toEqual([4, 4]);
    expect([cells[3]!.start, cells[3]!.end]).toEqual([cells[3]!.lines[0]!.start, cells[3]!.lines[1]!.end]);
  });

  it("take units and persons from a cell that reaches down, and nothing else", () => {
    const heads = ["序号", "重点任务", "责任单位", "责任人", "完成时限"];
    const above = row("1", "修路", "县交通局", "王某", "年底");
    const below = row("2", "", "", "", "").map((one, k) => (k > 0 ? { ...one, above: above[k]! } : one));
    const [grid] = gridsOf(table([row(...heads), above, below], { isFromFile: true }));
    expect(grid!.rows[1]!.cells.map(({ text, isFromAbove }) => text + (isFromAbove ? "^" : ""))).toEqual([
      "2",
      "",
      "县交通局^",
      "王某^",
      "",
    ]);
  });
});

describe("a row that a page's end cuts", () => {
  const cut = (
    above: string[],
    below: string[],
    more: Partial<Table> = { isFromFile: true },
    heads: readonly string[] = HEAD,
  ): string[] =>
    shown(table([row(...heads), row(...above), row(...below)], more))[0]!
      .slice(1)
      .map((line) => line.replace("!", ""));

  it.each<[what: string, above: string[], below: string[], rows: string[]]>([
    [
      "is put together where a list goes on",
      ["1", "修路", "县交通局", "县财政局、"],
      ["", "", "", "县审计局"],
      ["1|修路|县交通局|县财政局、/县审计局"],
    ],
    [
      "is put together with what its other cells have",
      ["1", "修路", "县交通局", "县财政局，"],
      ["", "养护", "", "县审计局"],
      ["1|修路/养护|县交通局|县财政局，/县审计局"],
    ],
    [
      "is two rows where the list is at its end",
      ["1", "修路", "县交通局", "县财政局"],
      ["", "养护", "", "县审计局"],
      ["1|修路|县交通局|县财政局", "|养护||县审计局"],
    ],
    [
      "is two rows where the lower one fills an empty cell",
      ["1", "修路", "", "县财政局、"],
      ["", "", "县交通局", "县审计局"],
      ["1|修路||县财政局、", "||县交通局|县审计局"],
    ],
    [
      "is two rows where the lower one has a number",
      ["1", "修路", "县交通局", "县财政局、"],
      ["2", "", "", "县审计局"],
      ["1|修路|县交通局|县财政局、", "2|||县审计局"],
    ],
  ])("%s", (_, above, below, rows) => expect(cut(above, below)).toEqual(rows));

  it("is put together at a seam of two pages, whatever stands in it", () => {
    const rows = [row(...HEAD), row("1", "修路", "", "县财政局"), row("", "养护", "县交通局", "")];
    expect(shown(table(rows, { isFromFile: true, seams: new Set([rows[2]!]) }))[0]!.slice(1)).toEqual([
      "1|修路/养护|县交通局|县财政局!",
    ]);
    expect(shown(table(rows, { isFromFile: true, seams: new Set([rows[1]!]) }))[0]!.slice(1)).toHaveLength(2);
  });

  it("is two rows in a table that is not a file's own, has no numbers, or whose number reaches down", () => {
    const [above, below] = [
      ["1", "修路", "县交通局", "县财政局、"],
      ["", "", "", "县审计局"],
    ];
    expect(cut(above, below, {})).toHaveLength(2);
    expect(cut(above, below, { isFromFile: true }, ["类别", "重点任务", "牵头单位", "责任单位"])).toHaveLength(2);
    const rows = [row(...HEAD), row(...above), row(...below)];
    rows[2]![0] = { ...rows[2]![0]!, above: rows[1]![0]! };
    expect(shown(table(rows, { isFromFile: true }))[0]!.slice(1)).toHaveLength(2);
  });

  it("is no heading of a chapter", () => {
    const rows = [row(...HEAD), row("基础设施"), row("", "修路", "县交通局", "县财政局")];
    expect(shown(table(rows, { isFromFile: true, seams: new Set([rows[2]!]) }))[0]!.slice(1)).toEqual([
      "#基础设施!",
      "|修路|县交通局|县财政局!",
    ]);
  });
});

describe("a header of two rows", () => {
  it.each<[what: string, upper: string[], lower: string[], columns: string]>([
    [
      "has the lower words in the place of the upper ones that they divide",
      ["序号", "重点任务", "责任分工", "", "完成时限"],
      ["", "", "牵头单位", "配合单位", ""],
      "序号|重点任务|牵头单位|配合单位|完成时限",
    ],
    [
      "may leave merged cells out",
      ["序号", "重点任务", "责任单位", "完成时限"],
      ["牵头", "配合"],
      "序号|重点任务|牵头|配合|完成时限",
    ],
  ])("%s", (_, upper, lower, columns) =>
    expect(shown(table([row(...upper), row(...lower), row("1", "修路", "县交通局", "县财政局", "年底")]))).toEqual([
      [columns, "1|修路|县交通局|县财政局|年底"],
    ]),
  );

  it("has two lower words at least, and none in a file's own table, which says what is merged", () => {
    expect(
      shown(table([row("序号", "重点任务", "责任单位"), row("", "", "牵头单位"), row("1", "修路", "县交通局")]))[0]![0],
    ).toBe("序号|重点任务|责任单位");
    const rows = [row("序号", "重点任务", "责任单位", "完成时限"), row("牵头", "配合")];
    expect(shown(table(rows, { isFromFile: true }))[0]![0]).toBe("序号|重点任务|责任单位|完成时限");
  });
});
