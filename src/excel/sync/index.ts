export { lookAtMatrix, type AnotherPlan } from "./another-plan";
export { previewSync, type SyncPreview } from "./preview";
export type { SyncReport } from "./carry-out";
export { syncMatrix } from "./run";
export { undoSync } from "./undo";
