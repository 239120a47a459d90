/**
 * Names of the sheet on which people work and of its table. In a file of their own, because the pane needs them before
 * it loads what builds the matrix.
 */
export const matrixSheetName = "责任矩阵";
export const matrixTableName = "责任矩阵表";
