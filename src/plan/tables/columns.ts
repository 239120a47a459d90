import { labelOf } from "../lexicon/labels";

/**
 * What a column of a table holds, by the words of its header. `unit`: who answers. `otherDuty`: units with another duty
 * (督办单位). `unknown`: units by the header's form, whose words do not tell the role. `other`: anything else.
 */
export type ColumnKind =
  | "number"
  | "section"
  | "task"
  | "content"
  | "unit"
  | "unknown"
  | "otherDuty"
  | "person"
  | "phone"
  | "deadline"
  | "remark"
  | "other";

/** The role of the units in a column; `main`: they answer (责任单位), and one of them may lead. */
export type UnitRole = "lead" | "main" | "support";

export interface ColumnHeader {
  kind: ColumnKind;
  role?: UnitRole;
  /** 责任单位及责任人: the cells name persons with the units. */
  persons?: boolean;
  /** A department within the unit (牵头处室). */
  within?: boolean;
  /** The words do not tell the role of the units: a person is asked. */
  asks?: true;
  /** A table knows the words. */
  isKnown?: true;
}

interface HeaderShape {
  id: string;
  kind: ColumnKind;
  example: string;
  match: RegExp;
}

/**
 * Headers of columns other than those of units and persons, in the order in which they are tried. They are matched
 * without blanks and notes.
 */
const HEADERS: readonly HeaderShape[] = [
  {
    id: "number",
    example: "序号",
    kind: "number",
    match: /^(?:序号|编号|序|项次|次序|号|项目编号|任务编号|问题编号|No\.?)$/i,
  },
  { id: "phone", example: "联系电话", kind: "phone", match: /(?:电话|手机|联系方式|手机号码?)$/ },
  {
    id: "deadline",
    example: "完成时限",
    kind: "deadline",
    match: /(?:时限|时间|期限|节点|日期|年限|时间安排|时限要求|时间要求|时间及要求|时限及要求)$/,
  },
  { id: "measure-word", example: "单位", kind: "other", match: /^单位$/ },
  {
    id: "period",
    example: "第一季度",
    kind: "other",
    match:
      /^(?:第?[一二三四]季度|[上下]半年|(?:19|20)\d{2}年?(?:度?(?:目标|计划|任务|安排|投资).{0,4})?|\d{1,2}[—-]\d{1,2}月)$/,
  },
  { id: "remark", example: "备注", kind: "remark", match: /^(?:备注|说明|备考)$/ },
  {
    id: "section",
    example: "类别",
    kind: "section",
    match:
      /^(?:(?:工作|任务|项目|问题|指标)?(?:类别|类型|分类|大类|板块|领域|方面|方向)|一级(?:任务|指标)|专项行动|行动|工程|专项|重点(?:领域|方向|方面|工程)|工作板块|章节|维度)$/,
  },
  { id: "arrangement", example: "工作安排", kind: "task", match: /^(?:年度|重点|主要)?(?:工作|任务|项目)安排$/ },
  {
    id: "no-task",
    example: "考核标准",
    kind: "other",
    match:
      /(?:完成情况|进展情况|情况|进展|进度|投资|资金|金额|预算|来源|依据|出处|地点|位置|标准|分值|得分|权重|评分|成果|形式|安排|计划投资|成效|频次|完成率|数量|规模|状态|方式|目标值|佐证材料|材料)$/,
  },
  {
    id: "content",
    example: "工作内容",
    kind: "content",
    match:
      /(?:内容|措施|举措|要求|目标|路径|做法|描述|思路|步骤|指标|内容和要求|内容及要求|措施及目标|目标及措施|事项说明)$/,
  },
  {
    id: "task",
    example: "重点任务",
    kind: "task",
    match:
      /(?:任务|工作|事项|项目|实事|问题|行动|工程|清单|计划|要点|重点|课题|议题|建议|提案|意见|事件|(?<!单位|部门)名称|任务分解)$/,
  },
];

/** A note in brackets at the end of a header. */
const NOTE_AT_END = /\([^()]*\)$/;
/** 责任单位及责任人, 责任人/单位: units and persons in one column. */
const WITH_PERSONS =
  /(?:单位|部门|处室|科室|主体)(?:及|和|与|、|\/|\().{0,4}(?:人|领导)\)?$|(?:人|领导)(?:及|和|与|、|\/).{0,4}(?:单位|部门)$/;
const UNITS_LAST = /(?:单位|部门|主体|机构|科室|处室|股室|部室|责任方)(?:名称)?$/;
const WITHIN = /[处科股]室$/;
const NAMES_PERSON = /(?:县|市|区|旗|镇|乡|局|校|院)长$|姓名$/;
/** Headers that begin like this name units even without 单位. */
const ANSWERS = /^(?:牵头|责任|配合|实施|承办|落实|主办|协办)/;

/** The words of a header, without blanks and the note in brackets. */
export const headerWords = (heading: string): string => heading.replace(/\s/g, "").replace(NOTE_AT_END, "");

/** What a column holds, by the words of its header. */
export function columnOf(heading: string): ColumnHeader {
  const plain = heading.replace(/\s/g, "");
  if (plain.length > LONGEST_HEADING) return { kind: "other" };
  if (WITH_PERSONS.test(plain))
    return {
      kind: "unit",
      role: roleOf(/[\u4e00-\u9fff]{0,6}(?:单位|部门)/.exec(plain)?.[0] ?? ""),
      persons: true,
      isKnown: true,
    };
  for (const words of [plain.replace(/[()]/g, ""), plain.replace(NOTE_AT_END, ""), plain.replace(/\([^()]*\)/g, "")]) {
    const shape = HEADERS.find(({ match }) => match.test(words));
    const header = shape ? { kind: shape.kind } : ofLabel(words);
    if (header) return { ...header, isKnown: true };
  }
  return { kind: "other" };
}

const LONGEST_HEADING = 40;

/** What a column holds whose header is a label of units, persons or times. */
function ofLabel(words: string): ColumnHeader | undefined {
  if (NAMES_PERSON.test(words)) return { kind: "person" };
  const label = labelOf(words);
  if (label?.names === "person") return { kind: "person" };
  if (label?.names === "time") return { kind: "deadline" };
  if (!label || !(UNITS_LAST.test(words) || ANSWERS.test(words) || !/[\u4e00-\u9fff]{5}/.test(words))) return undefined;
  if (label.names === "other") return UNITS_LAST.test(words) ? { kind: "otherDuty" } : undefined;
  if (label.role === "unknown" || label.role === "skip") return { kind: "unknown", role: "main", asks: true };
  return { kind: "unit", role: label.role, ...(WITHIN.test(words) ? { within: true } : {}) };
}

function roleOf(words: string): UnitRole {
  const role = labelOf(words)?.role;
  return role === "lead" || role === "support" ? role : "main";
}

/** The rows of the table of headers, each with an example. */
export const headerShapes: readonly Pick<HeaderShape, "id" | "example" | "kind">[] = HEADERS;

/** Whether words are known as a header: by a row of the table of headers, or by the table of labels. */
export const isKnownHeader = (heading: string): boolean => columnOf(heading).isKnown === true;
