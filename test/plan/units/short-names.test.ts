import fc from "fast-check";
import { longestShortName, SHORT_NAMES, shortNames } from "../../../src/plan/units/short-names";
import { bundledPlan } from "../../plans";

const shortOf = (name: string, ...others: string[]): string => shortNames([name, ...others]).get(name)!;

describe("简称", () => {
  it.each(SHORT_NAMES.map((row) => [row.id, row.example] as const))(
    "%s: its example is called so",
    (_, [name, short]) => {
      expect(shortOf(name)).toBe(short);
    },
  );

  it("have rows with ids that all differ, each of which does something to its own example", () => {
    expect(new Set(SHORT_NAMES.map(({ id }) => id)).size).toBe(SHORT_NAMES.length);
    for (const { id, match, short, example } of SHORT_NAMES)
      expect([id, example[0].replace(match, short)]).not.toEqual([id, example[0]]);
  });

  it.each<[string, string]>([
    ["县发展和改革委员会", "发改委"],
    ["区人力资源和社会保障局", "人社局"],
    ["旗委宣传部", "宣传部"],
    ["县委网络安全和信息化委员会办公室", "网信办"],
    ["市教育局", "教育局"],
    ["县总工会", "总工会"],
    ["团县委", "团县委"],
    ["县人民政府办公室", "政府办"],
    ["市场监督管理局", "市场监管局"],
    ["区域协作中心", "区域协作中心"],
    ["县委", "县委"],
    ["县政协", "县政协"],
  ])("%s is called %s", (name, short) => {
    expect(shortOf(name)).toBe(short);
  });

  it("leave out the place that stands in several names, or in the plan's title", () => {
    expect([...shortNames(["达拉特旗教育局", "达拉特旗财政局"]).values()]).toEqual(["教育局", "财政局"]);
    expect(shortNames(["达拉特旗教育局"], new Map(), "达拉特旗教育实施方案").get("达拉特旗教育局")).toBe("教育局");
  });

  it("keep the level or the place where two units would be called the same", () => {
    expect([...shortNames(["县教育局", "市教育局"]).values()]).toEqual(["县教育局", "市教育局"]);
    expect([...shortNames(["教育局", "县教育局"]).values()]).toEqual(["教育局", "县教育局"]);
  });

  it("are those that a person has given, before all others", () => {
    const chosen = new Map([["县教育局", "教育"]]);
    expect(shortNames(["县教育局", "县财政局"], chosen)).toEqual(
      new Map([
        ["县教育局", "教育"],
        ["县财政局", "财政局"],
      ]),
    );
    // A unit that would get the same 简称 otherwise gets another one.
    expect(shortNames(["县财政局", "县教育局"], new Map([["县教育局", "财政局"]]))).toEqual(
      new Map([
        ["县财政局", "县财政局"],
        ["县教育局", "财政局"],
      ]),
    );
    // This also applies to a unit that comes first and has no other name.
    expect(shortNames(["财政局", "县教育局"], new Map([["县教育局", "财政局"]]))).toEqual(
      new Map([
        ["财政局", "财政局2"],
        ["县教育局", "财政局"],
      ]),
    );
  });

  it("are numbered where long names begin and end alike, and still no longer", () => {
    const names = Array.from(
      { length: 12 },
      (_, index) => `青山绿水乡村振兴第${"一二三四五六七八九十甲乙"[index]!}工作站服务小组`,
    );
    const short = [...shortNames(names).values()];
    expect(new Set(short).size).toBe(12);
    expect(Math.max(...short.map((one) => [...one].length))).toBeLessThanOrEqual(longestShortName);
  });

  it("are given each its own for the bundled plan, none cut", () => {
    const { units, groups, title, issuer } = bundledPlan();
    const names = [...units, ...groups].map(({ name }) => name);
    const short = [...shortNames(names, new Map(), title + issuer).values()];
    expect(new Set(short).size).toBe(names.length);
    expect(short.filter((one) => one.includes("…"))).toEqual([]);
    expect(Math.max(...short.map((one) => [...one].length))).toBeLessThanOrEqual(longestShortName);
  });

  const seed = Number(process.env.SHORT_NAMES_SEED ?? Math.floor(Math.random() * 2 ** 31));
  const places = fc.constantFrom(
    "",
    "县",
    "市",
    "区",
    "青山县",
    "青山县委",
    "县委",
    "中共青山县委",
    "达拉特旗",
    "呼伦贝尔市",
  );
  const cores = fc.oneof(
    fc.constantFrom(...SHORT_NAMES.map(({ example }) => example[0])),
    fc.constantFrom(
      "教育局",
      "财政局",
      "委",
      "人民政府",
      "政府",
      "局",
      "各成员单位",
      "ABC中心",
      "abc中心",
      "相关部门",
      "城市建设投资发展有限责任公司",
      "乡村振兴和农业农村综合服务管理中心",
    ),
    fc.string({
      unit: fc.constantFrom(..."县市区委局和与教育财政综合服务管理中心（）镇乡甲乙丙丁…2３ａ"),
      minLength: 1,
      maxLength: 20,
    }),
  );
  const name = fc.tuple(places, cores).map((parts) => parts.join(""));

  it(`are at most ${longestShortName} characters long, and no two the same, for any names (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 60 }), (names) => {
        const short = shortNames(names);
        expect([...short.keys()]).toEqual(names);
        expect(new Set(short.values()).size).toBe(names.length);
        for (const one of short.values()) {
          expect(one.trim()).not.toBe("");
          expect([...one].length).toBeLessThanOrEqual(longestShortName);
        }
      }),
      { seed, numRuns: 500 },
    );
  });

  it(`leave those that a person has given as they are, for any names (seed ${seed})`, () => {
    const given = fc
      .uniqueArray(name, { minLength: 1, maxLength: 20 })
      .chain((names) =>
        fc.tuple(
          fc.constant(names),
          fc.uniqueArray(
            fc.oneof(fc.constantFrom(...names.map((one) => shortOf(one))), fc.constantFrom("教育", "财政局", "政府")),
            { maxLength: names.length },
          ),
        ),
      );
    fc.assert(
      fc.property(given, ([names, wanted]) => {
        const chosen = new Map(wanted.map((short, index) => [names[names.length - 1 - index]!, short]));
        const short = shortNames(names, chosen);
        expect(new Set(short.values()).size).toBe(names.length);
        for (const [of, as] of chosen) expect([of, short.get(of)]).toEqual([of, as]);
      }),
      { seed, numRuns: 300 },
    );
  });
});
