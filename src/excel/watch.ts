import { asFailure } from "./failure";
import { inExcel } from "./session";

/**
 * Calls `onChange` after edits in any sheet of the workbook. Change events miss fast edits and come once for every user
 * who has the pane open (docs/design.md, What Excel does): they are only hints to read again, and handlers never write.
 * @returns stops watching; safe to call after the workbook was closed
 */
export async function watchMatrix(onChange: () => void): Promise<() => Promise<void>> {
  const handler = await inExcel(async (context) => {
    const registered = context.workbook.worksheets.onChanged.add(async () => onChange());
    await context.sync();
    return registered;
  });
  return async () => {
    try {
      handler.remove();
      await handler.context.sync();
    } catch (error) {
      // The workbook may be closed by now: nothing is left to stop.
      asFailure(error);
    }
  };
}

/** Whether Excel takes requests now; it takes none while a cell is edited. Never throws. */
export const takesRequests = (): Promise<boolean> =>
  inExcel(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().load("id");
    await context.sync();
    return true;
  }).catch(() => false);
