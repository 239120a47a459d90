import { planName } from "../../src/assessment/plan-name";

describe("a plan's name before other words", () => {
  it.each([
    ["青山县节水方案", "《青山县节水方案》"],
    ["《青山县节水方案》", "《青山县节水方案》"],
    ["", "本方案"],
  ])("is, of the title %j, %s", (title, name) => expect(planName(title, "本方案")).toBe(name));
  it("is nothing where there is no title and nothing to stand for it", () => expect(planName("")).toBe(""));
});
