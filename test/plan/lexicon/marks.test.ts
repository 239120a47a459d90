import { parseAttribution } from "../../../src/plan/attribution/parse";
import { markAtEnd, MARKS } from "../../../src/plan/lexicon/marks";

describe("the table of marks", () => {
  it.each(MARKS.map(({ word, example, role }) => [example, word, role] as const))(
    "%s: %s says %s",
    (example, word, role) => {
      const name = example.replace("（", "(").replace("）", ")");
      expect(markAtEnd(name)).toEqual({ start: name.length - word.length - 2, role });
    },
  );

  it.each(["市教育局(牵头单位)", "市教育局〔主〕", "市教育局【主办】", "市教育局[牵头]"])(
    "%s has a mark of the lead",
    (name) => expect(markAtEnd(name)).toEqual({ start: 4, role: "lead" }),
  );

  it.each(["市教育局", "市政府办(外办)", "市教育局(主)基教科", "各县(市、区)"])("%s has none", (name) =>
    expect(markAtEnd(name)).toBeUndefined(),
  );

  it("takes the mark off the name, and leaves out who only watches over the work", () => {
    const { entries } = parseAttribution("市教育局〔主〕、市公安局〔协〕、市政府办(督办)");
    expect(entries.map(({ name, role }) => [name, role])).toEqual([
      ["市教育局", "lead"],
      ["市公安局", "support"],
    ]);
  });
});
