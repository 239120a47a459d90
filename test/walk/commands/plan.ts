import fc from "fast-check";
import { claim, difference, said } from "../broken";
import { shownOf } from "../model";
import type { Model } from "../model";
import type { Office } from "../office";
import { anyRevision, isSameTask, revised, written, type Revision } from "../plans";
import type { Action, AnyAction } from "../step";
import { formatPeriod, formatTarget } from "../../../src/matrix/target-text";
import { matrixRows } from "../../../src/matrix/rows";

/** Checks that the plan that is open in the pane says what the office means. */
export async function readAsMeant(model: Model, office: Office): Promise<void> {
  const { shown, opening } = await office.read();
  claim(shown !== undefined && opening.refusal === undefined, "the plan is read", () => said(opening));
  const rows = Object.fromEntries(
    matrixRows(shown.plan).map(({ cells, task, indicator }) => [
      `${task?.title ?? ""} · ${indicator?.name ?? ""}`,
      {
        target: indicator ? formatTarget(indicator) : "",
        period: indicator ? formatPeriod(indicator, 2025) : "",
        marks: Object.fromEntries(
          Object.entries(cells).flatMap(([key, value]) =>
            /^(?:unit|group):/.test(key) && value !== "" ? [[key.replace(/^\w+:/, ""), value]] : [],
          ),
        ),
      },
    ]),
  );
  const wanted = Object.fromEntries(
    model.truth.map((row) => [
      `${row.title} · ${row.indicator}`,
      { target: shownOf(row).target, period: shownOf(row).period, marks: row.marks },
    ]),
  );
  const found = difference(wanted, rows);
  claim(found === undefined, "the open plan is what was decided", () => found!);
}

const revisionText = (revision: Revision): string =>
  ({
    drop: () => `task ${"at" in revision ? revision.at : ""} leaves`,
    add: () => "a task comes",
    reword: () => `task ${"at" in revision ? revision.at : ""} is reworded`,
    value: () => `a target of task ${"at" in revision ? revision.at : ""} changes`,
    units: () => `other units for task ${"at" in revision ? revision.at : ""}`,
    due: () => `another deadline for task ${"at" in revision ? revision.at : ""}`,
    promise: () => `an indicator of task ${"at" in revision ? revision.at : ""} comes or goes`,
  })[revision.do]();

/** A revision is opened in the pane; nothing is written. */
const revise: AnyAction = fc.array(anyRevision(), { minLength: 1, maxLength: 2 }).map((revisions): Action => ({
  says: `open a revision: ${revisions.map(revisionText).join(", ")}`,
  act: async (model, office) => {
    const before = model.plan;
    const after = revisions.reduce(revised, before);
    if (after === before) return;
    model.plan = { ...after, edition: ++model.editions };
    // A decision about a task still holds if the revision has the task unchanged.
    const stands = (duty: number): boolean =>
      [before, after].every(({ tasks }) => tasks.some((task) => task.duty === duty)) &&
      isSameTask(
        before.tasks.find((task) => task.duty === duty)!,
        after.tasks.find((task) => task.duty === duty)!,
      );
    model.decisions = model.decisions.filter((one) =>
      one.do === "lead" || one.do === "target" ? stands(one.duty) : true,
    );
    office.pane.openPasted(written(model.plan));
    await readAsMeant(model, office);
  },
}));

export const opening: readonly AnyAction[] = [revise, revise];
