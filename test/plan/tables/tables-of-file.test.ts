import { readPlan } from "../../../src/plan";
import type { Block, CellBlock } from "../../../src/plan/layout/blocks";
import { textOfBlocks } from "../../../src/plan/layout/text-of-blocks";

const cell = (text: string, spans: Omit<CellBlock, "lines"> = {}): CellBlock => ({ lines: text.split("/"), ...spans });
const rowsOf = (...rows: string[][]): CellBlock[][] => rows.map((row) => row.map((text) => cell(text)));
const table = (...rows: CellBlock[][]): Block => ({ kind: "table", rows });
const paragraph = (text: string): Block => ({ kind: "paragraph", text });

const HEAD = ["序号", "重点任务", "牵头单位", "责任单位"];

const answersOf = (...blocks: Block[]): string[] =>
  readPlan(textOfBlocks(blocks)).tasks.map(
    ({ path, title, lead, responsible }) => `${path} ${title}：${lead.join("、")}｜${responsible.join("、")}`,
  );

describe("tables that a file hands over", () => {
  it("take each line of a cell as a name of its own", () => {
    expect(
      answersOf(
        table(...rowsOf(HEAD, ["1", "修路", "县交通局", "县财政局/县审计局"], ["2", "架桥", "县水利局", "县财政局"])),
      ),
    ).toEqual(["1 修路：县交通局｜县财政局、县审计局", "2 架桥：县水利局｜县财政局"]);
  });

  it("count a cell that reaches down in each of its rows, beside what the row says itself", () => {
    const merged = table(
      ...rowsOf(HEAD),
      [cell("1"), cell("修路"), cell("县交通局", { rows: 2 }), cell("县财政局")],
      [cell("2"), cell("架桥"), cell("县审计局")],
    );
    expect(answersOf(merged)).toEqual(["1 修路：县交通局｜县财政局", "2 架桥：县交通局｜县审计局"]);
  });

  it("know a header of two rows", () => {
    const head = [
      [cell("序号", { rows: 2 }), cell("重点任务", { rows: 2 }), cell("责任分工", { columns: 2 })],
      [cell("牵头单位"), cell("责任单位")],
    ];
    expect(answersOf(table(...head, ...rowsOf(["1", "修路", "县交通局", "县财政局"])))).toEqual([
      "1 修路：县交通局｜县财政局",
    ]);
  });

  it("put a row together that was cut at a page's end", () => {
    expect(
      answersOf(
        table(
          ...rowsOf(
            HEAD,
            ["1", "修路，养护", "县交通局", "县财政局、"],
            ["", "桥梁", "", "县审计局"],
            ["2", "架桥", "县水利局", "县财政局"],
          ),
        ),
      ),
    ).toEqual(["1 修路，养护：县交通局｜县财政局、县审计局", "2 架桥：县水利局｜县财政局"]);
  });

  it("end at a heading, and go on below it with the same header where none is printed", () => {
    const first = table(...rowsOf(HEAD, ["1", "修路", "县交通局", "县财政局"]));
    const rest = table(...rowsOf(["2", "办学", "县教育局", "县民政局"]));
    const blocks = [paragraph("一、重点任务"), paragraph("（一）畅通道路"), first, paragraph("（二）改善民生"), rest];
    expect(answersOf(...blocks)).toEqual(["一/(一)/1 修路：县交通局｜县财政局", "一/(二)/2 办学：县教育局｜县民政局"]);
  });

  it("go on over pages, with or without 续表", () => {
    const parts = [
      table(...rowsOf(HEAD, ["1", "修路", "县交通局", "县财政局"])),
      paragraph("（续表）"),
      table(...rowsOf(["2", "办学", "县教育局", "县民政局"])),
    ];
    expect(answersOf(...parts)).toEqual(["1 修路：县交通局｜县财政局", "2 办学：县教育局｜县民政局"]);
  });

  it("say so where a cell for units is empty, and take nobody from above", () => {
    const plan = readPlan(
      textOfBlocks([table(...rowsOf(HEAD, ["1", "修路", "县交通局", "县财政局"], ["2", "架桥", "", ""]))]),
    );
    expect(plan.tasks.map(({ title }) => title)).toEqual(["修路"]);
    expect(plan.findings.map(({ rule, about }) => [rule, about])).toContainEqual(["table-row-doubtful", "reading"]);
  });

  it("take a row across all columns for the heading of the rows below", () => {
    const plan = readPlan(
      textOfBlocks([
        table(
          ...rowsOf(HEAD),
          [cell("一、畅通道路", { columns: 4 })],
          ...rowsOf(["1", "修路", "县交通局", "县财政局"]),
        ),
      ]),
    );
    expect(plan.tasks.map(({ section, title }) => [...section, title])).toEqual([["畅通道路", "修路"]]);
  });
});
