import fc from "fast-check";
import { readPlan } from "../../src/plan";
import type { Plan } from "../../src/plan/model";

/** A usual plan whose first item ends otherwise. */
const sourceOf = (ending: string): string =>
  [
    "青溪县工作方案（2024—2026年）",
    "一、重点任务",
    `1.建设平台。建成统一平台。${ending}`,
    "2.开展培训。开展全员培训。（县民政局牵头，县财政局配合）",
    "3.强化宣传。多渠道宣传政策。（责任单位：县人社局、县司法局）",
    "4.加强监管。开展专项检查。（县市场监管局牵头，县卫健局、县司法局配合）",
  ].join("\n");

interface Reading {
  /** Everybody that was read in the first item. */
  named: string[];
  /** Rules of the findings about its reading. */
  told: string[];
}

function reading(ending: string): Reading {
  const source = sourceOf(ending);
  const { tasks, findings }: Plan = readPlan(source);
  const end = source.indexOf("\n2.");
  return {
    named: tasks
      .filter(({ path }) => path === "一/1")
      .flatMap(({ lead, responsible, groups }) => [...lead, ...responsible, ...groups]),
    told: findings.filter(({ about, span }) => about === "reading" && span[0] < end).map(({ rule }) => rule),
  };
}

describe("a way of naming units for which there is no rule", () => {
  it.each([
    ["（A类：县教育局；B类：县公安局）", ["label-unknown", "label-unknown"]],
    ["（县教育局挂帅，县公安局出力）", ["attribution-not-read"]],
    ["（县教育局A岗、县公安局B岗）", ["attribution-not-read"]],
    ["（县教育局：牵头；县公安局：配合）", ["attribution-not-read"]],
    ["（县教育局“主”，县公安局“辅”）", ["attribution-not-read"]],
    ["（归县教育局管）", ["attribution-not-read"]],
    ["（报县教育局，抄县公安局）", ["attribution-not-read"]],
    ["（承办人：县教育局）", ["label-unknown"]],
    ["任务落实到县教育局、县公安局。", ["attribution-not-read"]],
    ["牵头单位定为县教育局。", ["attribution-not-read"]],
    ["县教育局要牵好头，县公安局要配合好。", ["attribution-not-read"]],
    ["\n——县教育局、县公安局", ["attribution-not-read"]],
    ["\n★县教育局★县公安局", ["attribution-not-read"]],
    ["\n责任单位|县教育局|县公安局", ["attribution-not-read"]],
    ["\n《责任单位：县教育局、县公安局》", ["attribution-not-read"]],
  ])("is told of: %s", (ending, rules) => expect(reading(ending)).toEqual({ named: [], told: rules }));

  it.each([
    ["（县教育局牵头，县公安局兜底）", ["县教育局"], "name-not-read"],
    ["（牵头单位：县教育局；兜底：县公安局）", ["县教育局"], "name-not-read"],
    ["（牵头单位：县教育局；责任人：县公安局）", ["县教育局"], "name-not-read"],
    ["责任单位：县教育局\n县公安局搭台", ["县教育局"], "attribution-not-read"],
    ["责任单位：县教育局。另由县公安局、县水利局搭把手。", ["县教育局"], "attribution-not-read"],
    ["（县教育局→县公安局）", ["县教育局→县公安局"], "name-doubtful"],
    ["（责任单位：县教育局（县公安局兜底））", ["县教育局（县公安局兜底）"], "name-doubtful"],
  ])("is told of where the rest is read: %s", (ending, named, rule) =>
    expect(reading(ending)).toEqual({ named, told: [rule] }),
  );

  it.each([
    "（监督单位：县审计局）",
    "（县政府办督办）",
    "（责任人：县教育局局长张某）",
    "（经县政府常务会议审定）",
    "（由县政府另行制定）",
    "建立由县教育局牵头的协调机制。",
  ])("is no place where others are named: %s", (ending) => expect(reading(ending)).toEqual({ named: [], told: [] }));

  it.each(["（含县审计局）", "有关情况及时报县审计局备案。", "（监督单位：县审计局）", "（见县审计局文件）"])(
    "is no remark beside units that were read: %s",
    (remark) =>
      expect(reading(`（县教育局牵头，县公安局配合）${remark}`)).toEqual({ named: ["县教育局", "县公安局"], told: [] }),
  );

  it.each(["\n县教育局、县公安局", "县教育局挂帅，县公安局出力。", "任务落实到县教育局。", "\n※县教育局"])(
    "is told of in a plan that never writes otherwise: %s",
    (ending) => {
      const items = ["建设平台", "开展培训", "强化宣传"].map((title, k) => `${k + 1}.${title}。做好工作。${ending}`);
      const { tasks, findings } = readPlan(["青溪县工作方案（2024年）", "一、重点任务", ...items].join("\n"));
      expect(tasks).toEqual([]);
      expect(findings.map(({ rule }) => rule).sort()).toEqual([
        "attribution-not-read",
        "attribution-not-read",
        "attribution-not-read",
        "no-task-read",
      ]);
    },
  );

  it("is not looked for in chapters without tasks", () => {
    const source = `${sourceOf("（县教育局牵头）")}\n二、保障措施\n1.加强领导。县教育局定期会商。\n2.加强宣传。县委宣传部做好报道。`;
    expect(readPlan(source).findings.filter(({ about }) => about === "reading")).toEqual([]);
  });
});

