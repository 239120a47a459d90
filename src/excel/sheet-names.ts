/** Takes what leaves the plan, with everything that was typed in it. */
export const removedSheetName = "已移出";

/** One row for each change that a sync has made. */
export const logSheetName = "变更记录";
