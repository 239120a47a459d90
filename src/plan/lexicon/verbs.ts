import { isKnownLabel, labelOf, type Role } from "./labels";

/**
 * The verbs with which plans say what a unit does, and the words around them. Wording varies from place to place:
 * extend these tables, not the code that reads them.
 */
export interface Verb {
  word: string;
  /** `skip`: who does this watches over the work, and neither leads it nor answers for it. */
  role: Role;
}

/**
 * Verbs that close a list of units. They combine freely (`共同牵头负责`, `按职责分工负责落实`); the strongest role of a combination
 * wins, see {@link closingPhrase}.
 */
export const VERBS: readonly Verb[] = [
  ...verbs(
    "lead",
    "牵头 主办 主责 抓总 牵总 总牵头 总负责 牵头组织 统筹 统筹推进 统筹协调 统筹负责 负责统筹 牵头统筹 负总责 主抓 领办 为主 主导 拿总",
  ),
  ...verbs(
    "support",
    "配合 参与 参加 协助 协同 协办 支持 业务指导 技术指导 指导督促 督促指导 协作 跟进 会办 负责配合 配合做好 协助做好 指导 联动 协调 共同参与 为辅 协责 辅助",
  ),
  ...verbs(
    "main",
    "负责 落实 实施 组织实施 组织落实 组织推进 组织开展 组织 负责组织 推进 承办 承担 办理 执行 抓落实 抓好落实 做好落实 推动落实 推动 各负其责 分工 完成 督促 督促落实 督导 抓好",
  ),
  ...verbs("skip", "督办 督查 监督 监督检查 跟踪督办 考核 验收"),
];

function verbs(role: Verb["role"], words: string): Verb[] {
  return words.split(" ").map((word) => ({ word, role }));
}

/** Adverbs and similar words before a verb. */
const MANNERS: readonly string[] = [
  "共同",
  "联合",
  "分别",
  "各自",
  "一并",
  "具体",
  "积极",
  "密切",
  "主动",
  "予以",
  "给予",
  "同时",
  "主要",
  "依法",
  "统一",
  "分头",
  "按规定",
  "结合职责",
  "齐抓共管",
  "结合实际",
  "结合工作实际",
  "因地制宜",
  "并",
  "和",
  "、",
  "工作",
];
/** 社会组织 ends like a verb but is a name, and so does 市场监督 in 市市场监督、财政局. */
const NO_VERB =
  /(?:社会|民间|群团|党团|党|基层|公益|志愿|经济|合作|中介|自治|专业|行业|服务)组织$|(?:市场|技术|质量|药品|食品|卫生|安全生产|安全|工程|价格|农机)监督$/;
/** 是牵头单位, 作为配合单位: the role is that of the label. */
const BEING = /(?:作为|是|为|系|担任)((?:(?![是为系])[\u4e00-\u9fff]){2,6}(?:单位|部门|主体|机构))$/;
/** 县教育局、县公安局为成员单位 says who belongs to a body. */
const OF_A_BODY = /成员|组成/;
/** 按职责分工, 依据各自职能 … at the end of the rest of a clause. */
const BY_DUTY =
  /(?:按照|依照|依据|根据|结合|按|依)(?:各自|本)?(?:的)?(?:部门|工作|法定|相关)?(?:管理|工作)?(?:职责|职能|责任|任务|职权|权限|管辖|属地|分工)+(?:和|、)?(?:分工|任务|范围|权限|要求|原则|管理)*$|(?:职责)?分工$/;

/** `等`, `等部门`, `等有关单位` at the end of a list: the list is open, and the word is not part of a name. */
const OPEN_END =
  "等(?:\\d{1,2}个|[一二三四五六七八九十]{1,3}个)?(?:其他|其它)?(?:[省市县区旗州盟]|中央)?(?:[级直])?(?:各|有关|相关|多个|多)?(?:责任|职能|成员|牵头|行业主管|主管)?(?:部门和单位|单位和部门|部门及单位|部门、单位|部门单位|部门|单位|方面|企业|机构|团体|委办局|科局)?|(?<![高中初])等[^、，,；;。()等]{1,8}(?:部门|单位|机构|企业|方面)";

/** The end of an open list in a clause without a verb. */
export const OPEN_END_AT_END = new RegExp(`(?:${OPEN_END})$`);

const closers = [...VERBS.map((v) => v.word), ...MANNERS].sort((a, b) => b.length - a.length);
const verbRoles = new Map(VERBS.map((v) => [v.word, v.role]));
const STRENGTH: readonly Verb["role"][] = ["lead", "support", "skip", "main"];

export interface Closing {
  /** Length of the clause without the closing phrase. */
  end: number;
  role: Verb["role"];
  /** 按职责分工, 分别 …: several units share the task, and none of them leads. */
  shared: boolean;
}

