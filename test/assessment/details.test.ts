import {
  detailKey,
  isEmptyDetail,
  isEntered,
  merged,
  newest,
  nothing,
  sameDetail,
  underPresentNames,
  voicesIn,
  type Detail,
  type Reported,
} from "../../src/assessment/details";

const said = <T>(content: T, saved = "2023-12-01", file = "a.xlsx"): Reported<T> => ({ content, file, saved });
const detail = (more: Partial<Detail> = {}): Detail => ({
  unit: "县教育局",
  year: 2023,
  month: 12,
  identity: "t1|i1",
  value: nothing,
  unread: nothing,
  evidence: nothing,
  progress: nothing,
  explanation: nothing,
  ...more,
});

describe("an entry of 填报明细", () => {
  it("is one for each round, unit and row; a unit that was merged into another keeps its own", () => {
    const keys = [
      detail(),
      detail({ year: 2022 }),
      detail({ month: 6 }),
      detail({ identity: "t1|i2" }),
      detail({ former: "县体育局" }),
      detail({ unit: "县财政局" }),
    ].map(detailKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(detailKey(detail({ former: "县体育局" }))).toBe(detailKey(detail({ unit: "县体育局" })));
  });

  it("is empty where no field says anything, and one of a number or word where either was entered", () => {
    expect(isEmptyDetail(detail())).toBe(true);
    for (const field of ["value", "unread", "evidence", "progress", "explanation"] as const)
      expect([field, isEmptyDetail(detail({ [field]: said("x") }))]).toEqual([field, false]);
    expect(
      [detail({ value: said(0) }), detail({ unread: said("约5") }), detail({ progress: said("已开工") })].map(
        isEntered,
      ),
    ).toEqual([true, true, false]);
  });

  it("is the same as another where every field says the same, from the same file, saved at the same time", () => {
    const one = detail({ value: said(5), progress: said("已开工") });
    expect(sameDetail({ ...one }, one)).toBe(true);
    expect(sameDetail(undefined, one)).toBe(false);
    for (const value of [said(6), said(5, "2023-12-02"), said(5, "2023-12-01", "b.xlsx")])
      expect(sameDetail(detail({ ...one, value }), one)).toBe(false);
    expect(sameDetail({ ...one, progress: nothing }, one)).toBe(false);
  });
});

describe("two reports of the same thing in the same round", () => {
  const both = (a: Partial<Detail>, b: Partial<Detail>): Detail => {
    const [one, other] = [newest(detail(a), detail(b)), newest(detail(b), detail(a))];
    expect(one).toEqual(other);
    return one;
  };

  it("give for each field what was saved last, whichever came first", () => {
    const { value, progress } = both(
      { value: said(5, "2023-12-01"), progress: said("完成", "2023-12-03") },
      { value: said(6, "2023-12-02"), progress: said("开工", "2023-12-02") },
    );
    expect([value.content, progress.content]).toEqual([6, "完成"]);
  });

  it("lose nothing to a field that was left empty later", () => {
    expect(both({ value: said(5, "2023-12-01") }, { value: { ...nothing, saved: "2023-12-09" } }).value.content).toBe(
      5,
    );
  });

  it("are told apart by file, then by what they say, where both were saved at the same time", () => {
    expect(both({ value: said(5, "", "b.xlsx") }, { value: said(6, "", "a.xlsx") }).value.content).toBe(5);
    expect(both({ value: said(5, "", "a.xlsx") }, { value: said(6, "", "a.xlsx") }).value.content).toBe(6);
  });

  it("let a number replace an earlier text, and show a later text beside the number", () => {
    const text = (saved: string): Partial<Detail> => ({ unread: said("约5", saved) });
    const number = { value: said(5, "2023-12-02") };
    expect(both(number, text("2023-12-01")).unread.content).toBe("");
    const later = both(number, text("2023-12-03"));
    expect([later.value.content, later.unread.content]).toEqual([5, "约5"]);
    // Within one file the number is how the text was understood.
    expect(both(number, text("2023-12-02")).unread.content).toBe("");
  });
});

describe("many reports", () => {
  it("become one for each round, unit and row, with the newest of each field", () => {
    const found = merged([
      detail({ value: said(5, "2023-12-02") }),
      detail({ month: 6, value: said(3) }),
      detail({ value: said(4, "2023-12-01"), progress: said("开工") }),
    ]);
    expect([...found.values()].map(({ month, value, progress }) => [month, value.content, progress.content])).toEqual([
      [12, 5, "开工"],
      [6, 3, ""],
    ]);
  });

  it("let a unit say of a row in a year what its latest round with any words says, field by field", () => {
    const voices = voicesIn(
      [
        detail({ month: 12, progress: said("完成") }),
        detail({ month: 6, value: said(3), progress: said("开工"), evidence: said("台账") }),
        detail({ year: 2022, value: said(99) }),
      ],
      2023,
    );
    expect(
      voices.map(({ month, value, valueMonth, progress, evidence }) => [
        month,
        value.content,
        valueMonth,
        progress.content,
        evidence.content,
      ]),
    ).toEqual([[12, 3, 6, "完成", "台账"]]);
  });

  it("give up a text and an explanation once a later round has another number", () => {
    const june = detail({ month: 6, value: said(3), unread: said("约3"), explanation: said("受灾") });
    const voice = (december: Partial<Detail>): unknown[] => {
      const [one] = voicesIn([june, detail(december)], 2023);
      return [one!.value.content, one!.valueMonth, one!.unread.content, one!.explanation.content];
    };
    expect(voice({ value: said(8) })).toEqual([8, 12, "", ""]);
    expect(voice({ unread: said("近8") })).toEqual([3, 6, "近8", ""]);
    expect(voice({ progress: said("完成") })).toEqual([3, 6, "约3", "受灾"]);
  });

  it("keep apart what a unit says and what was said by one that was merged into it", () => {
    const voices = voicesIn([detail({ value: said(3) }), detail({ former: "县体育局", value: said(4) })], 2023);
    expect(voices.map(({ former, value }) => [former, value.content])).toEqual([
      [undefined, 3],
      ["县体育局", 4],
    ]);
  });
});

describe("a report under a former name", () => {
  const present = (names: Parameters<typeof underPresentNames>[1], unit: string, former?: string): unknown => {
    const { unit: name, former: before } = underPresentNames({ unit, ...(former ? { former } : {}) }, names);
    return [name, before];
  };

  it("is one of the unit under its present name", () => {
    expect(present(() => ({ name: "县教体局", kind: "renamed" }), "县教育局")).toEqual(["县教体局", undefined]);
    expect(present(() => ({ name: "县教育局", kind: "own" }), "县教育局", "县教育局")).toEqual(["县教育局", undefined]);
  });

  it("of a unit that was merged, or that may have been a unit of its own, says so", () => {
    for (const kind of ["joined", "alias"] as const)
      expect(present((name) => (name === "县体育局" ? { name: "县教体局", kind } : undefined), "县体育局")).toEqual([
        "县教体局",
        "县体育局",
      ]);
    // The former name counts; the other is only asked where it leads nowhere.
    expect(
      present(
        (name) => (name === "县文体局" ? { name: "县文旅局", kind: "joined" } : undefined),
        "县文体局",
        "县体育局",
      ),
    ).toEqual(["县文旅局", "县体育局"]);
  });

  it("of a unit that is gone keeps its name", () => {
    expect(present(() => undefined, "县体育局", "县文体局")).toEqual(["县体育局", "县文体局"]);
  });
});
