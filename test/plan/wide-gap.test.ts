import { cleanText } from "../../src/plan/characters";
import { isWideGap } from "../../src/plan/wide-gap";

describe("a wide gap", () => {
  it.each([
    ["two blanks", "修路  县交通局", 2, true],
    ["an ideographic space", "修路\u3000县交通局", 2, true],
    ["one blank", "修路 县交通局", 2, false],
    ["no blank", "修路县交通局", 2, false],
    ["two blanks between a digit and a letter", "1  A级", 1, true],
    ["one blank between a digit and a letter", "1 A级", 1, false],
  ])("is %s: %s", (_name, source, position, isWide) => expect(isWideGap(cleanText(source), position)).toBe(isWide));
});
