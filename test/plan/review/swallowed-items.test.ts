import { readPlan } from "../../../src/plan";

const places = (source: string): string[] =>
  readPlan(source)
    .findings.filter((f) => f.rule === "swallowed-items" && f.about === "reading")
    .map((f) => source.slice(...f.span));
const work = "推进基础设施改造并建立长效管护机制";

describe("swallowed-items", () => {
  it("finds a task that holds most of the text and several attributions", () =>
    expect(
      places(`青山县方案\n一、任务\n${work}。（县交通局负责）${work}。（县水利局负责）${work}。（县民政局负责）\n`),
    ).toHaveLength(1));
  it("finds each place of a task with far more attributions than the others", () => {
    const many = ["交通", "水利", "民政", "教育", "财政", "公安", "司法"]
      .map((unit) => `${work}。（县${unit}局负责）`)
      .join("");
    const others = [2, 3, 4, 5, 6, 7, 8, 9].map((k) => `${k}.${work}，${work}。（县商务局负责）\n`).join("");
    expect(places(`青山县方案\n1.修路。${many}\n${others}`)).toHaveLength(6);
  });
  it("is content with a sentence or two that have units of their own", () =>
    expect(
      places(`青山县方案\n1.修路。${work}。（县交通局负责）${work}。（县水利局负责）\n2.架桥。（县住建局负责）\n`),
    ).toEqual([]));
});
