import { allNamesIn, namesIn } from "../../../src/plan/by-hand/names-in-text";

const offered = (words: string, known: string[] = []): string =>
  namesIn(words, known)
    .map(({ name, role, isGroup }) => `${name}${role ? `=${role}` : ""}${isGroup ? "*" : ""}`)
    .join(" ");

describe("namesIn", () => {
  it.each([
    ["（牵头单位：县交通局；责任单位：县财政局、各乡镇）", "县交通局=lead 县财政局=responsible 各乡镇=responsible*"],
    ["（蹲点单位：县交通局，帮衬单位：县财政局）", "县交通局 县财政局"],
    ["（县农业农村局、县水利局牵头，各乡镇配合）", "县农业农村局=lead 县水利局=lead 各乡镇=responsible*"],
    [
      "由县交通局牵头统筹全县道路养护，县财政局、县住房和城乡建设局配合。",
      "县交通局=lead 县财政局=responsible 县住房和城乡建设局=responsible",
    ],
    ["请县公安局会同县司法局每季度开展一次普法。", "县公安局 县司法局=responsible"],
    [
      "县大数据局统筹推进数据共享，会同县委网信办、县司法局制定目录。",
      "县大数据局=lead 县委网信办=responsible 县司法局=responsible",
    ],
    ["此项请县水利局挑头，县财政局、各乡镇搭手。", "县水利局 县财政局 各乡镇*"],
    ["县人力资源和社会保障局和县教育局负责", "县人力资源和社会保障局=responsible 县教育局=responsible"],
    ["各镇（街道）、县水利局负责", "各镇（街道）=responsible* 县水利局=responsible"],
    ["责任单位：县水利局（各镇配合）", "县水利局=responsible 各镇=responsible*"],
    ["修路20公里，覆盖所有行政村。", ""],
  ])("offers the names of %s", (words, wanted) => expect(offered(words)).toBe(wanted));

  it("knows names that do not end like one where the plan has them", () =>
    expect(offered("此项请供销联社挑头", ["供销联社"])).toBe("供销联社"));
  it("keeps a name's bracket where the plan knows the name", () =>
    expect(offered("请市交通委（市道运局）挑头", ["市交通委（市道运局）"])).toBe("市交通委（市道运局）"));
  it("offers each name once, and finds it at every place", () => {
    const words = "县财政局牵头，县财政局负责";
    expect([namesIn(words, []).length, allNamesIn(words, []).map(({ start }) => start)]).toEqual([1, [0, 7]]);
  });
  it("tells where the names stand", () => {
    const words = "1.修路（牵头：县交通局，配合：县水利局）";
    for (const { name, start, end } of namesIn(words, [])) expect(words.slice(start, end)).toBe(name);
  });
});

it("takes time in proportion to the words, whatever they are", () => {
  for (const unit of ["由县交通局", "牵头", "、县财政局", "和", "（", "县交通局会同"])
    expect(allNamesIn(unit.repeat(20_000), ["县财政局"]).length).toBeGreaterThanOrEqual(0);
});
