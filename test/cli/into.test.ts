import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { zipSync, strToU8 } from "fflate";
import { openHost } from "../../src/host/node";
import { ownWorkbooks } from "../workbooks";
import { expectRefusal, Folder, run, seed } from "./run";

jest.setTimeout(180_000);

const folder = new Folder();
const workbook = (name = "libreoffice chart comment filter"): Uint8Array => ownWorkbooks[name]!.read();
const same = (path: string, bytes: Uint8Array): boolean => Buffer.compare(readFileSync(path), bytes) === 0;

async function sheetsOf(path: string): Promise<string[]> {
  const host = await openHost({ file: new Uint8Array(readFileSync(path)) });
  try {
    return host.book.allSheets.map((sheet) => host.book.sheetName(sheet));
  } finally {
    host.dispose();
  }
}

/** A file of the old Office format, with the stream by whose name its kind is recognised. */
function compound(stream: string): Uint8Array {
  const bytes = new Uint8Array(1024);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0]);
  [...stream].forEach((char, index) => (bytes[512 + 2 * index] = char.charCodeAt(0)));
  return bytes;
}

/** Files that cannot be opened, and the reason that is given. */
const refused: [name: string, bytes: Uint8Array, reason: RegExp][] = [
  ["带密码.xlsx", compound("EncryptedPackage"), /密码/],
  ["旧格式.xls", compound("Workbook"), /\.xls/],
  ["损坏.xlsx", workbook().subarray(0, 4000), /损坏/],
  ["不是.xlsx", strToU8("文字"), /不是 Excel 工作簿/],
  [
    "二进制.xlsb",
    zipSync({
      "[Content_Types].xml": strToU8("<Types/>"),
      "_rels/.rels": strToU8(
        '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
      ),
    }),
    /xlsb|二进制/,
  ],
];

describe("npm run matrix -- PLAN OUT.xlsx --into=WORKBOOK", () => {
  it("puts a sheet more into a copy of the workbook, tells what of it cannot be shown, and leaves the workbook itself alone", async () => {
    const into = folder.file("台账.xlsx", workbook());
    const out = folder.at("新.xlsx");
    const { status, stdout, stderr } = run("matrix", seed, out, `--into=${into}`);
    expect([status, stdout]).toEqual([0, `${out}：48 行，37 列单位\n`]);
    expect(stderr).toBe(`${into}：这些内容在此不显示，保存时原样保留。工作表“台账”：1 个图表、1 条批注\n`);
    expect(same(into, workbook())).toBe(true);
    expect(await sheetsOf(out)).toEqual(["台账", "责任矩阵"]);
    expect(readdirSync(folder.path).sort()).toEqual(["台账.xlsx", "新.xlsx"]);
  });

  it("writes into the workbook itself where that is named twice, and keeps the one before beside it, unless that is not wanted", async () => {
    const into = folder.file("台账.xlsx", workbook());
    expect(run("matrix", seed, into, `--into=${into}`, "--no-backup").status).toBe(0);
    expect([readdirSync(folder.path), await sheetsOf(into)]).toEqual([["台账.xlsx"], ["台账", "责任矩阵"]]);
    writeFileSync(into, workbook());
    expect(run("matrix", seed, into, `--into=${into}`).status).toBe(0);
    expect(readdirSync(folder.path).sort()).toEqual(["台账.bak.xlsx", "台账.xlsx"]);
    expect(same(folder.at("台账.bak.xlsx"), workbook())).toBe(true);
    // The lists are written into the same workbook; the backup is then the workbook as it was before them.
    const before = readFileSync(into);
    expect(run("lists", into, "--no-backup").status).toBe(0);
    expect(same(folder.at("台账.bak.xlsx"), workbook())).toBe(true);
    writeFileSync(into, before);
    expect(run("lists", into).status).toBe(0);
    expect(same(folder.at("台账.bak.xlsx"), before)).toBe(true);
  });

  it("keeps macros in a workbook that has some", async () => {
    const into = folder.file("台账.xlsm", workbook("macros"));
    const out = folder.at("新.xlsm");
    expect(run("matrix", seed, out, `--into=${into}`).status).toBe(0);
    expect(await sheetsOf(out)).toEqual(["表 1", "责任矩阵"]);
    expectRefusal(run("matrix", seed, folder.at("新.xlsx"), `--into=${into}`), /扩展名相同（\.xlsm）/);
  });

  it.each(refused.filter(([name]) => name.endsWith(".xlsx")))(
    "says what %s is, and writes nothing",
    (name, bytes, reason) => {
      const into = folder.file(name, bytes);
      expectRefusal(run("matrix", seed, folder.at("新.xlsx"), `--into=${into}`), reason);
      expectRefusal(run("matrix", seed, into, `--into=${into}`), reason);
      expectRefusal(run("lists", into), reason);
      expect([readdirSync(folder.path), same(into, bytes)]).toEqual([[name], true]);
    },
  );
});

