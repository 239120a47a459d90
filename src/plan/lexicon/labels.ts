/**
 * Labels: words before a colon, in a table header or in lens brackets that say what follows. A label is recognised by
 * its form (a stem and 单位, 部门, 处室 …) and interpreted by its stem, so unknown wordings are read as well.
 */

/**
 * `main`: responsible, but not named as lead. `skip`: says something else (a person, a date) and names no responsible
 * unit.
 */
export type Role = "lead" | "main" | "support" | "skip";

export interface Label {
  /** The label without its colon and brackets. */
  word: string;
  /** `unknown`: the form is that of a label of units, but the stem does not say their role. */
  role: Role | "unknown";
  /** What follows the label. */
  names: "units" | "person" | "time" | "other";
}

/** Words of stems, the role they express, and a label that contains each. */
export const STEM_WORDS: readonly { word: string; role: Role; example: string }[] = [
  ...stems(
    "lead",
    "牵头 主办 主责 抓总 牵总 统筹 总负责 总责 首责 首要责任 第一责任 主要责任 主要负责 主管 主抓 主导 领办 组织 归口",
  ),
  ...stems(
    "support",
    "配合 参加 参与 协办 协同 协助 协作 支持 支撑 会同 协调 联合 联办 联动 会办 协管 辅助 成员 次要责任 其他责任 其它责任 共同责任 第二责任 第三责任 协责 指导",
  ),
  ...stems(
    "main",
    "责任 负责 实施 落实 承办 执行 任务 承担 办理 推进 完成 经办 承接 建设 承建 主体责任 组织实施 组织落实 组织推进 统筹落实 牵头及责任 牵头和责任",
  ),
  ...stems(
    "skip",
    "监督 督办 督查 督导 考核 验收 审核 评估 检查 评价 填报 报送 上报 联系 咨询 发布 印发 抄送 主送 制定 编制 受理 审批 批准 申报 推荐 审查 监测 统计 鉴定 认定",
  ),
];

/** Words that may also occur in stems but say nothing about the role. */
const MODIFIERS =
  "主要 具体 相关 有关 工作 直接 各级 市级 县级 区级 省级 旗级 镇级 乡级 校级 院级 市直 县直 区直 分工 目标 项目 行业 业务 局内 委内 院内 校内 对应 本级 职能 其他 其它 共同 第一 首要 总".split(
    " ",
  );
const JOINTS = "及 和 与 或 、 / 兼 ( )".split(" ");

/** Last words of labels; they name the kind of unit. */
const SUBJECTS =
  "部门和单位 单位和部门 单位或部门 部门或单位 单位及部门 部门及单位 部门(单位) 单位(部门) 部门/单位 单位/部门 单位、部门 部门、单位 部门单位 单位部门 单位 部门 主体 机构 科室 处室 股室 部室 科(处)室 处(科)室 处科室 科处室 团队 专班 车间 班组 院系 系部 院部 中心 街道 镇街 乡镇 企业 局办 委办局 单位名称 部门名称".split(
    " ",
  );
/** After an unknown stem, only these last words make a label. */
const SURE_SUBJECTS = /(?:单位|部门|主体|机构|科室|处室|股室|部室)$/;

/**
 * Labels without such a last word. They are known in the middle of a text too; one that is also an ordinary word (落实：)
 * belongs to the row of `notations/table.ts` that needs it.
 */
const WHOLE: readonly { word: string; role: Role }[] = [
  ...rolesOf("lead", "牵头 主办 主责 总负责 总牵头 统筹"),
  ...rolesOf("main", "责任分工 任务分工 职责分工 责任 分工 工作分工 承办 责任落实 责任归属"),
  ...rolesOf("support", "配合 协办 协同 协助 协责 参与 参加 指导"),
];

/** The same as part of a pattern. They need no 单位 when 为 or a blank replaces the colon. */
export const WHOLE_LABELS = WHOLE.map(({ word }) => word)
  .sort((a, b) => b.length - a.length)
  .join("|");

/** Labels of persons, of dates and of other things listed next to units. */
const PERSON =
  /^(?:[\u4e00-\u9fff、和及]{0,8}?)(?:领导|责任人|负责人|负责同志|联系人|联络人|联络员|牵头人|责任人员|具体责任人|经办人|承办人|包联人|责任领导同志)(?:及职务|和电话|及电话|及联系电话|及联系方式|姓名)?$/;
/** In 责任单位及责任人 the units come first. */
const WITH_PERSON =
  /^(.{2,8}(?:单位|部门|处室|科室))(?:及|和|与|、|\/|\()(?:其)?(?:责任人|负责人|联系人|分管领导|责任领导|联系电话)\)?$/;
const TIME =
  /^(?:[\u4e00-\u9fff]{0,6}?)(?:时限|期限|时间节点|时间|时间安排|时间要求|时限要求|进度安排|进度要求|截止日期|完成日期|节点|日期)$/;
const OTHER =
  "分值 考核分值 备注 工作目标 目标任务 预期目标 年度目标 工作要求 工作内容 工作措施 主要措施 资金来源 验收标准 联系电话".split(
    " ",
  );

