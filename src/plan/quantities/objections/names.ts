import { PROMISE_VERBS } from "../../lexicon/promises";
import { anyOf } from "../../lexicon/wording";
import { FRACTION_UNIT } from "../../lexicon/written-numbers";
import { followsTime, type Seen } from "../seen";
import type { Objection } from "./objection";
import { CADENCE, CHINESE } from "./words";

// Names and codes.

const before = ({ text, clause, amount }: Seen, length = 1): string =>
  text.slice(Math.max(clause.start, amount.number - length), amount.number);
const behind = ({ text, amount }: Seen, length = 1): string =>
  text.slice(amount.measure.end, amount.measure.end + length);
const CODE_BEFORE = /[+×*\/#№.\-a-zA-Z~〔[]/;
const BARE_BEHIND = /[A-Za-z0-9号版届大级师型.\/〕\-+×]/;

export const NAMES: readonly Objection[] = [
  {
    id: "ordinal",
    example: "建设第3批园区。",
    but: "6月底前3个项目开工。",
    objects: (seen) => /[第前]/.test(before(seen)) && !followsTime(seen),
  },
  {
    id: "for-so-many",
    example: "配备每10万人。",
    but: "每年10万人完成培训。",
    objects: (seen) => before(seen) === "每" && !followsTime(seen),
  },
  {
    id: "per-one-done",
    example: "每新增1家企业给予支持。",
    but: "每年新增1家企业。",
    objects: ({ lead }) => PER_ONE_DONE.test(lead),
  },
  { id: "code", example: "推广1+3模式。", but: "建设驿站3个。", objects: (seen) => CODE_BEFORE.test(before(seen)) },
  {
    id: "some",
    example: "培养数十名讲解员。",
    but: "培养一百名讲解员。",
    objects: (seen) => seen.amount.chinese && /[几数上]/.test(before(seen)),
  },
  {
    id: "code-behind",
    example: "运行7×24小时热线。",
    but: "开通热线7条。",
    objects: (seen) => seen.kind !== "rate" && /[+×*#A-Za-z〕]/.test(behind(seen)),
  },
  {
    id: "level",
    example: "培育百亿级、50亿级园区。",
    but: "培育园区50个。",
    objects: (seen) => seen.tail.startsWith("级") || (!seen.amount.after && behind(seen) === "级"),
  },
  {
    id: "bare-name",
    example: "办好12345热线。",
    but: "遴选示范户1100左右。",
    objects: (seen) => seen.kind === "none" && ((!seen.compared && !isNone(seen)) || BARE_BEHIND.test(behind(seen))),
  },
  { id: "copies", example: "报送材料一式3份。", but: "编制材料3份。", objects: ({ head }) => head.endsWith("一式") },
  {
    id: "version",
    example: "打造协同办公3.0版。",
    but: "刊发专版3版。",
    objects: ({ unit, head, text, amount }) =>
      unit === "版" && (/\./.test(text.slice(amount.number, amount.measure.end)) || !/刊|版面|专版|报/.test(head)),
  },
  {
    id: "stage",
    example: "推进绕城公路改扩建2期。",
    but: "举办培训班2期。",
    objects: ({ unit, head, tail, compared }) =>
      unit === "期" && !compared && (/^(?:项目|工程)/.test(tail) || !HELD_IN_TERMS.test(head)),
  },
  {
    id: "rating",
    example: "新建35千伏变电站。",
    but: "供电电压达到35千伏。",
    objects: ({ unit, compared }) => /^(?:千伏|kV|伏)$/.test(unit) && !compared,
  },
  {
    id: "fraction",
    example: "不少于三分之二的村建成书屋。",
    but: "不少于二十个村建成书屋。",
    doubtful: true,
    objects: ({ unit }) => unit === FRACTION_UNIT,
  },
  {
    id: "once-in-name",
    example: "实现企业开办一次办成。",
    but: "每季度至少开展一次排查。",
    objects: (seen) =>
      seen.amount.chinese &&
      seen.amount.value === 1 &&
      seen.unit === "次" &&
      CHINESE.test(behind(seen)) &&
      !CADENCE.test(seen.head) &&
      !/^(?:at-least|not-below)$/.test(seen.amount.before?.row.id ?? ""),
  },
];

/** 黑臭水体比例为0. */
const isNone = ({ amount, lead, tail }: Seen): boolean =>
  amount.value === 0 && tail === "" && /(?:率|比例|占比|数|量|面积)(?:保持|控制|降)?[为到至在]?$/.test(lead);
const PER_ONE_DONE = new RegExp(
  `每(?:${anyOf(PROMISE_VERBS.filter((verb) => verb.length > 1))}|超过?|增|减|少|多|降)$`,
);
const HELD_IN_TERMS =
  /举办|开展|组织|召开|举行|培训|开设|开办|办好|办|安排|推出|刊|编|出版|播|制作|发布|发行|推送|录制|班|讲座|课/;
