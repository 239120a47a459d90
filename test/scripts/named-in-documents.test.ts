import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { qualityWords } from "../../src/matrix/limits";
import { statusKeys, statusText } from "../../src/matrix/statuses";

const root = join(__dirname, "..", "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
/** All files under version control, and new ones. */
const files = execFileSync(
  "git",
  ["-c", "core.quotepath=off", "ls-files", "--cached", "--others", "--exclude-standard"],
  { cwd: root, encoding: "utf8" },
)
  .trim()
  .split("\n");
const folders = new Set(
  files.flatMap((file) =>
    file
      .split("/")
      .slice(0, -1)
      .map((_, index, all) => all.slice(0, index + 1).join("/")),
  ),
);
const documents = ["README.md", ...files.filter((file) => /^docs\/[^/]+\.md$/.test(file)), "src/host/README.md"];

/** The code spans of a document, outside its command blocks. */
const spans = (document: string): string[] =>
  [
    ...read(document)
      .replaceAll(/```[\s\S]*?```/g, "")
      .matchAll(/`([^`\n]+)`/g),
  ].map(([, text]) => text!);

/** Files of packages, and placeholders for any name. */
const elsewhere: ReadonlySet<string> = new Set(["legacy/build/pdf.mjs", "objects/that-class.ts"]);
/** The path of a source, or the end of it: `src/matrix/limits.ts`, `limits.ts`, `test/plan/rendered/`. */
const isSource = (text: string): boolean =>
  /^[\w.@-]+(?:\/[\w.@-]+)*\.(?:tsx?|cjs|mjs)$/.test(text) && !elsewhere.has(text);
const isFolder = (text: string): boolean => /^(?:src|test|scripts|docs|assets|seeds)\/(?:[\w-]+\/)*$/.test(text);

describe("what the documents name", () => {
  it.each(documents)("is there, by its path or the end of it: %s", (document) => {
    const named = spans(document);
    expect(
      named.filter(isSource).filter((name) => !files.some((file) => file === name || file.endsWith(`/${name}`))),
    ).toEqual([]);
    expect(named.filter(isFolder).filter((name) => !folders.has(name.replace(/\/$/, "")))).toEqual([]);
  });

  it.each(documents)("is where its links lead: %s", (document) => {
    const links = [...read(document).matchAll(/\]\(([^)#\s]+)(?:#[^)\s]*)?\)/g)]
      .map(([, link]) => link!)
      .filter((link) => !/^[a-z]+:/.test(link));
    expect(
      links.filter((link) => !existsSync(join(root, posix.join(dirname(document), decodeURIComponent(link))))),
    ).toEqual([]);
  });

  it.each(["docs/design.md", "docs/使用手册.md"])("are all statuses, in a table that explains them: %s", (document) => {
    const told = [...read(document).matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell]) => cell!.split(/ [·/] /));
    expect(statusKeys.map(statusText).filter((status) => !told.includes(status))).toEqual([]);
  });

  it("are the words for a task without a number, all of them and in their order", () => {
    const told = [...read("docs/使用手册.md").matchAll(/“(已完成、[^”]+)”/g)].map(([, words]) => words);
    expect(told.length).toBeGreaterThan(1);
    expect(told.filter((words) => words !== qualityWords.join("、"))).toEqual([]);
  });

  it("are pages of the pane that it has, by the names that it gives them", () => {
    const app = read("src/taskpane/app.tsx");
    const pages = [
      ...(/const names: Readonly<Record<PageKey, string>> = \{(.*?)\}/s.exec(app)?.[1] ?? "").matchAll(
        /t\("([^"]+)"\)/g,
      ),
    ].map(([, name]) => name!);
    expect(pages).toHaveLength(6);
    const words = Object.keys(JSON.parse(read("src/locale/en-US.json")) as object);
    const told = ["docs/使用手册.md", "docs/部署.md", "docs/三种用法.md", "src/taskpane/support.html"].flatMap(
      (document) =>
        [...read(document).matchAll(/“([^”]{1,8})”页(?:的“([^”]{1,8})”)?/g)].map(([, page, part]) => ({
          document,
          page: page!,
          part,
        })),
    );
    expect(told.length).toBeGreaterThan(10);
    expect(
      told.filter(
        ({ page, part }) =>
          !pages.includes(page) || (part !== undefined && !words.some((word) => word.startsWith(part))),
      ),
    ).toEqual([]);
  });
});

describe("what is new", () => {
  it("begins with the version that package.json and the manifest have", () => {
    const [, newest] = /^## (\d+\.\d+\.\d+)$/m.exec(read("docs/更新说明.md"))!;
    const { version } = JSON.parse(read("package.json")) as { version: string };
    expect([version, /<Version>([\d.]+)<\/Version>/.exec(read("manifest.xml"))![1]]).toEqual([newest, `${newest}.0`]);
  });

  it("says of each version whether the manifest has to be changed", () => {
    const versions = read("docs/更新说明.md").split(/^## /m).slice(1);
    expect(versions.filter((text) => !/^清单：/m.test(text))).toEqual([]);
  });
});
