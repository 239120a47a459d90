import { BODIES, SUM_VERBS, TARGET_NOUNS } from "../../lexicon/promises";
import { anyOf, STOPS } from "../../lexicon/wording";
import { type Seen, withoutModals } from "../seen";
import type { Objection } from "./objection";
import { calendar, CHANGE_LAST, CHINESE, countsNoun, LONG_VERB_LAST, OBJECT_VERB_LAST, SUM_VERB_LAST } from "./words";

// Of which things, not how many.

const TARGET = new RegExp(`^的?${anyOf(TARGET_NOUNS)}`);
/** 设立总规模50亿元的基金: the size of what is promised is promised too. */
const SIZE_LAST = new RegExp(`${anyOf(SUM_VERBS)}[^，。；,;]{0,8}?总?(?:规模|面积|容量)$|(?:设立|组建)总?规模$`);
const BODY = new RegExp(`^的[^，。；、]{0,8}${anyOf(BODIES)}`);
const PLACED_AFTER = /^[^，。；,;\n]{0,16}(?:开展|建设|推广|实施|建立|布设|试点|设立|设置|建成|安装|组织|完成|配备)/;
const isObject = ({ lead, amount }: Seen): boolean =>
  lead === "" ||
  OBJECT_VERB_LAST.test(lead) ||
  (LONG_VERB_LAST.test(lead) && !/服务|支持|帮扶|扶持|引导|鼓励|帮助|对接|推动$/.test(lead)) ||
  (amount.before?.word.startsWith("完成") ?? false);
const isAlone = ({ lead }: Seen): boolean => withoutModals(lead) === "";
/** Of things: a noun stands right behind, and no link to another item. */
const nounFollows = ({ tail }: Seen): boolean =>
  CHINESE.test(tail[0] ?? "") && !/^(?:和|及|与|以及|或|并|等|且|左右|，|的)/.test(tail);
const ofThings = (seen: Seen): boolean => !calendar(seen) && nounFollows(seen) && seen.amount.after !== undefined;
/** 新建10千伏线路500公里: a size with a noun that another number counts. */
const describesNext = (seen: Seen): boolean =>
  seen.kind !== "time" && seen.kind !== "count" && seen.kind !== "rate" && countsNoun(seen);
const FACTS = /(?:总投资额?|占地面积?|总?建筑面积|用地面积|总?概算|总?估算)为?$/;

function isDescribed(seen: Seen): boolean {
  const { tail, lead, kind, previous } = seen;
  if (calendar(seen) || !tail.startsWith("的")) return false;
  // 1支不少于20人的队伍: the second number describes what the first one counts.
  if (lead === "" && previous) return true;
  if (TARGET.test(tail) || SIZE_LAST.test(lead)) return false;
  if (kind === "rate") return !(isAlone(seen) || isObject(seen) || (/在$/.test(lead) && PLACED_AFTER.test(tail)));
  return kind !== "count" || countsNoun(seen) || !(isObject(seen) || isAlone(seen));
}

export const QUALIFIERS: readonly Objection[] = [
  {
    id: "composed-of",
    example: "组建由20名律师组成的服务团。",
    but: "组建由律师组成的服务团20个。",
    objects: ({ lead, tail }) => /由$/.test(lead) && /^[^，。；,;]{0,12}组成/.test(tail),
  },
  {
    id: "size-of-next",
    example: "新建500千瓦机组3台。",
    but: "完成装机500千瓦，新建机组3台。",
    objects: (seen) => describesNext(seen),
  },
  {
    id: "size-of-event",
    example: "组织500名以上学生参加的活动30场。",
    but: "组织500名以上学生参加活动30场。",
    objects: (seen) =>
      seen.kind === "count" &&
      /^(?:人|名|户|家)$/.test(seen.unit) &&
      countsNoun(seen) &&
      /的/.test(seen.text.slice(seen.amount.end, seen.next!.start)),
  },
  {
    id: "project-facts",
    example: "项目总投资12亿元。",
    but: "完成总投资12亿元。",
    objects: ({ kind, compared, lead, head }) =>
      kind === "amount" && !compared && FACTS.test(lead) && !/完成|达到|新增|力争|确保|实现/.test(head),
  },
  {
    id: "size-limit",
    example: "关闭3万吨/年及以下煤矿。",
    but: "产能控制在3万吨/年以下。",
    objects: ({ kind, amount, tail, next, head }) =>
      kind === "amount" &&
      /^[及或]/.test(amount.after?.word ?? "") &&
      !amount.before &&
      (next?.start === amount.end || CHINESE.test(tail[0] ?? "")) &&
      !CHANGE_LAST.test(head),
  },
  {
    id: "size-of-body",
    example: "支持超过100人的企业开展培训。",
    but: "建成覆盖100户的供水站。",
    objects: ({ kind, unit, tail, compared }) =>
      kind === "count" && compared && /^(?:人|名|户|床|张|间|辆|台|头|只|羽|栋)$/.test(unit) && BODY.test(tail),
  },
  {
    id: "described",
    example: "帮扶年收入20万元以上的网店。",
    but: "90%以上的村建有文化活动室。",
    objects: (seen) => isDescribed(seen),
  },
  {
    id: "inside-of",
    example: "整治城区5公里内黑臭水体。",
    but: "漏损率控制在9%内。",
    objects: (seen) => !calendar(seen) && seen.amount.after?.word === "内" && seen.kind !== "rate",
  },
  {
    id: "share-of-things",
    example: "支持占股50%以上企业。",
    but: "力争50%以上企业参保。",
    doubtful: true,
    objects: (seen) =>
      ofThings(seen) &&
      seen.kind === "rate" &&
      !seen.amount.before &&
      !isAlone(seen) &&
      !isObject(seen) &&
      !CHANGE_LAST.test(seen.lead),
  },
  {
    id: "amount-of-things",
    example: "改造30万千瓦以上煤电机组。",
    but: "完成3亿元以上投资。",
    doubtful: true,
    objects: (seen) =>
      ofThings(seen) &&
      seen.kind === "amount" &&
      !SUM_VERB_LAST.test(seen.lead) &&
      !isAlone(seen) &&
      !STOPS.includes(seen.text[seen.amount.end] ?? "") &&
      seen.amount.end < seen.clause.end,
  },
];
