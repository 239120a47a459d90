import { findViolations, readRequirementSets } from "../../scripts/requirement-sets";

describe("the check of requirement sets", () => {
  const sets = readRequirementSets();

  it("reads each member's set from the doc comments of @types/office-js", () => {
    expect(sets.get("range.values")).toBe(1.01);
    expect(sets.get("range.copyfrom")).toBe(1.09);
    expect(sets.get("table.resize")).toBe(1.13);
  });

  it("accepts what lies at or below the floor", () => {
    expect(findViolations([{ member: "Range.CopyFrom", guard: 0 }], sets)).toEqual([]);
  });

  it("complains of a member above the floor that nobody asked isSetSupported for", () => {
    expect(findViolations([{ member: "Table.Resize", guard: 0 }], sets)).toHaveLength(1);
    expect(findViolations([{ member: "Table.Resize", guard: 1.12 }], sets)).toHaveLength(1);
  });

  it("accepts it where isSetSupported was asked for that set before", () => {
    expect(findViolations([{ member: "Table.Resize", guard: 1.13 }], sets)).toEqual([]);
  });
});
