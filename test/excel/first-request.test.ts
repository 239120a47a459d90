type FirstRequest = typeof import("../../src/excel/first-request");

/** The module as a page loads it: nothing was refused yet. */
let asking: FirstRequest;
/** What the workbook holds, as one that asks with care is told. */
const there = { sheets: ["责任矩阵"], tables: ["责任矩阵表"], parts: ["urn:a", "urn:b", "urn:b"] };
/** The codes with which requests are refused, in order; undefined for one that is answered. */
let refusals: (string | undefined)[];
let runs: number;
let syncs: number;

const context = {
  workbook: {
    worksheets: {
      load: () => undefined,
      items: there.sheets.map((name) => ({ name })),
      getItemOrNullObject: (name: string) => `sheet ${name}`,
    },
    tables: {
      load: () => undefined,
      items: there.tables.map((name) => ({ name })),
      getItemOrNullObject: (name: string) => `table ${name}`,
    },
    customXmlParts: { load: () => undefined, items: there.parts.map((namespaceUri) => ({ namespaceUri })) },
  },
  sync: async () => {
    syncs++;
    const code = refusals.shift();
    if (code !== undefined) throw Object.assign(new Error(code), { code });
  },
} as unknown as Excel.RequestContext;

beforeEach(async () => {
  [refusals, runs, syncs] = [[], 0, 0];
  Object.assign(globalThis, {
    Excel: {
      run: async (work: (of: Excel.RequestContext) => Promise<unknown>) => {
        runs++;
        return work(context);
      },
    },
  });
  jest.resetModules();
  asking = await import("../../src/excel/first-request");
});

/** A run whose first request asks whether it asks with care. */
const run = (): Promise<boolean> =>
  asking.runWithCare(async (of) => {
    const isCareful = asking.asksWithCare();
    await asking.firstSync(of);
    return isCareful;
  });

describe("the first request of a run", () => {
  it("asks for everything at once as a rule", async () => {
    expect([await run(), runs, syncs]).toEqual([false, 1, 1]);
    expect(asking.asksWithCare()).toBe(false);
  });

  it("asks with care where it was refused, and from then on", async () => {
    refusals = ["ItemNotFound"];
    expect([await run(), runs, syncs]).toEqual([true, 2, 3]);
    // The run has ended.
    expect(asking.asksWithCare()).toBe(false);
    expect([await run(), runs, syncs]).toEqual([true, 3, 5]);
  });

  it("is not asked with care once more where that did not help either", async () => {
    refusals = ["GeneralException", undefined, "GeneralException"];
    await expect(run()).rejects.toMatchObject({ code: "GeneralException" });
    expect([runs, syncs]).toEqual([2, 3]);
    expect([await run(), runs]).toEqual([false, 3]);
  });

  it("that fails for another reason, and a later one that fails, fail the run", async () => {
    refusals = ["AccessDenied"];
    await expect(run()).rejects.toMatchObject({ code: "AccessDenied" });
    expect(runs).toBe(1);
    refusals = [undefined, "ItemNotFound"];
    await expect(
      asking.runWithCare(async (of) => {
        await asking.firstSync(of);
        await of.sync();
      }),
    ).rejects.toMatchObject({ code: "ItemNotFound" });
    expect(runs).toBe(2);
    expect(asking.asksWithCare()).toBe(false);
  });
});

describe("what may not be there", () => {
  const named = (): [sheet: unknown, table: unknown] => [
    asking.sheetNamed(context, "已移出"),
    asking.tableNamed(context, "填报明细表"),
  ];
  const scoped = { getOnlyItemOrNullObject: () => "part" } as unknown as Excel.CustomXmlPartScopedCollection;
  const withCare = <T>(ask: () => T): Promise<T> => {
    refusals = ["ItemNotFound"];
    return asking.runWithCare(async (of) => {
      await asking.firstSync(of);
      return ask();
    });
  };

  it("is asked of Excel as a rule", () => {
    expect(named()).toEqual(["sheet 已移出", "table 填报明细表"]);
    expect(asking.onlyPart(scoped, "urn:none")).toBe("part");
  });

  it("is not asked for with care where it is known not to be there: all of it is absent", async () => {
    const [sheet, table] = await withCare(named);
    for (const one of [sheet, table] as { isNullObject: boolean; getRange: () => never; name: never }[]) {
      expect(one.isNullObject).toBe(true);
      const range = one.getRange() as {
        isNullObject: boolean;
        load: () => unknown;
        getCount: () => { value: unknown };
      };
      expect([range.isNullObject, range.getCount().value]).toEqual([true, undefined]);
      // It may be awaited like anything else.
      expect(((await (one as unknown as Promise<unknown>)) as typeof one).isNullObject).toBe(true);
    }
  });

  it("is asked for with care where it is there; of parts only the one of its kind", async () => {
    const [sheet, table, ...parts] = await withCare((): unknown[] => [
      asking.sheetNamed(context, "责任矩阵"),
      asking.tableNamed(context, "责任矩阵表"),
      ...["urn:a", "urn:b", "urn:c"].map((one) => asking.onlyPart(scoped, one)),
    ]);
    expect([sheet, table]).toEqual(["sheet 责任矩阵", "table 责任矩阵表"]);
    expect(parts.map((part) => part === "part")).toEqual([true, false, false]);
  });
});
