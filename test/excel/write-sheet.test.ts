import { replaceParts, sheetParts } from "../../src/excel/write-sheet";
import type { Area, CellStyle, SheetData, Validation } from "../../src/matrix/sheet";
import { excelApi, noted } from "./queued";

beforeAll(() => excelApi(17));

const one: Area = { row: 1, column: 2, rows: 1, columns: 1 };
const data = (more: Partial<SheetData> = {}): SheetData => ({
  name: "表",
  cells: [["任务"]],
  formulas: [],
  filledFormulas: [],
  styles: [],
  columnWidths: [],
  rowHeights: [],
  hiddenColumns: [],
  hiddenRows: [],
  names: [],
  conditionalFormats: [],
  validations: [],
  ...more,
});

/** What a new sheet with this in it takes, after its cells. */
function queued(more: Partial<SheetData>): string[] {
  const { context, sheet, notes } = noted();
  for (const { queue } of sheetParts(context, sheet, data(more))) queue();
  return notes.filter((note) => !note.endsWith(`.values = [["任务"]]`));
}

const styled = (style: CellStyle, area = one): string[] => queued({ styles: [{ area, style }] });

describe("looks of cells", () => {
  it.each<[CellStyle, string[]]>([
    [{}, []],
    [{ numberFormat: "0.0" }, [`numberFormat = "0.0"`]],
    [{ fill: "#FFFFFF" }, [`format.fill.color = "#FFFFFF"`]],
    [{ color: "#000000" }, [`format.font.color = "#000000"`]],
    [{ bold: false }, ["format.font.bold = false"]],
    [{ italic: true }, ["format.font.italic = true"]],
    [{ fontName: "宋体" }, [`format.font.name = "宋体"`]],
    [{ fontSize: 9 }, ["format.font.size = 9"]],
    [{ horizontal: "centerAcross" }, [`format.horizontalAlignment = "CenterAcrossSelection"`]],
    [{ vertical: "middle" }, [`format.verticalAlignment = "Center"`]],
    [{ wrap: false }, ["format.wrapText = false"]],
    [{ stacked: true }, ["format.textOrientation = 180"]],
    [{ stacked: false, unlocked: false }, []],
    [{ unlocked: true }, ["format.protection.locked = false"]],
  ])("%j are set, and nothing else", (style, expected) => {
    expect(styled(style)).toEqual(expected.map((note) => `[1 2 1 1].${note}`));
  });

  it.each([
    [1, 1, []],
    [2, 1, ["InsideHorizontal"]],
    [1, 2, ["InsideVertical"]],
    [2, 2, ["InsideHorizontal", "InsideVertical"]],
  ])(
    "an area of %i rows and %i columns has lines around it, and between its cells where it has any: %j",
    (rows, columns, inner) => {
      const lines = styled({ border: "#808080" }, { ...one, rows, columns });
      expect(lines.map((note) => /getItem\("(\w+)"\)\.(\w+) = "(.+)"/.exec(note)!.slice(1))).toEqual(
        ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", ...inner].flatMap((edge) => [
          [edge, "style", "Continuous"],
          [edge, "color", "#808080"],
        ]),
      );
    },
  );

  it("by a rule are added the last one first, since a new one comes before the others", () => {
    const notes = queued({
      conditionalFormats: [
        { area: one, formula: "=1", fill: "#111111", stop: true },
        { area: one, formula: "=2", color: "#222222", bold: false, lines: { above: "#333333", others: "#444444" } },
      ],
    });
    const added = `[1 2 1 1].conditionalFormats.add("Custom")`;
    const line = (edge: string, color: string): string[] => [
      `${added}.custom.format.borders.getItem("${edge}").style = "Continuous"`,
      `${added}.custom.format.borders.getItem("${edge}").color = "${color}"`,
    ];
    expect(notes).toEqual([
      added,
      `${added}.custom.rule.formula = "=2"`,
      `${added}.custom.format.font.color = "#222222"`,
      `${added}.custom.format.font.bold = false`,
      ...line("EdgeTop", "#333333"),
      ...["EdgeBottom", "EdgeLeft", "EdgeRight"].flatMap((edge) => line(edge, "#444444")),
      added,
      `${added}.custom.rule.formula = "=1"`,
      `${added}.custom.format.fill.color = "#111111"`,
      `${added}.stopIfTrue = true`,
    ]);
  });
});

