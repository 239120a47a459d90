import { sentence, series } from "../plan/sentence";
import { codeOf } from "./failure";
import { notice } from "./notices";
import { asksWithCare } from "./first-request";

/**
 * Filters of the add-in's tables. In a filtered table Excel writes a block of several rows into the wrong cells
 * (office-js issue 224) and does not delete hidden rows (issue 994). So every write over several rows is done while all
 * rows are shown, and the filters are put back afterwards.
 */
export interface ColumnFilter {
  table: Excel.Table;
  /** Zero-based column of the table. */
  index: number;
  header: string;
  criteria: Excel.FilterCriteria;
}

/** Properties to load of the workbook's tables for `isFiltered`. */
export const tablesPath = (): string => `items/name,items/worksheet/name,items/${filteredPath()}`;

/**
 * The same for one table. A table without filter buttons has no filter; some Excel versions may fail when asked for it.
 */
export const filteredPath = (): string => (asksWithCare() ? "showFilterButton" : "autoFilter/isDataFiltered");

/**
 * Loads whether each table with filter buttons is filtered, where the request before could not ask that. No round trip
 * as a rule, else one.
 */
export async function filtersKnown(context: Excel.RequestContext, tables: readonly Excel.Table[]): Promise<void> {
  const asked = asksWithCare() ? tables.filter((table) => !table.isNullObject && table.showFilterButton) : [];
  if (asked.length === 0) return;
  for (const table of asked) table.autoFilter.load("isDataFiltered");
  await context.sync();
}

/** @param table loaded with `filteredPath` and passed to `filtersKnown` */
export const isFiltered = (table: Excel.Table): boolean =>
  asksWithCare() && !table.showFilterButton ? false : table.autoFilter.isDataFiltered;

/**
 * The filters of those of `tables` that have any; one round trip, none where nothing is filtered.
 * @throws Excel's error where it cannot return them, which happens after filters were put back (office-js issue 3030)
 */
async function readFilters(context: Excel.RequestContext, tables: readonly Excel.Table[]): Promise<ColumnFilter[]> {
  const filtered = tables.filter(isFiltered);
  if (filtered.length === 0) return [];
  for (const { columns } of filtered) columns.load("items/name,items/filter/criteria");
  await context.sync();
  return filtered.flatMap((table) =>
    table.columns.items.flatMap(({ name, filter }, index) => {
      // Null for a column without a filter, although the types do not say so.
      const criteria = filter.criteria as Excel.FilterCriteria | null;
      return criteria ? [{ table, index, header: name, criteria }] : [];
    }),
  );
}

/** The filters, or undefined where Excel cannot return them (`untold`); any other error is thrown. */
export const filtersIfTold = (
  context: Excel.RequestContext,
  tables: readonly Excel.Table[],
): Promise<ColumnFilter[] | undefined> =>
  readFilters(context, tables).catch((error: unknown) => {
    if (untold.has(codeOf(error))) return undefined;
    throw error;
  });

const untold: ReadonlySet<string> = new Set([
  "GeneralException",
  "InvalidArgument",
  "ItemNotFound",
  "UnsupportedOperation",
]);

/**
 * Does `work` while all rows of the tables are shown. Three round trips more where one of them is filtered, none where
 * not.
 * @param tables loaded with `filteredPath`
 */
export async function withRowsShown<T>(
  context: Excel.RequestContext,
  tables: readonly Excel.Table[],
  work: () => Promise<T>,
): Promise<T> {
  const filtered = tables.filter(isFiltered);
  if (filtered.length === 0) return work();
  const filters = await filtersIfTold(context, tables);
  for (const table of filtered) table.clearFilters();
  try {
    return await work();
  } finally {
    // Failing to put filters back fails nothing: more rows are visible then, and the result or error of `work` stands.
    const left = filters ? await putBack(context, filters).catch(() => filters.map(({ header }) => header)) : [];
    if (!filters)
      notice(
        sentence("表格原来的筛选读不出来，为了不写错行已经取消，没有恢复。填过的内容没有改动。请按需要重新筛选。"),
      );
    else if (left.length > 0)
      notice(
        sentence("“{{columns}}”的筛选为了不写错行已经取消，没有恢复。填过的内容没有改动。请按需要重新筛选。", {
          columns: series(left),
        }),
      );
  }
}

/**
 * Finds columns by header, since the work may have moved them; one that is gone or renamed is not filtered again. Only
 * filters by texts are put back: after others Excel was seen to fail until the user removed all filters by hand.
 * @returns headers of the columns whose filter was not put back
 */
async function putBack(context: Excel.RequestContext, filters: readonly ColumnFilter[]): Promise<string[]> {
  for (const { table } of filters) table.columns.load("items/name");
  await context.sync();
  const left: string[] = [];
  for (const { table, header, criteria } of filters) {
    const texts = textsIn(criteria);
    const column = table.columns.items.find(({ name }) => name === header);
    if (!column || texts === "other") left.push(header);
    else column.filter.applyValuesFilter(texts);
  }
  await context.sync();
  return left;
}

/**
 * The texts that a filter lets through; "other" for any other kind of filter. Excel may report a filter for one or two
 * texts as a custom comparison with them.
 */
export function textsIn({
  filterOn,
  values,
  criterion1,
  criterion2,
  operator,
}: Excel.FilterCriteria): string[] | "other" {
  if (filterOn === "Values" && values) return values.every((value) => typeof value === "string") ? values : "other";
  const compared = [criterion1, criterion2].filter((one) => one !== undefined && one !== "");
  if (filterOn !== "Custom" || (compared.length === 2 && operator !== "Or")) return "other";
  return compared.every((one) => /^=[^*?~]+$/.test(one!)) ? compared.map((one) => one!.slice(1)) : "other";
}
