import type { Detail } from "../../assessment/details";
import { yearName } from "../../matrix/formulas";
import type { LocatedMatrix } from "../../matrix/locate";
import type { Plan } from "../../plan/model";
import { rebuildPlan, unknownPlan } from "../../sync/rebuild";
import { ExcelFailure } from "../failure";
import { pauseWhenDue } from "../pause";
import { withPercents } from "../percents";
import { locateIn, readWorkbook, type WorkbookState } from "../read-matrix";
import { detailsIn, detailsSpec } from "./details-sheet";
import { heldRecords, queueRecords, type HeldRecords } from "./record-sheet";
import { sentSpec } from "./sent-sheet";

/** What the assessment looks at: the matrix, its plan, what was reported and what was sent. */
export interface AssessmentGround {
  state: WorkbookState;
  held: LocatedMatrix;
  plan: Plan;
  totals: ReadonlySet<string>;
  details: Detail[];
  detailRecords: HeldRecords;
  sentRecords: HeldRecords;
}

/**
 * Reads all of it; one round trip. Where the stored plan is lost, the sheet says what it can.
 * @throws ExcelFailure `NoMatrix`
 */
export async function readGround(context: Excel.RequestContext): Promise<AssessmentGround> {
  const queuedDetails = queueRecords(context, detailsSpec);
  const queuedSent = queueRecords(context, sentSpec);
  const state = await readWorkbook(context, yearName);
  const stored = state.store.kind === "read" ? state.store.stored : undefined;
  const first = await locateIn(state, stored?.plan);
  if (!first) throw noMatrix();
  const plan = stored?.plan ?? titled(rebuildPlan(first, unknownPlan), first);
  const held = await withPercents(context, state.sheet, stored ? first : (await locateIn(state, plan))!);
  await pauseWhenDue();
  const detailRecords = await heldRecords(context, detailsSpec, queuedDetails);
  const sentRecords = await heldRecords(context, sentSpec, queuedSent);
  return { state, held, plan, totals: new Set(stored?.settings?.totals ?? []), details: detailsIn(detailRecords).map(({ detail }) => detail), detailRecords, sentRecords };
}

/** The sheet's own title says the plan's. */
function titled(plan: Plan, { above }: LocatedMatrix): Plan {
  const title = above.map(({ value }) => /^(.+)责任矩阵$/s.exec(String(value))?.[1]).find((text) => text !== undefined);
  return { ...plan, title: title ?? plan.title };
}

const noMatrix = (): ExcelFailure => new ExcelFailure("NoMatrix", "本工作簿还没有责任矩阵，或表头已被删除。表中内容没有改动。请先生成责任矩阵。", "no matrix");
