import type { Amount } from "./amounts";
import type { Clause } from "./clauses";
import { BACKGROUND_WORDS, DESCRIBING_BRACKETS, FRAME_WORDS, GRANT_WORDS, HEADING_NOUNS, OBJECT_VERBS, PROCEDURE_WORDS, PROMISE_VERBS, SUM_VERBS, TARGET_NOUNS } from "../lexicon/promises";
import type { When } from "./scope";
import { anyOf, STOPS } from "../lexicon/wording";

/** Why an amount is no target. `qualifier` and `grant` are shown to the user, the others are plain. */
export type Refusal = "name" | "qualifier" | "grant" | "background" | "frame" | "heading" | "procedure" | "unpromised";

/** How far words around a number are looked at; keeps the work on a long clause linear. */
const REACH = 80;

const VERB = new RegExp(anyOf(PROMISE_VERBS));
const OBJECT_VERB_LAST = new RegExp(`${anyOf(OBJECT_VERBS)}(?:了|出|好|成)?$`);
const SUM_VERB_LAST = new RegExp(`${anyOf(SUM_VERBS)}(?:了|出|好|成)?$`);
const FRAME = new RegExp(anyOf(FRAME_WORDS), "g");
const FRAME_FIRST = new RegExp(`^(?:要|应|须|并|且|同时)?${anyOf(FRAME_WORDS)}`);
const BACKGROUND = new RegExp(`(?<!较|比|于|同|自|由|从)${anyOf(BACKGROUND_WORDS)}`);
const GRANT = new RegExp(anyOf(GRANT_WORDS));
/** Whom the grant is for: no number of such a clause is a target. */
const GRANT_CONDITION = /^(?:对于?|凡是?|首次|经|获评?|新认定|新获)/;
/** How much it is. */
const GRANT_TERMS = /^(?:按照?|每|单个|其中|最高|分别|一次性)/;
const PROCEDURE = new RegExp(anyOf(PROCEDURE_WORDS));
const HEADING = new RegExp(`^[^，。；、：:,;\n]{0,8}${anyOf(HEADING_NOUNS)}(?=$|[，。；、：:,;\n(和及])`);
const TARGET = new RegExp(`^的?${anyOf(TARGET_NOUNS)}`);
const DESCRIBING = new RegExp(`^${anyOf(DESCRIBING_BRACKETS)}`);
const BASE_OF_CHANGE = /^(?:以[上下内]|左右)?[^，。；]{0,10}?(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|压缩|压减|缩短|缩减|精简|调整|降|升|减|增|扩)[到至为]/;
const FROM = /[由从][^由从]{0,30}$/;
const CHANGE_LAST = /(?:增长|增加|提高|提升|上升|扩大|下降|降低|减少|压缩|压减|缩短|缩减|节约|节省|提速|高出|占|为|翻|增|降|减|共|共计|总计|合计)$/;
const TIME_ASKED = /寿命|年限|时限|时间|用时|时长|周期|提速|办结|办理|响应|审批|审核|放行|到达|出警|处置|培训|学习|实践|服务|停电|等候|通关/;
const AGE_ASKED = /寿命|年龄/;
const SCORE_ASKED = /满意度|测评|评价|得分|成绩|指数/;
const CADENCE = /每[一二两三四五六\d]?个?(?:年|学期|学年|季度|季|月|半年|周)/;
const LIST_LINK = /^[、和及与以并且，]*(?:以及)?$/;
const CHINESE = /[\u4e00-\u9fff]/;
/** 个 and the like right behind a small Chinese number count ideas rather than things: 两个维护, 四个方面. */
const CHINESE_COUNTS = /^(?:名|家|所|场|场次|次|期|届|座|处|条|支|人|批次|台|辆|部|张|间|户|个|项|件|套|轮|课时|学时|本|册|篇)$/;
const BUILDING_VERB_LAST = /(?:建设|新建|建成|改建|扩建|改造|打造|培育|创建|争创|举办|开展|组织|召开|新增|引进|组建|设立|建立|完成|安排|培训|认定|遴选|推出|举行|布设|配备|至少|创作|选派|增加)(?:了|出|好|成)?$/;
/** Behind a number that begins its clause: 5个镇完成试点. */
const DONE = /^[^，。；\n]{0,16}(?:完成|实现|建成|达到|通过|创成)/;
/** 设立总规模50亿元的基金: the size of what is promised is promised too. */
const SIZE_LAST = new RegExp(`${anyOf(SUM_VERBS)}[^，。；]{0,8}?总?(?:规模|面积|容量)$|(?:设立|组建)总?规模$`);
/** Verbs behind 在10个县 that make the places a promise. */
const PLACED = /^[^，。；\n]{0,16}(?:开展|建设|推广|实施|建立|布设|试点|设立|建成|安装|组织|完成)/;

