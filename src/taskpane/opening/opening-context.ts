import { createContext } from "react";
import type { OpenPlanModel } from "../open-plan/use-open-plan";

/** What the controls for opening a plan need. */
export type Opening = Pick<
  OpenPlanModel,
  "opening" | "openFile" | "openSheets" | "askSheets" | "openTable" | "openPart" | "leaveChoice" | "openPasted"
>;

const nothing = (): void => undefined;

/**
 * The actions that open another plan, for any page. The state is not a page's own, because reading a file outlives
 * the page.
 */
export const OpeningContext = createContext<Opening>({
  opening: {},
  openFile: nothing,
  openSheets: nothing,
  askSheets: nothing,
  openTable: nothing,
  openPart: nothing,
  leaveChoice: nothing,
  openPasted: nothing,
});
