import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPlan } from "../../src/plan";
import { goldenOf, type Golden } from "./golden";

const folder = join(__dirname, "fixtures");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => name.slice(0, -4));

const sourceOf = (name: string): string => readFileSync(join(folder, `${name}.txt`), "utf8");
const goldenFileOf = (name: string): Golden => JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as Golden;

/** Golden files say what is right; here the reader does not reach it yet. */
const NOT_YET: ReadonlySet<string> = new Set(["amounts-before-nouns", "annex-before-title", "blanks-for-colons", "letter-asks-for-consent", "letter-issuer-behind-annex", "letter-run-together", "months-of-the-only-year", "names-share-last-word", "prose-first", "prose-goes-on", "prose-in-plain-departments", "sums-of-lists", "targets-before-nouns", "terms-of-a-subsidy", "years-of-the-period"]);

describe("fixture plans", () => {
  it("are at least eighty, some with nothing to read", () => {
    expect(names.length).toBeGreaterThanOrEqual(80);
    expect(names.filter((name) => goldenFileOf(name).tasks.length + goldenFileOf(name).indicators.length === 0).length).toBeGreaterThanOrEqual(6);
  });

  it.each(names.filter((name) => !NOT_YET.has(name)))("%s.txt reads as its golden file says", (name) => expect(goldenOf(sourceOf(name))).toEqual(goldenFileOf(name)));

  it.each([...NOT_YET])("%s.txt does not read as its golden file says yet; when it does, take it off the list", (name) => expect(goldenOf(sourceOf(name))).not.toEqual(goldenFileOf(name)));

  it.each(names)("%s.txt reads the same with Windows line ends and a byte order mark", (name) => {
    const source = sourceOf(name);
    expect(goldenOf(`\ufeff${source.replace(/\n/g, "\r\n")}`)).toEqual(goldenOf(source));
  });

  it.each(names)("%s.txt: every span of a task lies in the source and holds its title", (name) => {
    const source = sourceOf(name);
    for (const task of readPlan(source).tasks) {
      const words = source.slice(...task.span).replace(/\s/g, "");
      expect(words).toContain(task.title.replace(/\s/g, ""));
    }
  });
});
