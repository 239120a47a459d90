import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { siteOptions } from "../../scripts/site/options.mjs";
import { paragraph, wordFile } from "../documents/plan-files/word-file";
import { workbookFile } from "../documents/plan-files/workbook-file";
import { filled } from "./filled-form";
import { Folder, run, type Outcome } from "./run";

const root = join(__dirname, "..", "..");
const scripts = (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> })
  .scripts;
const documents = ["README.md", "docs/部署.md", "docs/使用手册.md", "docs/三种用法.md"];

/** The beginnings of command lines that are tested elsewhere, or cannot be tested here. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "npm start": "test/browser",
  "npm test": "the gate",
  "npm run excel": "test/scripts/terminal.test.ts",
  "npm run fixture": "test/plan/fixtures",
  "npm run walk": "test/scripts/walk.test.ts",
  "npm run mutate": "takes minutes for each folder",
  "npm run bench": "test/scripts/figures.test.ts",
  "npx office-addin-debugging": "needs Excel",
  "npx jest": "the gate",
  "nginx -t": "test/browser/nginx.test.ts",
};
/**
 * The placeholders for files and folders in the documents, and the file that each stands for; the files are made by the
 * commands before, in their order.
 */
const STANDS_FOR: Readonly<Record<string, string>> = {
  FILE: "方案.docx",
  "OUT.xlsx": "责任矩阵.xlsx",
  "MATRIX.xlsx": "责任矩阵.xlsx",
  "OUT.zip": "填报表.zip",
  FOLDER: "交回文件夹",
  "OUT.docx": "自查评估报告.docx",
  OUTFOLDER: "写好的文件夹",
  "--into=WORKBOOK.xlsx": "--into=办公室.xlsx",
  "--into=FOLDER": "--into=工作簿文件夹",
};

