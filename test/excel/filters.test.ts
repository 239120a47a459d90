import {
  filteredPath,
  filtersIfTold,
  filtersKnown,
  isFiltered,
  tablesPath,
  textsIn,
  withRowsShown,
} from "../../src/excel/filters";
import { firstSync, runWithCare } from "../../src/excel/first-request";
import { onNotice } from "../../src/excel/notices";
import { inChinese } from "../../src/plan/sentence";

const criteria = (more: Partial<Excel.FilterCriteria>): Excel.FilterCriteria => more as Excel.FilterCriteria;

describe("what a filter lets through", () => {
  it("is its list of texts", () => {
    expect(textsIn(criteria({ filterOn: "Values", values: ["●", "○"] }))).toEqual(["●", "○"]);
    expect(textsIn(criteria({ filterOn: "Values", values: [{ date: "2023", specificity: "Year" }] }))).toBe("other");
  });

  it("is one text or two, where Excel keeps them as a comparison", () => {
    expect(
      textsIn(criteria({ filterOn: "Custom", criterion1: "=▲滞后", criterion2: "=▲未达标", operator: "Or" })),
    ).toEqual(["▲滞后", "▲未达标"]);
    expect(textsIn(criteria({ filterOn: "Custom", criterion1: "=总体目标" }))).toEqual(["总体目标"]);
    expect(textsIn(criteria({ filterOn: "Custom", criterion1: "=总体目标", criterion2: "" }))).toEqual(["总体目标"]);
  });

  it("is no list where it compares otherwise", () => {
    for (const one of [
      { criterion1: "=●", criterion2: "=○", operator: "And" as const },
      { criterion1: "=*局" },
      { criterion1: ">5" },
      { criterion1: "=●", criterion2: ">5", operator: "Or" as const },
    ])
      expect(textsIn(criteria({ filterOn: "Custom", ...one }))).toBe("other");
    expect(textsIn(criteria({ filterOn: "CellColor", color: "#FF0000" }))).toBe("other");
    expect(textsIn(criteria({ filterOn: "Values" }))).toBe("other");
    expect(textsIn(criteria({ filterOn: "Values", values: ["●", { date: "2023", specificity: "Year" }] }))).toBe(
      "other",
    );
    expect(textsIn(criteria({ filterOn: "TopItems", criterion1: "=5" }))).toBe("other");
  });
});

type Criteria = Partial<Excel.FilterCriteria>;

/** A table's columns by name, each with its filter. */
class Table {
  log: string[] = [];
  showFilterButton = true;
  isNullObject = false;
  autoFilter = { isDataFiltered: false, load: () => undefined };
  columns: {
    load: () => void;
    items: { name: string; filter: { criteria: Criteria | null; applyValuesFilter: (texts: string[]) => void } }[];
  };
  constructor(filters: Record<string, Criteria | null>) {
    this.autoFilter.isDataFiltered = Object.values(filters).some((one) => one !== null);
    this.columns = {
      load: () => undefined,
      items: Object.entries(filters).map(([name, criteria]) => ({
        name,
        filter: { criteria, applyValuesFilter: (texts) => void this.log.push(`${name}: ${texts.join()}`) },
      })),
    };
  }
  clearFilters(): void {
    this.log.push("cleared");
  }
}
const texts = (...values: string[]): Criteria => ({ filterOn: "Values", values });

let syncs: number;
let refusals: (string | undefined)[];
const context = {
  sync: async () => {
    syncs++;
    const code = refusals.shift();
    if (code !== undefined) throw Object.assign(new Error(code), { code });
  },
} as unknown as Excel.RequestContext;
let said: string[];
let end: () => void;
beforeEach(() => {
  [syncs, refusals, said] = [0, [], []];
  end = onNotice((one) => said.push(inChinese(one)));
});
afterEach(() => end());

const shown = <T>(tables: readonly Table[], work: () => Promise<T>): Promise<T> =>
  withRowsShown(context, tables as unknown as Excel.Table[], work);

