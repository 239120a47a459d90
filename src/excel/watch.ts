import { asFailure } from "./failure";
import { inExcel } from "./session";

/**
 * Calls `onChange` after edits in any sheet of the workbook. Change events miss fast edits and come once for every user
 * who has the pane open (docs/design.md, What Excel does): they are hints to read again, and nothing is ever written in
 * them.
 * @returns stops the watching; safe to call when the workbook is gone
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
      // The workbook may be closed by now; then there is nothing left to stop.
      asFailure(error);
    }
  };
}

/** Whether Excel takes requests now: it takes none while a cell is edited. Nothing is said where it does not. */
export const takesRequests = (): Promise<boolean> =>
  inExcel(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().load("id");
    await context.sync();
    return true;
  }).catch(() => false);
