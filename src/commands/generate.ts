import { openPlanInPane, type OpenPlan } from "../documents/open-plan";
import { failedWith } from "../excel/failure";
import type { Plan } from "../plan/model";
import { inOrder } from "./in-order";
import { openPage } from "./open-page";

const thisYear = (): number => new Date().getFullYear();

/**
 * 生成责任矩阵: from the plan that is open in the pane, else from the workbook's. If there is neither, the pane asks
 * for one.
 */
async function generate(): Promise<void> {
  const open = await openPlanInPane();
  if (open === "unreadable") return openPage("plan", "read");
  if (open !== "nothing") return generateOpen(open);
  const [{ generateMatrix }, { loadPlan }] = await Promise.all([import("../excel/generate"), import("../excel/store")]);
  const plan = await loadPlan();
  if (!plan) return openPage("plan", "read");
  await orInPane(() => generateMatrix(plan, thisYear(), undefined, { unlessEarlier: true }));
}

/** Opens the pane where the user has to confirm something first. */
async function orInPane(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!failedWith(error, "AnotherPlan", "EarlierLayout")) throw error;
    await openPage("matrix", "generate");
  }
}

async function generateOpen({ plan, origin, isRevision, noteCarried }: OpenPlan): Promise<void> {
  // An empty matrix would not say why it is empty; the pane does.
  if (isEmpty(plan)) return openPage("plan", "read");
  const { generateMatrix } = await import("../excel/generate");
  await orInPane(async () => {
    await generateMatrix(plan, thisYear(), origin, { unlessAnother: !isRevision, unlessEarlier: true });
    noteCarried();
  });
}

const isEmpty = ({ tasks, indicators }: Plan): boolean => tasks.length === 0 && indicators.length === 0;

let running: Promise<void> | undefined;

/** The same after earlier buttons have finished; pressing again while it runs does not start it again. */
export function generateOnce(): Promise<void> {
  running ??= inOrder(generate).finally(() => (running = undefined));
  return running;
}
