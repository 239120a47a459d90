export {
  cellId,
  cellsOf,
  chaseAfter,
  noChoice,
  previewCollect,
  takeIn,
  type CollectChoice,
  type CollectPreview,
  type CollectReport,
} from "./collect";
export { readProgress, type Progress } from "./progress";
export { chooseTotals, noteSent, readForms, readReporting, type ReportingOverview } from "./forms";
export { readReport, type ReportRequest } from "./report";
export { acceptEntries, readYearResults, type AcceptedEntry } from "./year-results";
export { makeList, type ListKind, type ListReport } from "./lists";
export { readUnitUse } from "./unit-use";
