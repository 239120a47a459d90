/**
 * A plan's title as it stands before other words: `《…》`; `otherwise` for a plan that has none, as a table that begins
 * with its head.
 */
export const planName = (title: string, otherwise = ""): string =>
  title === "" ? otherwise : `《${title.replace(/^《|》$/g, "")}》`;
