import type { Random } from "./random";

type Op = ">=" | ">" | "<=" | "<" | "~" | "range";

/** A quantity as it must be read, and the words that contain it. */
export interface Quantity {
  value: number;
  max?: number;
  op: Op;
  unit: string;
  words: string;
}

/** A number as it is printed. */
interface Printed {
  text: string;
  value: number;
}

const share = (r: Random): Printed => plain(r.int(11, 97));
const plain = (value: number): Printed => ({ text: String(value), value });

const MORE_RATES = [
  "污水集中处理率",
  "群众满意度",
  "产品抽检合格率",
  "义务教育巩固率",
  "城镇绿化覆盖率",
  "居民参保率",
  "设备完好率",
  "普惠性幼儿园覆盖率",
];
const LESS_RATES = ["空置率", "差错率", "线损率", "投诉率", "食品损耗率", "办公用房闲置率"];
const THINGS: readonly (readonly [verb: string, thing: string, measure: string])[] = [
  ["新建", "公共停车位", "个"],
  ["新建", "公厕", "座"],
  ["建设", "口袋公园", "个"],
  ["改造", "农村公路", "公里"],
  ["建设", "高标准农田", "亩"],
  ["改扩建", "幼儿园", "所"],
  ["打造", "示范村", "个"],
  ["筹集", "保障性住房", "套"],
  ["培训", "技术工人", "名"],
  ["培育", "龙头企业", "家"],
  ["整修", "小型水库", "座"],
  ["配备", "自动体外除颤器", "台"],
  ["改造", "老旧小区", "个"],
  ["举办", "专场招聘会", "场"],
];
const LIMITS: readonly (readonly [what: string, low: boolean, values: readonly number[], measure: string])[] = [
  ["相邻线路间距", true, [2, 3, 5], "米"],
  ["通道净宽", true, [1.5, 3, 4], "米"],
  ["接地电阻", false, [4, 10], "欧"],
  ["厂界噪声", false, [50, 55, 60], "分贝"],
  ["平均供电煤耗", false, [290, 300], "克/千瓦时"],
  ["排放浓度", false, [10, 35, 50], "毫克/立方米"],
  ["单位面积能耗", false, [12, 15], "千克标煤/平方米"],
  ["平均响应时间", false, [15, 30], "分钟"],
];
const NEGATIONS = ["不应", "不宜", "不可", "不能", "不得", "不准", "不允许"];
const LOW_WORDS = ["小于", "低于", "少于"];
const HIGH_WORDS = ["高于", "大于", "超过", "多于"];

/** Ways to state a share that is to be reached: the words before the number and after it, and the comparator. */
const RATE_FORMS: readonly (readonly [before: string, after: string, op: Op])[] = [
  ["达到", "", ">="],
  ["达到", "以上", ">="],
  ["达", "", ">="],
  ["不低于", "", ">="],
  ["提高到", "", ">="],
  ["提升至", "以上", ">="],
  ["保持在", "以上", ">="],
  ["稳定在", "左右", "~"],
  ["达到", "左右", "~"],
  ["超过", "", ">"],
  ["高于", "", ">"],
  ["≥", "", ">="],
  [">", "", ">"],
  ["＞", "", ">"],
  ["不少于", "", ">="],
  ["力争达到", "", ">="],
];
const LESS_FORMS: readonly (readonly [before: string, after: string, op: Op])[] = [
  ["控制在", "以内", "<="],
  ["不超过", "", "<="],
  ["降至", "以下", "<="],
  ["低于", "", "<"],
  ["≤", "", "<="],
  ["<", "", "<"],
  ["＜", "", "<"],
  ["不高于", "", "<="],
  ["下降到", "", "<="],
  ["控制在", "以下", "<="],
  ["小于", "", "<"],
  ["压降至", "", "<="],
];
const COUNT_FORMS: readonly (readonly [before: string, after: string, op: Op])[] = [
  ["", "", ">="],
  ["", "以上", ">="],
  ["不少于", "", ">="],
  ["至少", "", ">="],
  ["约", "", "~"],
  ["", "左右", "~"],
  ["超过", "", ">"],
  ["不超过", "", "<="],
  ["力争达到", "", ">="],
];