describe("npm run matrix -- PLAN OUTFOLDER --into=FOLDER", () => {
  it("puts it into each workbook under its own name, names those it cannot with the reason, and passes over what is no workbook", async () => {
    for (const name of ["来", "去"]) mkdirSync(folder.at(name));
    const taken = { "一.xlsx": workbook(), "二.xlsm": workbook("macros") };
    for (const [name, bytes] of [...Object.entries(taken), ...refused.map(([one, content]) => [one, content] as const)])
      folder.file(`来/${name}`, bytes);
    for (const name of ["~$一.xlsx", "说明.txt", ".藏.xlsx"]) folder.file(`来/${name}`, "别的");
    const { status, stdout } = run("matrix", seed, folder.at("去"), `--into=${folder.at("来")}`);
    expect(status).toBe(1);
    expect(readdirSync(folder.at("去")).sort()).toEqual(Object.keys(taken).sort());
    for (const [name, bytes] of Object.entries(taken))
      expect([name, same(folder.at(`来/${name}`), bytes), (await sheetsOf(folder.at(`去/${name}`))).at(-1)]).toEqual([
        name,
        true,
        "责任矩阵",
      ]);
    for (const [name, bytes, reason] of refused) {
      expect(stdout.split("\n").filter((line) => line.startsWith(`没有写入 ${name}：`))).toEqual([
        expect.stringMatching(reason),
      ]);
      expect(same(folder.at(`来/${name}`), bytes)).toBe(true);
    }
    expect(stdout).toMatch(/7 个工作簿，写入 2 个\n$/);
  });

  it("goes on with the others where one is open elsewhere in the folder written to, and asks for a folder that is there", () => {
    for (const name of ["来", "去"]) mkdirSync(folder.at(name));
    for (const name of ["一.xlsx", "二.xlsx"]) folder.file(`来/${name}`, workbook("nothing but cells"));
    folder.file("去/~$一.xlsx", "");
    const { status, stdout } = run("matrix", seed, folder.at("去"), `--into=${folder.at("来")}`);
    expect([status, stdout]).toEqual([
      1,
      expect.stringMatching(
        /^没有写入 一\.xlsx：这个工作簿正在 Excel 或 WPS 中打开.+\n.*二\.xlsx：48 行，37 列单位\n2 个工作簿，写入 1 个\n$/,
      ),
    ]);
    expect(readdirSync(folder.at("去")).sort()).toEqual(["~$一.xlsx", "二.xlsx"]);
    expectRefusal(run("matrix", seed, folder.at("没有"), `--into=${folder.at("来")}`), /请给出要写入的文件夹/);
  });
});

describe("a workbook that somebody else has", () => {
  const marks: [program: string, mark: string][] = [
    ["Excel 或 WPS", "~$责任矩阵.xlsx"],
    ["LibreOffice", ".~lock.责任矩阵.xlsx#"],
    ["WPS", ".~责任矩阵.xlsx"],
  ];

  it.each(marks)("open in %s, is refused by every command that writes it, with what to do", (program, mark) => {
    const matrix = folder.file("责任矩阵.xlsx", workbook());
    folder.file(mark, "");
    mkdirSync(folder.at("交回"));
    folder.file("交回/表.xlsx", workbook());
    const before = readdirSync(folder.path).sort();
    const told = new RegExp(
      `正在 ${program} 中打开，没有写入。请关闭后再运行；如果并没有打开，请删除同一文件夹中的“${mark.replace(/[$.]/g, "\\$&")}”`,
    );
    for (const [command, ...args] of [
      ["matrix", seed, matrix],
      ["matrix", seed, matrix, `--into=${matrix}`],
      ["lists", matrix],
      ["forms", matrix, folder.at("表.zip")],
      ["collect", matrix, folder.at("交回")],
    ] as const)
      expectRefusal(run(command, ...args), told);
    expect([readdirSync(folder.path).sort(), same(matrix, workbook())]).toEqual([before, true]);
  });

  it("that another run is writing is refused, and taken over where that run has ended", () => {
    const matrix = folder.file("责任矩阵.xlsx", workbook());
    // The process of this test is running.
    const lock = folder.file(".责任矩阵.xlsx.lock", JSON.stringify({ process: process.pid, machine: hostname() }));
    expectRefusal(run("matrix", seed, matrix, `--into=${matrix}`), /另一个命令正在处理这个工作簿，没有写入/);
    expect(same(matrix, workbook())).toBe(true);
    writeFileSync(lock, JSON.stringify({ process: 2 ** 30, machine: hostname() }));
    expect(run("matrix", seed, matrix, `--into=${matrix}`).status).toBe(0);
    expect(readdirSync(folder.path).sort()).toEqual(["责任矩阵.bak.xlsx", "责任矩阵.xlsx"]);
    // If the process is on another machine, using a shared drive, nobody can tell whether it is still running.
    folder.file(".责任矩阵.xlsx.lock", JSON.stringify({ process: 1, machine: "另一台" }));
    expectRefusal(run("lists", matrix), /另一个命令正在处理这个工作簿/);
  });
});
