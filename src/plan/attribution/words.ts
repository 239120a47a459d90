/**
 * The words with which plans say who answers for what. Wording varies freely from place to place: extend these tables,
 * not the code that reads them.
 */

/** `main`: answers, but not said to lead. `skip`: says something else (a person, a date) and is passed over. */
export type Role = "lead" | "main" | "support" | "skip";

export interface Word {
  word: string;
  role: Role;
}

const SUBJECTS = ["单位", "部门", "主体", "机构", "科室", "处室", "股室", "部门和单位", "单位和部门", "部门单位", "单位部门"];

function withSubjects(role: Role, ...stems: string[]): Word[] {
  return stems.flatMap((stem) => SUBJECTS.map((subject) => ({ word: stem + subject, role })));
}

/** Labels: a word, a colon, a list. */
export const LABELS: readonly Word[] = [
  ...withSubjects("lead", "牵头", "牵头责任", "牵头负责", "主要牵头", "总牵头", "主要责任", "主要负责", "主办", "主责", "主管", "主要", "第一责任", "首要责任", "首责"),
  { word: "牵头", role: "lead" },
  { word: "主办", role: "lead" },
  { word: "主责", role: "lead" },
  { word: "组织单位", role: "lead" },
  { word: "总负责", role: "lead" },
  ...withSubjects("main", "责任", "工作责任", "落实责任", "负责", "实施", "落实", "承办", "具体责任", "执行", "任务", "承担", "相关责任", "牵头及责任", "牵头和责任", "责任及配合", "责任和配合", "牵头及配合"),
  { word: "责任分工", role: "main" },
  { word: "任务分工", role: "main" },
  { word: "职责分工", role: "main" },
  { word: "责任", role: "main" },
  { word: "分工", role: "main" },
  { word: "工作分工", role: "main" },
  ...withSubjects("support", "配合", "参加", "参与", "协办", "协同", "协助", "协作", "支持", "会同", "协同责任", "配合责任", "共同责任", "其他责任", "协同配合", "参加配合", "协调", "联合", "会办", "次要责任"),
  { word: "配合", role: "support" },
  { word: "协办", role: "support" },
  { word: "协同", role: "support" },
  { word: "协助", role: "support" },
  { word: "参与", role: "support" },
  { word: "参加", role: "support" },
  ...["牵头领导", "责任领导", "分管领导", "市级领导", "县级领导", "区级领导", "包联领导", "挂钩领导", "挂帅领导", "负责领导", "联系领导", "牵头市领导", "牵头县领导", "牵头区领导",
    "责任人", "负责人", "联系人", "联络人", "责任人员", "具体责任人", "牵头人", "完成时限", "完成时间", "时限要求", "完成期限", "时间节点", "时间安排", "工作时限", "办理时限", "整改时限", "推进时限", "时限", "时间", "期限",
    "实施时间", "起止时间", "进度安排", "进度要求", "分值", "考核分值", "备注", "工作目标", "目标任务", "预期目标", "年度目标", "监督单位", "督办单位", "监督部门"].map((word): Word => ({ word, role: "skip" })),
];

/**
 * Verbs that close a list of units. They combine freely (`共同牵头负责`, `按职责分工负责落实`); the strongest role of a
 * combination wins, see {@link closingPhrase}.
 */
export const VERBS: readonly Word[] = [
  ...["牵头", "主办", "主责", "抓总", "牵总", "总牵头", "总负责", "牵头组织", "统筹负责", "负责统筹", "牵头统筹", "负总责"].map((word): Word => ({ word, role: "lead" })),
  ...["配合", "参与", "参加", "协助", "协同", "协办", "支持", "协作", "跟进", "会办", "负责配合", "配合做好", "协助做好"].map((word): Word => ({ word, role: "support" })),
  ...["负责", "落实", "实施", "组织实施", "组织落实", "组织推进", "组织开展", "负责组织", "推进", "承办", "承担", "办理", "执行", "抓落实", "抓好落实", "做好落实", "推动落实", "推动", "各负其责", "分工", "完成", "督促", "督促落实", "督办", "督导", "抓好", "统筹"].map(
    (word): Word => ({ word, role: "main" }),
  ),
];

/** Manners that stand before a verb. */
const MANNERS: readonly string[] = [
  "共同", "联合", "分别", "各自", "一并", "具体", "积极", "密切", "主动", "予以", "给予", "同时", "主要", "依法", "统一", "分头", "按规定", "结合职责", "齐抓共管", "并", "和", "、", "工作",
];
/** 按职责分工, 依据各自职能 … at the end of what is left of a clause. */
const BY_DUTY = /(?:按照|依照|依据|根据|结合|按|依)(?:各自|本)?(?:的)?(?:部门|工作|法定|相关)?(?:管理|工作)?(?:职责|职能|责任|任务|职权|权限|管辖|属地|分工)+(?:和|、)?(?:分工|任务|范围|权限|要求|原则|管理)*$|(?:职责)?分工$/;

function alternatives(words: readonly string[]): string {
  return [...new Set(words)].sort((a, b) => b.length - a.length).join("|");
}

/** `等`, `等部门`, `等有关单位` at the end of a list: the list is open, the word is no part of a name. */
const OPEN_END =
  "等(?:\\d{1,2}个|[一二三四五六七八九十]{1,3}个)?(?:其他|其它)?(?:[省市县区旗州盟]|中央)?(?:[级直])?(?:各|有关|相关|多个|多)?(?:责任|职能|成员|牵头|行业主管|主管)?(?:部门和单位|单位和部门|部门及单位|部门、单位|部门单位|部门|单位|方面|企业|机构|团体|委办局|科局)?|(?<![高中初])等[^、，,；;。()等]{1,8}(?:部门|单位|机构|企业|方面)";