const ADDRESSED =
  /^(?:[省市县区旗州局校院]?(?:直|属|内|委|政府|人民政府)?(?:有关|相关|各|各有关|各相关|具体|其他|所属|全体|下属|基层|会员|用人|工作|职能|行业|业务|本级|各级))+$/;
const LEVEL = /^(?:[省市县区旗州盟镇乡村]级|[省市县区旗]直)/;
const LONGEST_STEM = 10;

function stems(role: Role, words: string): { word: string; role: Role; example: string }[] {
  return words.split(" ").map((word) => ({ word, role, example: `${word}单位` }));
}

function rolesOf(role: Role, words: string): { word: string; role: Role }[] {
  return words.split(" ").map((word) => ({ word, role }));
}

const longestFirst = (words: readonly string[]): string[] => [...new Set(words)].sort((a, b) => b.length - a.length);
const escaped = (words: readonly string[]): string =>
  longestFirst(words)
    .map((word) => word.replace(/[()/]/g, "\\$&"))
    .join("|");

const SUBJECT_LAST = new RegExp(`(?:${escaped(SUBJECTS)})$`);
// Longest first: 组织实施 expresses a weaker role than 组织 alone.
const STEM_PARTS = new RegExp(escaped([...STEM_WORDS.map(({ word }) => word), ...MODIFIERS, ...JOINTS]), "g");
const JOINT = /[及和与或、/兼()]/;
const roleOfWord = new Map(STEM_WORDS.map(({ word, role }) => [word, role]));
const whole = new Map(WHOLE.map(({ word, role }) => [word, role]));
const STRENGTH: readonly Role[] = ["lead", "support", "main", "skip"];

/** The role that the words of a stem express together. `whollyKnown`: all of them are in the tables. */
function stemRole(stem: string): { role: Role | "unknown"; whollyKnown: boolean } {
  const roles = new Set<Role>();
  let known = 0;
  let parts = 0;
  let joined = false;
  for (const [part] of stem.matchAll(STEM_PARTS)) {
    known += part.length;
    if (JOINT.test(part)) joined = true;
    const role = roleOfWord.get(part);
    if (role) {
      roles.add(role);
      parts++;
    }
  }
  const whollyKnown = known === stem.length;
  if (roles.size === 0) return { role: /^(?:主要|首要|第一|总)$/.test(stem) ? "lead" : "unknown", whollyKnown };
  // 牵头及配合单位 covers units of both roles.
  if (joined && parts > 1 && roles.size > 1) return { role: "main", whollyKnown };
  return { role: STRENGTH.find((role) => roles.has(role))!, whollyKnown };
}

/**
 * The label that consists of exactly these words, without a colon.
 * @returns undefined if they are no label
 */
export function labelOf(words: string): Label | undefined {
  const word = words.replace(LEVEL, "");
  const plain = whole.get(word);
  if (plain) return { word: words, role: plain, names: "units" };
  if (word.length > LONGEST_STEM + 6 || word.length < 2) return undefined;
  const withPerson = WITH_PERSON.exec(word)?.[1];
  if (withPerson) return labelOf(withPerson);
  const otherKind = kindOfOtherLabel(word);
  return otherKind ? { word: words, role: "skip", names: otherKind } : ofStemAndSubject(words, word);
}

/** The kind of a label listed next to those of units: persons, dates and the like. */
function kindOfOtherLabel(word: string): Exclude<Label["names"], "units"> | undefined {
  if (PERSON.test(word)) return "person";
  if (TIME.test(word)) return "time";
  return OTHER.includes(word) ? "other" : undefined;
}

function ofStemAndSubject(words: string, word: string): Label | undefined {
  const subject = SUBJECT_LAST.exec(word)?.[0];
  const stem = subject === undefined ? "" : word.slice(0, word.length - subject.length);
  // 有关单位： and 各部门： address units without naming any. 责任单位为各有关单位 is a label together with the units.
  if (stem === "" || stem.length > LONGEST_STEM || ADDRESSED.test(stem) || /[位门体构室]为/.test(stem))
    return undefined;
  const { role, whollyKnown } = stemRole(stem);
  if (!whollyKnown && (!SURE_SUBJECTS.test(word) || !/^[\u4e00-\u9fff、/]+$/.test(stem))) return undefined;
  return { word: words, role, names: role === "skip" ? "other" : "units" };
}

/** Whether the tables contain every word of the label; such a label is recognised even in the middle of a text. */
export function isKnownLabel(words: string): boolean {
  const word = words.replace(LEVEL, "");
  if (whole.has(word) || OTHER.includes(word)) return true;
  const subject = SUBJECT_LAST.exec(word)?.[0];
  if (subject !== undefined && subject.length < word.length) {
    const stem = stemRole(word.slice(0, word.length - subject.length));
    return stem.whollyKnown && stem.role !== "unknown";
  }
  return PERSON_OR_TIME_ALONE.test(word);
}

