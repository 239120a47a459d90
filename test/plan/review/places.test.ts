import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPlan } from "../../../src/plan";
import { noCorrections } from "../../../src/plan/corrections";
import { questionsOf } from "../../../src/plan/questions";

const folder = join(__dirname, "..", "fixtures");
const sources = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .map((name): [string, string] => [name, readFileSync(join(folder, name), "utf8")]);

const leads = (source: string, [start, end]: readonly [number, number]): boolean =>
  start >= 0 && end > start && end <= source.length;
/** The findings of this rule are the blanks themselves. */
const OF_BLANKS = "blank-in-word";

describe("where findings and questions lead", () => {
  it.each(sources)("%s: each to words of the text", (_, source) => {
    const plan = readPlan(source);
    for (const { rule, span } of plan.findings)
      expect([rule, leads(source, span) && (rule === OF_BLANKS || source.slice(...span).trim() !== "")]).toEqual([
        rule,
        true,
      ]);
    for (const { id, kind, span } of questionsOf(plan, noCorrections, source))
      if (kind !== "unitPair") expect([id, leads(source, span)]).toEqual([id, true]);
  });

  it("a unit's to where it is printed, under whatever name", () => {
    const source = "前言。\n青山县方案（2021—2025年）\n1.修路。（牵头单位：县财政局、教育局；责任单位：县教育体育局）";
    const places = readPlan(source)
      .findings.filter(({ rule }) => rule === "doubtful-unit")
      .map(({ span }) => source.slice(...span));
    expect(places).toEqual(["教育局"]);
  });
});
