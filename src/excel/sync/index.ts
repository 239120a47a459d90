export { previewSync, type SyncPreview } from "./preview";
export { syncMatrix, type SyncChoice, type SyncCourse, type SyncReport } from "./run";
export { undoSync } from "./undo";
