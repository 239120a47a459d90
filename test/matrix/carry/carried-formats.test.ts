import { titleRows } from "../../../src/matrix/build";
import {
  carriedFormats,
  carriedFormulas,
  clearedFormats,
  percentRows,
} from "../../../src/matrix/carry/carried-formats";
import { matrixColumns } from "../../../src/matrix/columns";
import type { LocatedMatrix, LocatedRow } from "../../../src/matrix/locate";
import { plan } from "../../plans";
import { rowNamed, sheetOf } from "../../sync/sheets";

const base = plan();
const columns = matrixColumns(base);
const at = (key: string): number => columns.findIndex((column) => column.key === key);
const first = titleRows.header + 1;
const held = (touch: (sheet: LocatedMatrix) => void = () => undefined): LocatedMatrix => sheetOf(base, touch);
const line = (measure: string): string[] => columns.map(({ key }) => (key === "measure" ? measure : ""));

describe("number formats in a sheet that is laid out anew", () => {
  it("become plain where they were, and go with their numbers to where these are now", () => {
    const sheet = held((one) => void (one.rows[2]!.formats = { "actual:2022": "0%", remark: "@" }));
    expect(clearedFormats(sheet).map(({ area, style }) => [area, style.numberFormat])).toEqual([
      [{ row: first + 2, column: at("actual:2022"), rows: 1, columns: 1 }, "General"],
      [{ row: first + 2, column: at("remark"), rows: 1, columns: 1 }, "General"],
    ]);
    expect(carriedFormats(columns, [undefined, sheet.rows[2]!, sheet.rows[0]!])).toEqual([
      { area: { row: first + 1, column: at("actual:2022"), rows: 1, columns: 1 }, style: { numberFormat: "0%" } },
      { area: { row: first + 1, column: at("remark"), rows: 1, columns: 1 }, style: { numberFormat: "@" } },
    ]);
  });

  it("are plain for the years of rows of percentages, neighbours as one area", () => {
    const years = { column: at("actual:2021"), columns: 5 };
    expect(percentRows(columns, [line("%"), line("所"), line("%"), line("%")]).map(({ area }) => area)).toEqual([
      { row: first, rows: 1, ...years },
      { row: first + 2, rows: 2, ...years },
    ]);
    expect(percentRows(columns, [line("所")])).toEqual([]);
  });
});

describe("formulas of the user's in a sheet that is laid out anew", () => {
  const sourced = (touch: (sheet: LocatedMatrix) => void): ReturnType<typeof carriedFormulas> => {
    const sheet = held(touch);
    const order: (LocatedRow | undefined)[] = [undefined, ...sheet.rows];
    return carriedFormulas(columns, order, sheet, "责任矩阵");
  };
  const write = (sheet: LocatedMatrix, name: string, key: string, formula: string, value = 7): void => {
    const row = rowNamed(sheet, name);
    row.formulas[key] = formula;
    row.cells[key] = value;
  };

  it("go where their cells go, one row further down, and ours are left to the new sheet", () => {
    const { formulas, flattened } = sourced((sheet) => write(sheet, "培训教师", "actual:2022", "=L9+1"));
    expect(formulas).toEqual([{ row: first + 3, column: at("actual:2022"), formula: "=L10+1" }]);
    expect(flattened).toEqual([]);
  });

  it("may speak of the title rows, which stay, wherever the table has been pushed to", () => {
    const pushed = held((sheet) => {
      write(sheet, "培训教师", "actual:2022", "=$B$4");
      sheet.headerRow += 2;
      for (const row of sheet.rows) row.row += 2;
    });
    expect(carriedFormulas(columns, pushed.rows, pushed, "责任矩阵").flattened).toHaveLength(1);
    const { formulas } = sourced((sheet) => write(sheet, "培训教师", "actual:2022", "=$B$2+$B$6"));
    expect(formulas.map(({ formula }) => formula)).toEqual(["=$B$2+$B$6"]);
  });

  it("are told by task and column with the value that takes their place where they cannot go", () => {
    const { formulas, flattened } = sourced((sheet) => {
      write(sheet, "培训教师", "actual:2022", "=SUM(7:7)");
      write(sheet, "培训教师", "unit:县文化和旅游局", "=SUM(8:8)");
      rowNamed(sheet, "开展活动").cells.task = "";
      write(sheet, "开展活动", "actual:2022", "=SUM(9:9)");
    });
    expect(formulas).toEqual([]);
    expect(flattened).toEqual([
      { place: "任务t1 · 2022年", formula: "=SUM(7:7)", value: 7 },
      { place: "任务t1 · 县文化和旅游局", formula: "=SUM(8:8)", value: 7 },
      { place: "M11 · 2022年", formula: "=SUM(9:9)", value: 7 },
    ]);
  });
});