/** A kind of clause that promises something. `draw` returns it without a time and a full stop. */
interface AmountKind {
  id: string;
  draw(random: Random): { text: string; quantities: Quantity[] };
  /** Whether 到2025年 and the like may come before it. */
  timed: boolean;
}

function one(
  before: string,
  number: Printed,
  measure: string,
  after: string,
  op: Op,
  factor = 1,
): { text: string; quantities: Quantity[] } {
  const words = number.text + measure + after;
  return {
    text: before + words,
    quantities: [
      { value: Math.round(number.value * factor * 1e6) / 1e6, op, unit: measure.replace(/^[万亿]/, ""), words },
    ],
  };
}

export const AMOUNT_KINDS: readonly AmountKind[] = [
  {
    id: "rate",
    timed: true,
    draw: (r) => {
      const [before, after, op] = r.pick(RATE_FORMS);
      return one(r.pick(MORE_RATES) + before, share(r), "%", after, op);
    },
  },
  {
    id: "rate-less",
    timed: true,
    draw: (r) => {
      const [before, after, op] = r.pick(LESS_FORMS);
      return one(r.pick(LESS_RATES) + before, plain(r.int(2, 9)), "%", after, op);
    },
  },
  {
    id: "rate-from-to",
    timed: true,
    draw: (r) => {
      const low = r.int(21, 49);
      return one(`${r.pick(MORE_RATES)}由${low}%提高到`, plain(low + r.int(5, 40)), "%", "", ">=");
    },
  },
  {
    id: "negated",
    timed: false,
    draw: (r) => {
      const [what, low, values, measure] = r.pick(LIMITS);
      return one(
        what + r.pick(NEGATIONS) + r.pick(low ? LOW_WORDS : HIGH_WORDS),
        plain(r.pick(values)),
        measure,
        "",
        low ? ">=" : "<=",
      );
    },
  },
  {
    id: "negated-rate",
    timed: false,
    draw: (r) => {
      const more = r.chance(0.5);
      return one(
        r.pick(more ? MORE_RATES : LESS_RATES) + r.pick(NEGATIONS) + r.pick(more ? ["低于", "少于"] : ["高于", "超过"]),
        plain(more ? r.int(60, 98) : r.int(2, 9)),
        "%",
        "",
        more ? ">=" : "<=",
      );
    },
  },
  {
    id: "limit",
    timed: false,
    draw: (r) => {
      const [what, low, values, measure] = r.pick(LIMITS);
      const [before, after, op] = low
        ? r.pick([
            ["达到", "以上", ">="],
            ["≥", "", ">="],
            ["不小于", "", ">="],
            ["大于", "", ">"],
          ] as const)
        : r.pick([
            ["控制在", "以内", "<="],
            ["小于", "", "<"],
            ["≤", "", "<="],
            ["低于", "", "<"],
            ["下降到", "左右", "~"],
            ["不大于", "", "<="],
          ] as const);
      return one(what + before, plain(r.pick(values)), measure, after, op);
    },
  },
  {
    id: "count-behind",
    timed: true,
    draw: (r) => {
      const [verb, thing, measure] = r.pick(THINGS);
      const [before, after, op] = r.pick(COUNT_FORMS);
      return one(verb + thing + before, plain(r.int(3, 480)), measure, after, op);
    },
  },
  {
    id: "count-before",
    timed: true,
    draw: (r) => {
      const [verb, thing, measure] = r.pick(THINGS);
      const number = r.int(3, 90);
      const words = `${number}${measure}`;
      return { text: `${verb}${words}${thing}`, quantities: [{ value: number, op: ">=", unit: measure, words }] };
    },
  },
  {
    id: "count-two",
    timed: true,
    draw: (r) => {
      const [a, b] = r.some(
        THINGS.filter(([verb]) => verb === "新建" || verb === "建设" || verb === "打造"),
        2,
      );
      const first = one(a![0] + a![1], plain(r.int(3, 60)), a![2], "", ">=");
      const second = one(b![1], plain(r.int(3, 60)), b![2], "", ">=");
      return { text: `${first.text}、${second.text}`, quantities: [...first.quantities, ...second.quantities] };
    },
  },
  {
    id: "range",
    timed: true,
    draw: (r) => {
      const [verb, thing, measure] = r.pick(THINGS);
      const low = r.int(2, 20);
      const max = low + r.int(1, 10);
      const words = `${low}${r.pick(["—", "-", "～", "至"])}${max}${measure}`;
      return {
        text: r.chance(0.5) ? verb + thing + words : `${verb}${words}${thing}`,
        quantities: [{ value: low, max, op: "range", unit: measure, words }],
      };
    },
  },
  {
    id: "myriads",
    timed: true,
    draw: (r) => {
      const number = r.pick([1.5, 2, 12, 3.6, 20]);
      const [what, measure] = r.pick([
        ["建设高标准农田", "亩"],
        ["新增造林面积", "亩"],
        ["开展技能培训", "人次"],
        ["新增绿地", "平方米"],
      ] as const);
      return one(what, { text: `${number}万`, value: number * 10_000 }, measure, r.pick(["", "以上"]), ">=");
    },
  },
  {
    id: "money",
    timed: true,
    draw: (r) => {
      const big = r.chance(0.5);
      const number = big ? r.pick([1.2, 3, 8]) : r.pick([5000, 800, 3600]);
      const [after, op] = r.pick([
        ["", ">="],
        ["以上", ">="],
        ["左右", "~"],
      ] as const);
      return one(
        r.pick(["完成投资", "实现产值", "实现销售收入"]),
        { text: `${number}${big ? "亿" : "万"}`, value: number * (big ? 1e8 : 1e4) },
        "元",
        after,
        op,
      );
    },
  },
  {
    id: "yearly",
    timed: false,
    draw: (r) =>
      one(
        r.pick([
          "每年开展应急演练",
          "每年组织集中宣传活动",
          "每季度至少召开调度会",
          "每年组织业务培训不少于",
          "每学期开展主题教育",
        ]),
        plain(r.int(2, 9)),
        "次",
        "",
        ">=",
      ),
  },
  {
    id: "closing-down",
    timed: true,
    draw: (r) => {
      const [verb, thing, measure] = r.pick([
        ["关停退出", "小炼厂", "家"],
        ["关闭退出", "超深矿井", "处"],
        ["淘汰", "燃煤锅炉", "台"],
        ["拆除", "违法建筑", "处"],
      ] as const);
      const number = r.int(3, 40);
      const words = `${number}${measure}`;
      return { text: `${verb}${words}${thing}`, quantities: [{ value: number, op: ">=", unit: measure, words }] };
    },
  },
  {
    id: "share-of",
    timed: false,
    draw: (r) => {
      const number = r.pick([10, 20, 30, 60]);
      const words = `${number}%`;
      const [before, after] = r.pick([
        ["推动三级医院预留", "的号源给基层"],
        ["在", "的社区服务站设置中医阁"],
        ["确保", "的行政村通客车"],
      ] as const);
      return { text: `${before}${words}${after}`, quantities: [{ value: number, op: ">=", unit: "%", words }] };
    },
  },
];

