import { sentence, series } from "../plan/sentence";
import { codeOf } from "./failure";
import { notice } from "./notices";
import { asksWithCare } from "./first-request";

/**
 * Filters of our tables. Excel puts what is written over several rows of a filtered table into other cells than asked
 * for (office-js issue 224) and does not delete rows that are filtered away (issue 994). So every write of ours over
 * rows is done while all rows are shown, and the filters are put back afterwards.
 */
export interface ColumnFilter {
  table: Excel.Table;
  /** Zero-based column of the table. */
  index: number;
  header: string;
  criteria: Excel.FilterCriteria;
}

/** What the workbook's tables are loaded with, so that `isFiltered` knows of them. */
export const tablesPath = (): string => `items/name,items/worksheet/name,items/${filteredPath()}`;

/** The same for one table. A table without buttons has no filter, and some Excel may refuse to say so. */
export const filteredPath = (): string => (asksWithCare() ? "showFilterButton" : "autoFilter/isDataFiltered");

/**
 * Asks of each table with buttons whether it is filtered, where the request before did not; one round trip, none as a
 * rule.
 */
export async function filtersKnown(context: Excel.RequestContext, tables: readonly Excel.Table[]): Promise<void> {
  const asked = asksWithCare() ? tables.filter((table) => !table.isNullObject && table.showFilterButton) : [];
  if (asked.length === 0) return;
  for (const table of asked) table.autoFilter.load("isDataFiltered");
  await context.sync();
}

/** @param table loaded with `filteredPath`, and told to `filtersKnown` */
export const isFiltered = (table: Excel.Table): boolean =>
  asksWithCare() && !table.showFilterButton ? false : table.autoFilter.isDataFiltered;

/**
 * The filters of those of `tables` that have any; one round trip, none where nothing is filtered.
 * @throws whatever Excel says where it cannot tell of them, as it may after filters were put back (office-js issue
 * 3030)
 */
async function readFilters(context: Excel.RequestContext, tables: readonly Excel.Table[]): Promise<ColumnFilter[]> {
  const filtered = tables.filter(isFiltered);
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

/** The filters, or nothing where Excel cannot tell of them; anything else that goes wrong is thrown. */
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
    // Whether the filters come back decides nothing: without them more is seen, and what the work did or said counts.
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
 * Columns are known by their header here: the work may have moved them. One that is gone, or renamed, is no longer
 * filtered. Only filters by texts come back: after others, Excel was seen to fail until all filters are taken off by
 * hand.
 * @returns headers of the columns whose filter is left off
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
 * What a filter lets through, where that is a list of texts. Excel may tell of a filter for one or two texts as of a
 * comparison with them.
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
