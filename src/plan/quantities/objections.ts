import {
  BACKGROUND_WORDS, BODIES, COMPOSING_WORDS, DESCRIBING_BRACKETS, FRAME_WORDS, GRANT_WORDS, HEADING_NOUNS, OBJECT_VERBS, OFFICES, PROCEDURE_WORDS, PROMISE_VERBS, SUM_VERBS, SUPERVISION, TARGET_NOUNS,
} from "../lexicon/promises";
import { anyOf, STOPS } from "../lexicon/wording";
import { FRACTION_UNIT } from "../lexicon/written-numbers";
import { around, followsTime, opensWithVerb, VERB, withoutModals, type Seen } from "./seen";

/** One reason why an amount is no target. */
export interface Objection {
  id: string;
  /** A text whose number is refused for this reason, and one that looks like it whose number is read. */
  example: string;
  but?: string;
  objects: (seen: Seen) => boolean;
  /** The reader may be wrong here: the user is told. */
  doubtful?: true;
  /** What goes on in the same sentence, or stands in a bracket behind it, is no target either. */
  spreads?: true;
}

const CHINESE = /[\u4e00-\u9fff]/;
const PROMISED_LAST = "(?:了|出|好|成)?$";
const OBJECT_VERB_LAST = new RegExp(anyOf(OBJECT_VERBS) + PROMISED_LAST);
const LONG_VERB_LAST = new RegExp(anyOf(PROMISE_VERBS.filter((verb) => verb.length > 1)) + PROMISED_LAST);
const LONG_VERB = new RegExp(anyOf(PROMISE_VERBS.filter((verb) => verb.length > 1)));
const SUM_VERB_LAST = new RegExp(anyOf(SUM_VERBS) + PROMISED_LAST);
export const CHANGE_LAST = /(?:增长|增加|提高|提升|上升|扩大|下降|降低|减少|压缩|压减|缩短|缩减|节约|节省|提速|高出|占|为|翻|增|降|减|共|共计|总计|合计)$/;
export const LIST_LINK = /^[、和及与以并且，]*(?:以及)?$/;
/** It is spoken of what will be. */
const FUTURE = /力争|争取|确保|将|目标|提高到|增加到|达到|新增|新建|到20\d\d|再/;

