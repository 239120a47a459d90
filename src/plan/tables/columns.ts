import { labelOf } from "../lexicon/labels";

/** What a column of a 任务分解表 holds. */
export type Column = "number" | "section" | "task" | "content" | "lead" | "main" | "support" | "other";

/** Headings of columns; units' columns are recognised by the labels of attributions. */
const HEADINGS: readonly (readonly [Column, RegExp])[] = [
  ["number", /^(?:序号|编号|序|项次)$/],
  ["section", /^(?:类别|板块|领域|大类|分类|类型|方面|工作类别|任务类别|一级任务|一级指标|专项行动|行动|工程|重点领域|重点方向|工作板块|章节)$/],
  ["task", /^(?:(?:重点|主要|工作|具体|目标|年度|分解|二级|三级|细化|改革|建设|推进)?(?:任务|工作|事项|项目)(?:名称|事项|清单|分解)?|任务项|工作重点|工作项目)$/],
  ["content", /^(?:(?:重点|主要|工作|具体|目标|任务|建设|实施|推进|落实|整改|改革|年度)?(?:任务)?(?:内容|措施|举措|要求|目标|路径|要点)(?:及要求|和要求|及目标)?|任务描述|任务及措施|工作目标及措施|任务目标)$/],
];

/** The kind of a column by the words at its head. */
export function columnOf(heading: string): Column {
  const plain = heading.replace(/[\s()]|\(.*\)$/g, "");
  const bare = heading.replace(/\(.*\)$/, "").replace(/\s/g, "");
  const role = labelOf(bare)?.role ?? labelOf(plain)?.role;
  if (role === "lead" || role === "main" || role === "support") return role;
  for (const [column, pattern] of HEADINGS) if (pattern.test(bare)) return column;
  if (/^(?:牵头|主办).{0,6}(?:单位|部门)$/.test(bare)) return "lead";
  if (/(?:配合|协办|参与|参加).{0,4}(?:单位|部门)$/.test(bare)) return "support";
  if (/(?:责任|实施|落实).{0,4}(?:单位|部门|主体)$/.test(bare)) return "main";
  return "other";
}
