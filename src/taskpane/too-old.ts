import { asFailure, type ExcelFailure } from "../excel/failure";

/** The requirement set below which this add-in does nothing. */
const floor = "1.9";

/**
 * Whether this Excel lacks what the add-in is built on; the manifest keeps it from being offered there, a sideloaded
 * copy does not ask.
 */
export const isTooOld = (): boolean => !Office.context.requirements.isSetSupported("ExcelApi", floor);

/** What the ribbon's buttons say there. */
export const tooOld = (): ExcelFailure => asFailure({ code: "ApiNotFound", message: `ExcelApi ${floor} is missing` });

/** Shows the notice that the page keeps for old Excels (start.js shows the same in old web views). */
export function sayTooOld(): void {
  document.getElementById("root")!.hidden = true;
  document.getElementById("too-old")!.hidden = false;
}
