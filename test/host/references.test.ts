import fc from "fast-check";
import { copiedFormula, relativeForm } from "../../src/host/references";

/** A formula, its copy one row down, and a formula in that row that is not the copy. */
const examples: [formula: string, copy: string, another: string][] = [
  ["=A2+$B$1", "=A3+$B$1", "=A2+$B$1"],
  ['=IF(A2="A2",LOG10(A2),0)', '=IF(A3="A2",LOG10(A3),0)', '=IF(A3="A3",LOG10(A3),0)'],
  ["=SUM($A2:A$9)", "=SUM($A3:A$9)", "=SUM($A2:A$9)"],
  ['=SUBSTITUTE(A2,":","：")', '=SUBSTITUTE(A3,":","：")', '=SUBSTITUTE(A2,":","：")'],
  ["=SUM(7:7)", "=SUM(8:8)", "=SUM(7:7)"],
  ["='A1 表'!A2*评估年度", "='A1 表'!A3*评估年度", "='A1 表'!A2*评估年度"],
  ["=a2&'x''y'!b2", "=a3&'x''y'!b3", "=a2&'x''y'!b2"],
];

describe("a formula as seen from its cell", () => {
  it.each(examples)("is that of its copies and of no other: %s", (formula, copy, another) => {
    expect(relativeForm(copy, 6, 3)).toBe(relativeForm(formula, 5, 3));
    expect(relativeForm(another, 6, 3)).not.toBe(relativeForm(formula, 5, 3));
  });

  it("of whole columns differs where the formula stands beside, not below", () => {
    expect(relativeForm("=SUM(B:B)", 9, 3)).toBe(relativeForm("=SUM(B:B)", 5, 3));
    expect(relativeForm("=SUM(B:B)", 5, 4)).not.toBe(relativeForm("=SUM(B:B)", 5, 3));
    expect(relativeForm("=SUM(C:C)", 5, 4)).toBe(relativeForm("=SUM(B:B)", 5, 3));
  });

  it("is the same for every copy, whatever it is made of", () => {
    const dollar = fc.constantFrom("", "$");
    const cell = fc
      .tuple(dollar, fc.constantFrom("C", "Z", "AB"), dollar, fc.integer({ min: 5, max: 2000 }))
      .map((parts) => parts.join(""));
    const piece = fc.oneof(
      cell,
      fc.tuple(cell, cell).map(([a, b]) => `SUM(${a}:${b})`),
      fc.constantFrom(
        '"A1:B2 ""x"" D4"',
        '":"',
        "'甲 C4'!D7",
        "表!E9",
        "评估年度",
        "LOG10(3)",
        "LEN(TRIM(D7))",
        "$D:$D",
        "$3:$3",
      ),
    );
    const formula = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => `=${pieces.join("&")}`);
    fc.assert(
      fc.property(
        formula,
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 30 }),
        (text, down, over) =>
          relativeForm(copiedFormula(text, down, over), 40 + down, 7 + over) === relativeForm(text, 40, 7),
      ),
      { numRuns: 2_000 },
    );
  });
});