/** Every command line of a document: the lines of its command blocks, and command lines within its text. */
function documented(document: string): string[] {
  const text = readFileSync(join(root, document), "utf8");
  const blocks = [...text.matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm)].flatMap(([, lines]) => lines!.split("\n"));
  const spans = [
    ...text.replaceAll(/^ *```[\s\S]*?^ *```/gm, "").matchAll(/`((?:npm|npx|node|openssl|nginx) [^`\n]+)`/g),
  ].map(([, line]) => line!);
  return [...blocks, ...spans].map((line) => line.replace(/\s+#.*$/, "").trim()).filter(Boolean);
}

const all = documents.flatMap((document) => documented(document).map((line) => ({ document, line })));
const isElsewhere = (line: string): boolean =>
  Object.keys(ELSEWHERE).some((begin) => line === begin || line.startsWith(`${begin} `));
/** A command of src/cli: its name and its arguments. */
const ours = (line: string): string[] | undefined => {
  const [, command, args = ""] = /^npm run (?:--silent )?([a-z]+)(?: -- (.*))?$/.exec(line) ?? [];
  return command !== undefined && existsSync(join(root, "src", "cli", `${command}.ts`))
    ? [command, ...args.split(/\s+/).filter(Boolean)]
    : undefined;
};
const isBuild = (line: string): boolean => line.startsWith("npm run build -- ");
const isOfCertificates = (line: string): boolean => /^(?:openssl|cat) /.test(line);

/** What the sentence next to a command says that it prints, by the command's name. */
const CLAIMED: Readonly<Record<string, (outcome: Outcome, words: readonly string[]) => boolean>> = {
  plan: ({ stdout }, words) =>
    words.includes("--explain")
      ? /牵头：县/.test(stdout)
      : (JSON.parse(stdout) as { tasks: unknown[] }).tasks.length > 0,
  matrix: ({ stdout }) => /行，\d+ 列单位/.test(stdout),
  forms: ({ stdout }, words) =>
    stdout.includes("2025 年填报表 3 份；已记入工作簿的“下发记录”") || words.includes("--help"),
  collect: ({ stdout }) => /收入 1 份/.test(stdout),
  lists: ({ stdout }) => ["未达标清单", "单位对照", "看板"].every((name) => stdout.includes(name)),
  report: ({ stdout }) => /自查评估报告/.test(stdout),
};

const PLAN = [
  "某县实施方案（2024—2025年）",
  "一、重点任务",
  "1.修路。到2025年，建成公路100公里。（牵头单位：县交通运输局；责任单位：县财政局）",
  "2.架桥。（县水利局负责）",
];

describe("the command lines that the documents contain", () => {
  const folder = new Folder();
  jest.setTimeout(400_000);

  it("are each tried by a test", () => {
    expect(all.length).toBeGreaterThan(25);
    expect(
      all.filter(({ line }) => !isElsewhere(line) && !ours(line) && !isBuild(line) && !isOfCertificates(line)),
    ).toEqual([]);
    const named = all.flatMap(({ line }) => /^npm (?:run )?(?:--silent )?([a-z]+)/.exec(line)?.[1] ?? []);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it("build a site as they say", () => {
    const lines = all.filter(({ line }) => isBuild(line));
    expect(lines.length).toBeGreaterThan(1);
    for (const { line } of lines)
      expect(
        siteOptions(line.split(" -- ")[1]!.replace("global|21vianet|self", "self").split(/\s+/), {}),
      ).toMatchObject({ url: expect.stringMatching(/^https:/), officejs: "self" });
  });

  it("take a .pfx apart, an old one too", () => {
    const lines = documented("docs/部署.md").filter(isOfCertificates);
    expect(lines.length).toBeGreaterThan(6);
    const shell = (line: string) => spawnSync("sh", ["-c", line], { cwd: folder.path, encoding: "utf8" });
    if (shell("openssl version").status !== 0) return;
    shell('openssl req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -days 2 -subj "/CN=oa.example.gov.cn"');
    // The first three lines are tried with a .pfx of today, those for an old one with an old one.
    const passwords = (line: string): string => line.replace(/^(openssl pkcs12)/, "$1 -passin pass:x");
    const outcomes = lines.map((line) => {
      const made = shell(
        `openssl pkcs12 -export ${line.includes("-legacy") ? "-legacy " : ""}-inkey k.pem -in c.pem -out matrix.pfx -passout pass:x`,
      );
      const { status, stderr } = shell(passwords(line));
      return { line, made: made.status, status, stderr };
    });
    expect(outcomes).toEqual(lines.map((line) => ({ line, made: 0, status: 0, stderr: "" })));
    expect(readFileSync(folder.at("matrix.key"), "utf8")).toContain("PRIVATE KEY");
    expect(readFileSync(folder.at("matrix-chain.pem"), "utf8")).toContain("BEGIN CERTIFICATE");
  });

  it("do in the order in which they stand what is said of them", async () => {
    folder.file("方案.docx", await wordFile({ body: PLAN.map((line) => paragraph(line)).join("") }));
    folder.file(
      "分解表.xlsx",
      await workbookFile({
        NAME: {
          rows: [
            ["序号", "重点任务", "责任单位"],
            [1, "修路", "县交通局"],
          ],
        },
      }),
    );
    for (const name of ["交回文件夹", "写好的文件夹", "工作簿文件夹"]) mkdirSync(folder.at(name));
    const office = await workbookFile({
      通讯录: {
        rows: [
          ["姓名", "电话"],
          ["张三", 123],
        ],
      },
    });
    for (const name of ["办公室.xlsx", "工作簿文件夹/交通局.xlsx"]) folder.file(name, office);
    const lines = all.flatMap(({ line }) => (ours(line) ? [ours(line)!] : []));
    const meant = lines.map(([command, ...args]) => [
      command!,
      ...args.map((arg) =>
        arg === "FILE" && args.includes("--sheet=NAME") ? "分解表.xlsx" : (STANDS_FOR[arg] ?? arg),
      ),
    ]);
    // Lines that mean the same command are run once.
    const outcomes: { ran: string; wrong: string; claimed: boolean; made: boolean }[] = [];
    for (const [command, ...args] of new Map(meant.map((words) => [words.join(" "), words])).values()) {
      const given = args.map((arg) =>
        arg.startsWith("--into=")
          ? `--into=${folder.at(arg.slice("--into=".length))}`
          : arg.startsWith("--")
            ? arg
            : folder.at(arg),
      );
      const outcome = run(command!, ...given);
      const { status, stderr } = outcome;
      outcomes.push({
        ran: [command, ...args].join(" "),
        wrong: status === 0 ? "" : stderr,
        claimed: status === 0 && CLAIMED[command!]!(outcome, args),
        made: given.filter((path) => !path.startsWith("--")).every(existsSync),
      });
      if (command !== "forms" || args.includes("--help") || status !== 0) continue;
      // A unit returns its form.
      const [form] = Object.values(unzipSync(new Uint8Array(readFileSync(folder.at("填报表.zip")))));
      writeFileSync(folder.at("交回文件夹/一.xlsx"), await filled(form!, 60));
    }
    expect(outcomes).toEqual(outcomes.map(({ ran }) => ({ ran, wrong: "", claimed: true, made: true })));
    expect(outcomes.length).toBeGreaterThan(6);
  });
});
