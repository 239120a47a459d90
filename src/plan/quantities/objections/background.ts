import { BACKGROUND_WORDS, DESCRIBING_BRACKETS } from "../../lexicon/promises";
import { anyOf } from "../../lexicon/wording";
import { type AmountContext, VERB } from "../context";
import type { Objection } from "./objection";

// Numbers that describe the past, the present, or a definition.

/** Words that announce something new. */
const FUTURE = /力争|争取|确保|将|目标|提高到|增加到|达到|新增|新建|到20\d\d|再/;
const DESCRIBING = new RegExp(`^${anyOf(DESCRIBING_BRACKETS)}`);
const BASE_OF_CHANGE =
  /^(?:以[上下内]|左右)?[^，。；,;]{0,10}?(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|压缩|压减|缩短|缩减|精简|调整|放宽|降|升|减|增|扩)[^，。；,;]{0,4}?[到至为]/;
const BASE_OF_MORE = /^(?:以上)?的?(?:现有)?基础上/;
const FROM = /[由从将][^由从将]{0,30}$/;
const BACKGROUND = new RegExp(
  `(?<!较|比|于|同|自|由|从|[去上往]年)(?:${anyOf(BACKGROUND_WORDS)}|近[一二两三四五六七八九十\\d]{1,2}年)(?!工作|手续|准备|项目|论证|基础上)`,
);
const GROUNDS = /在[^，。；,;]{0,16}(?:基础上|之上)/g;
const isBackground = (clauseBefore: string): boolean =>
  BACKGROUND.test(clauseBefore.replace(GROUNDS, "")) && !/力争|争取|确保|到20\d\d/.test(clauseBefore);

/** 停电时间不超过5小时 sets a limit; 超过5小时 and 5小时以上 define a class of events. */
const LIMITED = /^(?:not-|held-|falls-|at-most|sign-not-)/;

export const BACKGROUNDS: readonly Objection[] = [
  {
    id: "past-year",
    example: "2021年，建成驿站5个。",
    but: "2025年，建成驿站5个。",
    applies: ({ timing }) => timing.past === true,
  },
  {
    id: "describing-bracket",
    example: "新建口袋公园(含绿道36公里)。",
    but: "建成充电桩(其中快充桩5000座)。",
    applies: ({ clause, text }) => clause.isBracketed && DESCRIBING.test(text.slice(clause.start, clause.start + 6)),
  },
  {
    id: "bracket-of-refused",
    example: "对在职人数占比提高的企业(100人的企业达到15%)给予补贴。",
    but: "参保率达到25%(其中企业达到15%)。",
    applies: ({ clause, sentence }) => clause.isBracketed && sentence.refused,
  },
  {
    id: "class-of-event",
    example: "重大事件，造成3人以上死亡。",
    but: "事故死亡人数控制在3人以下。",
    applies: ({ sentence, compared, amount }) =>
      sentence.describesEvent && compared && !LIMITED.test(amount.before?.row.id ?? ""),
  },
  {
    id: "criterion",
    example: "申报企业应符合以下条件：从业人员不少于50人。",
    but: "从业人员不少于50人。",
    applies: ({ sentence, amount }) => amount.start >= sentence.criteriaFrom,
  },
  { id: "definition", example: "（分级标准下）停电用户比例达到30%以上。", applies: ({ sentence }) => sentence.defines },
  {
    id: "between-bounds",
    example: "受理3人以上10人以下案件。",
    but: "培训3人以上、讲座10场以下。",
    applies: ({ amount, next, previous }) => bounds(amount, next) || bounds(previous, amount),
  },
  {
    id: "base-of-change",
    example: "审批时限由10个工作日压缩到一半。",
    but: "审批时限压缩到5个工作日。",
    applies: ({ clauseBefore, text, amount }) =>
      BASE_OF_MORE.test(text.slice(amount.end, amount.end + 8)) ||
      (FROM.test(clauseBefore) && BASE_OF_CHANGE.test(text.slice(amount.end, amount.end + 28))),
  },
];

const bounds = (lower: AmountContext["previous"], upper: AmountContext["next"]): boolean =>
  lower?.after?.row.id === "or-more" && upper?.after?.row.id === "or-less" && upper.start - lower.end <= 1;

export const STATED_BACKGROUND: readonly Objection[] = [
  {
    id: "background",
    example: "全区已建成充电站36座。",
    but: "在现有基础上，游客较去年同期增长5%以上。",
    spreads: true,
    applies: ({ clauseBefore }) => isBackground(clauseBefore),
  },
  {
    id: "background-goes-on",
    example: "现有充电站36座，其中快充站10座。",
    but: "现有充电站36座，新增快充站10座。",
    applies: ({ sentence, clauseBefore, timing }) =>
      sentence.background &&
      !timing.stated &&
      !FUTURE.test(clauseBefore) &&
      (sentence.splitsBackground || !VERB.test(clauseBefore)),
  },
];