/** Labels of persons and dates that come after other words (…，责任人：). */
const PERSON_OR_TIME_ALONE =
  /^(?:(?:牵头|责任|分管|包联|挂钩|挂帅|负责|联系|市级|县级|区级|具体|市|县|区){0,3}(?:领导|责任人|负责人|联系人|联络人|牵头人|责任人员)|(?:完成|工作|办理|整改|推进|实施|起止|时限|进度)?(?:时限|期限|时间|时间节点|时间安排|时限要求|进度安排|进度要求)|时间节点)$/;

/** Shortest and longest distance from the start of a label to its colon. */
const SHORTEST = 2;
const LONGEST = 16;
const CHINESE = /[\u4e00-\u9fff]/;
const IN_LABEL = /[\u4e00-\u9fff/、()]/;

/**
 * The label that ends right before a colon.
 * @param floor the label does not start before this position
 */
export function labelBefore(text: string, colon: number, floor: number): (Label & { start: number }) | undefined {
  const end = endWithoutRemark(text, colon, floor);
  let first = end;
  while (first > floor && end - first < LONGEST && IN_LABEL.test(text[first - 1]!)) first--;
  const isWhole = first === floor || !IN_LABEL.test(text[first - 1]!);
  while (first < end && !CHINESE.test(text[first]!)) first++;
  for (let start = first; start <= end - SHORTEST; start++) {
    const label = knownLabel(text.slice(start, end));
    if (label) return { ...label, start };
  }
  const words = text.slice(first, end);
  const label = isWhole && isClosed(words) && !holdsName(words) ? labelOf(words) : undefined;
  return label && { ...label, start: first };
}

const knownLabel = (words: string): Label | undefined =>
  CHINESE.test(words[0]!) && isClosed(words) && isKnownLabel(words) ? labelOf(words) : undefined;

/** Whether the brackets in the words are balanced: in 二期项目(责任单位 the label starts after the bracket. */
const isClosed = (words: string): boolean => words.split("(").length === words.split(")").length;

/**
 * Start of a remark in brackets between label and colon (责任单位(下同):), or the colon. A bracket that is the label's last
 * word stays: 部门(单位).
 */
function endWithoutRemark(text: string, colon: number, floor: number): number {
  if (text[colon - 1] !== ")") return colon;
  const remark = /\([^()\n]{1,10}\)$/.exec(text.slice(Math.max(floor, colon - 12), colon));
  return remark && !SUBJECT_LAST.test(text.slice(Math.max(floor, colon - LONGEST), colon))
    ? colon - remark[0].length
    : colon;
}

/** A name runs into the label: 市水务局责任单位. */
const holdsName = (words: string): boolean => /.[局委厅办](?=.{3})|、(?![^、]*(?:单位|部门)$)/.test(words);

/** The label with its colon at the start of the words; `length` includes the colon. */
export function labelAtStart(words: string): (Label & { length: number }) | undefined {
  const colon = words.slice(0, LONGEST + 14).indexOf(":");
  if (colon < SHORTEST) return undefined;
  const label = labelBefore(words, colon, 0);
  return label && label.start === 0 ? { ...label, length: colon + 1 } : undefined;
}

/** The longest label of units at the start of the words, without a colon. */
export function bareLabelAtStart(words: string): (Label & { length: number }) | undefined {
  for (let length = Math.min(LONGEST, words.length - 2); length >= 4; length--) {
    const start = words.slice(0, length);
    const label = isKnownLabel(start) ? labelOf(start) : undefined;
    if (label && label.names === "units") return { ...label, length };
  }
  return undefined;
}

/** Whether the words contain a label of units with its colon. */
export function namesUnits(words: string): boolean {
  let floor = 0;
  for (let colon = words.indexOf(":"); colon >= 0; colon = words.indexOf(":", colon + 1)) {
    const label = labelBefore(words, colon, floor);
    if (label && label.role !== "skip") return true;
    floor = colon + 1;
  }
  return false;
}

/** A one-word label without 单位 at the start of the words: 牵头为…, 配合为…. */
export function wholeLabelAtStart(words: string): (Label & { length: number }) | undefined {
  const found = WHOLE.find(({ word }) => words.startsWith(word));
  const label = found && labelOf(found.word);
  return label && { ...label, length: label.word.length };
}

/** The label at the start of the words, followed by a colon or by 为. `length` includes the colon but not 为. */
export function labelOpening(words: string): (Label & { length: number }) | undefined {
  const bare = bareLabelAtStart(words) ?? wholeLabelAtStart(words);
  return labelAtStart(words) ?? (bare && /[为是]/.test(words[bare.length] ?? "") ? bare : undefined);
}

/** Words before a colon that say what the names behind it are: not who answers. */
export const NAMES_OTHERS =
  /(?:成员|组长|主任|主送|抄送|抄报|分送|参会|出席|列席|印发|发至|例如|比如|包括|附|注|地点|范围|对象|备注|来源|如下|名单|^[一二三四五六七八九十\d]+)$/;

/**
 * Whether a label says that the names behind it do not answer: 监督单位, 主送. A person's label does not say it of a unit,
 * nor does one that no table knows.
 */
export const namesNobodyAnswering = ({ word, names }: Label): boolean =>
  names !== "person" && (labelOf(word) !== undefined || NAMES_OTHERS.test(word));
