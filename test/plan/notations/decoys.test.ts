import { decoyIn, DECOYS } from "../../../src/plan/notations/decoys";

describe("the table of decoys", () => {
  it.each(DECOYS.map(({ id, example }) => [id, example]))("%s objects to %s", (_id, example) =>
    expect(decoyIn(example)).toBeDefined(),
  );
  it.each(DECOYS.map(({ id, example, pattern }) => [id, example, pattern] as const))(
    "%s finds its own example",
    (_id, example, objects) => expect(objects.test(example)).toBe(true),
  );
  it.each([
    "由市教育局牵头，市财政局配合",
    "市教育局牵头组织推进试点",
    "市教育局会同市财政局负责",
    "6月底前，市教育局牵头制定办法",
  ])("nothing objects to %s", (sentence) => expect(decoyIn(sentence)).toBeUndefined());
});
