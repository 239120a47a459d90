/**
 * What a column of a table holds, by the words at its head. `unit`: who answers. `aside`: units that answer for something
 * else (督办单位). `unknown`: units by the head's shape, whose part the stem does not tell. `other`: anything else.
 */
export type Kind = "number" | "section" | "task" | "content" | "unit" | "unknown" | "aside" | "person" | "phone" | "deadline" | "remark" | "other";

/** The part of the units in a column. */
export type Part = "lead" | "main" | "support";

export interface ColumnHead {
  kind: Kind;
  part?: Part;
  /** 责任单位及责任人: persons stand beside the units. */
  persons?: boolean;
  /** A department within the unit (牵头处室). */
  within?: boolean;
}

interface HeadShape extends ColumnHead {
  id: string;
  example: string;
  match: RegExp;
}

const SUBJECT = "(?:部门和单位|单位和部门|部门单位|单位部门|单位|部门|主体|机构|责任方|部委|院系|系部|班组|车间)(?:名称)?$";
const WITHIN = "(?:处室|科室|股室|处|科|股|室)$";
const BOTH = /(?:牵头|主办|主责).{0,4}(?:及|和|与|、|\/).{0,4}(?:责任|配合|协办|参与)/;

/** Heads by their shape, in order of trial; the words come without blanks and without a note in brackets. */
const HEADS: readonly HeadShape[] = [
  { id: "number", example: "序号", kind: "number", match: /^(?:序号|编号|序|项次|次序|号|项目编号|任务编号|问题编号|No\.?)$/i },
  { id: "phone", example: "联系电话", kind: "phone", match: /(?:电话|手机|联系方式|手机号码?)$/ },
  { id: "unit-and-person", example: "责任单位及责任人", kind: "unit", part: "main", persons: true, match: /^(?:责任|承办|落实|实施|负责|牵头).{0,4}(?:单位|部门)(?:及|和|与|、|\/|\().{0,4}(?:人|领导)\)?$/ },
  { id: "person-and-unit", example: "责任人及责任单位", kind: "unit", part: "main", persons: true, match: /(?:人|领导)(?:及|和|与|、|\/).{0,4}(?:单位|部门)$/ },
  { id: "person", example: "责任领导", kind: "person", match: /(?:领导|责任人员?|负责人|联系人|联络人|联络员|牵头人|经办人|承办人|具体人员|包保人|包联人|[省市县区旗镇乡]长|书记|主任|姓名)$/ },
  { id: "deadline", example: "完成时限", kind: "deadline", match: /(?:时限|时间|期限|节点|日期|年限|时限要求|时间要求|时间及要求|时限及要求)$/ },
  { id: "who-assesses-leads", example: "牵头考核单位", kind: "unit", part: "lead", match: new RegExp(`^牵头.{0,6}${SUBJECT}`) },
  { id: "overseer", example: "督办单位", kind: "aside", match: new RegExp(`^(?:监督|督办|督查|督导|督促|考核|考评|评价|评估|验收|审核|审批|填报|报送|报告|申报|推荐|受益|使用|计量|设计|监理)(?!责任).{0,4}${SUBJECT}`) },
  { id: "measure-word", example: "单位", kind: "other", match: /^单位$/ },
  { id: "lead-and-others", example: "牵头及责任单位", kind: "unit", part: "main", match: new RegExp(`${BOTH.source}.{0,4}${SUBJECT}`) },
  { id: "main-and-support", example: "责任及配合单位", kind: "unit", part: "main", match: new RegExp(`(?:责任|负责).{0,4}(?:及|和|与|、|\\/).{0,4}(?:配合|协办|参与).{0,4}${SUBJECT}`) },
  { id: "support", example: "配合单位", kind: "unit", part: "support", match: new RegExp(`(?:配合|协办|协同|协助|协作|参与|参加|支持|联合|会办|会同|辅助|成员|相关|有关|其他|其它|协调|次要|共同).{0,6}${SUBJECT}`) },
  { id: "lead", example: "牵头单位", kind: "unit", part: "lead", match: new RegExp(`(?:牵头|主办|主责|主要|第一责任|首要责任|首责|总责|抓总|统筹|归口|组织|主管).{0,6}${SUBJECT}`) },
  { id: "main", example: "责任单位", kind: "unit", part: "main", match: new RegExp(`(?:责任|承办|落实|实施|负责|执行|承担|任务|完成|具体|分工|办理|整改).{0,4}${SUBJECT}`) },
  { id: "lead-within", example: "牵头处室", kind: "unit", part: "lead", within: true, match: new RegExp(`(?:牵头|主办|主责|统筹).{0,4}${WITHIN}`) },
  { id: "support-within", example: "配合处室", kind: "unit", part: "support", within: true, match: new RegExp(`(?:配合|协办|协同|协助|参与).{0,4}${WITHIN}`) },
  { id: "main-within", example: "责任科室", kind: "unit", part: "main", within: true, match: new RegExp(`(?:责任|承办|落实|实施|负责|具体).{0,4}${WITHIN}`) },
  { id: "lead-alone", example: "牵头", kind: "unit", part: "lead", match: /^(?:牵头|主办|主责)$/ },
  { id: "support-alone", example: "配合", kind: "unit", part: "support", match: /^(?:配合|协办|协同|协助|参与)$/ },
  { id: "main-alone", example: "责任分工", kind: "unit", part: "main", match: /^(?:责任分工|任务分工|职责分工|工作分工|分工)$/ },
  { id: "unit-by-shape", example: "建设单位", kind: "unknown", part: "main", match: new RegExp(`.${SUBJECT}`) },
  { id: "remark", example: "备注", kind: "remark", match: /^(?:备注|说明|备考)$/ },
  { id: "section", example: "类别", kind: "section", match: /^(?:(?:工作|任务|项目|问题|指标)?(?:类别|类型|分类|大类|板块|领域|方面|方向)|一级(?:任务|指标)|专项行动|行动|工程|专项|重点(?:领域|方向|方面|工程)|工作板块|章节|维度)$/ },
  { id: "no-task", example: "考核标准", kind: "other", match: /(?:完成情况|进展情况|情况|进展|进度|投资|资金|金额|预算|来源|依据|出处|地点|位置|标准|分值|得分|权重|评分|成果|形式|安排|计划投资|成效|频次|完成率|数量|规模|状态|方式|目标值|佐证材料|材料)$/ },
  { id: "content", example: "工作内容", kind: "content", match: /(?:内容|措施|举措|要求|目标|路径|做法|描述|思路|步骤|指标|内容和要求|内容及要求|措施及目标|目标及措施|事项说明)$/ },
  { id: "task", example: "重点任务", kind: "task", match: /(?:任务|工作|事项|项目|实事|问题|行动|工程|清单|计划|要点|重点|课题|议题|建议|提案|意见|事件|名称|任务分解)$/ },
];

