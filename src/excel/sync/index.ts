export { anotherPlan, lookAtMatrix, type AnotherPlan } from "./another";
export { previewSync, type SyncPreview } from "./preview";
export { syncMatrix, type SyncReport } from "./run";
export { undoSync } from "./undo";
