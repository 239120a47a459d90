/** Takes what leaves the plan, with everything that was typed in it. */
export const removedSheetName = "已移出";

/** One row for each change that a sync has made. */
export const logSheetName = "变更记录";

/**
 * What each unit has reported, a row for each unit, row of the matrix and year; its table can be stacked over
 * workbooks.
 */
export const detailsSheetName = "填报明细";

/** Which form was made for whom, and when. */
export const sentSheetName = "下发记录";

/** Lists that are made again whenever somebody wants them. */
export const shortfallSheetName = "未达标清单";
export const unitsSheetName = "单位对照";
export const dashboardSheetName = "看板";
