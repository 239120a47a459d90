import { PROCEDURE_WORDS } from "../../lexicon/promises";
import { anyOf } from "../../lexicon/wording";
import { around, type AmountContext } from "../context";
import type { Objection } from "./objection";
import { CHANGE_LAST, LIST_LINK } from "./patterns";

// Times, ages and scores.

const within = ({ amount }: AmountContext): boolean => amount.after?.row.id === "within";
const PROCEDURE = new RegExp(anyOf(PROCEDURE_WORDS));
const TIME_ASKED =
  /寿命|年限|时限|时间|用时|时长|周期|提速|办结|办理|响应|审批|审核|放行|到达|出警|处置|培训|学习|实践|服务|停电|等候|通关/;
const REACH_OF_PLACE = /^(?:的|[^，]{0,4}圈|到达圈|生活|都市|经济|交通|通勤|高铁|出行|可达)/;

export const TIMES: readonly Objection[] = [
  {
    id: "procedure",
    example: "公示不少于5个工作日。",
    but: "审批时限压缩至5个工作日。",
    applies: (context) => context.kind === "time" && PROCEDURE.test(around(context, 30, 16)),
  },
  {
    id: "calendar",
    example: "招收工作3年以上的技工。",
    but: "设施使用寿命达到30年。",
    applies: ({ kind, unit, clauseBefore, amount }) =>
      kind === "time" && /^[年月日]$/.test(unit) && !(/寿命|年限/.test(clauseBefore) && amount.before),
  },
  {
    id: "length-of-time",
    example: "打造15分钟生活圈。",
    but: "平均办理时间压缩至15分钟。",
    applies: (context) => context.kind === "time" && !isTimePromised(context),
  },
  {
    id: "age",
    example: "照料80岁以上老人。",
    but: "人均预期寿命提高到80岁。",
    applies: ({ kind, clauseBefore, compared }) => kind === "age" && !(/寿命|年龄/.test(clauseBefore) && compared),
  },
  {
    id: "score",
    example: "未完成的扣2分。",
    but: "群众满意度测评达到90分以上。",
    applies: ({ kind, clauseBefore, compared }) =>
      kind === "score" && !(/满意度|测评|评价|得分|成绩|指数/.test(clauseBefore) && compared),
  },
];

function isTimePromised(context: AmountContext): boolean {
  const { amount, unit, clauseBefore, clauseAfter, sincePrevious, afterTarget } = context;
  if (afterTarget && LIST_LINK.test(sincePrevious)) return true;
  if (amount.before)
    return clauseAfter === "" || /^[、和及并(]/.test(clauseAfter) || TIME_ASKED.test(around(context, 30, 16));
  if (within(context) && /小时|分钟|工作日|天|秒/.test(unit)) return !REACH_OF_PLACE.test(clauseAfter);
  if (amount.after?.row.op === ">=" && /培训|学习|实践|学时|跟岗|锻炼/.test(clauseBefore)) return true;
  return CHANGE_LAST.test(clauseBefore) && /压缩|缩短|提前|减少|增加|增/.test(clauseBefore);
}