describe("work while all rows are shown", () => {
  it("costs nothing where nothing is filtered", async () => {
    const table = new Table({ 任务: null });
    expect(await shown([table], async () => "done")).toBe("done");
    expect([syncs, table.log, said]).toEqual([0, [], []]);
    expect(await shown([], async () => "done")).toBe("done");
  });

  it("has each table's filters off, and puts them back to the columns of their names", async () => {
    const [first, other, plain] = [
      new Table({ 单位: null, 任务: texts("甲", "乙") }),
      new Table({ 状态: { filterOn: "Custom", criterion1: "=达标" } }),
      new Table({ 任务: null }),
    ];
    await shown([first, other, plain], async () => {
      expect([first.log, other.log]).toEqual([["cleared"], ["cleared"]]);
      first.columns.items.reverse();
    });
    expect([first.log, other.log, plain.log]).toEqual([["cleared", "任务: 甲,乙"], ["cleared", "状态: 达标"], []]);
    expect([syncs, said]).toEqual([3, []]);
  });

  it("says which filters could not be put back: of columns that are gone, and those that are not by texts", async () => {
    const table = new Table({ 任务: texts("甲"), 目标: { filterOn: "Custom", criterion1: ">5" }, 状态: texts("达标") });
    await shown([table], async () => void table.columns.items.shift());
    expect(table.log).toEqual(["cleared", "状态: 达标"]);
    expect(said).toEqual([expect.stringContaining("“任务、目标”的筛选为了不写错行已经取消")]);
  });

  it("goes on where Excel does not tell which filters there are, and says that they are off", async () => {
    const table = new Table({ 任务: texts("甲") });
    refusals = ["GeneralException"];
    expect(await shown([table], async () => "done")).toBe("done");
    expect([table.log, said]).toEqual([["cleared"], [expect.stringContaining("原来的筛选读不出来")]]);
  });

  it("is not begun where Excel fails otherwise", async () => {
    const table = new Table({ 任务: texts("甲") });
    refusals = ["Timeout"];
    await expect(shown([table], async () => "done")).rejects.toMatchObject({ code: "Timeout" });
    expect(table.log).toEqual([]);
  });

  it("that fails has its filters back, and its own error", async () => {
    const table = new Table({ 任务: texts("甲") });
    await expect(
      shown([table], async () => {
        throw new Error("broken off");
      }),
    ).rejects.toThrow("broken off");
    expect(table.log).toEqual(["cleared", "任务: 甲"]);
  });

  it("is done although the filters cannot be put back, which is said of each", async () => {
    const table = new Table({ 任务: texts("甲"), 状态: texts("达标") });
    refusals = [undefined, "GeneralException"];
    expect(await shown([table], async () => "done")).toBe("done");
    expect(said).toEqual([expect.stringContaining("“任务、状态”的筛选")]);
  });
});

describe("whether a table is filtered", () => {
  it("is told with the table as a rule", async () => {
    const table = new Table({ 任务: texts("甲") });
    await filtersKnown(context, [table] as unknown as Excel.Table[]);
    expect([syncs, isFiltered(table as unknown as Excel.Table)]).toEqual([0, true]);
    table.showFilterButton = false;
    expect(isFiltered(table as unknown as Excel.Table)).toBe(true);
  });

  it("is none to read where no table is", async () => {
    expect(await filtersIfTold(context, [new Table({ 任务: null })] as unknown as Excel.Table[])).toEqual([]);
    expect(syncs).toBe(0);
  });

  it("is asked of tables with buttons alone where an Excel has refused the first request", async () => {
    const run = async (work: (of: Excel.RequestContext) => Promise<unknown>): Promise<unknown> => work(careful);
    const none = { load: () => undefined, items: [] };
    const careful = {
      ...context,
      workbook: { worksheets: none, tables: none, customXmlParts: none },
    } as unknown as Excel.RequestContext;
    Object.assign(globalThis, { Excel: { run } });
    const [filtered, plain, absent] = [
      new Table({ 任务: texts("甲") }),
      new Table({ 任务: texts("甲") }),
      new Table({ 任务: null }),
    ];
    plain.showFilterButton = false;
    absent.isNullObject = true;
    const asked: Table[] = [];
    for (const table of [filtered, plain, absent]) table.autoFilter.load = () => void asked.push(table);
    const tables = [filtered, plain, absent] as unknown as Excel.Table[];
    refusals = ["ItemNotFound"];
    const told = await runWithCare(async (of) => {
      await firstSync(of);
      const before = syncs;
      await filtersKnown(context, [absent, plain] as unknown as Excel.Table[]);
      expect(syncs).toBe(before);
      await filtersKnown(context, tables);
      expect(syncs).toBe(before + 1);
      return [tables.map(isFiltered), filteredPath(), tablesPath()];
    });
    expect([asked, told]).toEqual([
      [filtered],
      [[true, false, false], "showFilterButton", "items/name,items/worksheet/name,items/showFilterButton"],
    ]);
    expect(filteredPath()).toBe("autoFilter/isDataFiltered");
  });
});
