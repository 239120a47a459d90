import type { OpenPlanModel } from "../../src/taskpane/open-plan/use-open-plan";

/** For testing a page alone: a pane in which nothing is open and nothing can be opened. */
export const nothingOpen: OpenPlanModel = {
  openPlan: undefined,
  isReading: false,
  isLooking: false,
  failure: undefined,
  opening: {},
  isRevision: false,
  isOwn: false,
  look: async () => undefined,
  toWorkbooks: async () => undefined,
  openFile: () => undefined,
  openSheets: () => undefined,
  askSheets: () => undefined,
  openTable: () => undefined,
  openPart: () => undefined,
  leaveChoice: () => undefined,
  openPasted: () => undefined,
  openExample: () => undefined,
  takeAsRevision: () => undefined,
  noteCarried: () => undefined,
};
