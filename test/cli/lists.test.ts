import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";

jest.setTimeout(180_000);

const root = join(__dirname, "..", "..");
const seed = join(root, "seeds", readdirSync(join(root, "seeds")).find((name) => name.endsWith(".txt"))!);
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "lists-cli-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "node_modules", "tsx", "dist", "cli.mjs"), join(root, "src", "cli", `${command}.ts`), ...args], { encoding: "utf8", cwd: root });
  return { status, stdout, stderr };
}

describe("npm run lists", () => {
  it("makes the three lists in the workbook, and again", async () => {
    const path = join(folder, "责任矩阵.xlsx");
    expect(run("matrix", seed, path).status).toBe(0);
    for (const expected of ["未达标清单（2024 年，未达标和滞后 0 行）", "看板（2024 年）"]) expect(run("lists", path, "--year=2024").stdout).toContain(expected);
    const file = new ExcelJS.Workbook();
    await file.xlsx.readFile(path);
    expect(file.worksheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["责任矩阵", "看板", "单位对照", "未达标清单"]));
    expect(String(file.getWorksheet("看板")!.getCell("B2").value)).toMatch(/^按 2024 年评估。/);
  });

  it("tells in one sentence what is wrong with the file", () => {
    const path = join(folder, "别的.xlsx");
    writeFileSync(path, "没有");
    expect(run("lists", path)).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining("不是可以打开的 .xlsx") });
    expect(run("lists")).toMatchObject({ status: 1, stderr: expect.stringContaining("请给出责任矩阵工作簿") });
  });
});
