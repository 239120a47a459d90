/** Names of the two sheets that the self-check makes and deletes. */
export const scratchNames = ["自检用表一", "自检用表二"] as const;

/** Namespace of the XML parts that it makes, and the name that it defines. */
export const scratchNamespace = "urn:responsibility-matrix:self-check";
export const scratchName = "自检名称";

/** Rows reserved for each check in the first sheet. */
export const rowsPerCheck = 20;
