/** Names of the two sheets that the self-check makes, and takes away again. */
export const scratchNames = ["自检用表一", "自检用表二"] as const;

/** Namespace of the parts, and start of the names, that it makes. */
export const scratchNamespace = "urn:responsibility-matrix:self-check";
export const scratchName = "自检名称";

/** Rows that each check has to itself in the first sheet. */
export const rowsPerCheck = 20;
