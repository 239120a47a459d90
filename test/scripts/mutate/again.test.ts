import { countsIn, placesToTryAgain, withSecondTry, type Report } from "../../../scripts/mutate/again.mjs";

const change = (line: number, status: string, whileLoading: boolean, replacement = "true") => ({
  mutatorName: "ConditionalExpression",
  replacement,
  status,
  static: whileLoading,
  location: { start: { line, column: 7 }, end: { line, column: 12 } },
});
const report = (...mutants: ReturnType<typeof change>[]): Report => ({ files: { "src/a.ts": { mutants } } });
const statesOf = ({ files }: Report): string[] => files["src/a.ts"]!.mutants.map(({ status }) => status);

describe("a change in code that runs while a test file is loaded", () => {
  it("is tried again where it went unnoticed, each place once", () => {
    expect(
      placesToTryAgain(
        report(
          change(3, "Survived", true),
          change(3, "Survived", true, "false"),
          change(4, "Killed", true),
          change(5, "Survived", false),
          change(6, "NoCoverage", false),
        ),
      ),
    ).toEqual(["src/a.ts:3:6-3:11"]);
  });

  it("is what all tests together say of it; all others are what they were", () => {
    const first = report(
      change(3, "Survived", true),
      change(3, "Survived", true, "false"),
      change(4, "Killed", true),
      change(5, "Survived", false),
    );
    const second = report(
      change(3, "Killed", true),
      change(3, "Survived", true, "false"),
      change(4, "Survived", true),
      change(5, "Killed", false),
    );
    expect(statesOf(withSecondTry(first, second))).toEqual(["Killed", "Survived", "Killed", "Survived"]);
    expect(statesOf(withSecondTry(first, { files: {} }))).toEqual(statesOf(first));
  });
});

describe("the count of changes that were noticed", () => {
  it("has those that failed a test, hung one or kept a suite from loading, and leaves out those that were not tried", () => {
    const states = ["Killed", "Timeout", "RuntimeError", "Survived", "NoCoverage", "Ignored", "CompileError"];
    expect(countsIn(report(...states.map((status, at) => change(at + 1, status, false))))).toEqual({
      noticed: 3,
      all: 5,
    });
  });
});