/** What is said in brackets at the end of a head, or anywhere in it. */
const NOTE_AT_END = /\([^()]*\)$/;

/** The words of a head without blanks and notes. */
export const headWords = (heading: string): string => heading.replace(/\s/g, "").replace(NOTE_AT_END, "");

/** The kind of a column by the words at its head. */
export function columnOf(heading: string): ColumnHead {
  const plain = heading.replace(/\s/g, "");
  for (const words of [plain.replace(NOTE_AT_END, ""), plain.replace(/[()]/g, ""), plain.replace(/\([^()]*\)/g, "")]) {
    const shape = HEADS.find(({ match }) => match.test(words));
    if (shape) return headOf(shape);
  }
  return { kind: "other" };
}

function headOf({ kind, part, persons, within }: HeadShape): ColumnHead {
  return { kind, ...(part ? { part } : {}), ...(persons ? { persons } : {}), ...(within ? { within } : {}) };
}

/** The rows of the table of heads, each with its example. */
export const headShapes: readonly { id: string; example: string; kind: Kind; part?: Part }[] = HEADS;

/** Whether words are a head by themselves: some shape knows them, and not by a last word that any title may have. */
export const isKnownHead = (heading: string): boolean => columnOf(heading).kind !== "other" || /(?:情况|进展|进度|投资|资金|来源|标准|分值|安排|地点)$/.test(headWords(heading));