/** Sentences with numbers that are not promises. */
export const NUMBER_DECOYS: readonly (readonly [id: string, draw: (random: Random) => string])[] = [
  ["already", (r) => `目前已建成${r.pick(["充电桩", "公厕", "口袋公园"])}${r.int(3, 90)}个。`],
  ["existing", (r) => `现有储备库${r.int(10, 40)}座，其中标准库${r.int(3, 9)}座。`],
  ["subsidy", (r) => `对新认定的企业每家给予${r.int(5, 50)}万元补助。`],
  ["subsidy-each", (r) => `每培育1家龙头企业，补助${r.int(5, 50)}万元。`],
  ["event-class", () => "造成3人以上10人以下死亡的，为较大事故。"],
  ["sum-of-list", (r) => `配备主装置、扫描枪、标签等${r.int(3, 9)}类设备。`],
  ["sum-of-teams", (r) => `下设综合协调、宣传引导等${r.int(3, 9)}个工作组。`],
  ["document", (r) => `严格落实《管理办法》（青政发〔2021〕${r.int(2, 60)}号）要求。`],
  ["stage", () => "推进污水处理厂改扩建二期项目。"],
  ["hotline", () => "畅通12345热线受理渠道。"],
  ["batch", (r) => `总结推广第${r.int(2, 5)}批试点经验。`],
  ["last-year", (r) => `近三年累计排查隐患${r.int(100, 900)}处。`],
];
