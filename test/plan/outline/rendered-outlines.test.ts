import fc from "fast-check";
import { readPlan } from "../../../src/plan";
import { chapters, options, print, type Printed } from "./printed-outlines";

const readTasks = (text: string, blurs = "-"): Printed["tasks"] =>
  readPlan(text).tasks.map(({ path, title, section }) => ({
    path,
    title,
    section: section.map((heading) => (heading.startsWith(blurs) ? blurs : heading)),
  }));

describe("outlines that are printed and read back", () => {
  it("keep their items, paths, titles and sections but for the one whose number is spoilt", () => {
    fc.assert(
      fc.property(chapters, options, (plan, o) => {
        const { text, tasks, blurs } = print(plan, o);
        const read = readTasks(text, blurs);
        for (const task of tasks) expect(read).toContainEqual(task);
        // The item with the damaged number may cost its own task, and adds at most one.
        expect(read.length).toBeLessThanOrEqual(tasks.length + 1);
      }),
      { numRuns: 300 },
    );
  });
});
