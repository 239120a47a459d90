import { asFailure, type ExcelFailure } from "../excel/failure";

/** The requirement set below which this add-in does nothing. */
const floor = "1.9";

/**
 * Whether this Excel is too old for the add-in. The manifest keeps such Excels from offering it, but a sideloaded
 * copy is not checked.
 */
export const isTooOld = (): boolean => !Office.context.requirements.isSetSupported("ExcelApi", floor);

/** The failure that the ribbon's buttons show there. */
export const tooOld = (): ExcelFailure => asFailure({ code: "ApiNotFound", message: `ExcelApi ${floor} is missing` });

/** Shows the page's hidden notice for old Excels. In old web views `start.js` shows the same. */
export function sayTooOld(): void {
  document.getElementById("root")!.hidden = true;
  document.getElementById("too-old")!.hidden = false;
}