/** Verbs behind 为20个村 that make those who are served a promise. */
const SERVED = /^[^，。；\n]{0,16}(?:开展|提供|发放|配备|配送|免费|办理|解决|实施|安装|建设|改造|落实)/;

export interface Context {
  text: string;
  clause: Clause;
  /** Index of the amount in its clause. */
  index: number;
  when: When;
  /** The amount before it in its clause was a target. */
  afterTarget: boolean;
  /** The sentence grants money from this position on. */
  grantFrom: number;
  isTitle: boolean;
}

/** Whether an amount is a target: `undefined` when it is, else why not. The order of the questions matters. */
export function refuse(amount: Amount, context: Context): Refusal | undefined {
  const { text, clause, index, when } = context;
  const previous = clause.amounts[index - 1];
  const from = Math.max(clause.start, previous?.end ?? 0, amount.start - REACH);
  const lead = text.slice(from, amount.start);
  const head = text.slice(Math.max(clause.start, amount.start - REACH), amount.start);
  const tail = text.slice(amount.end, Math.min(clause.end, amount.end + 40));
  const compared = amount.before !== undefined || amount.after !== undefined;
  const { kind, unit } = amount.measure;

  if (isName(amount, context, tail)) return "name";
  if (when.past) return "background";
  if (clause.bracket && DESCRIBING.test(text.slice(clause.start, clause.start + 6))) return "frame";
  if (FROM.test(head) && BASE_OF_CHANGE.test(text.slice(amount.end, amount.end + 24))) return "background";
  if (isGranted(amount, context)) return "grant";
  if (BACKGROUND.test(head) && !/力争|争取|确保|到20\d\d/.test(head)) return "background";
  if (kind === "time") return timeRefusal(amount, context, head, tail);
  if (kind === "age" && !(AGE_ASKED.test(head) && compared)) return "qualifier";
  if (kind === "score" && !(SCORE_ASKED.test(head) && compared)) return "qualifier";
  if (kind === "none" && !compared) return "name";
  if (isQualifier(amount, context, lead, tail)) return "qualifier";
  if (amount.after?.word === "内" && kind !== "rate") return "qualifier";
  if (kind === "count" && !compared && amount.value <= 20 && amount.max === undefined && HEADING.test(tail) && /^(?:个|项|大|条|类)$/.test(unit)) return "heading";
  // 9个乡镇快递服务全覆盖: all there are; the number is none to reach.
  if (!compared && kind === "count" && /全覆盖/.test(text.slice(amount.end, Math.min(clause.end, amount.end + REACH)))) return "frame";
  if (isFramed(head) || (!compared && lead.endsWith("的"))) return "frame";
  if (amount.chinese) return chineseRefusal(amount, head, lead, context);
  return isPromised(context, lead, head, tail, compared) ? undefined : "unpromised";
}

