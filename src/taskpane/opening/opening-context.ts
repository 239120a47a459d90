import { createContext } from "react";
import type { OpenPlanModel } from "../open-plan/use-open-plan";

/** What the ways to open a plan ask for. */
export type Opening = Pick<
  OpenPlanModel,
  "opening" | "openFile" | "openSheets" | "askSheets" | "openTable" | "openPart" | "leaveChoice" | "openPasted"
>;

const nothing = (): void => undefined;

/**
 * How another plan is opened, wherever in the pane: a file that is being read is nobody's page's, and outlives the
 * page.
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