/** 县级责任单位: of one level among several. */
const OF_LEVEL = "(?:[省市县区旗州盟镇乡村]级)?";
/** A label at the very start of a clause; group 1 is the word. Text is cleaned. */
export const LABEL_AT_START = new RegExp(`^${OF_LEVEL}(${alternatives(LABELS.map((l) => l.word))})(?:\\([^()]{1,10}\\))?[:]`);
/** The same without a colon; only to be trusted right after an opening bracket and before a clear name. */
export const BARE_LABEL_AT_START = new RegExp(`^(${alternatives(LABELS.filter((l) => l.word.length >= 4).map((l) => l.word))})(?:为|是)?`);
/** Any label with its colon, anywhere; group 1 is the word. */
export const LABEL_ANYWHERE = new RegExp(`${OF_LEVEL}(${alternatives(LABELS.map((l) => l.word))})(?:\\([^()\\n]{1,10}\\))?:`, "g");

/** A label that says who, anywhere. */
export const WHO_LABEL = new RegExp(`(?:${alternatives(LABELS.filter((l) => l.role !== "skip").map((l) => l.word))}):`);

/** An open end that closes a clause without a verb. */
export const OPEN_END_AT_END = new RegExp(`(?:${OPEN_END})$`);

const roles = new Map(LABELS.map((l) => [l.word, l.role]));

/** The role that a label gives to its list. */
export function labelRole(word: string): Role {
  return roles.get(word) ?? "skip";
}

const closers = [...VERBS.map((v) => v.word), ...MANNERS].sort((a, b) => b.length - a.length);
const verbRoles = new Map(VERBS.map((v) => [v.word, v.role]));
const STRENGTH: readonly Role[] = ["lead", "support", "main"];

export interface Closing {
  /** Length of the clause without the closing phrase. */
  end: number;
  role: Role;
  /** 按职责分工, 分别 …: said of several units, none of which leads. */
  shared: boolean;
}

/**
 * The verb phrase that closes a clause: `市教育局、市财政局等按职责分工负责` → ends after `等`. Words are taken off the
 * end one at a time, so the work is bounded by the length of the phrase.
 */
export function closingPhrase(clause: string): Closing | undefined {
  let end = clause.length;
  let role: Role | undefined;
  let shared = false;
  for (;;) {
    const rest = clause.slice(Math.max(0, end - 20), end);
    const byDuty = BY_DUTY.exec(rest);
    if (byDuty && role) {
      end -= byDuty[0].length;
      shared = true;
      continue;
    }
    const word = closers.find((w) => rest.endsWith(w));
    if (!word) break;
    const wordRole = verbRoles.get(word);
    if (wordRole === undefined && role === undefined && word !== "工作") break;
    if (wordRole && (!role || STRENGTH.indexOf(wordRole) < STRENGTH.indexOf(role))) role = wordRole;
    if (word === "分别" || word === "共同" || word === "分头") shared = true;
    end -= word.length;
  }
  return role ? { end, role, shared } : undefined;
}

/** Clauses that state a rule for the lists which follow, instead of naming units. */
export const RULE_CLAUSE = /(?:第一|首位|首个|排首|在前|首列|列首)|下同|以下(?:各项|各条|任务|均|同)|不再(?:一一|逐一|重复)?(?:列出|列明|赘述|标注)|排名不分先后/;
/** `列第一位者为牵头单位`, `排在首位的部门牵头`: the first unit of a list leads. */
export const FIRST_LEADS =
  /(?:(?:列|排|居|位)[^，。；;,\n]{0,6}(?:第一|首位|最前|首)[^，。；;,\n]{0,10}|第一(?:个|位|家)?(?:责任)?(?:单位|部门|者)[^，。；;,\n]{0,4}|首(?:个|位|家)(?:责任)?(?:单位|部门)?[^，。；;,\n]{0,4})(?:为|是|系|即|作为)?[^，。；;,\n]{0,4}(?:牵头|主办|主责|总负责)|牵头(?:单位|部门)?(?:为|是|系)?[^，。；;,\n]{0,8}(?:列|排)(?:在|名)?(?:第一|首)位?/;
/** `以下均需各乡镇配合落实，不再列出`: group 1 takes part in everything that follows. */
export const CARRIED_FORWARD = /以下(?:各项|各条|任务|工作)*(?:均|都|皆)?(?:需要|需|须|由|应|请)([^，,。；;]{2,30}?)(?:按职责)?(?:负责)?(?:配合|参与|落实|协助|负责|参加)/;
/** Words of a clause that speaks of time or effort, not of units. */
export const NOT_A_NAME = /^(?:\d|[一二三四五六七八九十]+年|每|到|至|长期|持续|常年|常态|全年|年底|年内|立即|即知|适时|适用|按|于|在|力争|已|未|不|如|若|其中|含|包括|另|注|详|见|附|排名|随|每年|分年度|重点|逐步|加快|推进|完成|做好|落实|确保|此项|该项|以上|上述|“|《|共\d)|(?:完成|推进|推动|优化|坚持|落实|实施|分|年|月|底|前|中|后|内|为准|下同|不再列出)$/;
