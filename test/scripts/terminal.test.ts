import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { lackingForExcel, portTrouble } from "../../scripts/site/excel-here.mjs";

const root = join(__dirname, "..", "..");
const node = (...args: string[]) => spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });

describe("a command for developers", () => {
  it.each<[string, string[], RegExp]>([
    [
      "bench of a part that there is not",
      ["--import", "tsx", "scripts/bench/index.ts", "colour"],
      /^no such part: colour; there are build, /,
    ],
    [
      "bench with an option that there is not",
      ["--import", "tsx", "scripts/bench/index.ts", "--jsn"],
      /^no such part: --jsn; .*--json/,
    ],
    [
      "walk with an option that there is not",
      ["--import", "tsx", "scripts/walk.ts", "--run=2"],
      /--run.* There are --runs=N, --seed=N/,
    ],
    [
      "walk with what is no number",
      ["--import", "tsx", "scripts/walk.ts", "--runs=many"],
      /^--runs takes a number, not many/,
    ],
    ["fixture without a name", ["--import", "tsx", "scripts/fixture.ts"], /^which fixture\?/],
    [
      "fixture with a name that there is not",
      ["--import", "tsx", "scripts/fixture.ts", "nowhere"],
      /^there is no .*nowhere\.txt/,
    ],
    [
      "start on a port that nobody has",
      [
        "-e",
        'import("./scripts/web-server.mjs").then((m) => m.startWebServer(70000)).catch((error) => import("./scripts/terminal.mjs").then((m) => m.endWith(new m.Mistake(error.message))))',
      ],
      /70000/,
    ],
  ])("%s ends with one sentence, and no trace of the code", (_, args, message) => {
    const { status, stderr } = node(...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  it("excel says what it lacks before anything is built", () => {
    expect(lackingForExcel({ platform: "win32", hasExcel: { win32: () => true } })).toBeUndefined();
    expect(lackingForExcel({ platform: "win32", hasExcel: { win32: () => false } })).toMatch(
      /没有找到 Excel.*npm start/,
    );
    expect(lackingForExcel({ platform: "linux" })).toMatch(/Windows 或 Mac.*这里是 linux.*npm start/);
    expect([portTrouble("EADDRINUSE", 3000), portTrouble("EACCES", 80)]).toEqual([
      expect.stringContaining("端口 3000 正被其他程序占用"),
      expect.stringContaining("没有权限使用端口 80"),
    ]);
    if (process.platform !== "linux") return;
    expect(node("scripts/excel.mjs")).toMatchObject({
      status: 1,
      stdout: "",
      stderr: expect.stringContaining("npm run excel 要在装有 Excel 的 Windows 或 Mac 上运行"),
    });
  });
});