describe("widths and heights", () => {
  it.each<[SheetData["columnWidths"], string[]]>([
    [[], []],
    // From six equal ones on, one setting is shorter than a list.
    [Array<number>(6).fill(40), ["[0 0 1 6].format.columnWidth = 40"]],
    [
      Array<number>(5).fill(40),
      [`[0 0 1 5].setColumnProperties([${Array<string>(5).fill(`{"format":{"columnWidth":40}}`).join()}])`],
    ],
    [
      [20, undefined, ...Array<number>(7).fill(40), 30, 31],
      [
        `[0 0 1 2].setColumnProperties([{"format":{"columnWidth":20}},{}])`,
        "[0 2 1 7].format.columnWidth = 40",
        `[0 9 1 2].setColumnProperties([{"format":{"columnWidth":30}},{"format":{"columnWidth":31}}])`,
      ],
    ],
    // Where none is given, Excel's own stays, however many there are.
    [Array<undefined>(6).fill(undefined), [`[0 0 1 6].setColumnProperties([${Array<string>(6).fill("{}").join()}])`]],
  ])("widths %j", (columnWidths, expected) => {
    expect(queued({ columnWidths })).toEqual(expected);
  });

  it.each<[SheetData["rowHeights"], string[]]>([
    [[], []],
    [[20, 30], [`[0 0 2 1].setRowProperties([{"format":{"rowHeight":20}},{"format":{"rowHeight":30}}])`]],
    [
      [20, undefined, undefined],
      ["[1 0 2 1].format.autofitRows()", `[0 0 1 1].setRowProperties([{"format":{"rowHeight":20}}])`],
    ],
    [[undefined, undefined], ["[0 0 2 1].format.autofitRows()"]],
  ])("heights %j: rows without one fit their text", (rowHeights, expected) => {
    expect(queued({ rowHeights })).toEqual(expected);
  });

  it("are set, and panes frozen, before anything is hidden", () => {
    expect(
      queued({ columnWidths: [20], hiddenColumns: [3], hiddenRows: [1, 2], freeze: { rows: 5, columns: 4 } }),
    ).toEqual([
      `[0 0 1 1].setColumnProperties([{"format":{"columnWidth":20}}])`,
      "sheet.freezePanes.freezeAt([0 0 5 4])",
      "[0 3 1 1].columnHidden = true",
      "[1 0 1 1].rowHidden = true",
      "[2 0 1 1].rowHidden = true",
    ]);
  });
});

describe("what a sheet has once", () => {
  it("is set where it is given", () => {
    expect(queued({})).toEqual([]);
    expect(queued({ hideGridlines: true, tabColor: "#C00000" })).toEqual([
      "sheet.showGridlines = false",
      `sheet.tabColor = "#C00000"`,
    ]);
    expect(queued({ hideGridlines: false })).toEqual([]);
    expect(queued({ names: [{ name: "评估年度", area: one }] })).toEqual([
      `context.workbook.names.add("评估年度", [1 2 1 1])`,
    ]);
  });

  it("has the table's name last: a sheet on which it is found is complete", () => {
    const notes = queued({ table: { name: "表1", style: "TableStyleLight1", area: one }, tabColor: "#C00000" });
    expect(notes.at(-1)).toMatch(/\.name = "表1"$/);
    expect(notes.slice(0, -1).join("\n")).not.toContain("表1");
    expect(notes).toContain(`sheet.tables.add([1 2 1 1], true).showBandedRows = false`);
  });

  it("has bars that are full at their end, without a gradient", () => {
    const bar = `[1 2 1 1].conditionalFormats.add("DataBar")`;
    expect(queued({ dataBars: [{ area: one, color: "#9DC3E6", min: 0, max: 1 }] })).toEqual([
      bar,
      `${bar}.dataBar.lowerBoundRule = {"type":"Number","formula":"0"}`,
      `${bar}.dataBar.upperBoundRule = {"type":"Number","formula":"1"}`,
      `${bar}.dataBar.positiveFormat.fillColor = "#9DC3E6"`,
      `${bar}.dataBar.positiveFormat.gradientFill = false`,
    ]);
  });
});

