import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");
const sources = readdirSync(join(root, "src", "web"), { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(?:ts|html)$/.test(file))
  .map((file) => readFileSync(join(root, "src", "web", file), "utf8"))
  .join("\n");
const [, section] = /## 只有 WPS 的单位：网页版\n([\s\S]*?)\n## /.exec(
  readFileSync(join(root, "docs", "使用手册.md"), "utf8"),
)!;

describe("the handbook's part on the web edition", () => {
  it("names buttons that the page has, by the words on them", () => {
    const named = [
      ...new Set(
        [...section!.matchAll(/(?:点|选|可以选|、)“([^”]+)”|“([^”]+)”里/g)].map(
          ([, pressed, within]) => pressed ?? within!,
        ),
      ),
    ];
    expect(named.length).toBeGreaterThan(8);
    // Words of a file's own menu or of the browser are not ours.
    const theirs = ["方案", "应用", "将此站点作为应用安装", "打开方式", "极速模式"];
    expect(named.filter((words) => !theirs.includes(words) && !sources.includes(words))).toEqual([]);
  });

  it("quotes what the page says as the page says it", () => {
    for (const words of ["有改动未保存", "已保存", "已下载", "有新版本，刷新后使用", "这个浏览器太旧"]) {
      expect(section).toContain(words);
      expect(sources).toContain(words);
    }
  });

  it("shows pictures that are there", () => {
    const shown = [...section!.matchAll(/\]\((images\/[^)]+)\)/g)].map(([, path]) => path!);
    expect(shown.length).toBeGreaterThan(2);
    expect(
      shown.filter((path) => !readdirSync(join(root, "docs", "images")).includes(path.slice("images/".length))),
    ).toEqual([]);
  });
});
