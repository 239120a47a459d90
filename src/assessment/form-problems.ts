import { sentence, type Sentence } from "../plan/sentence";

/** Why a returned file is refused. */
export type FormProblem =
  | "noForm"
  | "damagedKeys"
  | "mixedForm"
  | "otherPlan"
  | "unknownUnit"
  | "otherYear"
  | "empty"
  | "corrupt"
  | "password"
  | "tooLarge"
  | "zipBomb"
  | "unsafeXml"
  | "oldFormat"
  | "otherFormat";

const resend = "请向填报单位索取正确的文件后再放入";

/** What is wrong, and what to do; `about` fills in the year or unit. */
const sentences: Record<FormProblem, (about: string) => string> = {
  noForm: () =>
    "不是由责任矩阵下发的填报表（没有找到隐藏的键列），没有采用。请确认选对了文件；如果键列被删除，请让填报单位用原表重新填写",
  damagedKeys: () => "填报表的隐藏键列已损坏，对不上任务，没有采用。请让填报单位用原表重新填写",
  mixedForm: () =>
    "文件里混有几个单位、几个年度或几个月份的填报表，分不清是谁填的，没有采用。请让填报单位分别用各自的原表填写",
  otherPlan: () => `填报表是另一个方案的，其中的任务都不在本工作簿的责任矩阵中，没有采用。${resend}`,
  unknownUnit: (unit) => `填报表的单位“${unit}”不在责任矩阵中，可能已更名或合并，没有采用。请先同步方案，再重新下发`,
  otherYear: (year) =>
    `这是 ${year} 年的填报表，与现在回收的年度不同，没有采用。请在回收页选对年度，或向填报单位索取当年的填报表`,
  empty: (unit) => `“${unit}”的填报表是空的，一项也没有填，没有采用。请与填报单位核对`,
  corrupt: () => `文件已损坏或不完整，无法读取，没有采用。${resend}`,
  password: () => "文件设有打开密码，无法读取，没有采用。请让填报单位取消密码后重新交来",
  tooLarge: () => "文件太大（超过 20 MB），不像填报表，没有采用。请让填报单位用原表填写，佐证材料另行报送",
  zipBomb: () => `文件解压后异常庞大，已停止读取，没有采用。${resend}`,
  unsafeXml: () => `文件内含不安全的定义（DTD 实体），已拒绝读取，没有采用。${resend}`,
  oldFormat: () =>
    "这是旧版 Excel 文件（.xls）或 WPS 表格文件（.et），不能直接读取，没有采用。请在 Excel 或 WPS 中打开，另存为 .xlsx 后再放入",
  otherFormat: () => "这不是 Excel 文件（.xlsx），没有采用。请确认选对了文件",
};

/** A Chinese sentence for the user. `refusedNote` stands once beside a list of these. */
export const problemText = (problem: FormProblem, about = ""): string => `${sentences[problem](about)}。`;

/** Said once for all the files that are not taken. */
export const refusedNote: Sentence = sentence("这些文件没有改动表中内容；其他文件照常处理。");
