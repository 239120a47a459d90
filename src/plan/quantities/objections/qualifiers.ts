import { BODIES, SUM_VERBS, TARGET_NOUNS } from "../../lexicon/promises";
import { anyOf, STOPS } from "../../lexicon/wording";
import { type AmountContext, withoutModals } from "../context";
import type { Objection } from "./objection";
import {
  isTimeAgeOrScore,
  CHANGE_LAST,
  CHINESE,
  countsNoun,
  LONG_VERB_LAST,
  OBJECT_VERB_LAST,
  SUM_VERB_LAST,
} from "./patterns";

// Numbers that say which things are meant, not how many.

const TARGET = new RegExp(`^的?${anyOf(TARGET_NOUNS)}`);
/** 设立总规模50亿元的基金: the promised thing's size is promised too. */
const SIZE_LAST = new RegExp(`${anyOf(SUM_VERBS)}[^，。；,;]{0,8}?总?(?:规模|面积|容量)$|(?:设立|组建)总?规模$`);
const BODY = new RegExp(`^的[^，。；、]{0,8}${anyOf(BODIES)}`);
const PLACED_AFTER = /^[^，。；,;\n]{0,16}(?:开展|建设|推广|实施|建立|布设|试点|设立|设置|建成|安装|组织|完成|配备)/;
const isObject = ({ sincePrevious, amount }: AmountContext): boolean =>
  sincePrevious === "" ||
  OBJECT_VERB_LAST.test(sincePrevious) ||
  (LONG_VERB_LAST.test(sincePrevious) && !/服务|支持|帮扶|扶持|引导|鼓励|帮助|对接|推动$/.test(sincePrevious)) ||
  (amount.before?.word.startsWith("完成") ?? false);
const isAlone = ({ sincePrevious }: AmountContext): boolean => withoutModals(sincePrevious) === "";
/** A noun comes right after the amount, without a link to another item. */
const nounFollows = ({ clauseAfter }: AmountContext): boolean =>
  CHINESE.test(clauseAfter[0] ?? "") && !/^(?:和|及|与|以及|或|并|等|且|左右|，|的)/.test(clauseAfter);
const ofThings = (context: AmountContext): boolean =>
  !isTimeAgeOrScore(context) && nounFollows(context) && context.amount.after !== undefined;
/** 新建10千伏线路500公里: a size, with a noun that another number counts. */
const describesNext = (context: AmountContext): boolean =>
  context.kind !== "time" && context.kind !== "count" && context.kind !== "rate" && countsNoun(context);
/** What may stand between how many things there are and how many parts each has: 3个各有500个泊位的停车场. */
const HAVING = /^各?(?:有|设|设有|拥有|含)?$/;
/** The parts that the amount counts, and 的 before the thing that has them: 200张床位的敬老院. */
const PARTS_OF_NEXT = /^[\u4e00-\u9fff]{1,5}的[\u4e00-\u9fff]/;
const FACTS = /(?:总投资额?|占地面积?|总?建筑面积|用地面积|总?概算|总?估算)为?$/;

function isDescribed(context: AmountContext): boolean {
  const { clauseAfter, sincePrevious, kind, previous } = context;
  if (isTimeAgeOrScore(context) || !clauseAfter.startsWith("的")) return false;
  // 1支不少于20人的队伍: the second number describes the thing that the first one counts.
  if (sincePrevious === "" && previous) return true;
  if (TARGET.test(clauseAfter) || SIZE_LAST.test(sincePrevious)) return false;
  if (kind === "rate")
    return !(isAlone(context) || isObject(context) || (/在$/.test(sincePrevious) && PLACED_AFTER.test(clauseAfter)));
  return kind !== "count" || countsNoun(context) || !(isObject(context) || isAlone(context));
}

export const QUALIFIERS: readonly Objection[] = [
  {
    id: "composed-of",
    example: "组建由20名律师组成的服务团。",
    but: "组建由律师组成的服务团20个。",
    applies: ({ sincePrevious, clauseAfter }) =>
      /由$/.test(sincePrevious) && /^[^，。；,;]{0,12}组成/.test(clauseAfter),
  },
  {
    id: "size-of-next",
    example: "新建500千瓦机组3台。",
    but: "完成装机500千瓦，新建机组3台。",
    applies: (context) => describesNext(context),
  },
  {
    id: "size-of-event",
    example: "组织500名以上学生参加的活动30场。",
    but: "组织500名以上学生参加活动30场。",
    applies: (context) =>
      context.kind === "count" &&
      /^(?:人|名|户|家)$/.test(context.unit) &&
      countsNoun(context) &&
      /的/.test(context.text.slice(context.amount.end, context.next!.start)),
  },
  {
    id: "project-facts",
    example: "项目总投资12亿元。",
    but: "完成总投资12亿元。",
    applies: ({ kind, compared, sincePrevious, clauseBefore }) =>
      kind === "amount" &&
      !compared &&
      FACTS.test(sincePrevious) &&
      !/完成|达到|新增|力争|确保|实现/.test(clauseBefore),
  },
  {
    id: "size-limit",
    example: "关闭3万吨/年及以下煤矿。",
    but: "产能控制在3万吨/年以下。",
    applies: ({ kind, amount, clauseAfter, next, clauseBefore }) =>
      kind === "amount" &&
      /^[及或]/.test(amount.after?.word ?? "") &&
      !amount.before &&
      (next?.start === amount.end || CHINESE.test(clauseAfter[0] ?? "")) &&
      !CHANGE_LAST.test(clauseBefore),
  },
  {
    id: "size-of-body",
    example: "支持超过100人的企业开展培训。",
    but: "建成覆盖100户的供水站。",
    applies: ({ kind, unit, clauseAfter, compared }) =>
      kind === "count" && compared && /^(?:人|名|户|床|张|间|辆|台|头|只|羽|栋)$/.test(unit) && BODY.test(clauseAfter),
  },
  {
    id: "described",
    example: "帮扶年收入20万元以上的网店。",
    but: "90%以上的村建有文化活动室。",
    applies: (context) => isDescribed(context),
  },
  {
    id: "described-by-parts",
    example: "建成1所不少于200张床位的敬老院。",
    but: "建成1所敬老院，不少于200张床位。",
    applies: (context) =>
      !isTimeAgeOrScore(context) &&
      context.previous !== undefined &&
      HAVING.test(context.sincePrevious) &&
      PARTS_OF_NEXT.test(context.clauseAfter),
  },
  {
    id: "inside-of",
    example: "整治城区5公里内黑臭水体。",
    but: "漏损率控制在9%内。",
    applies: (context) => !isTimeAgeOrScore(context) && context.amount.after?.word === "内" && context.kind !== "rate",
  },
  {
    id: "share-of-things",
    example: "支持占股50%以上企业。",
    but: "力争50%以上企业参保。",
    doubtful: true,
    applies: (context) =>
      ofThings(context) &&
      context.kind === "rate" &&
      !context.amount.before &&
      !isAlone(context) &&
      !isObject(context) &&
      !CHANGE_LAST.test(context.sincePrevious),
  },
  {
    id: "amount-of-things",
    example: "改造30万千瓦以上煤电机组。",
    but: "完成3亿元以上投资。",
    doubtful: true,
    applies: (context) =>
      ofThings(context) &&
      context.kind === "amount" &&
      !SUM_VERB_LAST.test(context.sincePrevious) &&
      !isAlone(context) &&
      !STOPS.includes(context.text[context.amount.end] ?? "") &&
      context.amount.end < context.clause.end,
  },
];
