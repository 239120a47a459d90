import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { unzipSync } from "fflate";
import { filled } from "./filled-form";
import { expectRefusal, Folder, run, seed } from "./run";

const folder = new Folder();

async function numbersIn(path: string): Promise<unknown[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.getWorksheet("责任矩阵")!;
  let column = 0;
  let header = 0;
  sheet.eachRow((row, at) =>
    row.eachCell((cell, index) => void (cell.value === "2024年" && ((column = index), (header = at)))),
  );
  return sheet
    .getRows(header + 1, sheet.rowCount - header)!
    .map((row) => row.getCell(column).value)
    .filter((value) => value !== null && value !== "");
}

describe("npm run forms and npm run collect", () => {
  jest.setTimeout(300_000);

  it("send and take a round, which is told, and report of it", async () => {
    const [matrix, zip, back, report] = ["rounds.xlsx", "june.zip", "june", "june.docx"].map((name) => folder.at(name));
    run("matrix", seed, matrix!);
    expect(run("forms", matrix!, zip!, "--year=2024", "--month=6").stdout).toContain("2024 年截至 6 月填报表 36 份");
    const [[name, bytes]] = Object.entries(unzipSync(new Uint8Array(readFileSync(zip!)))) as [[string, Uint8Array]];
    expect(name).toContain("2024年截至6月填报表");
    mkdirSync(back!);
    writeFileSync(join(back!, "一.xlsx"), await filled(bytes, 7));
    expect(run("collect", matrix!, back!, "--year=2024").stdout).toContain("2024 年截至 6 月还要追的：");
    expect(await numbersIn(matrix!)).toEqual([7]);
    expect(run("report", matrix!, report!).stdout).toContain("中期自查评估报告（截至2024年6月底）");
    expect(run("report", matrix!, report!, "--month=9").stdout).toContain("中期自查评估报告（截至2024年9月底）");
    expectRefusal(run("collect", matrix!, back!, "--month=13"), /月份应是 1 到 12/);
  });

  it("send every unit of the bundled plan its form, and take back what came, the bad ones told of", async () => {
    const [matrix, zip, back] = ["m.xlsx", "f.zip", "back"].map((name) => folder.at(name));
    run("matrix", seed, matrix!);
    const sent = run("forms", matrix!, zip!, "--year=2024", "--deadline=12月20日");
    expect([sent.status, sent.stderr]).toEqual([0, ""]);
    expect(sent.stdout).toContain("2024 年填报表 36 份");
    const files = Object.entries(unzipSync(new Uint8Array(readFileSync(zip!))));
    expect(files).toHaveLength(36);
    mkdirSync(back!);
    writeFileSync(join(back!, "一.xlsx"), await filled(files[0]![1], 7));
    writeFileSync(join(back!, "二.xlsx"), await filled(files.find(([name]) => name.includes("农牧局"))![1], "约3"));
    for (const name of ["坏的.xlsx", "也坏.xlsx"]) writeFileSync(join(back!, name), "不是表格");
    const taken = run("collect", matrix!, back!, "--year=2024");
    expect([taken.status, taken.stderr]).toEqual([0, ""]);
    expect(taken.stdout).toMatch(/未采用 坏的\.xlsx：文件已损坏/);
    // This is said once, not for each of the two.
    expect(taken.stdout.match(/其他文件照常处理/g)).toHaveLength(1);
    expect(taken.stdout).toMatch(/二\.xlsx（旗农牧局）：.+填“约3”，是约数/);
    expect(taken.stdout).toMatch(/收入 2 份，写入 1 处/);
    expect(taken.stdout).toMatch(
      /2024 年还要追的：\n未交的单位（7）：\n {2}.+\n交来但没有认出的数（1）：\n {2}旗农牧局：.+填“约3”，是约数/,
    );
    expect(await numbersIn(matrix!)).toEqual([7]);
    const report = folder.at("r.docx");
    // The report takes the year that was chosen when the forms were made; only the plan's last year would be 期末.
    expect(run("report", matrix!, report).stdout).toContain("2024年度自查评估报告，附表 48 行");
    expect(new TextDecoder().decode(unzipSync(new Uint8Array(readFileSync(report)))["word/document.xml"])).toContain(
      "量化指标已报送1项",
    );
    expect(run("report", matrix!, report, "--year=2025").stdout).toMatch(/》期末自查评估报告（\d{4}—2025年），附表/);
    expect(run("report", matrix!, report, "--kind=期末")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("评估年度是 2024 年"),
    });
    expect(run("collect", matrix!, back!).stdout).toMatch(/收入 2 份，写入 0 处/);
    expect(await numbersIn(matrix!)).toEqual([7]);
  });

  it("write nothing for a year that the matrix has no column for, whoever asks for it", async () => {
    const plan = folder.file("方案.txt", "某县2024—2025年方案\n1.修路。到2025年，建成公路100公里。（县交通局负责）\n");
    const [matrix, zip, back, report] = ["m.xlsx", "f.zip", "back", "r.docx"].map((name) => folder.at(name)) as [
      string,
      string,
      string,
      string,
    ];
    run("matrix", plan, matrix);
    mkdirSync(back);
    writeFileSync(join(back, "一.xlsx"), "不是表格");
    const asked: [string, string[]][] = [
      ["forms", [matrix, zip]],
      ["collect", [matrix, back]],
      ["lists", [matrix]],
      ["report", [matrix, report]],
    ];
    const before = readFileSync(matrix);
    const files = readdirSync(folder.path);
    const refused = /表中没有“2031年”这一列.*表中的年度列有 2024、2025 年/;
    for (const outcome of [
      ...asked.map(([command, args]) => run(command, ...args, "--year", "2031")),
      run("report", matrix, report, "--year=2031", "--month=6"),
    ])
      expectRefusal(outcome, refused);
    expect([readFileSync(matrix).equals(before), readdirSync(folder.path)]).toEqual([true, files]);
    // A year that somebody has typed into the sheet is refused likewise.
    const file = new ExcelJS.Workbook();
    await file.xlsx.readFile(matrix);
    const [sheet, cell] = file.definedNames.getRanges("评估年度").ranges[0]!.replaceAll("'", "").split("!") as [
      string,
      string,
    ];
    file.getWorksheet(sheet)!.getCell(cell.replaceAll("$", "")).value = 2031;
    await file.xlsx.writeFile(matrix);
    const outcomes = [
      ...asked.map(([command, args]) => run(command, ...args)),
      run("forms", matrix, zip, "--year=2024"),
    ];
    expect(outcomes.map(({ status, stderr }) => [status, status === 0 || refused.test(stderr)])).toEqual([
      ...asked.map(() => [1, true]),
      [0, true],
    ]);
    expect(outcomes.at(-1)!.stdout).toContain("2024 年填报表 1 份");
  });

  it("say that a folder is empty, and leave no archive where the workbook cannot be written", () => {
    const plan = folder.file("方案.txt", "某县2024—2025年方案\n1.修路。到2025年，建成公路100公里。（县交通局负责）\n");
    const [matrix, zip, back] = ["m.xlsx", "f.zip", "back"].map((name) => folder.at(name)) as [string, string, string];
    run("matrix", plan, matrix);
    mkdirSync(join(back, "里面一层"), { recursive: true });
    // The backup cannot be written, because a folder has its name.
    mkdirSync(join(folder.at("m.bak.xlsx"), "占着"), { recursive: true });
    const before = readFileSync(matrix);
    const earlier = folder.file("earlier.zip", "an earlier archive");
    const [taken, sent, again] = [
      run("collect", matrix, back),
      run("forms", matrix, zip, "--year=2024"),
      run("forms", matrix, earlier, "--year=2024"),
    ];
    expectRefusal(taken, /文件夹里没有文件.*back/);
    for (const outcome of [sent, again]) expectRefusal(outcome, /无法写入文件，原来的文件没有改动/);
    expect([existsSync(zip), readFileSync(earlier, "utf8"), readFileSync(matrix).equals(before)]).toEqual([
      false,
      "an earlier archive",
      true,
    ]);
    expect(run("forms", matrix, zip, "--year=2024", "--no-backup").stdout).toContain("填报表 1 份");
  });

  it.each<[string, string[], RegExp]>([
    ["forms", [], /请给出工作簿和要写入的 \.zip 文件/],
    ["forms", ["无此文件.xlsx", "f.zip"], /无法读取文件/],
    ["forms", [seed, "f.zip"], /不是 Excel 工作簿/],
    ["collect", ["m.xlsx"], /交回的填报表所在的文件夹/],
    ["report", ["m.xlsx"], /要写入的 \.docx 文件/],
    ["report", ["m.xlsx", "r.docx", "--kind=季度"], /年度、中期 或 期末/],
  ])("%s %j says what is missing", (command, args, message) => {
    expectRefusal(run(command, ...args), message);
  });
});
