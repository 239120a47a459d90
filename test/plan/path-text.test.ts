import { pathText } from "../../src/plan/path-text";

describe("pathText", () => {
  it.each([
    ["三/(一)/1", "三(一)1"],
    ["一/1", "一·1"],
    ["12", "12"],
    ["第二章/第四条", "第二章·第四条"],
  ])("shows %s as %s", (path, shown) => expect(pathText(path)).toBe(shown));
});
