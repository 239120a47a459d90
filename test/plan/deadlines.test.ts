import { DEADLINES, deadlineOf, isTimeLimit } from "../../src/plan/deadlines";

const oneYear: [number, number] = [2025, 2025];
const several: [number, number] = [2023, 2027];

describe("deadlineOf", () => {
  it.each(DEADLINES.map((row) => [row.example, row] as const))("knows %s", (example, { means }) =>
    expect(deadlineOf(example, oneYear)).toEqual({ text: example, ...means }),
  );
  it.each(DEADLINES.map(({ example }) => example))("%s is nothing but a time limit", (example) =>
    expect(isTimeLimit(example)).toBe(true),
  );
  it.each(DEADLINES.map((row, k) => [row.id, row.example, k] as const))(
    "%s is read by its own row",
    (_id, example, k) => {
      const first = DEADLINES.findIndex(({ pattern }) => new RegExp(`^(?:${pattern})`).test(example));
      expect(first).toBe(k);
    },
  );

  it.each([
    ["2025年6月底前", "2025-06"],
    ["6月30日前完成", "2025-06-30"],
    ["2024年底前完成试点并持续推进", "2024"],
    ["5月底取得明显成效并持续推进", "2025-05"],
    ["2025年12月31日", "2025-12-31"],
    ["2021年9月31日", "2021-09"],
    ["2025年11月-12月", "2025-12"],
    ["2024年10月至2025年3月", "2025-03"],
    ["2024年10月至次年3月", "2025-03"],
    ["6月底前启动，10月底前完成", "2025-10"],
    ["2024年6月底前启动，12月底前完成", "2024-12"],
    ["2025年第三季度", "2025-09"],
    ["2025年一季度末", "2025-03"],
    ["今年年底前", "2025"],
    ["明年6月底前", "2026-06"],
    ["6月上旬", "2025-06-10"],
    ["六月底前", "2025-06"],
    ["２０２５年６月底前", "2025-06"],
    ["2025/06/30", "2025-06-30"],
    ["2025", "2025"],
    ["2024-2026", "2026"],
    ["2025年底前初步建成，2026年底前全面建成", "2026"],
    ["“十五五”末", "2030"],
    ["2025年底前（长期坚持）", "2025"],
  ])("%s ends in %s", (words, by) => expect(deadlineOf(words, oneYear)).toEqual({ text: words, by }));

  it.each(["长期坚持", "持续推进", "每季度", "常态化开展", "2024年起持续推进", "每年12月底前"])(
    "%s is never over",
    (words) => expect(deadlineOf(words, several)).toEqual({ text: words, always: true }),
  );
  it.each(["6月底前", "年底前", "第三季度", "上半年", "即时", "三年内", "3月底前完成并持续推进"])(
    "%s has no year in a plan of several",
    (words) => expect(deadlineOf(words, several)).toEqual({ text: words }),
  );
  it("keeps the words as printed", () =>
    expect(deadlineOf("  2025年 6月底前 ", several)).toEqual({ text: "2025年 6月底前", by: "2025-06" }));
  it.each(["", "市教育局", "12个", "加强管理", "第3项", "第一中学"])("%p says nothing of time", (words) =>
    expect(deadlineOf(words, oneYear)).toBeUndefined(),
  );
});

describe("isTimeLimit", () => {
  it.each([
    "2025年6月底前完成",
    "6月底前启动，12月底前完成",
    "年底前取得阶段性成效",
    "到2025年底",
    "完成时限：2025年6月底前",
    "于9月30日前报送",
    "力争2025年底前全面建成",
    "长期坚持，持续推进。",
    "2024年底前完成试点，并持续推进",
  ])("%s", (words) => expect(isTimeLimit(words)).toBe(true));
  it.each([
    "市教育局",
    "6月底前市教育局完成",
    "市教育局6月底前完成",
    "第一中学",
    "三季度办公室",
    "5个",
    "按职责分工负责",
    "2025年6月底前完成；市财政局",
    "一中",
    "持续推进办",
    "县年底考核办",
    "十五中",
    "2025",
    "",
  ])("not %p", (words) => expect(isTimeLimit(words)).toBe(words === "2025"));
});