/** 第3, 前10名, 每10万人, 1+N, 7×24, 100亿级: parts of names, ranks and bases. */
function isName(amount: Amount, { text, clause }: Context, tail: string): boolean {
  const previous = amount.number > clause.start ? text[amount.number - 1]! : "";
  if (/[第前每+×*\/#№.\-a-zA-Z~〔\[]/.test(previous)) return true;
  if (/[几数上]/.test(previous) && amount.chinese) return true;
  const next = text[amount.measure.end] ?? "";
  if (/[+×*#A-Za-z〕]/.test(next) && amount.measure.kind !== "rate") return true;
  if (amount.measure.kind === "none" && /^[A-Za-z0-9号版届大级师型.\/〕\-+×]/.test(text.slice(amount.measure.end, amount.measure.end + 1))) return true;
  return /^级/.test(tail) || (amount.after === undefined && /^级/.test(text.slice(amount.measure.end, amount.measure.end + 1)));
}

function isGranted(amount: Amount, { text, clause, grantFrom }: Context): boolean {
  const { kind, unit } = amount.measure;
  const money = /元/.test(unit);
  const share = kind === "rate" && (GRANT.test(text.slice(Math.max(clause.start, amount.start - REACH), Math.min(clause.end, amount.end + 12))) || GRANT_TERMS.test(text.slice(clause.start, clause.start + 4)));
  if (amount.number >= grantFrom) return money || share;
  if (grantFrom < Infinity && GRANT_CONDITION.test(text.slice(clause.start, clause.start + 4))) return true;
  return money && GRANT.test(text.slice(Math.max(clause.start, amount.start - 24), amount.start));
}

/** Where in a sentence money begins to be granted: the grant word beside a number. */
export function grantPosition(text: string, clauses: readonly Clause[]): number {
  for (const clause of clauses) {
    for (const amount of clause.amounts) {
      if (!/元|%/.test(amount.measure.unit)) continue;
      const from = Math.max(clause.start, amount.start - 30);
      const found = GRANT.exec(text.slice(from, amount.number));
      if (found) return from + found.index;
      if (GRANT.test(text.slice(amount.end, Math.min(clause.end, amount.end + 12)))) return amount.start;
    }
  }
  return Infinity;
}

function timeRefusal(amount: Amount, { text, clause }: Context, head: string, tail: string): Refusal | undefined {
  const { unit } = amount.measure;
  const words = text.slice(Math.max(clause.start, amount.start - 30), Math.min(clause.end, amount.end + 16));
  if (PROCEDURE.test(words)) return "procedure";
  if (/^[年月日]$/.test(unit) && !(/寿命|年限/.test(head) && amount.before)) return "qualifier";
  if (amount.before) return tail === "" || /^[、和及并(]/.test(tail) || TIME_ASKED.test(words) ? undefined : "qualifier";
  const within = amount.after?.word === "内" || amount.after?.word === "以内" || amount.after?.word === "之内";
  if (within && /小时|分钟|工作日|天|秒/.test(unit)) return /^(?:的|[^，]{0,4}圈|到达圈|生活|都市|经济|交通|通勤|高铁|出行|可达)/.test(tail) ? "qualifier" : undefined;
  if (amount.after?.row.op === ">=" && /培训|学习|实践|学时|跟岗|锻炼/.test(head)) return undefined;
  if (CHANGE_LAST.test(head) && /压缩|缩短|提前|减少|增加|增/.test(head)) return undefined;
  return "qualifier";
}

/** 年销售额1000万元以上的网商, 30万千瓦以上机组: says which things, not how many. */
function isQualifier(amount: Amount, { text, clause, index }: Context, lead: string, tail: string): boolean {
  const { kind } = amount.measure;
  const object = lead === "" || OBJECT_VERB_LAST.test(lead) || (amount.before !== undefined && amount.before.word.startsWith("完成"));
  const alone = withoutModals(lead) === "";
  const adjoins = lead === "" && index > 0;
  if (/由$/.test(lead) && /^[^，。；]{0,12}组成/.test(tail)) return true;
  if (describesNext(text, clause, index, amount)) return true;
  if (tail.startsWith("的")) {
    // 1支不少于20人的队伍: the second number describes what the first one counts.
    if (adjoins) return true;
    if (TARGET.test(tail) || SIZE_LAST.test(lead)) return false;
    if (kind === "rate") return !(alone || object);
    return !(kind === "count" && (object || alone));
  }
  const sum = lead === "" || SUM_VERB_LAST.test(lead);
  const nounFollows = CHINESE.test(tail[0] ?? "") && !/^(?:和|及|与|以及|或|并|等|且|左右|，|的)/.test(tail);
  if (!nounFollows || kind === "count") return false;
  if (kind === "rate") return amount.after !== undefined && !amount.before && !alone && !object && !CHANGE_LAST.test(lead);
  if (amount.before && !amount.after) return false;
  return amount.after !== undefined && !sum && !alone && !STOPS.includes(text[amount.end] ?? "") && amount.end < clause.end;
}

/** 新建10千伏线路500公里: a size with a noun that another number counts. */
function describesNext(text: string, clause: Clause, index: number, amount: Amount): boolean {
  const next = clause.amounts[index + 1];
  if (!next || amount.measure.kind === "count" || amount.measure.kind === "rate") return false;
  const between = text.slice(amount.end, Math.min(next.start, amount.end + 24));
  return CHINESE.test(between[0] ?? "") && next.start - amount.end < 24 && !/[、和及与，并]/.test(between);
}

const MODALS = /^(?:力争|争取|确保|实现|使|让|推动|促进|保证|要|将|努力|全[省市县区旗国州盟镇乡]|并|其中|且|同时|有)+/;
function withoutModals(lead: string): string {
  return lead.replace(/^[、和及与]+/, "").replace(MODALS, "");
}

/** A frame word with no promise verb between it and the number. */
function isFramed(head: string): boolean {
  let last = -1;
  for (const found of head.matchAll(FRAME)) {
    if (found.index === 0 || /[、，并且和]/.test(head[found.index - 1]!) || FRAME_FIRST.test(head)) last = found.index + found[0].length;
  }
  return last >= 0 && !VERB.test(head.slice(last));
}

/** Chinese numbers stand in so many names that only comparing words, a cadence or a building verb make them targets. */
function chineseRefusal(amount: Amount, head: string, lead: string, { text, clause, afterTarget }: Context): Refusal | undefined {
  const { kind, unit } = amount.measure;
  const compared = amount.before !== undefined && !/^(?:实现|完成|力争|达|约|近|超|最高|最低)$/.test(amount.before.word);
  if (kind === "rate") return unit === "%" || unit === "‰" || compared || CHANGE_LAST.test(lead) ? undefined : "name";
  if (kind === "amount") return /[元亩吨斤]$/.test(unit) && (compared || amount.after || VERB.test(head)) ? undefined : "name";
  if (kind !== "count" || !CHINESE_COUNTS.test(unit)) return "name";
  if (compared || amount.after) return undefined;
  const rest = text.slice(amount.end, Math.min(clause.end, amount.end + 20));
  if (HEADING.test(rest)) return "heading";
  const event = /^(?:次|场|期|届|轮|场次)$/.test(unit);
  if (event && CADENCE.test(text.slice(Math.max(clause.start, amount.start - REACH), amount.start))) return undefined;
  if (amount.value === 1) return "name";
  if (afterTarget && LIST_LINK.test(lead)) return undefined;
  const ends = rest === "" || /^[、和及]/.test(rest);
  return BUILDING_VERB_LAST.test(head) || (ends && VERB.test(head)) ? undefined : "name";
}

function isPromised(context: Context, lead: string, head: string, tail: string, compared: boolean): boolean {
  if (compared) return true;
  if (context.afterTarget && /^[、和及与以并]/.test(lead || "、")) return true;
  if (VERB.test(head)) return true;
  if (/在$/.test(lead) && PLACED.test(tail)) return true;
  if (/(?:^|[，。；、：:]|每年|[年月底末前内])[为向给]$/.test(head) && SERVED.test(tail)) return true;
  if (withoutModals(lead) === "" && DONE.test(tail)) return true;
  const ends = tail === "" || /^(?:[、和及与(]|以及|等$)/.test(tail);
  return ends && !context.isTitle && /[\u4e00-\u9fff”)》]/.test(lead.slice(-1)) && withoutModals(lead).length >= 2;
}