const within = ({ amount }: Seen): boolean => amount.after?.row.id === "within";
const calendar = ({ kind }: Seen): boolean => kind === "time" || kind === "age" || kind === "score";
const before = ({ text, clause, amount }: Seen, length = 1): string => text.slice(Math.max(clause.start, amount.number - length), amount.number);
const behind = ({ text, amount }: Seen, length = 1): string => text.slice(amount.measure.end, amount.measure.end + length);
// Names and codes.
const CODE_BEFORE = /[+×*\/#№.\-a-zA-Z~〔[]/;
const BARE_BEHIND = /[A-Za-z0-9号版届大级师型.\/〕\-+×]/;

const NAMES: readonly Objection[] = [
  { id: "ordinal", example: "建设第3批园区。", but: "6月底前3个项目开工。", objects: (seen) => /[第前]/.test(before(seen)) && !followsTime(seen) },
  { id: "for-so-many", example: "配备每10万人。", but: "每年10万人完成培训。", objects: (seen) => before(seen) === "每" && !followsTime(seen) },
  { id: "per-one-done", example: "每新增1家企业给予支持。", but: "每年新增1家企业。", objects: ({ lead }) => PER_ONE_DONE.test(lead) },
  { id: "code", example: "推广1+3模式。", but: "建设驿站3个。", objects: (seen) => CODE_BEFORE.test(before(seen)) },
  { id: "some", example: "培养数十名讲解员。", but: "培养一百名讲解员。", objects: (seen) => seen.amount.chinese && /[几数上]/.test(before(seen)) },
  { id: "code-behind", example: "运行7×24小时热线。", but: "开通热线7条。", objects: (seen) => seen.kind !== "rate" && /[+×*#A-Za-z〕]/.test(behind(seen)) },
  { id: "level", example: "培育百亿级、50亿级园区。", but: "培育园区50个。", objects: (seen) => seen.tail.startsWith("级") || (!seen.amount.after && behind(seen) === "级") },
  { id: "bare-name", example: "办好12345热线。", but: "遴选示范户1100左右。", objects: (seen) => seen.kind === "none" && ((!seen.compared && !isNone(seen)) || BARE_BEHIND.test(behind(seen))) },
  { id: "copies", example: "报送材料一式3份。", but: "编制材料3份。", objects: ({ head }) => head.endsWith("一式") },
  { id: "version", example: "打造协同办公3.0版。", but: "刊发专版3版。", objects: ({ unit, head, text, amount }) => unit === "版" && (/\./.test(text.slice(amount.number, amount.measure.end)) || !/刊|版面|专版|报/.test(head)) },
  { id: "stage", example: "推进绕城公路改扩建2期。", but: "举办培训班2期。", objects: ({ unit, head, compared }) => unit === "期" && !compared && !HELD_IN_TERMS.test(head) },
  { id: "rating", example: "新建35千伏变电站。", but: "供电电压达到35千伏。", objects: ({ unit, compared }) => /^(?:千伏|kV|伏)$/.test(unit) && !compared },
  { id: "fraction", example: "不少于三分之二的村建成书屋。", but: "不少于二十个村建成书屋。", doubtful: true, objects: ({ unit }) => unit === FRACTION_UNIT },
  { id: "once-in-name", example: "实现企业开办一次办成。", but: "每季度至少开展一次排查。", objects: (seen) => seen.amount.chinese && seen.amount.value === 1 && seen.unit === "次" && CHINESE.test(behind(seen)) && !CADENCE.test(seen.head) && !/^(?:at-least|not-below)$/.test(seen.amount.before?.row.id ?? "") },
];
/** 黑臭水体比例为0. */
const isNone = ({ amount, lead, tail }: Seen): boolean => amount.value === 0 && tail === "" && /(?:率|比例|占比|数|量|面积)(?:保持)?为?$/.test(lead);
const PER_ONE_DONE = new RegExp(`每(?:${anyOf(PROMISE_VERBS.filter((verb) => verb.length > 1))}|超过?|增|减|少|多|降)$`);
const HELD_IN_TERMS = /举办|开展|组织|召开|举行|培训|开设|开办|办好|办|安排|推出|刊|编|出版|播|制作|班|讲座|课/;

// What is or was, what there is, what defines.
const DESCRIBING = new RegExp(`^${anyOf(DESCRIBING_BRACKETS)}`);
const BASE_OF_CHANGE = /^(?:以[上下内]|左右)?[^，。；]{0,10}?(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|压缩|压减|缩短|缩减|精简|调整|放宽|降|升|减|增|扩)[^，。；]{0,4}?[到至为]/;
const FROM = /[由从将][^由从将]{0,30}$/;
const BACKGROUND = new RegExp(`(?<!较|比|于|同|自|由|从)(?:${anyOf(BACKGROUND_WORDS)})(?!工作|手续|准备|项目|论证|基础上)`);
const GROUNDS = /在[^，。；]{0,16}(?:基础上|之上)/g;
const FRAME = new RegExp(anyOf(FRAME_WORDS), "g");
const FRAME_FIRST = new RegExp(`^(?:要|应|须|并|且|同时)?${anyOf(FRAME_WORDS)}`);
/** 设备包含主机等: verbs behind such words are parts of names, unless they say that more is to come. */
const COMPOSED = new RegExp(`${anyOf(COMPOSING_WORDS.filter((word) => word.length > 1))}(?!.*(?:新增|新建|增加|扩展|力争|达到|完成|建成))`);

/** One of the words with no promise verb between it and the number. */
function ruledBy(words: RegExp, head: string, counts: (found: RegExpMatchArray) => boolean): boolean {
  let last = -1;
  for (const found of head.matchAll(words)) if (counts(found)) last = found.index! + found[0].length;
  return last >= 0 && !VERB.test(head.slice(last));
}

const isFramed = (head: string): boolean => ruledBy(FRAME, head, ({ index }) => index === 0 || /[、，并且和]/.test(head[index! - 1]!) || FRAME_FIRST.test(head));
const isBackground = (head: string): boolean => BACKGROUND.test(head.replace(GROUNDS, "")) && !/力争|争取|确保|到20\d\d/.test(head);

const BACKGROUNDS: readonly Objection[] = [
  { id: "past-year", example: "2021年，建成驿站5个。", but: "2025年，建成驿站5个。", objects: ({ when }) => when.past === true },
  { id: "describing-bracket", example: "新建口袋公园(含绿道36公里)。", but: "建成充电桩(其中快充桩5000座)。", objects: ({ clause, text }) => clause.bracket && DESCRIBING.test(text.slice(clause.start, clause.start + 6)) },
  { id: "bracket-of-refused", example: "对在职人数占比提高的企业(100人的企业达到15%)给予补贴。", but: "参保率达到25%(其中企业达到15%)。", objects: ({ clause, sentence }) => clause.bracket && sentence.refused },
  { id: "class-of-event", example: "重大事件，造成3人以上死亡。", but: "事故死亡人数控制在3人以下。", objects: ({ sentence, compared }) => sentence.event && compared },
  { id: "criterion", example: "申报企业应符合以下条件：从业人员不少于50人。", but: "从业人员不少于50人。", objects: ({ sentence, amount }) => amount.start >= sentence.criteriaFrom },
  { id: "definition", example: "（分级标准下）停电用户比例达到30%以上。", objects: ({ sentence }) => sentence.defines },
  { id: "between-bounds", example: "受理3人以上10人以下案件。", but: "培训3人以上、讲座10场以下。", objects: ({ amount, next, previous }) => bounds(amount, next) || bounds(previous, amount) },
  { id: "base-of-change", example: "审批时限由10个工作日压缩到一半。", but: "审批时限压缩到5个工作日。", objects: ({ head, text, amount }) => FROM.test(head) && BASE_OF_CHANGE.test(text.slice(amount.end, amount.end + 28)) },
];
const bounds = (lower: Seen["previous"], upper: Seen["next"]): boolean =>
  lower?.after?.row.id === "or-more" && upper?.after?.row.id === "or-less" && upper.start - lower.end <= 1;

// Money and rights.
const GRANT = new RegExp(anyOf(GRANT_WORDS));
/** Whom the grant is for: no number of such a clause is a target. */
const GRANT_CONDITION = /^(?:对于?|凡是?|首次|经|获评?|新认定|新获)/;
/** How much it is. */
const GRANT_TERMS = /^(?:按照?|每|单个|其中|最高|分别|一次性)/;
/** What is done when it comes to that. */
const THEN = /^[，；](?:启动[^，。]{0,12}响应|发布[^，。]{0,12}预警|可以?(?:申请|申领|享受|获得|按|给予)|(?:按规定|优先|由[^，。]{0,10})(?:给予|予以|支持|安排)|责令|吊销|扣减|扣除|处以|给予|予以|视为|认定为|不予|不得|取消)/;
/** 90分以上的为优秀. */
const GRADE = /^的?(?:评定?为|定为|视为|认定为|列为|为)[^，。；]{0,8}(?:优秀|良好|合格|达标|等次|[一二三优良]等|[甲乙丙]等|档)/;
const CONDITION_FIRST = /^(?:当|若|如果?(?!期)|一旦|凡是?|每当|未|逾期|出现|遇)/;
const ENTITLED = /(?:只能?|仅|限)[^，。；、]{0,6}$|(?:补贴|补助|政策|每人|每户|每家)[^，。；]{0,10}(?:享受|申请|申领|领取)[^，。；、]{0,4}$/;

const GRANTS: readonly Objection[] = [
  { id: "money-granted", example: "对首次上规的企业，给予一次性奖励20万元。", but: "完成投资20万元。", spreads: true, objects: isGranted },
  { id: "cap", example: "可申请最高20万元的创业担保贷款。", but: "项目最多20个。", objects: ({ unit, amount, head, tail }) => /元/.test(unit) && /^(?:at-most|not-above|not-over)$/.test(amount.before?.row.id ?? "") && /贷款|额度|限额|补[贴助]|资助|奖|可申请/.test(head + tail) },
  { id: "condition", example: "覆盖率达到90%以上的，优先支持。", but: "力争覆盖率达到90%以上。", spreads: true, objects: isCondition },
  { id: "entitlement", example: "补贴每人每年只享受1次。", but: "每人每年参加培训1次。", objects: ({ head, unit, compared }) => !compared && /^(?:次|项|个|家|份)$/.test(unit) && ENTITLED.test(head) },
  { id: "if-eligible", example: "优先支持其区域内1家符合条件的园区扩区。", but: "培育1家园区。", objects: ({ tail, compared }) => !compared && /^符合[^，。；]{0,8}条件/.test(tail) },
];

/** 补贴发放人数, 补贴兑现率: what is done with a grant is promised. */
const OF_GRANTING = /(?:人数|户数|家数|人次|数量|覆盖面|(?<!利|费|税|贴息)率)$/;

function isGranted({ text, clause, amount, kind, unit, sentence, head }: Seen): boolean {
  if (kind === "rate" && OF_GRANTING.test(head)) return false;
  if (amount.before?.row.id === "rises-to" && /标准|水平/.test(head)) return false;
  const { grantFrom } = sentence;
  const money = /元/.test(unit);
  const share = kind === "rate" && (GRANT.test(text.slice(Math.max(clause.start, amount.start - 80), Math.min(clause.end, amount.end + 12))) || GRANT_TERMS.test(text.slice(clause.start, clause.start + 4)));
  if (amount.number >= grantFrom) return money || share;
  if (grantFrom < Infinity && GRANT_CONDITION.test(text.slice(clause.start, clause.start + 4))) return true;
  return money && GRANT.test(text.slice(Math.max(clause.start, amount.start - 24), amount.start));
}

/** 覆盖率达到90%以上的，…; 当库存低于50%时，…. */
function isCondition(seen: Seen): boolean {
  const { text, clause, amount, compared } = seen;
  if (calendarUnit(amount.measure.kind) || clause.end - amount.end > 40) return false;
  const mark = text[clause.end] ?? "";
  const last = text[clause.end - 1]!;
  if (last === "的" && /[，。；]/.test(mark) && clause.end > amount.end) return true;
  if (!compared) return false;
  return THEN.test(text.slice(clause.end, clause.end + 24)) || GRADE.test(text.slice(amount.end, amount.end + 24)) || opensOrClosesCondition(seen);
}

/** 当…低于30%; 达到80%后，. */
function opensOrClosesCondition({ text, clause, amount }: Seen): boolean {
  if (CONDITION_FIRST.test(text.slice(clause.start, clause.start + 2))) return true;
  const last = text.slice(Math.max(amount.end, clause.end - 2), clause.end);
  return text[clause.end] === "，" && /[时后]$/.test(last) && !/[小同届]时$/.test(last);
}
const calendarUnit = (kind: Seen["kind"]): boolean => kind === "time";

const TOLD: readonly Objection[] = [
  { id: "background", example: "全区已建成充电站36座。", but: "在现有基础上新增充电站36座。", spreads: true, objects: ({ head }) => isBackground(head) },
  { id: "background-goes-on", example: "现有充电站36座，其中快充站10座。", but: "现有充电站36座，新增快充站10座。", objects: ({ sentence, head, when }) => sentence.background && !when.stated && !FUTURE.test(head) && (sentence.among || !VERB.test(head)) },
];

// Time, age, scores.
const PROCEDURE = new RegExp(anyOf(PROCEDURE_WORDS));
const TIME_ASKED = /寿命|年限|时限|时间|用时|时长|周期|提速|办结|办理|响应|审批|审核|放行|到达|出警|处置|培训|学习|实践|服务|停电|等候|通关/;
const REACH_OF_PLACE = /^(?:的|[^，]{0,4}圈|到达圈|生活|都市|经济|交通|通勤|高铁|出行|可达)/;

const TIMES: readonly Objection[] = [
  { id: "procedure", example: "公示不少于5个工作日。", but: "审批时限压缩至5个工作日。", objects: (seen) => seen.kind === "time" && PROCEDURE.test(around(seen, 30, 16)) },
  { id: "calendar", example: "招收工作3年以上的技工。", but: "设施使用寿命达到30年。", objects: ({ kind, unit, head, amount }) => kind === "time" && /^[年月日]$/.test(unit) && !(/寿命|年限/.test(head) && amount.before) },
  { id: "length-of-time", example: "打造15分钟生活圈。", but: "平均办理时间压缩至15分钟。", objects: (seen) => seen.kind === "time" && !isTimePromised(seen) },
  { id: "age", example: "照料80岁以上老人。", but: "人均预期寿命提高到80岁。", objects: ({ kind, head, compared }) => kind === "age" && !(/寿命|年龄/.test(head) && compared) },
  { id: "score", example: "未完成的扣2分。", but: "群众满意度测评达到90分以上。", objects: ({ kind, head, compared }) => kind === "score" && !(/满意度|测评|评价|得分|成绩|指数/.test(head) && compared) },
];

function isTimePromised(seen: Seen): boolean {
  const { amount, unit, head, tail, lead, afterTarget } = seen;
  if (afterTarget && LIST_LINK.test(lead)) return true;
  if (amount.before) return tail === "" || /^[、和及并(]/.test(tail) || TIME_ASKED.test(around(seen, 30, 16));
  if (within(seen) && /小时|分钟|工作日|天|秒/.test(unit)) return !REACH_OF_PLACE.test(tail);
  if (amount.after?.row.op === ">=" && /培训|学习|实践|学时|跟岗|锻炼/.test(head)) return true;
  return CHANGE_LAST.test(head) && /压缩|缩短|提前|减少|增加|增/.test(head);
}

// Of which things, not how many.
const TARGET = new RegExp(`^的?${anyOf(TARGET_NOUNS)}`);
/** 设立总规模50亿元的基金: the size of what is promised is promised too. */
const SIZE_LAST = new RegExp(`${anyOf(SUM_VERBS)}[^，。；]{0,8}?总?(?:规模|面积|容量)$|(?:设立|组建)总?规模$`);
const BODY = new RegExp(`^的[^，。；、]{0,8}${anyOf(BODIES)}`);
const PLACED_AFTER = /^[^，。；\n]{0,16}(?:开展|建设|推广|实施|建立|布设|试点|设立|设置|建成|安装|组织|完成|配备)/;

const isObject = ({ lead, amount }: Seen): boolean => lead === "" || OBJECT_VERB_LAST.test(lead) || (LONG_VERB_LAST.test(lead) && !/服务|支持|帮扶|扶持|引导|鼓励|帮助|对接|推动$/.test(lead)) || (amount.before?.word.startsWith("完成") ?? false);
const isAlone = ({ lead }: Seen): boolean => withoutModals(lead) === "";
/** Of things: a noun stands right behind, and no link to another item. */
const nounFollows = ({ tail }: Seen): boolean => CHINESE.test(tail[0] ?? "") && !/^(?:和|及|与|以及|或|并|等|且|左右|，|的)/.test(tail);
const ofThings = (seen: Seen): boolean => !calendar(seen) && nounFollows(seen) && seen.amount.after !== undefined;

/** 新建10千伏线路500公里: a size with a noun that another number counts. */
const describesNext = (seen: Seen): boolean => !calendarUnit(seen.kind) && seen.kind !== "count" && seen.kind !== "rate" && countsNoun(seen);

const FACTS = /(?:总投资额?|占地面积?|总?建筑面积|用地面积|总?概算|总?估算)为?$/;

/** The next number counts the noun behind this one: 年接待10万人次以上的展馆20家. */
function countsNoun({ text, amount, next }: Seen): boolean {
  if (!next) return false;
  const between = text.slice(amount.end, Math.min(next.start, amount.end + 24));
  return CHINESE.test(between[0] ?? "") && next.start - amount.end < 24 && !/[、和及与，并]/.test(between);
}

function isDescribed(seen: Seen): boolean {
  const { tail, lead, kind, previous } = seen;
  if (calendar(seen) || !tail.startsWith("的")) return false;
  // 1支不少于20人的队伍: the second number describes what the first one counts.
  if (lead === "" && previous) return true;
  if (TARGET.test(tail) || SIZE_LAST.test(lead)) return false;
  if (kind === "rate") return !(isAlone(seen) || isObject(seen) || (/在$/.test(lead) && PLACED_AFTER.test(tail)));
  return kind !== "count" || countsNoun(seen) || !(isObject(seen) || isAlone(seen));
}

const QUALIFIERS: readonly Objection[] = [
  { id: "composed-of", example: "组建由20名律师组成的服务团。", but: "组建由律师组成的服务团20个。", objects: ({ lead, tail }) => /由$/.test(lead) && /^[^，。；]{0,12}组成/.test(tail) },
  { id: "size-of-next", example: "新建500千瓦机组3台。", but: "完成装机500千瓦，新建机组3台。", objects: (seen) => describesNext(seen) },
  { id: "size-of-event", example: "组织500名以上学生参加的活动30场。", but: "组织500名以上学生参加活动30场。", objects: (seen) => seen.kind === "count" && /^(?:人|名|户|家)$/.test(seen.unit) && countsNoun(seen) && /的/.test(seen.text.slice(seen.amount.end, seen.next!.start)) },
  { id: "project-facts", example: "项目总投资12亿元。", but: "完成总投资12亿元。", objects: ({ kind, compared, lead, head }) => kind === "amount" && !compared && FACTS.test(lead) && !/完成|达到|新增|力争|确保|实现/.test(head) },
  { id: "size-limit", example: "关闭3万吨/年及以下煤矿。", but: "产能控制在3万吨/年以下。", objects: ({ kind, amount, tail, next, head }) => kind === "amount" && /^[及或]/.test(amount.after?.word ?? "") && !amount.before && (next?.start === amount.end || CHINESE.test(tail[0] ?? "")) && !CHANGE_LAST.test(head) },
  { id: "size-of-body", example: "支持超过100人的企业开展培训。", but: "建成覆盖100户的供水站。", objects: ({ kind, unit, tail, compared }) => kind === "count" && compared && /^(?:人|名|户|床|张|间|辆|台|头|只|羽|栋)$/.test(unit) && BODY.test(tail) },
  { id: "described", example: "帮扶年收入20万元以上的网店。", but: "90%以上的村建有文化活动室。", objects: (seen) => isDescribed(seen) },
  { id: "inside-of", example: "整治城区5公里内黑臭水体。", but: "漏损率控制在9%内。", objects: (seen) => !calendar(seen) && seen.amount.after?.word === "内" && seen.kind !== "rate" },
  { id: "share-of-things", example: "支持占股50%以上企业。", but: "力争50%以上企业参保。", doubtful: true, objects: (seen) => ofThings(seen) && seen.kind === "rate" && !seen.amount.before && !isAlone(seen) && !isObject(seen) && !CHANGE_LAST.test(seen.lead) },
  { id: "amount-of-things", example: "改造30万千瓦以上煤电机组。", but: "完成3亿元以上投资。", doubtful: true, objects: (seen) => ofThings(seen) && seen.kind === "amount" && !SUM_VERB_LAST.test(seen.lead) && !isAlone(seen) && !STOPS.includes(seen.text[seen.amount.end] ?? "") && seen.amount.end < seen.clause.end },
];

// What counts headings, lists and ideas rather than things.
const HEADING = new RegExp(`^[^，。；、：:,;\n]{0,8}${anyOf(HEADING_NOUNS)}(?=$|[，。；、：:,;\n(和及])`);
/** What is spoken of in parts. */
const PARTS = /^(?:方面|环节|领域|层面|维度|要素|等次|档次|等级|步骤|阶段|类别|层次|部分)/;
const NO_TARGETS = /^[^，。；、：:,;\n]{0,8}(?:措施|举措|任务|机制|方面|原则|清单|要求)(?=$|[，。；、：:,;\n(和及])/;
const BUILT = /新增|新建|新开工|开工|竣工|投产|建成|投运|续建|完工|交付|完成|改造/;
const THERE_ARE = /^[\u4e00-\u9fff]{0,6}?(?:(?:共有|现有|现辖|共辖|下辖)(?!.*(?:新增|新建|达到|增加))|(?:总人口|常住人口|户籍人口|国土面积|幅员面积|登记在册[\u4e00-\u9fff]{0,6})[为约达]?$)/;
const OFFICE = new RegExp(`^${OFFICES}(?!的)`);
/** Bodies that carry the plan out, and whom they are to name. */
const OWN_BODY = /^[^，。；、和及]{0,6}(?:领导小组|专班|工作组|专项小组|推进组|指挥部|工作小组|专项组|督导组|检查组)/;
const CONTACT = /^[^，。；、和及]{0,6}(?:联络员|联系人|分管领导|负责同志|负责人|经办人|工作人员)/;
const RUN = new RegExp(`${anyOf(SUPERVISION)}[^，。；]{0,4}$`);
const RUN_AFTER = new RegExp(`^[^，。；]{0,6}${anyOf(SUPERVISION)}`);
const EVENT = /^(?:次|场|期|届|轮|场次)$/;
const CADENCE = /每[一二两三四五六\d]?个?(?:年|学期|学年|季度|季|月|半年|周)/;

function sumsUpList({ lead, amount, unit, head }: Seen): boolean {
  if (!/等$/.test(lead) || !/^(?:类|项|个|种|家|户|部|条|名|方面|大)$/.test(unit)) return false;
  const listed = lead.split("、").length;
  return !LONG_VERB.test(head) || (listed > 1 && amount.value <= listed + 1);
}

const COUNTS: readonly Objection[] = [
  { id: "sum-of-list", example: "设备有主机、终端、标签等3类。", but: "新建广场、公园等12个项目。", objects: (seen) => !calendar(seen) && sumsUpList(seen) },
  { id: "offices", example: "协调9个部门单位落实。", but: "接入50个部门的政务数据。", objects: ({ kind, tail, head, compared }) => kind === "count" && !compared && OFFICE.test(tail) && (/等$/.test(head) || !VERB.test(head)) },
  { id: "own-bodies", example: "成立5个工作专班。", but: "成立5个志愿服务队。", objects: ({ kind, tail, compared }) => kind === "count" && !compared && OWN_BODY.test(tail) },
  { id: "contact", example: "确定1名联络员报办公室。", but: "配备1名心理教师。", objects: ({ unit, tail, compared }) => !compared && /^[名位人]$/.test(unit) && CONTACT.test(tail) },
  { id: "supervision", example: "每半年考评一次。", but: "每半年义诊一次。", objects: ({ unit, head, tail, compared }) => EVENT.test(unit) && !compared && (RUN.test(head) || RUN_AFTER.test(tail)) },
  { id: "heading", example: "开展5项便民行动。", but: "新增投产5项工程。", objects: (seen) => seen.kind === "count" && !seen.compared && isHeading(seen) },
  // 9个乡镇快递服务全覆盖: all there are; the number is none to reach.
  { id: "all-there-are", example: "实现全区9个镇公交全覆盖。", but: "实现不少于9个镇公交全覆盖。", objects: ({ kind, compared, text, clause, amount }) => !compared && kind === "count" && /全覆盖/.test(text.slice(amount.end, Math.min(clause.end, amount.end + 80))) },
  { id: "composition", example: "平台包含19类模块。", but: "平台包含模块，新增19类。", objects: (seen) => !calendar(seen) && seen.kind !== "rate" && !seen.compared && COMPOSED.test(seen.head) },
  { id: "frame", example: "围绕3条产业链推进。", but: "围绕产业链新增3条。", objects: (seen) => !calendar(seen) && isFramed(seen.head) },
  { id: "there-are", example: "全县共有行政村120个。", but: "全县新增充电桩120个。", objects: ({ compared, head }) => !compared && THERE_ARE.test(head) },
  { id: "that-are-there", example: "由镇街的36处公园提供服务。", but: "关停退出参与整合的36家小炼厂。", objects: (seen) => !calendar(seen) && !seen.compared && seen.lead.endsWith("的") && !opensWithVerb(seen) },
];

function isHeading(seen: Seen): boolean {
  const { amount, unit, tail, head, lead, afterTarget } = seen;
  if (afterTarget && /(?:^|[、和及与])$/.test(lead)) return false;
  if (amount.chinese) return HEADING.test(tail.slice(0, 20));
  if (amount.max !== undefined || !/^(?:个|项|大|条|类)$/.test(unit)) return false;
  if (PARTS.test(tail)) return true;
  return (NO_TARGETS.test(tail) && !/制定|出台|编制/.test(head)) || (amount.value <= 20 && HEADING.test(tail) && !(/工程|项目/.test(tail) && BUILT.test(head)));
}

/** 个 and the like right behind a small Chinese number count ideas rather than things: 两个维护, 四个方面. */
const CHINESE_COUNTS = /^(?:名|家|所|场|场次|次|期|届|座|处|条|支|人|批次|台|辆|部|张|间|户|个|项|件|套|轮|课时|学时|本|册|篇)$/;
const BUILDING_VERB_LAST = /(?:建设|新建|建成|改建|扩建|改造|打造|培育|创建|争创|举办|开展|组织|召开|新增|引进|组建|设立|建立|完成|安排|培训|认定|遴选|推出|举行|布设|配备|至少|创作|选派|增加)(?:了|出|好|成)?$/;

/** Chinese numbers stand in so many names that only comparing words, a cadence or a building verb make them targets. */
const isCompared = ({ amount }: Seen): boolean => amount.before !== undefined && !/^(?:points-at|reaches-to|roughly|near|over|at-most)$/.test(amount.before.row.id);
const isCadence = ({ unit, head }: Seen): boolean => EVENT.test(unit) && CADENCE.test(head);
const inWords = (row: Pick<Objection, "id" | "example" | "but" | "objects">): Objection => ({ ...row, objects: (seen) => seen.amount.chinese && !calendar(seen) && row.objects(seen) });

const CHINESE_NUMBERS: readonly Objection[] = [
  inWords({ id: "ratio-in-words", example: "付出一倍努力。", but: "网店数量增长一倍。", objects: (seen) => seen.kind === "rate" && !/^[%‰]$/.test(seen.unit) && !isCompared(seen) && !CHANGE_LAST.test(seen.lead) }),
  inWords({ id: "sum-in-words", example: "流转百亩、二百亩田。", but: "流转土地二百亩。", objects: (seen) => seen.kind === "amount" && !(/[元亩吨斤]$/.test(seen.unit) && (isCompared(seen) || seen.amount.after || (VERB.test(seen.head) && !CHINESE.test(seen.tail[0] ?? "")))) }),
  inWords({ id: "idea-in-words", example: "走好三种路。", but: "新建三座桥。", objects: (seen) => seen.kind !== "rate" && seen.kind !== "amount" && (seen.kind !== "count" || !CHINESE_COUNTS.test(seen.unit)) }),
  inWords({ id: "one-in-words", example: "建设一条河道。", but: "每年举办一场。", objects: (seen) => seen.kind === "count" && seen.amount.value === 1 && !isCompared(seen) && !seen.amount.after && !isCadence(seen) }),
  inWords({ id: "name-in-words", example: "坚决做到两个维护。", but: "建设两个公园。", objects: (seen) => seen.kind === "count" && !isCompared(seen) && !seen.amount.after && !isCadence(seen) && !isBuiltInWords(seen) }),
];

function isBuiltInWords({ afterTarget, lead, head, tail, amount }: Seen): boolean {
  if (afterTarget && LIST_LINK.test(lead)) return true;
  return BUILDING_VERB_LAST.test(head) || (amount.value > 10 && LONG_VERB_LAST.test(head)) || ((tail === "" || /^[、和及]/.test(tail)) && VERB.test(head));
}

/** Reasons why an amount is no target, in the order in which they are asked for. */
export const OBJECTIONS: readonly Objection[] = [...NAMES, ...BACKGROUNDS, ...GRANTS, ...TOLD, ...TIMES, ...QUALIFIERS, ...COUNTS, ...CHINESE_NUMBERS];

/** Whether a clause grants something. */
export const grants = (text: string, { start, end }: Seen["clause"]): boolean => GRANT.test(text.slice(start, Math.min(end, start + 200)));

/** Where in a sentence money begins to be granted: the grant word beside a number. */
export function grantPosition(text: string, clauses: Seen["clause"][]): number {
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

const CAUSED = /造成|导致|致使|引发|发生|致/;
const HARM = /死亡|重伤|轻伤|失踪|中毒|伤亡|经济损失|受灾|受伤|停电|停水|减供|中断|病例|被困|疏散|转移人员/;
const HARM_FALLS = /下降|控制|减少|降低|杜绝|压减|防范|遏制/;

/** 造成3人以上10人以下死亡的: what makes an event one of a class. */
export function tellsEvent(text: string, start: number, end: number): boolean {
  const words = text.slice(start, Math.min(end, start + 400));
  return CAUSED.test(words) && HARM.test(words) && !HARM_FALLS.test(words);
}

const DEFINING_HEADING = /(?:事件|事故|灾害|响应|预警|风险|应急)[^、，]{0,4}(?:分级|级别|等级|标准)|分级(?:标准|响应|条件)|等级划分|认定标准|奖励标准|补[助贴]标准|启动条件|评分标准|计分|(?:申报|申请|准入|入选|认定|评选|遴选|参评|适用|基本)(?:条件|标准|范围|资格)/;
/** 应符合以下条件. */
const CRITERIA = /(?:以下|下列|如下)[^。；，：:]{0,4}(?:条件|情形|标准|要求)(?:之一)?(?:的)?[:：，]|(?:条件|标准)(?:为|是|如下)?[:：]/;
/** Where in a sentence the conditions begin that somebody has to meet; `Infinity` where there are none. */
export function criteriaPosition(text: string, start: number, end: number): number {
  const found = CRITERIA.exec(text.slice(start, Math.min(end, start + 400)));
  return found ? start + found.index : Infinity;
}

/** Under such headings numbers define. */
export const defines = (section: readonly string[]): boolean => section.some((heading) => DEFINING_HEADING.test(heading));
