/** Takes rows that leave the plan, with everything typed in them. */
export const removedSheetName = "已移出";

/** One row for each change made by a sync, an undo, or generating again. */
export const logSheetName = "变更记录";

/**
 * What each unit has reported: a row for each unit, matrix row and round. Tables of several workbooks can be stacked.
 */
export const detailsSheetName = "填报明细";

/** Which forms were made for whom, and when. */
export const sentSheetName = "下发记录";

/** Lists that can be made again at any time. */
export const shortfallSheetName = "未达标清单";
export const unitsSheetName = "单位对照";
export const dashboardSheetName = "看板";
