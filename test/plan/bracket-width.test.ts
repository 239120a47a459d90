import { withFullBrackets, withHalfBrackets } from "../../src/plan/bracket-width";

describe("the width of brackets", () => {
  it("is half in the cleaned text", () =>
    expect(withHalfBrackets("各县（市、区）政府（牵头)")).toBe("各县(市、区)政府(牵头)"));

  it("is full in print", () => expect(withFullBrackets("各县(市、区)政府（牵头)")).toBe("各县（市、区）政府（牵头）"));
});
