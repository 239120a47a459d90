import { anyOf } from "./wording";

/**
 * What a measure word counts. `count`: things one by one. `amount`: money, area, weight, energy. `rate`: shares and
 * changes. `time`, `age` and `score`: seldom promised, so more evidence is required.
 */
export type MeasureKind = "count" | "amount" | "rate" | "time" | "age" | "score" | "none";

export interface MeasureWord {
  unit: string;
  kind: MeasureKind;
  end: number;
  /** The unit itself says per year: 场次/年. */
  perYear?: boolean;
  /** Factor of the number: 三成 is 30 %. */
  times?: number;
}

/** A measure word. `not`: characters that, coming after it, make it part of another word (3人 but not 121人才). */
export interface MeasureWordRow {
  word: string;
  kind: MeasureKind;
  not?: string;
  /** The word under which it is reported, where that differs (㎡ → 平方米). */
  unit?: string;
  /** Factor of the number under that word. */
  times?: number;
}

/** Rows from words separated by spaces; `场:所地馆` is 场 not followed by 所, 地 or 馆. */
function rows(kind: MeasureKind, words: string): MeasureWordRow[] {
  return words.split(" ").map((entry) => {
    const [word, not] = entry.split(":");
    return { word: word!, kind, ...(not ? { not } : {}) };
  });
}

const WEIGHTS = "吨 公斤 千克 斤 克 毫克 微克".split(" ");
const WEIGHED = "标准煤 标煤 标油 标准油 二氧化碳 二氧化碳当量 碳当量".split(" ");

export const MEASURE_WORDS: readonly MeasureWordRow[] = [
  ...rows(
    "count",
    "个 名:录单 人:才均口员物民工机文防社间格行性力 家:庭 所:有属在 项:目 次:序生 期:间限末满刊货 场:所地馆景 批:发准复改 处:理置级方分罚 条:件例款码 件 台:账风湾阶 户:外籍型口均 座:谈 位:于置列居 只:有要能 " +
      "头:部 株 棵 根:据本治 艘 辆 架:构 套:餐路 支:持撑付部出行 对:接口外内标照 组:织建成合 张 间:隔接距 段 片 部:门分署件委队 册 篇 本:地科土级市县区省方行 幅:度 首:批次先 种:植子业养质苗粮 类:别型似 " +
      "款:项式 门:槛诊户类 节:点能水约日目假省 届 枚 尾:气矿水款 羽 匹:配 口:岸 盏 栋:梁 幢 起:来步到 例:如 轮:训换流岗 集:中聚体团成约镇群装 队:伍员 班:子级组车 团:队体结委 床 课:程堂题 孔 眼 趟 列 剂 份 枝 挂 顶 双:向碳 副:省处厅局 笔 单:位元独 版:本图权 " +
      "人次 亩次 场次 台次 架次 户次 批次 件次 项次 家次 车次 班次 列次 艘次 剂次 座次 人份 台套 套件 个班 个标准箱 标准箱 标箱 车位 泊位 机架 标准机架 课时 学时 学分 人日 人天 字 点位",
  ),
  ...rows(
    "amount",
    "元 美元 欧元 港元 日元 英镑 亩 公顷 平方米 蒸吨 平方公里 平方千米 平方厘米 平米 立方米 立方 米 公里 千米 海里 毫米 厘米 微米 千瓦 千瓦时 瓦 瓦时 兆瓦 兆瓦时 吉瓦 吉瓦时 太瓦时 千乏 兆乏 兆伏安 千伏安 千伏 伏 伏特 毫安 安培 安时 欧:洲盟元美 欧姆 兆欧 千欧 毫欧 赫兹 兆赫 千赫 " +
      "帕 千帕 兆帕 牛 千牛 流明 勒克斯 度电 升 毫升 车公里 吨公里 人公里 分贝 分贝(A) 摄氏度 兆:头 兆比特 大卡 千卡 千焦 吉焦 方:面案向式法便针言位略 度:假夏过量日 " +
      "km m dm cm mm μm t kg g mg μg L mL ml kW kWh MW MWh GW GWh TWh W Wh kV kVA MVA kvar MPa kPa Pa dB dB(A) Hz kHz MHz GHz Ω kΩ MΩ ℃ °C TEU PB TB GB MB EB P PFLOPS EFLOPS Mbps Gbps km² ppm ppb",
  ),
  // 千克标煤, 吨二氧化碳当量: the substance is part of the measure word.
  ...WEIGHTS.flatMap((weight) => [weight, ...WEIGHED.map((what) => weight + what)]).map((word): MeasureWordRow => ({
    word,
    kind: "amount",
  })),
  { word: "元人民币", kind: "amount", unit: "元" },
  { word: "㎡", kind: "amount", unit: "平方米" },
  { word: "m²", kind: "amount", unit: "平方米" },
  { word: "m2", kind: "amount", unit: "平方米" },
  { word: "m³", kind: "amount", unit: "立方米" },
  { word: "m3", kind: "amount", unit: "立方米" },
  ...rows("rate", "% ‰ 个百分点 个基点 倍 番"),
  { word: "成", kind: "rate", unit: "%", times: 10, not: "员立为果功本效长都份品熟交就型套分不人年" },
  { word: "百分点", kind: "rate", unit: "个百分点" },
  ...rows("time", "小时 个小时 分钟 秒 毫秒 天 日 周 星期 个星期 工作日 个工作日 个自然日 个月 月 年 周年 学年 个学期"),
  ...rows("age", "岁 周岁"),
  ...rows("score", "分:别类级布析为期批钟之散区段工配流"),
];

