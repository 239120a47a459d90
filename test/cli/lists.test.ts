import ExcelJS from "exceljs";
import { Folder, run, seed } from "./run";

jest.setTimeout(180_000);

const folder = new Folder();

describe("npm run lists", () => {
  it("makes the three lists in the workbook, and again", async () => {
    const path = folder.at("责任矩阵.xlsx");
    expect(run("matrix", seed, path).status).toBe(0);
    for (const expected of ["未达标清单（2024 年，未完成 0 项）", "看板（2024 年）"])
      expect(run("lists", path, "--year=2024").stdout).toContain(expected);
    const file = new ExcelJS.Workbook();
    await file.xlsx.readFile(path);
    expect(file.worksheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["责任矩阵", "看板", "单位对照", "未达标清单"]),
    );
    // The workbook keeps this year for whoever uses it next, and the board continues to count.
    expect(file.getWorksheet("看板")!.getCell("B2").formula).toContain("评估年度");
    expect(run("lists", path).stdout).toContain("看板（2024 年）");
    expect(run("lists", path, "--year=2031")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("表中没有“2031年”这一列"),
    });
  });

  it("tells in one sentence what is wrong with the file", () => {
    const path = folder.file("别的.xlsx", "没有");
    expect(run("lists", path)).toMatchObject({
      status: 1,
      stdout: "",
      stderr: expect.stringContaining("不是 Excel 工作簿"),
    });
    expect(run("lists")).toMatchObject({ status: 1, stderr: expect.stringContaining("请给出责任矩阵工作簿") });
  });
});
