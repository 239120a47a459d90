import { GRANT_WORDS } from "../../lexicon/promises";
import { anyOf } from "../../lexicon/wording";
import type { AmountContext } from "../context";
import type { Objection } from "./objection";

// Grants of money and rights, and the conditions for them.

const GRANT = new RegExp(anyOf(GRANT_WORDS));
/** A clause that says who gets the grant; none of its numbers is a target. */
const GRANT_CONDITION = /^(?:对于?|凡是?|首次|经|获评?|新认定|新获)/;
/** A clause that says how much the grant is. */
const GRANT_TERMS = /^(?:按照?|每|单个|其中|最高|分别|一次性)/;
/** The consequence of meeting a condition. */
const THEN =
  /^[，；](?:启动[^，。]{0,12}响应|发布[^，。]{0,12}预警|可以?(?:申请|申领|享受|获得|按|给予)|(?:按规定|优先|由[^，。]{0,10})(?:给予|予以|支持|安排)|责令|吊销|扣减|扣除|处以|给予|予以|视为|认定为|不予|不得|取消)/;
/** A grade: 90分以上的为优秀. */
const GRADE =
  /^的?(?:评定?为|定为|视为|认定为|列为|为)[^，。；,;]{0,8}(?:优秀|良好|合格|达标|等次|[一二三优良]等|[甲乙丙]等|档)/;
const CONDITION_FIRST = /^(?:当(?![年前地期季月日下])|若(?!干)|如(?!期)|一旦|凡|每当|未(?!来)|逾期|出现|遇)/;
const ENTITLED =
  /(?:只能?|仅|限)[^，。；、]{0,6}$|(?:补贴|补助|政策|每人|每户|每家)[^，。；,;]{0,10}(?:享受|申请|申领|领取)[^，。；、]{0,4}$/;

export const GRANTS: readonly Objection[] = [
  {
    id: "money-granted",
    example: "对首次上规的企业，给予一次性奖励20万元。",
    but: "完成投资20万元。",
    spreads: true,
    applies: isGranted,
  },
  {
    id: "cap",
    example: "可申请最高20万元的创业担保贷款。",
    but: "项目最多20个。",
    applies: ({ unit, amount, clauseBefore, clauseAfter }) =>
      /元/.test(unit) &&
      /^(?:at-most|not-above|not-over)$/.test(amount.before?.row.id ?? "") &&
      /贷款|额度|限额|补[贴助]|资助|奖|可申请/.test(clauseBefore + clauseAfter),
  },
  {
    id: "condition",
    example: "覆盖率达到90%以上的，优先支持。",
    but: "力争覆盖率达到90%以上。",
    spreads: true,
    applies: isCondition,
  },
  {
    id: "entitlement",
    example: "补贴每人每年只享受1次。",
    but: "每人每年参加培训1次。",
    applies: ({ clauseBefore, unit, compared }) =>
      !compared && /^(?:次|项|个|家|份)$/.test(unit) && ENTITLED.test(clauseBefore),
  },
  {
    id: "if-eligible",
    example: "优先支持其区域内1家符合条件的园区扩区。",
    but: "培育1家园区。",
    applies: ({ clauseAfter, compared }) => !compared && /^符合[^，。；,;]{0,8}条件/.test(clauseAfter),
  },
];

/** 发放稳岗补贴3000万元: the total of all grants is a promise. */
const isPaidOut = (clauseBefore: string, value: number): boolean =>
  value >= 1e6 &&
  /(?:发放|兑现|拨付|投放|争取|筹集)[^，。；]{0,12}$/.test(clauseBefore) &&
  !/^对|给予|予以|每|按|最高/.test(clauseBefore);
/** 补贴发放人数, 补贴兑现率: how far grants are paid out is a promise. */
const OF_GRANTING = /(?:人数|户数|家数|人次|数量|覆盖面|(?<!利|费|税|贴息)率)$/;

function isGranted({ text, clause, amount, kind, unit, sentence, clauseBefore }: AmountContext): boolean {
  if (kind === "rate" && OF_GRANTING.test(clauseBefore)) return false;
  if (isPaidOut(clauseBefore, amount.value)) return false;
  if (amount.before?.row.id === "rises-to" && /标准|水平/.test(clauseBefore)) return false;
  const { grantFrom } = sentence;
  const money = /元/.test(unit);
  const share =
    kind === "rate" &&
    (GRANT.test(text.slice(Math.max(clause.start, amount.start - 80), Math.min(clause.end, amount.end + 12))) ||
      GRANT_TERMS.test(text.slice(clause.start, clause.start + 4)));
  if (amount.number >= grantFrom) return money || share;
  if (grantFrom < Infinity && GRANT_CONDITION.test(text.slice(clause.start, clause.start + 4))) return true;
  return money && GRANT.test(text.slice(Math.max(clause.start, amount.start - 24), amount.start));
}

/** A condition: 覆盖率达到90%以上的，…; 当库存低于50%时，…. */
function isCondition(context: AmountContext): boolean {
  const { text, clause, amount, compared } = context;
  if (amount.measure.kind === "time" || clause.end - amount.end > 40) return false;
  const mark = text[clause.end] ?? "";
  const last = text[clause.end - 1]!;
  if (last === "的" && /[，。；]/.test(mark) && clause.end > amount.end) return true;
  if (!compared) return false;
  return (
    THEN.test(text.slice(clause.end, clause.end + 24)) ||
    GRADE.test(text.slice(amount.end, amount.end + 24)) ||
    opensOrClosesCondition(context)
  );
}

/** 当…低于30%; 达到80%后，. */
function opensOrClosesCondition({ text, clause, amount }: AmountContext): boolean {
  if (CONDITION_FIRST.test(text.slice(clause.start, clause.start + 2))) return true;
  const last = text.slice(Math.max(amount.end, clause.end - 2), clause.end);
  return text[clause.end] === "，" && /[时后]$/.test(last) && !/[小同届]时$/.test(last);
}

/** Whether a clause grants something. */
export const grants = (text: string, { start, end }: AmountContext["clause"]): boolean =>
  GRANT.test(text.slice(start, Math.min(end, start + 200)));

/** Position at which a sentence starts to grant money: the grant word next to a number. `Infinity` if there is none. */
export function grantPosition(text: string, clauses: AmountContext["clause"][]): number {
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
