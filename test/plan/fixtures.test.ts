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

describe("fixture plans", () => {
  it("are at least eighty, some with nothing to read", () => {
    expect(names.length).toBeGreaterThanOrEqual(80);
    expect(
      names.filter((name) => goldenFileOf(name).tasks.length + goldenFileOf(name).indicators.length === 0).length,
    ).toBeGreaterThanOrEqual(6);
  });

  it.each(names)("%s.txt reads as its golden file says", (name) =>
    expect(goldenOf(sourceOf(name))).toEqual(goldenFileOf(name)),
  );

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
