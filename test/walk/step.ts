import fc from "fast-check";
import { Broken } from "./broken";
import { holdAll } from "./invariants";
import { lookAt, type Care } from "./look";
import type { Model } from "./model";
import type { Office } from "./office";

/** One thing that the clerk does. `says` becomes a line of the counterexample. */
export interface Action {
  says: string;
  /** Whether everything is looked at afterwards, formulas too; otherwise only what is cheap to look at. */
  isThorough?: boolean;
  /** Does it to the workbook, and records it in what the office knows. */
  act(model: Model, office: Office): Promise<void>;
}

/**
 * After most steps of a walk only the sheets are looked at: what goes wrong in one of them still shows some steps
 * later.
 */
const careOf = (step: number): Care => (step % 6 === 0 ? "more" : step % 3 === 0 ? "some" : "little");

class Step implements fc.AsyncCommand<Model, Office> {
  constructor(private readonly action: Action) {}

  check = (): boolean => true;

  async run(model: Model, office: Office): Promise<void> {
    model.steps.push(this.action.says);
    model.taken++;
    try {
      await this.action.act(model, office);
      holdAll(
        model,
        await lookAt(office, this.action.isThorough ? "all" : model.isWatched ? "more" : careOf(model.taken)),
      );
    } catch (error) {
      throw error instanceof Broken ? error : new Broken("nothing fails", (error as Error).stack ?? String(error));
    }
  }

  toString = (): string => this.action.says;
}

export type AnyAction = fc.Arbitrary<Action>;

export const asStep = (actions: AnyAction): fc.Arbitrary<fc.AsyncCommand<Model, Office>> =>
  actions.map((action) => new Step(action));
