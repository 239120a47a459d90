import { ODD_NAMES, oddityOf } from "../../../src/plan/units/odd-names";

describe("the table of odd names", () => {
  it.each(ODD_NAMES.map(({ id, example }) => [example, id]))("doubts %s: %s", (name, id) =>
    expect(oddityOf(name)?.id).toBe(id),
  );
  it.each([...ODD_NAMES.map(({ but }) => but), "县教育局", "青溪县教育局", "县委组织部(人才办)", "各县(市、区)"])(
    "does not doubt %s",
    (name) => expect(oddityOf(name)).toBeUndefined(),
  );
});
