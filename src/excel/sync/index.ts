export { lookAtMatrix, type AnotherPlan } from "./another-plan";
export { previewSync, type SyncPreview } from "./preview";
export { syncMatrix, type SyncReport } from "./run";
export { undoSync } from "./undo";
