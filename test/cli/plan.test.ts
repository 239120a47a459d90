import { workbookFile } from "../documents/plan-files/workbook-file";
import { expectRefusal, Folder, run, seed } from "./run";

const folder = new Folder();

describe("npm run plan", () => {
  jest.setTimeout(60_000);

  it("prints the bundled plan as JSON", () => {
    const { status, stdout, stderr } = run("plan", seed);
    expect([status, stderr]).toEqual([0, ""]);
    const plan = JSON.parse(stdout);
    expect(plan.tasks).toHaveLength(34);
    expect(plan.units).toHaveLength(36);
    expect(plan.years).toEqual([2021, 2025]);
  });

  it("explains to people what was taken, by which notation, and what was left", () => {
    const { status, stdout, stderr } = run(
      "plan",
      folder.file(
        "explained.txt",
        "某县方案（2024年）\n1.修路。修路20公里。（县交通局牵头）\n2.架桥。（对接管理：县交通局）",
      ),
      "--explain",
    );
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/1　修路\n {4}牵头：县交通局\n {4}依据：写明由谁牵头（lead-verb）「县交通局牵头」/);
    expect(stdout).toMatch(/没有读懂（label-unknown）：「对接管理：县交通局」/);
  });

  it("reads a file with a byte order mark and gives spans into the text as read, without it", () => {
    const source = "某县方案\n1.修路。（县交通局负责）";
    const plan = JSON.parse(run("plan", folder.file("bom.txt", `\ufeff${source}`)).stdout);
    expect(source.slice(...(plan.tasks[0].span as [number, number]))).toBe("1.修路。（县交通局负责）");
  });

  it("reads the sheets of a workbook that look like plans, or those that are named, and says which", async () => {
    const rows = (task: string) => [
      ["序号", "重点任务", "责任单位"],
      [1, task, "县交通局"],
    ];
    const file = folder.file(
      "分解表.xlsx",
      await workbookFile({ 上半年: { rows: rows("修路") }, 下半年: { rows: rows("架桥") } }),
    );
    const titles = (...args: string[]): unknown[] => {
      const { stdout, stderr } = run("plan", file, ...args);
      return [(JSON.parse(stdout) as { tasks: { title: string }[] }).tasks.map(({ title }) => title), stderr];
    };
    expect(titles()).toEqual([["修路", "架桥"], "有 2 个工作表像任务分解表，已按顺序全部读取：上半年、下半年。\n"]);
    expect(titles("--sheet=下半年")).toEqual([
      ["架桥"],
      "按您的选择，读取的工作表：下半年。\n没有读取的工作表：上半年。\n",
    ]);
    expectRefusal(
      run("plan", file, "--sheet=全年"),
      /文件中没有选的工作表。未作任何改动。请确认工作表的名称。有这些工作表：上半年、下半年。/,
    );
  });

  it.each<[string, () => string[], RegExp]>([
    ["no file is named", () => [], /请给出方案文件的路径/],
    ["the file is missing", () => [folder.at("没有.txt")], /找不到文件/],
    ["the path is a folder", () => [folder.path], /文件夹/],
    ["the file is empty", () => [folder.file("empty.txt", "")], /文件中没有文字/],
    ["the file holds blanks only", () => [folder.file("blank.txt", " \n\t\u3000\n")], /没有文字/],
    [
      "the file is damaged",
      () => [folder.file("plan.docx", Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 8, 0, 1, 2]))],
      /文件已损坏或不完整/,
    ],
    [
      "the file is binary",
      () => [folder.file("plan.bin", Buffer.from([0, 1, 2, 3, 0xff, 0, 0xfe, 0x81]))],
      /不是文本文件/,
    ],
  ])("says so in one Chinese sentence and exits with 1 when %s", (_, args, message) => {
    expectRefusal(run("plan", ...args()), message);
  });
});
