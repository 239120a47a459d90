/**
 * The sheet on which people work, and its table. Apart from what builds them: the pane asks for them before it builds
 * anything.
 */
export const matrixSheetName = "责任矩阵";
export const matrixTableName = "责任矩阵表";
