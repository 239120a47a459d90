import { PROMISE_VERBS } from "../../lexicon/promises";
import { anyOf } from "../../lexicon/wording";
import { FRACTION_UNIT } from "../../lexicon/written-numbers";
import { followsTime, type AmountContext } from "../context";
import type { Objection } from "./objection";
import { CADENCE, CHINESE } from "./patterns";

// Numbers that are part of a name or code.

const textBefore = ({ text, clause, amount }: AmountContext, length = 1): string =>
  text.slice(Math.max(clause.start, amount.number - length), amount.number);
const textAfter = ({ text, amount }: AmountContext, length = 1): string =>
  text.slice(amount.measure.end, amount.measure.end + length);
const CODE_BEFORE = /[+×*\/#№.\-a-zA-Z~〔[]/;
const BARE_BEHIND = /[A-Za-z0-9号版届大级师型.\/〕\-+×]/;

export const PARTS_OF_NAMES: readonly Objection[] = [
  {
    id: "ordinal",
    example: "建设第3批园区。",
    but: "6月底前3个项目开工。",
    applies: (context) => /[第前]/.test(textBefore(context)) && !followsTime(context),
  },
  {
    id: "for-so-many",
    example: "配备每10万人。",
    but: "每年10万人完成培训。",
    applies: (context) => textBefore(context) === "每" && !followsTime(context),
  },
  {
    id: "per-one-done",
    example: "每新增1家企业给予支持。",
    but: "每年新增1家企业。",
    applies: ({ sincePrevious }) => PER_ONE_DONE.test(sincePrevious),
  },
  {
    id: "code",
    example: "推广1+3模式。",
    but: "建设驿站3个。",
    applies: (context) => CODE_BEFORE.test(textBefore(context)),
  },
  {
    id: "some",
    example: "培养数十名讲解员。",
    but: "培养一百名讲解员。",
    applies: (context) => context.amount.chinese && /[几数上]/.test(textBefore(context)),
  },
  {
    id: "code-behind",
    example: "运行7×24小时热线。",
    but: "开通热线7条。",
    applies: (context) => context.kind !== "rate" && /[+×*#A-Za-z〕]/.test(textAfter(context)),
  },
  {
    id: "level",
    example: "培育百亿级、50亿级园区。",
    but: "培育园区50个。",
    applies: (context) => context.clauseAfter.startsWith("级"),
  },
  {
    id: "bare-name",
    example: "办好12345热线。",
    but: "遴选示范户1100左右。",
    applies: (context) =>
      context.kind === "none" && ((!context.compared && !isNone(context)) || BARE_BEHIND.test(textAfter(context))),
  },
  {
    id: "copies",
    example: "报送材料一式3份。",
    but: "编制材料3份。",
    applies: ({ clauseBefore }) => clauseBefore.endsWith("一式"),
  },
  {
    id: "version",
    example: "打造协同办公3.0版。",
    but: "刊发专版3版。",
    applies: ({ unit, clauseBefore, text, amount }) =>
      unit === "版" &&
      (/\./.test(text.slice(amount.number, amount.measure.end)) || !/刊|版面|专版|报/.test(clauseBefore)),
  },
  {
    id: "stage",
    example: "推进绕城公路改扩建2期。",
    but: "举办培训班2期。",
    applies: ({ unit, clauseBefore, clauseAfter, compared }) =>
      unit === "期" && !compared && (/^(?:项目|工程)/.test(clauseAfter) || !HELD_IN_TERMS.test(clauseBefore)),
  },
  {
    id: "rating",
    example: "新建35千伏变电站。",
    but: "供电电压达到35千伏。",
    applies: ({ unit, compared }) => /^(?:千伏|kV|伏)$/.test(unit) && !compared,
  },
  {
    id: "fraction",
    example: "不少于三分之二的村建成书屋。",
    but: "不少于二十个村建成书屋。",
    doubtful: true,
    applies: ({ unit }) => unit === FRACTION_UNIT,
  },
  {
    id: "once-in-name",
    example: "实现企业开办一次办成。",
    but: "每季度至少开展一次排查。",
    applies: (context) =>
      context.amount.chinese &&
      context.amount.value === 1 &&
      context.unit === "次" &&
      CHINESE.test(textAfter(context)) &&
      !CADENCE.test(context.clauseBefore) &&
      !/^(?:at-least|not-below)$/.test(context.amount.before?.row.id ?? ""),
  },
];

/** Zero as a target: 黑臭水体比例为0. */
const isNone = ({ amount, sincePrevious, clauseAfter }: AmountContext): boolean =>
  amount.value === 0 &&
  clauseAfter === "" &&
  /(?:率|比例|占比|数|量|面积)(?:保持|控制|降)?[为到至在]?$/.test(sincePrevious);
const PER_ONE_DONE = new RegExp(
  `每(?:${anyOf(PROMISE_VERBS.filter((verb) => verb.length > 1))}|超过?|增|减|少|多|降)$`,
);
const HELD_IN_TERMS =
  /举办|开展|组织|召开|举行|培训|开设|开办|办好|办|安排|推出|刊|编|出版|播|制作|发布|发行|推送|录制|班|讲座|课/;
