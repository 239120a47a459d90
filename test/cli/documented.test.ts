import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { paragraph, wordFile } from "../documents/plan-files/word-file";
import { workbookFile } from "../documents/plan-files/workbook-file";
import { Folder, run } from "./run";

const root = join(__dirname, "..", "..");
const scripts = (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> }).scripts;

/** Commands that other suites run, or the gate itself. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  start: "test/browser", test: "the gate", build: "test/scripts/site", excel: "needs Excel", fixture: "test/plan/fixtures", walk: "test/scripts/walk.test.ts", bench: "the gate",
};
/** What stands in the documents for a file or a folder, and the file that is meant; made by the commands before, in their order. */
const STANDS_FOR: Readonly<Record<string, string>> = { FILE: "方案.docx", "OUT.xlsx": "责任矩阵.xlsx", "MATRIX.xlsx": "责任矩阵.xlsx", "OUT.zip": "填报表.zip", FOLDER: "交回文件夹", "OUT.docx": "自查评估报告.docx", OUTFOLDER: "写好的文件夹", "--into=WORKBOOK.xlsx": "--into=办公室.xlsx", "--into=FOLDER": "--into=工作簿文件夹" };

/** Every command as documented: its name and what is handed to it. */
function documented(document: string): { command: string; args: string[] }[] {
  const text = readFileSync(join(root, document), "utf8");
  return [...text.matchAll(/npm run (?:--silent )?([a-z]+)(?: -- ([^#\n`]*))?/g)].map(([, command, args = ""]) => ({ command: command!, args: args.trim().split(/\s+/).filter(Boolean) }));
}

const PLAN = ["某县实施方案（2024—2025年）", "一、重点任务", "1.修路。到2025年，建成公路100公里。（牵头单位：县交通运输局；责任单位：县财政局）", "2.架桥。（县水利局负责）"];

const documents = ["README.md"];

describe("the commands that the documents name", () => {
  const folder = new Folder();
  const commands = documents.flatMap(documented);
  jest.setTimeout(240_000);

  it.each(documents)("are all there, and each is run by a test: %s", (document) => {
    const named = [...new Set(documented(document).map(({ command }) => command))];
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((command) => !(command in scripts))).toEqual([]);
    expect(named.filter((command) => !(command in ELSEWHERE) && !existsSync(join(root, "src", "cli", `${command}.ts`)))).toEqual([]);
  });

  it("do in the order in which they stand what is said of them", async () => {
    folder.file("方案.docx", await wordFile({ body: PLAN.map((line) => paragraph(line)).join("") }));
    folder.file("分解表.xlsx", await workbookFile({ NAME: { rows: [["序号", "重点任务", "责任单位"], [1, "修路", "县交通局"]] } }));
    for (const name of ["交回文件夹", "写好的文件夹", "工作簿文件夹"]) mkdirSync(folder.at(name));
    const office = await workbookFile({ 通讯录: { rows: [["姓名", "电话"], ["张三", 123]] } });
    for (const name of ["办公室.xlsx", "工作簿文件夹/交通局.xlsx", "工作簿文件夹/水利局.xlsx"]) folder.file(name, office);
    const ours = commands.filter(({ command }) => !(command in ELSEWHERE)).map(({ command, args }) => [command, ...args.map((arg) => (arg === "FILE" && args.includes("--sheet=NAME") ? "分解表.xlsx" : (STANDS_FOR[arg] ?? arg)))]);
    // What is named twice is run once.
    const outcomes = [...new Map(ours.map((words) => [words.join(" "), words])).values()].map(([command, ...args]) => {
      const given = args.map((arg) => (arg.startsWith("--into=") ? `--into=${folder.at(arg.slice("--into=".length))}` : arg.startsWith("--") ? arg : folder.at(arg)));
      const { status, stdout, stderr } = run(command!, ...given);
      return { ran: [command, ...args].join(" "), wrong: status === 0 ? "" : stderr, told: stdout !== "", made: given.filter((path) => !path.startsWith("--")).every(existsSync) };
    });
    expect(outcomes).toEqual(outcomes.map(({ ran }) => ({ ran, wrong: "", told: true, made: true })));
    expect(outcomes.length).toBeGreaterThan(6);
  });
});
