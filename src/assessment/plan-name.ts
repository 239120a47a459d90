/**
 * A plan's title as used before other words: `《…》`. `otherwise` is used for a plan without a title, such as a table
 * without a heading.
 */
export const planName = (title: string, otherwise = ""): string =>
  title === "" ? otherwise : `《${title.replace(/^《|》$/g, "")}》`;
