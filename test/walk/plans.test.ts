import fc from "fast-check";
import { readPlan } from "../../src/plan";
import { formatPeriod, formatTarget } from "../../src/matrix/target-text";
import { dueSerial } from "../../src/matrix/due";
import { matrixRows } from "../../src/matrix/rows";
import { anyPlan, anyRevision, revised, written } from "./plans";
import { rowsOf } from "./decisions";
import { shownOf } from "./model";

describe("the walk's plans", () => {
  it("are read as they are meant, revised or not", () => {
    fc.assert(
      fc.property(anyPlan(), fc.array(anyRevision(), { maxLength: 4 }), (first, revisions) => {
        const plan = revisions.reduce(revised, first);
        const read = readPlan(written(plan));
        const rows = matrixRows(read).map(({ cells, task, indicator }) => ({
          section: cells.section,
          title: task?.title,
          indicator: cells.indicator,
          target: indicator ? `${formatTarget(indicator)}${indicator.printed?.unit ?? indicator.unit}` : "",
          period: indicator ? formatPeriod(indicator, 2025) : "",
          due: task?.deadline ? `${task.deadline.text} ${dueSerial(task.deadline) ?? ""}` : " ",
          marks: Object.fromEntries(
            Object.entries(cells).flatMap(([key, value]) =>
              /^(?:unit|group):/.test(key) ? [[key.replace(/^\w+:/, ""), value]] : [],
            ),
          ),
        }));
        const wanted = rowsOf(plan, []).map((row) => {
          const { section, title, indicator, target, measure, period, deadline, due } = shownOf(row);
          return {
            section,
            title,
            indicator,
            target: `${target}${measure}`,
            period,
            due: `${deadline} ${due}`,
            marks: row.marks,
          };
        });
        expect(rows).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });
});
