/**
 * Filters of our tables. Excel puts what is written over several rows of a filtered table into other cells than asked for
 * (office-js issue 224) and does not delete rows that are filtered away (issue 994). So every write of ours over rows is
 * done while all rows are shown, and the filters are put back afterwards.
 */
export interface ColumnFilter {
  table: Excel.Table;
  /** Zero-based column of the table. */
  index: number;
  header: string;
  criteria: Excel.FilterCriteria;
}

/** What a table's `load` asks for, so that its filters are known of. */
export const filteredPath = "autoFilter/isDataFiltered";

/** The filters of those of `tables` that have any; one round trip, none where nothing is filtered. */
export async function readFilters(context: Excel.RequestContext, tables: readonly Excel.Table[]): Promise<ColumnFilter[]> {
  const filtered = tables.filter(({ autoFilter }) => autoFilter.isDataFiltered);
  if (filtered.length === 0) return [];
  for (const { columns } of filtered) columns.load("items/name,items/filter/criteria");
  await context.sync();
  return filtered.flatMap((table) =>
    table.columns.items.flatMap(({ name, filter }, index) => {
      // A column without a filter has none, whatever the types say.
      const criteria = filter.criteria as Excel.FilterCriteria | null;
      return criteria ? [{ table, index, header: name, criteria }] : [];
    }),
  );
}

/**
 * Does `work` while all rows of the tables are shown. Three round trips more where one of them is filtered, none where not.
 * @param tables loaded with `filteredPath`
 */
export async function withRowsShown<T>(context: Excel.RequestContext, tables: readonly Excel.Table[], work: () => Promise<T>): Promise<T> {
  const filters = await readFilters(context, tables);
  if (filters.length === 0) return work();
  for (const table of new Set(filters.map((filter) => filter.table))) table.clearFilters();
  try {
    return await work();
  } finally {
    // Whether the filters come back decides nothing: without them more is seen, and what the work did or said counts.
    await putBack(context, filters).catch(() => undefined);
  }
}

/** Columns are known by their header here: the work may have moved them. One that is gone, or renamed, is no longer filtered. */
async function putBack(context: Excel.RequestContext, filters: readonly ColumnFilter[]): Promise<void> {
  for (const { table } of filters) table.columns.load("items/name");
  await context.sync();
  for (const { table, header, criteria } of filters) table.columns.items.find(({ name }) => name === header)?.filter.apply(criteria);
  await context.sync();
}

/** What a filter lets through, where that is a list of texts. Excel may tell of a filter for one or two texts as of a comparison with them. */
export function textsIn({ filterOn, values, criterion1, criterion2, operator }: Excel.FilterCriteria): string[] | "other" {
  if (filterOn === "Values" && values) return values.every((value) => typeof value === "string") ? (values as string[]) : "other";
  const compared = [criterion1, criterion2].filter((one) => one !== undefined && one !== "");
  if (filterOn !== "Custom" || (compared.length === 2 && operator !== "Or")) return "other";
  return compared.every((one) => /^=[^*?~]+$/.test(one!)) ? compared.map((one) => one!.slice(1)) : "other";
}
