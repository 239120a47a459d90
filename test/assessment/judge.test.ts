import { judge } from "../../src/assessment/judge";
import { inChinese } from "../../src/plan/sentence";

const gapOf = (target: string, measure: string, actual: number): string =>
  inChinese(judge({ key: "", task: "", section: "", leads: [], indicator: "", period: "每年", target, measure, entries: new Map([[2023, actual]]) }, 2023, [2021, 2025]).gap);

describe("what is said to be missing", () => {
  it.each([
    ["≥20", "所", 18, "差 2 所"],
    ["≥20", "所", 20, ""],
    ["≥20", "所", 31, ""],
    ["≤3000", "元", 3100, "超 100 元"],
    ["≤3000", "元", 3000, ""],
    ["≤3000", "元", 2500, ""],
    ["约200", "名", 190, ""],
    ["约200", "名", 150, "差 50 名"],
  ])("of %s %s, with %d, is “%s”", (target, measure, actual, missing) => expect(gapOf(target, measure, actual)).toBe(missing));
});
