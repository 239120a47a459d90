import { verdictOn, verdictRules } from "../../src/matrix/cell-verdict";

describe("what is done with a cell that the plan fills", () => {
  it.each(verdictRules.map(({ id, example, verdict }) => [id, verdict, example] as const))(
    "%s: %s",
    (id, verdict, example) => {
      expect(verdictRules.find(({ applies }) => applies(example))!.id).toBe(id);
      expect(verdictOn(example)).toBe(verdict);
    },
  );

  it("does not see spaces around a text, nor whether a number is written as text", () => {
    expect(verdictOn({ base: "提升行动", held: " 提升行动 ", incoming: "重点工程" })).toBe("take");
    expect(verdictOn({ base: "提升行动", held: "12", incoming: 12 })).toBe("same");
  });

  it("takes a cell that was emptied for one that somebody has changed", () => {
    expect(verdictOn({ base: "提升行动", held: "", incoming: "提升行动" })).toBe("keep");
    expect(verdictOn({ base: "提升行动", held: "", incoming: "重点工程" })).toBe("conflict");
  });
});