describe("what may be typed", () => {
  const alert = { style: "warning", title: "题", message: "话" } as const;
  const validation = (more: Partial<Validation> = {}): Validation => ({
    area: one,
    rule: { kind: "custom", formula: "=TRUE" },
    alert,
    ...more,
  });

  it.each<[Validation["rule"], object]>([
    [{ kind: "list", source: "=$A$1:$A$2" }, { list: { inCellDropDown: true, source: "=$A$1:$A$2" } }],
    [{ kind: "custom", formula: "=A1>0" }, { custom: { formula: "=A1>0" } }],
    [{ kind: "decimal", min: 0, max: 100 }, { decimal: { formula1: 0, formula2: 100, operator: "Between" } }],
    [{ kind: "decimal", max: 100 }, { decimal: { formula1: 100, operator: "LessThanOrEqualTo" } }],
    [{ kind: "wholeNumber", min: 5 }, { wholeNumber: { formula1: 5, operator: "GreaterThanOrEqualTo" } }],
    [{ kind: "wholeNumber" }, { wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" } }],
  ])("%j is Excel's %j, after what was there before", (rule, office) => {
    expect(queued({ validations: [validation({ rule })] })).toEqual([
      "[1 2 1 1].dataValidation.clear()",
      `[1 2 1 1].dataValidation.rule = ${JSON.stringify(office)}`,
      `[1 2 1 1].dataValidation.errorAlert = {"showAlert":true,"style":"Warning","title":"题","message":"话"}`,
    ]);
  });

  it("has its hint where there is one", () => {
    const prompt = { title: "题", message: "请填数" };
    expect(queued({ validations: [validation({ prompt })] }).at(-1)).toBe(
      `[1 2 1 1].dataValidation.prompt = {"showPrompt":true,"title":"题","message":"请填数"}`,
    );
  });

  it("goes in parts of a hundred rules, none of them lost", () => {
    const validations = Array.from({ length: 201 }, (_, row) => validation({ area: { ...one, row } }));
    const { context, sheet, notes } = noted();
    const counts = sheetParts(context, sheet, data({ validations })).map(({ queue, bytes }) => {
      const before = notes.length;
      queue();
      const count = notes.slice(before).filter((note) => note.includes(".rule = ")).length;
      return [count, bytes >= count * 700];
    });
    expect(counts.filter(([count]) => count !== 0)).toEqual([
      [100, true],
      [100, true],
      [1, true],
    ]);
    expect(notes.filter((note) => note.includes(".rule = ")).map((note) => /\d+/.exec(note)![0])).toEqual(
      validations.map(({ area }) => String(area.row)),
    );
  });
});

describe("an existing sheet", () => {
  function replaced(rows: number, columns: number, staging = false): string[] {
    const { context, sheet, notes } = noted();
    const old = noted();
    const prepare = (): void => void notes.push("prepare");
    const parts = replaceParts(
      context,
      { sheet, rows, columns, prepare, ...(staging ? { staging: old.sheet } : {}) },
      data({ cells: [["任务", "=1"]] }),
    );
    for (const { queue } of parts) queue();
    return [...old.notes, ...notes];
  }
  const made = `context.workbook.worksheets.add("责任矩阵（写入中）")`;

  it("takes what was laid out beside it in one action; apostrophes, which copying loses, are written again", () => {
    expect(replaced(1, 2)).toEqual([
      made,
      `${made}.visibility = "Hidden"`,
      `[0 0 1 2].values = [["任务","'=1"]]`,
      "prepare",
      `[0 0 1 2].copyFrom([0 0 1 2], "Formulas")`,
      `${made}.delete()`,
      `[0 0 1 2].values = [[null,"'=1"]]`,
    ]);
  });

  it.each([
    [1, 2, []],
    [4, 2, [`[1 0 3 2].clear("Formats")`]],
    [1, 5, [`[0 2 1 3].clear("Formats")`]],
    [4, 5, [`[1 0 3 5].clear("Formats")`, `[0 2 4 3].clear("Formats")`]],
  ])("of %i rows and %i columns keeps no looks outside the new contents: %j", (rows, columns, cleared) => {
    const notes = replaced(rows, columns);
    expect(notes.filter((note) => note.includes("clear("))).toEqual(cleared);
    expect(notes).toContain(`[0 0 ${rows} ${columns}].copyFrom([0 0 ${rows} ${columns}], "Formulas")`);
  });

  it("loses first what a run that broke off has left beside it", () => {
    expect(replaced(1, 2, true)[0]).toBe("sheet.delete()");
  });
});