describe("units named in words and marks that no table has", () => {
  const verb = fc.constantFrom(..."兜底 搭台 挂帅 唱主角 挑大梁 跑腿 补位 托举 扛旗 打头阵 认领 压阵".split(" "));
  const label = fc.constantFrom(..."主攻 助攻 掌舵 划桨 红方 首棒 末棒 领跑 包片 蹲点".split(" "));
  const sign = fc.constantFrom(..."→ + & × ＼ ※ ◆".split(" "));
  const brackets = fc.constantFrom("（）", "【】", "〔〕", "［］", "“”");
  const two = fc.shuffledSubarray(["县教育局", "县公安局", "县水利局", "县委宣传部", "县残联", "县融媒体中心"], {
    minLength: 2,
    maxLength: 2,
  });
  const said = fc.oneof(
    fc.tuple(two, verb, verb).map(([[a, b], one, other]) => ({ names: [a!, b!], words: `${a}${one}，${b}${other}` })),
    fc.tuple(two, verb).map(([[a, b], one]) => ({ names: [a!, b!], words: `${a}牵头，${b}${one}` })),
    fc.tuple(two, label, label).map(([[a, b], one, other]) => ({
      names: [a!, b!],
      words: `${one}：${a}；${other}：${b}`,
    })),
    fc.tuple(two, label).map(([[a, b], one]) => ({ names: [a!, b!], words: `牵头单位：${a}；${one}：${b}` })),
    fc.tuple(two, brackets, verb).map(([[a, b], [open, close], one]) => ({
      names: [a!, b!],
      words: `${a}${open}${one}${close}、${b}`,
    })),
    fc.tuple(two, verb).map(([[a, b], one]) => ({ names: [a!, b!], words: `责任单位：${a}（${b}${one}）` })),
    fc.tuple(two, verb).map(([[a, b], one]) => ({ names: [a!, b!], words: `${a}是${one}单位，${b}为牵头单位` })),
    fc.tuple(two, sign).map(([[a, b], one]) => ({ names: [a!, b!], words: `${a}${one}${b}` })),
  );
  const place = fc.constantFrom<(words: string) => string>(
    (words) => `（${words}）`,
    (words) => `（${words}）。`,
    (words) => `\n${words}`,
    (words) => `\n——${words}。`,
    (words) => `${words}。`,
    (words) => `\n〔${words}〕`,
  );

  it("are all read, or a finding says that the place was not understood", () => {
    fc.assert(
      fc.property(said, place, ({ names, words }, put) => {
        const { named, told } = reading(put(words));
        if (told.length === 0) expect([...named].sort()).toEqual([...names].sort());
      }),
      { numRuns: 300 },
    );
  });
});