/**
 * The verb phrase that closes a clause: in `市教育局、市财政局等按职责分工负责` it starts after `等`. Words are removed from the end one
 * at a time, so the work is bounded by the length of the phrase.
 */
export function closingPhrase(clause: string): Closing | undefined {
  let end = clause.length;
  let role: Verb["role"] | undefined;
  let shared = false;
  for (;;) {
    const step = lastWord(clause.slice(Math.max(0, end - LONGEST_PHRASE), end), role);
    if (!step) break;
    end -= step.length;
    role = stronger(role, step.role);
    shared ||= step.shared;
  }
  return role ? { end, role, shared } : undefined;
}

const LONGEST_PHRASE = 20;
const SHARED = new Set(["分别", "共同", "分头"]);

/** The last word of the rest of a clause, if it belongs to the verb phrase. Adverbs count only before a verb. */
function lastWord(
  rest: string,
  role: Verb["role"] | undefined,
): { length: number; role?: Verb["role"]; shared: boolean } | undefined {
  const byDuty = role ? BY_DUTY.exec(rest) : null;
  if (byDuty) return { length: byDuty[0].length, shared: true };
  const being = role ? undefined : roleOfBeing(rest);
  if (being) return being;
  const word = NO_VERB.test(rest) ? undefined : closers.find((w) => rest.endsWith(w));
  if (word === undefined) return undefined;
  const own = verbRoles.get(word);
  if (own === undefined && role === undefined && word !== "工作") return undefined;
  return { length: word.length, ...(own ? { role: own } : {}), shared: SHARED.has(word) };
}

/** 是牵头单位 at the end of a clause. */
function roleOfBeing(rest: string): { length: number; role: Role; shared: boolean } | undefined {
  const found = BEING.exec(rest);
  const role = found && !OF_A_BODY.test(found[1]!) && isKnownLabel(found[1]!) ? labelOf(found[1]!)?.role : undefined;
  return role && role !== "unknown" ? { length: found![0].length, role, shared: false } : undefined;
}

const stronger = (one: Verb["role"] | undefined, other: Verb["role"] | undefined): Verb["role"] | undefined =>
  one && other ? (STRENGTH.indexOf(other) < STRENGTH.indexOf(one) ? other : one) : (one ?? other);

/** Conjunctions between the lead and supporting units: 会同, 商. */
const JOINT = "会同|商(?=[市县区旗省州])|联合(?!会)";
const JOINT_START = new RegExp(`^(?:${JOINT})`);
const JOINTS = new RegExp(JOINT, "g");

/** The conjunction at the start of the words, if any. */
export const jointAtStart = (words: string): string | undefined => JOINT_START.exec(words)?.[0];

/** The first conjunction that comes right after a name. */
export function jointInside(
  words: string,
  isName: (words: string) => boolean,
): { start: number; end: number } | undefined {
  for (const { 0: joint, index } of words.matchAll(JOINTS))
    if (isName(words.slice(0, index))) return { start: index, end: index + joint.length };
  return undefined;
}

/** Verbs that may occur inside a clause: after names, and before further names or the work to be done. */
const INSIDE: readonly (readonly [pattern: string, role: Verb["role"]])[] = [
  ["牵头负责|牵头组织|总牵头|牵头(?!单位|部门|领导|责任|处室|科室|人(?![事力民社大武防])|的|[:)])", "lead"],
  // Before other units' names: 市教育局主办市财政局协办.
  ["(?:主办|主责|主导)(?=[省市县区旗州盟])", "lead"],
  ["(?:配合|协助|协办)(?=[省市县区旗州盟])", "support"],
  ["负责(?!人(?![事力民社大武防])|同志|的|[:)])", "main"],
];
const INSIDE_PATTERN = new RegExp(INSIDE.map(([pattern]) => `(${pattern})`).join("|"), "g");

/**
 * The first verb inside a clause that comes right after a name: `市教育局牵头市财政局配合`, `市教育局牵头组织推进`. A verb that closes the
 * clause does not count: see {@link closingPhrase}.
 */
export function verbInside(
  clause: string,
  isName: (words: string) => boolean,
): { start: number; end: number; role: Verb["role"] } | undefined {
  for (const found of clause.matchAll(INSIDE_PATTERN)) {
    const start = found.index;
    const end = start + found[0].length;
    const left = clause.slice(0, start);
    if (left === "" || end === clause.length) continue;
    const closing = closingPhrase(clause);
    if (closing && closing.end <= start) return undefined;
    const open = OPEN_END_AT_END.exec(left.slice(-24));
    if (isName(open ? left.slice(0, left.length - open[0].length) : left))
      return { start, end, role: INSIDE[found.slice(1).findIndex((group) => group !== undefined)]![1] };
  }
  return undefined;
}
