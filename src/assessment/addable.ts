import { isQuantified, type Asked } from "../matrix/limits";
import { parsePeriod } from "../matrix/target-text";
import { readMeasureWord, type MeasureKind } from "../plan/lexicon/measure-words";
import { sentence, type Sentence } from "../plan/sentence";

/** The cells of a row that decide whether parts of its number may be added up. */
export interface Summand extends Asked {
  period: string;
}

/** A kind of number whose parts, reported by one unit each, must not be added up. */
export interface NotAdded {
  id: string;
  /** A number that this row refuses and no earlier row does. */
  example: Pick<Summand, "indicator" | "measure" | "period">;
  /** A similar number that may be added up. */
  added: Pick<Summand, "indicator" | "measure" | "period">;
  is: (number: Known) => boolean;
  reason: Sentence;
}

interface Known {
  name: string;
  measure: string;
  kind: MeasureKind | undefined;
  /** A level at a date, or without any date, rather than what was done until then. */
  isLevel: boolean;
}

/** Things that are made or done: each unit has its own, both at a date and within a year. */
const doing =
  /建|创|新增|培[育养训]|培植|发展|引进|完成|开展|举办|组织|命名|认定|评选|打造|改造|整治|治理|修|造林|种植|投入|争取|筹集|拨付|发放|招聘|选派|编|制定|出台|设立|布设|配备|购置|清理|拆除|关停|消除|安置|救助|资助|帮扶/;
/** The state of the whole: every unit would report the same number. */
const whole = /总量|总数|总额|总值|规模|保有量|存量|余额|人口|稳定在|保持在|维持在|控制在|产值|增加值|库容/;
/** 每 or 均 of something; 每年 and 年均 are times. */
const each = /[人户亩地村校班床]均|平均|每(?!年|个?月|季|周|天|日|学期|个学期|学年|半年|[一二两三四五]年|届)/;
const share = /率(?!先|领|队)|占比|比例|比重|比值|指数|系数|满意度|知晓度|强度|密度|浓度|含量|纯度/;
const rank = /排名|名次|位次|第[一二三四五六七八九十\d]+[位名]/;
/** Measured at one place; measuring at two places does not double it. */
const intensity =
  /^(?:分贝|d?B|℃|°C|摄氏度|伏特?|千伏|kV?V|毫?安|安培|[兆千]?帕|[kM]Pa|[兆千]?赫[兹]?|[kMG]?Hz|[兆千毫]?欧姆?|勒克斯|流明|[MG]bps|兆比特|pp[mb])/;

/**
 * Why the numbers of several units are not added up; the first row that applies decides. Everything else is added:
 * counts, money, areas, lengths and weights, of which each unit has a part of its own.
 */
export const notAdded: readonly NotAdded[] = [
  {
    id: "share",
    example: { indicator: "居民综合阅读覆盖面", measure: "%", period: "到2025年" },
    added: { indicator: "建成示范学校", measure: "所", period: "到2025年" },
    is: ({ kind }) => kind === "rate",
    reason: sentence("是百分比、倍数或增减幅度"),
  },
  {
    id: "per",
    example: { indicator: "人均公共图书馆藏书", measure: "册/人", period: "到2025年" },
    added: { indicator: "每年举办科普讲座", measure: "次", period: "每年" },
    is: ({ name, measure }) => /[/每]/.test(measure) || each.test(name),
    reason: sentence("是平均数或按每人、每户等计算的数"),
  },
  {
    id: "index",
    example: { indicator: "居民健康素养指数", measure: "点位", period: "每年" },
    added: { indicator: "率先建成示范点", measure: "个", period: "到2025年" },
    is: ({ name }) => share.test(name),
    reason: sentence("是比率、指数一类的数"),
  },
  {
    id: "time",
    example: { indicator: "办理时限压缩", measure: "个工作日", period: "到2025年" },
    added: { indicator: "科学教师培训", measure: "课时", period: "每年" },
    is: ({ kind }) => kind === "time" || kind === "age" || kind === "score",
    reason: sentence("是时间、年龄或分数"),
  },
  {
    id: "rank",
    example: { indicator: "全市综合排名", measure: "名", period: "每年" },
    added: { indicator: "培训科技辅导员", measure: "名", period: "每年" },
    is: ({ name }) => rank.test(name),
    reason: sentence("是排名"),
  },
  {
    id: "intensity",
    example: { indicator: "区域环境噪声", measure: "分贝", period: "到2025年" },
    added: { indicator: "改造供水管网", measure: "公里", period: "到2025年" },
    is: ({ measure }) => intensity.test(measure),
    reason: sentence("是一处测得的数"),
  },
  {
    id: "level",
    example: { indicator: "粮食产量稳定在", measure: "吨", period: "到2025年" },
    added: { indicator: "新增高标准农田", measure: "亩", period: "到2025年" },
    is: ({ name, kind, isLevel }) => isLevel && (whole.test(name) || (kind !== "count" && !doing.test(name))),
    reason: sentence("是到期时的总水平，不是各单位各做一部分的数"),
  },
];

/** Why a row's number is reported as a whole and never as a sum; undefined where its parts can be added up. */
export function whyNotAdded(row: Summand): Sentence | undefined {
  if (!isQuantified(row)) return undefined;
  // 万 or 亿 before a measure does not change what is counted.
  const measure = row.measure.trim().replace(/^[万亿]+(?=.)/, "");
  const { period } = parsePeriod(row.period, 0);
  const number: Known = {
    name: row.indicator,
    measure,
    kind: readMeasureWord(measure, 0)?.kind,
    isLevel: period === "byDeadline" || period === "other",
  };
  return notAdded.find(({ is }) => is(number))?.reason;
}
