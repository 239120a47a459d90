import { describeWith } from "../../tools/programs";

// skipped.test.ts runs this in a jest of its own, where nginx seems to be missing on any machine.
describeWith(
  ["nginx"],
  "what needs nginx",
  () => it("is not run", () => undefined),
  () => undefined,
);
describe("what needs nothing", () => it("is run", () => undefined));