const byWord = new Map(MEASURE_WORDS.map((row) => [row.word, row]));
const WORD = new RegExp(anyOf(MEASURE_WORDS.map((row) => row.word)), "y");
const SINGLES = new Map(MEASURE_WORDS.filter((row) => row.word.length === 1).map((row) => [row.word, row]));
const BELOW = anyOf(MEASURE_WORDS.filter((row) => row.kind !== "rate").map((row) => row.word));
/** Other things to count by: 元/床, 台/行政村. Longer words count only where they end. */
const WHATEVER = "[月村县校店站镇乡市区省班生床]|[\u4e00-\u9fff]{1,4}(?=[，。；、:：,;)\\s]|以[上下内]|左右|$)";
/**
 * The part after a slash: 元/人, 微克/立方米, 千克/亩, 件/万人, 元/人·年. Whole measure words (千瓦时) are tried before a factor with one
 * (千·瓦).
 */
const DENOMINATOR = new RegExp(
  `/((?:${BELOW}|(?:[十百千万亿]{1,2}|[1-9]0{0,5}[千万]?)(?:${BELOW})|${WHATEVER})(?:[·•](?:${BELOW}|月|班)|(?<=/[人户])[年月天](?!均))?)`,
  "y",
);
/** An alternative in brackets: 台(套), 家(个), 场(次). */
const SECOND = /\(([\u4e00-\u9fff]{1,2})\)/y;
/** A rate per large number: 14/10万. */
const PER_MANY = /\/(?:[1-9]0{0,5}[千万]?|[十百千万]{1,2})人?/y;
const LATIN = /[A-Za-z0-9]/;

/** The measure word at a position; `undefined` if there is none. */
export function readMeasureWord(text: string, at: number): MeasureWord | undefined {
  const row = rowAt(text, at);
  if (!row) {
    PER_MANY.lastIndex = at;
    const many = PER_MANY.exec(text)?.[0];
    return many === undefined || !/[千万]/.test(many) ? undefined : { unit: many, kind: "rate", end: at + many.length };
  }
  let unit = row.unit ?? row.word;
  let end = at + row.word.length;
  if (row.kind === "count") {
    SECOND.lastIndex = end;
    const second = SECOND.exec(text);
    if (second && byWord.get(second[1]!)?.kind === "count") {
      unit += second[0];
      end += second[0].length;
    }
  }
  DENOMINATOR.lastIndex = end;
  const below = DENOMINATOR.exec(text);
  if (below) {
    end += below[0].length;
    if (below[1] === "年") return { unit, kind: row.kind, end, perYear: true };
    const yearly = /[·•]年$|(?<=\/[人户])年$/.exec(below[0]);
    if (yearly) return { unit: unit + below[0].slice(0, yearly.index), kind: row.kind, end, perYear: true };
    unit += below[0];
  }
  return { unit, kind: row.kind, end, ...(row.times ? { times: row.times } : {}) };
}

function rowAt(text: string, at: number): MeasureWordRow | undefined {
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0];
  if (word === undefined) return undefined;
  const next = text[at + word.length];
  // A Latin unit must end where the word ends: 5G, 3A and 4K are names.
  if (LATIN.test(word[word.length - 1]!) && next !== undefined && LATIN.test(next)) return undefined;
  const row = byWord.get(word)!;
  if (next === undefined || !row.not?.includes(next)) return row;
  // When a longer word is ruled out by the next character, the shorter one it starts with may still be a measure word.
  const short = SINGLES.get(word[0]!);
  return word.length > 1 && short && !short.not?.includes(word[1]!) ? short : undefined;
}
