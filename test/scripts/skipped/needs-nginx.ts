import { describeWith } from "../../tools/programs";

// Run by skipped.test.ts, in a jest of its own: on a machine without nginx, wherever it is run.
describeWith(
  ["nginx"],
  "what needs nginx",
  () => it("is not run", () => undefined),
  () => undefined,
);
describe("what needs nothing", () => it("is run", () => undefined));
