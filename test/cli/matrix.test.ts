import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { shortNamesOf } from "../../src/matrix/columns";
import { readPlan } from "../../src/plan";
import { expectRefusal, Folder, run, seed } from "./run";

const folder = new Folder();

async function opened(
  path: string,
): Promise<{ names: string[]; header: string[]; rows: ExcelJS.Row[]; sheet: ExcelJS.Worksheet }> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.getWorksheet("责任矩阵")!;
  const all = sheet.getRows(1, sheet.rowCount)!;
  const at = all.findIndex((row) => ["任务", "状态"].every((name) => (row.values as unknown[]).includes(name)));
  const header = (all[at]!.values as unknown[]).map((value) => String(value ?? ""));
  return {
    names: book.worksheets.map(({ name }) => name),
    header,
    rows: all.slice(at + 1).filter(({ hasValues }) => hasValues),
    sheet,
  };
}

describe("npm run matrix", () => {
  jest.setTimeout(60_000);

  it("writes a workbook whose one sheet holds every task, indicator and unit of the bundled plan", async () => {
    const out = folder.at("责任矩阵.xlsx");
    const { status, stdout, stderr } = run("matrix", seed, out);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(`${out}：48 行，37 列单位\n`);

    const plan = readPlan(readFileSync(seed, "utf8"));
    const { names, header, rows } = await opened(out);
    expect(names).toEqual(["责任矩阵"]);
    expect(rows).toHaveLength(48);
    const cells = (name: string): string[] => rows.map((row) => row.getCell(header.indexOf(name)).text);
    expect(new Set(cells("任务"))).toEqual(new Set([...plan.tasks.map(({ title }) => title), "（方案总体目标）"]));
    expect(plan.tasks).toHaveLength(34);
    expect(cells("指标").filter(Boolean)).toHaveLength(27);
    expect(header.filter((name) => /^\d{4}年$/.test(name))).toEqual(["2021年", "2022年", "2023年", "2024年", "2025年"]);
    const short = shortNamesOf(plan);
    const called = [...plan.units, ...plan.groups].map(({ name }) => short.get(name)!);
    expect(header).toEqual(expect.arrayContaining(called));
    expect(plan.units).toHaveLength(36);
    for (const task of plan.tasks) {
      const [row] = rows.filter((each) => each.getCell(header.indexOf("任务")).text === task.title);
      expect(task.lead.map((name) => short.get(name)!).sort()).toEqual(
        header.filter((_, column) => row!.getCell(column || 1).text === "●").sort(),
      );
    }
  });

  it("gives the status cells formulas with the results that Excel shows before it calculates", async () => {
    const out = folder.at("out.xlsx");
    expect(
      run(
        "matrix",
        folder.file("plan.txt", "某县2021—2025年方案\n1.修路。到2025年，建成公路100公里。（县交通局负责）\n"),
        out,
      ).status,
    ).toBe(0);
    const { header, rows } = await opened(out);
    const status = rows[0]!.getCell(header.indexOf("状态"));
    expect(status.formula).toMatch(/IF\(/);
    expect(status.result).toBe("未报");
  });

  it("tells what it did not understand of the plan, and what was guessed of the file, and writes the workbook all the same", () => {
    const out = folder.at("out.xlsx");
    const plan = folder.file(
      "plan.txt",
      Buffer.from(
        `\ufeff某县方案（2024年）\n1.修路。修路20公里。（县交通局牵头）\n2.架桥。（对接管理：县交通局）`,
        "utf16le",
      ),
    );
    const { status, stdout, stderr } = run("matrix", plan, out);
    expect([status, stdout]).toEqual([0, expect.stringMatching(/out\.xlsx：\d+ 行，1 列单位\n$/)]);
    expect(stderr).toMatch(/^文件按 UTF-16 编码读取。\n没有读懂（label-unknown）：「对接管理：县交通局」/);
    expect(run("plan", plan).stderr).toBe("文件按 UTF-16 编码读取。\n");
  });

  it.each<[string, () => string[], RegExp]>([
    ["nothing is named", () => [], /请给出方案文件的路径/],
    ["the plan file is missing", () => [folder.at("没有.txt"), folder.at("out.xlsx")], /找不到文件.*没有\.txt/],
    ["the plan file is a folder", () => [folder.path, folder.at("out.xlsx")], /这是一个文件夹/],
    ["the plan file is empty", () => [folder.file("empty.txt", ""), folder.at("out.xlsx")], /文件中没有文字/],
    [
      "the plan file is damaged",
      () => [folder.file("plan.docx", Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 8, 0, 1, 2])), folder.at("out.xlsx")],
      /文件已损坏/,
    ],
    [
      "the plan file names no unit",
      () => [folder.file("plan.txt", "没有任务的文字。\n"), folder.at("out.xlsx")],
      /没有读出写明单位的任务/,
    ],
    ["no output is named", () => [seed], /请给出要写入的 \.xlsx 文件/],
    ["the output is no .xlsx file", () => [seed, folder.at("out.xls")], /请给出要写入的 \.xlsx 文件/],
    ["the output's folder does not exist", () => [seed, folder.at("nowhere/out.xlsx")], /无法写入文件.*nowhere/],
    [
      "the output is a folder",
      () => [seed, (mkdirSync(folder.at("folder.xlsx")), folder.at("folder.xlsx"))],
      /无法写入文件.*folder\.xlsx/,
    ],
  ])("says so in one Chinese sentence, exits with 1 and leaves no file when %s", (_, args, message) => {
    const given = args();
    const before = readdirSync(folder.path);
    expectRefusal(run("matrix", ...given), message);
    expect(readdirSync(folder.path)).toEqual(before);
  });

  it("leaves an earlier workbook as it was when the new plan cannot be read", () => {
    const out = folder.file("out.xlsx", "an earlier workbook");
    expect(run("matrix", folder.file("empty.txt", ""), out).status).toBe(1);
    expect(readFileSync(out, "utf8")).toBe("an earlier workbook");
  });
});
