import fc from "fast-check";
import { claim } from "../broken";
import type { AnyAction } from "../step";
import { readAsMeant } from "./plan";
import type { Model } from "../model";
import type { Office } from "../office";

/** The plan that the workbook carries is open again. */
async function found(model: Model, office: Office): Promise<void> {
  claim(model.carried !== undefined, "the workbook carries a plan", () => "none");
  model.plan = model.carried.plan;
  model.decisions = model.carried.decisions;
  await readAsMeant(model, office);
}

const reopening: AnyAction = fc.constant({
  says: "close the pane and open it again",
  act: async (model: Model, office: Office) => {
    await office.reopenPane();
    await found(model, office);
  },
});

const saving: AnyAction = fc.constant({
  says: "save the workbook, close Excel and open the file again",
  isThorough: true,
  act: async (model: Model, office: Office) => {
    await office.reopenFile();
    await found(model, office);
  },
});

const looking: AnyAction = fc.constant({
  says: "look at everything",
  isThorough: true,
  act: async (model: Model, office: Office) => {
    if (office.pane.current().isOwn || model.carried) await readAsMeant(model, office);
  },
});

export const pane: readonly AnyAction[] = [reopening, looking];
export const files: readonly AnyAction[] = [saving];
