import type { CellValue } from "../../matrix/sheet";
import { isLogged } from "../change-log";
import type { SideSheet } from "../read-matrix";
import type { PendingSync } from "../store/journal";

/** Which runs 变更记录 lists. Read only to finish an interrupted run, since the log grows over the years. */
export async function loggedRuns(
  context: Excel.RequestContext,
  log: SideSheet | undefined,
): Promise<{ has(run: Pick<PendingSync, "at" | "kind">): boolean }> {
  if (!log || log.end === 0) return { has: () => false };
  const used = log.sheet.getUsedRange(true);
  used.load("values");
  await context.sync();
  const values = used.values as CellValue[][];
  return { has: ({ at, kind }) => isLogged(values, { at, action: kind === "sync" ? "同步" : "撤销" }) };
}
