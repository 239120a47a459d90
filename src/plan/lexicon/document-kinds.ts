/** Words at the end of a plan's title. */
export const KINDS =
  "方案|意见|通知|计划|办法|措施|要点|纲要|细则|规划|决定|清单|安排|任务|台账|预案|分工|行动|任务分解表|若干政策|实施意见|纪要";
/** Kinds of letters. */
export const LETTERS = "通知|函|请示|报告|批复";
