import { COMPOSING_WORDS, FRAME_WORDS, HEADING_NOUNS, OFFICES, SUPERVISION, WORK_WORDS } from "../../lexicon/promises";
import { anyOf } from "../../lexicon/wording";
import { opensWithVerb, type AmountContext, VERB } from "../context";
import type { Objection } from "./objection";
import { CADENCE, isTimeAgeOrScore, EVENT, LONG_VERB, governedBy } from "./patterns";

// Numbers that count headings, lists and offices rather than things.

/** Matches a clause where one of the words comes first in its clause or list item, with no promise verb after it. */
function framedBy(words: readonly string[]): (clauseBefore: string) => boolean {
  const any = new RegExp(anyOf(words), "g");
  const first = new RegExp(`^(?:要|应|须|并|且|同时)?${anyOf(words)}`);
  return (clauseBefore) =>
    governedBy(
      any,
      clauseBefore,
      ({ index }) => index === 0 || /[、，并且和]/.test(clauseBefore[index! - 1]!) || first.test(clauseBefore),
    );
}
const isFramed = framedBy(FRAME_WORDS);
const isWork = framedBy(WORK_WORDS);
/** 设备包含主机等: verbs after such words are parts of names, unless they announce something new. */
const COMPOSED = new RegExp(
  `${anyOf(COMPOSING_WORDS.filter((word) => word.length > 1))}(?!.*(?:新增|新建|增加|扩展|力争|达到|完成|建成))`,
);
const HEADING = new RegExp(`^[^，。；、：:,;\n]{0,8}${anyOf(HEADING_NOUNS)}(?=$|[，。；、：:,;\n(和及])`);
/** Abstract parts of a subject. */
const PARTS = /^(?:方面|环节|领域|层面|维度|要素|等次|档次|等级|步骤|阶段|类别|层次|部分)/;
const NO_TARGETS = /^[^，。；、：:,;\n]{0,8}(?:措施|举措|任务|机制|方面|原则|清单|要求)(?=$|[，。；、：:,;\n(和及])/;
const BUILT = /新增|新建|新开工|开工|竣工|投产|建成|投运|续建|完工|交付|完成|改造/;
const THERE_ARE =
  /^[\u4e00-\u9fff]{0,6}?(?:(?:共有|现有|现辖|共辖|下辖)(?!.*(?:新增|新建|达到|增加))|(?:总人口|常住人口|户籍人口|国土面积|幅员面积|登记在册[\u4e00-\u9fff]{0,6})[为约达]?$)/;
const OFFICE = new RegExp(`^${OFFICES}(?!的)`);
/** Bodies that carry out the plan, and the people they must appoint. */
const OWN_BODY = /^[^，。；、和及]{0,6}(?:领导小组|专班|工作组|专项小组|推进组|指挥部|工作小组|专项组|督导组|检查组)/;
const CONTACT = /^[^，。；、和及]{0,6}(?:联络员|联系人|分管领导|负责同志|负责人|经办人|工作人员)/;
const RUN = new RegExp(`${anyOf(SUPERVISION)}[^，。；,;]{0,4}$`);
const RUN_AFTER = new RegExp(`^[^，。；,;]{0,6}${anyOf(SUPERVISION)}`);

function sumsUpList({ sincePrevious, amount, unit, clauseBefore }: AmountContext): boolean {
  if (!/等$/.test(sincePrevious) || !/^(?:类|项|个|种|家|户|部|条|名|方面|大)$/.test(unit)) return false;
  // Kinds are counted where they are listed, whatever the verb: 配备主机、标签等5类设备.
  if (/^(?:类|种|方面|大)$/.test(unit)) return true;
  const listed = sincePrevious.split("、").length;
  return !LONG_VERB.test(clauseBefore) || (listed > 1 && amount.value <= listed + 1);
}

export const COUNTS: readonly Objection[] = [
  {
    id: "sum-of-list",
    example: "设备有主机、终端、标签等3类。",
    but: "新建广场、公园等12个项目。",
    applies: (context) => !isTimeAgeOrScore(context) && sumsUpList(context),
  },
  {
    id: "offices",
    example: "协调9个部门单位落实。",
    but: "接入50个部门的政务数据。",
    applies: ({ kind, clauseAfter, clauseBefore, compared }) =>
      kind === "count" &&
      !compared &&
      OFFICE.test(clauseAfter) &&
      (/等$/.test(clauseBefore) || !VERB.test(clauseBefore)),
  },
  {
    id: "own-bodies",
    example: "成立5个工作专班。",
    but: "成立5个志愿服务队。",
    applies: ({ kind, clauseAfter, compared }) => kind === "count" && !compared && OWN_BODY.test(clauseAfter),
  },
  {
    id: "contact",
    example: "确定1名联络员报办公室。",
    but: "配备1名心理教师。",
    applies: ({ unit, clauseAfter, compared }) => !compared && /^[名位人]$/.test(unit) && CONTACT.test(clauseAfter),
  },
  {
    id: "supervision",
    example: "每半年考评一次。",
    but: "开展专项督查4次。",
    applies: ({ unit, clauseBefore, clauseAfter, compared, amount }) =>
      EVENT.test(unit) &&
      !compared &&
      (amount.chinese || CADENCE.test(clauseBefore)) &&
      (RUN.test(clauseBefore) || RUN_AFTER.test(clauseAfter)),
  },
  {
    id: "heading",
    example: "开展5项便民行动。",
    but: "新增投产5项工程。",
    applies: (context) => context.kind === "count" && !context.compared && isHeading(context),
  },
  // 9个乡镇快递服务全覆盖: the number is all there are, not one to reach.
  {
    id: "all-there-are",
    example: "实现全区9个镇公交全覆盖。",
    but: "实现不少于9个镇公交全覆盖。",
    applies: ({ kind, compared, text, clause, amount }) =>
      !compared && kind === "count" && /全覆盖/.test(text.slice(amount.end, Math.min(clause.end, amount.end + 80))),
  },
  {
    id: "composition",
    example: "平台包含19类模块。",
    but: "平台包含模块，新增19类。",
    applies: (context) =>
      !isTimeAgeOrScore(context) && context.kind !== "rate" && !context.compared && COMPOSED.test(context.clauseBefore),
  },
  {
    id: "frame",
    example: "围绕3条产业链推进。",
    but: "围绕产业链新增3条。",
    applies: (context) => !isTimeAgeOrScore(context) && isFramed(context.clauseBefore),
  },
  {
    id: "work",
    example: "做好3类人员的工作。",
    but: "优化公交线路20条左右。",
    applies: (context) =>
      !isTimeAgeOrScore(context) &&
      !context.compared &&
      context.clauseAfter !== "" &&
      !/^[、和及与(]/.test(context.clauseAfter) &&
      isWork(context.clauseBefore),
  },
  {
    id: "there-are",
    example: "全县共有行政村120个。",
    but: "全县新增充电桩120个。",
    applies: ({ compared, clauseBefore }) => !compared && THERE_ARE.test(clauseBefore),
  },
  {
    id: "that-are-there",
    example: "由镇街的36处公园提供服务。",
    but: "关停退出参与整合的36家小炼厂。",
    applies: (context) =>
      !isTimeAgeOrScore(context) &&
      !context.compared &&
      context.sincePrevious.endsWith("的") &&
      !opensWithVerb(context),
  },
];

function isHeading(context: AmountContext): boolean {
  const { amount, unit, clauseAfter, clauseBefore, sincePrevious, afterTarget } = context;
  if (afterTarget && /(?:^|[、和及与])$/.test(sincePrevious)) return false;
  if (amount.chinese) return HEADING.test(clauseAfter.slice(0, 20));
  if (amount.max !== undefined || !/^(?:个|项|大|条|类)$/.test(unit)) return false;
  if (PARTS.test(clauseAfter)) return true;
  return (
    (NO_TARGETS.test(clauseAfter) && !/制定|出台|编制/.test(clauseBefore)) ||
    (amount.value <= 20 && HEADING.test(clauseAfter) && !(/工程|项目/.test(clauseAfter) && BUILT.test(clauseBefore)))
  );
}
