import { cleanText } from "../../../src/plan/characters";
import { readPlan } from "../../../src/plan";
import { inconsistentUnitName } from "../../../src/plan/review/inconsistent-unit-name";
import type { ReviewInput } from "../../../src/plan/review/rule";

const count = (source: string): number =>
  readPlan(source).findings.filter((f) => f.rule === "inconsistent-unit-name").length;

describe("inconsistent-unit-name", () => {
  it("is found in its place", () => {
    const source = "某县方案\n1.修路。（县发展和改革局负责）\n2.架桥。（县发改局负责）";
    expect(count(source)).toBe(1);
    for (const { span } of readPlan(source).findings) expect(source.slice(...span)).not.toBe("");
  });

  it("is found in the first words too", () =>
    expect(count("县发改局\n1.修路。（县发展和改革局负责）\n2.架桥。（县发改局负责）")).toBe(1));

  it("is not found for a name that the text does not print", () => {
    const source = "某县方案\n1.修路。（县发展和改革局负责）";
    const read = readPlan(source);
    const plan = { ...read, units: read.units.map((unit) => ({ ...unit, aliases: ["县发改委"] })) };
    expect(inconsistentUnitName.check({ clean: cleanText(source), plan } as ReviewInput)).toEqual([]);
  });

  it("is not found where all is well", () =>
    expect(count("某县方案\n1.修路。（县交通局、财政局负责）\n2.架桥。（县财政局负责）")).toBe(0));
});
