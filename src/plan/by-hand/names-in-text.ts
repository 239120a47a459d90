import { cleanText } from "../characters";
import { endsLikeUnit } from "../lexicon/endings";
import { labelBefore, type Role } from "../lexicon/labels";
import { BEFORE_HELPERS, BEFORE_NAMES } from "../lexicon/phrases";
import { closingPhrase } from "../lexicon/verbs";
import { anyOf } from "../lexicon/wording";
import { splitAtConnectors } from "../tokens/lists";
import { isGroup, opensGroup } from "../units/groups";

/** A name in a passage, offered to a person for selection. They decide, so an extra suggestion does no harm. */
export interface FoundName {
  name: string;
  /** Offsets into the passage. */
  start: number;
  end: number;
  isGroup: boolean;
  /** The role that the surrounding words give, if any. */
  role?: "lead" | "responsible";
}

/** Marks between the parts of a text. 、 joins the names on both sides into one list. */
const BETWEEN = /[、，,；;。：:（）()【】〔〕[\]\s“”‘’"《》|/]+/g;
/** Marks that end the scope of a label. */
const CLOSES = /[；;。）)】\n]/;
/** Words before a name in a sentence. */
const OPENING_WORDS = new RegExp(`^${anyOf([...BEFORE_NAMES, ..."配合 商 并 和 与 及 以及 以 交 报 经".split(" ")])}+`);
const LONGEST = 24;
/** A longer text without any mark is not a sentence. */
const LONGEST_SENTENCE = 200;

/** A range of text between two marks. */
interface TextBetweenMarks {
  start: number;
  end: number;
  /** The marks before it. */
  before: string;
}

/** 各镇（街道）, and names of the plan with a bracket: here the bracket separates nothing. */
const WITH_BRACKET = /各[\u4e00-\u9fff]{1,8}[（(][\u4e00-\u9fff、]{1,8}[）)]/g;

/** Marks each character that is inside such a name with 1. */
function insideNames(words: string, known: readonly string[]): Uint8Array {
  const inside = new Uint8Array(words.length);
  for (const { index, 0: name } of words.matchAll(WITH_BRACKET)) inside.fill(1, index, index + name.length);
  for (const name of known.filter((one) => /[（(]/.test(one))) {
    for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + name.length))
      inside.fill(1, at, at + name.length);
  }
  return inside;
}

function textsBetweenMarks(words: string, known: readonly string[]): TextBetweenMarks[] {
  const texts: TextBetweenMarks[] = [];
  const inside = insideNames(words, known);
  let start = 0;
  let before = "";
  for (const found of words.matchAll(BETWEEN)) {
    const end = found.index + found[0].length;
    let from = found.index;
    while (from < end && inside[from] === 1) from++;
    if (from === end) continue;
    if (from > start) texts.push({ start, end: from, before });
    start = end;
    before = words.slice(from, end);
  }
  if (start < words.length) texts.push({ start, end: words.length, before });
  return texts;
}

/**
 * Names of organisations in a passage, in order, each once: units of the plan, and names that end like one.
 * @param words the passage as printed
 * @param known names of the plan's units as printed
 */
export function namesIn(words: string, known: readonly string[]): FoundName[] {
  const names = new Map<string, FoundName>();
  for (const found of allNamesIn(words, known)) if (!names.has(found.name)) names.set(found.name, found);
  return [...names.values()];
}

/** Shifts the offsets of a name to those of the passage, and sets its role. */
const shifted = (one: FoundName, by: number, role?: FoundName["role"]): FoundName => ({
  ...one,
  start: one.start + by,
  end: one.end + by,
  ...(role ? { role } : {}),
});

/** Like {@link namesIn}, but with every occurrence. */
export function allNamesIn(words: string, known: readonly string[]): FoundName[] {
  const byLength = [...new Set(known)].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  const names: FoundName[] = [];
  let role: FoundName["role"];
  let joined: FoundName[] = [];
  let helps = false;
  for (const { start, end, before } of textsBetweenMarks(words, byLength)) {
    if (CLOSES.test(before)) role = undefined;
    if (!before.startsWith("、")) joined = [];
    const label = labelAt(words, end);
    if (label !== undefined) {
      role = label === "none" ? undefined : label;
      continue;
    }
    helps = OPENS_JOINT.test(words.slice(start, end)) || (helps && before.startsWith("、"));
    const ownRole = closingRole(words.slice(start, end), helps);
    const found = namesBetweenMarks(words.slice(start, end), byLength).map((one) =>
      shifted(one, start, role ?? one.role ?? ownRole),
    );
    // 甲局、乙局牵头: the verb applies to both names.
    const verb = found[0]?.role ?? ownRole;
    if (role === undefined && verb) for (const earlier of joined) earlier.role ??= verb;
    joined.push(...found);
    names.push(...found);
  }
  return names;
}

/** Ranges of a line that a person may want to select: its names, and the other texts between marks. */
export function stopsIn(words: string, known: readonly string[]): [start: number, end: number][] {
  const names = allNamesIn(words, known);
  const taken = new Uint8Array(words.length);
  for (const { start, end } of names) taken.fill(1, start, end);
  const others = textsBetweenMarks(words, known).filter(({ start, end }) => taken.subarray(start, end).indexOf(1) < 0);
  return [...names, ...others].map(({ start, end }): [number, number] => [start, end]).sort((a, b) => a[0] - b[0]);
}

function roleOf(role: Role | undefined): FoundName["role"] {
  return role === "lead" ? "lead" : role === "main" || role === "support" ? "responsible" : undefined;
}

const closingRole = (text: string, helps: boolean): FoundName["role"] =>
  helps ? "responsible" : roleOf(closingPhrase(text)?.role);

/** The role of the label that ends at a position, if a colon follows. */
const labelAt = (words: string, end: number): ReturnType<typeof labelRole> =>
  /^[：:]/.test(words.slice(end).trimStart()) ? labelRole(words.slice(0, end)) : undefined;

/** The role of the label at the end of the words; `undefined` if there is none. */
function labelRole(words: string): "lead" | "responsible" | "none" | undefined {
  const { text } = cleanText(words.slice(-LONGEST));
  const label = labelBefore(`${text}:`, text.length, 0);
  if (!label) return undefined;
  return label.role === "lead" ? "lead" : label.role === "main" || label.role === "support" ? "responsible" : "none";
}

function namesBetweenMarks(text: string, known: readonly string[]): FoundName[] {
  const knownName = known.find((name) => text.includes(name));
  if (knownName !== undefined) {
    const start = text.indexOf(knownName);
    const end = start + knownName.length;
    const after = namesBetweenMarks(text.slice(end), known).map((one) => shifted(one, end));
    const role = roleOf(verbAtStart(text.slice(end)));
    return [
      ...namesBetweenMarks(text.slice(0, start), known),
      { name: knownName, start, end, isGroup: isGroup(knownName), ...(role ? { role } : {}) },
      ...after,
    ];
  }
  const from = OPENING_WORDS.exec(text)?.[0].length ?? 0;
  const to = closingPhrase(text)?.end ?? text.length;
  const whole = namesBetween(text, from, Math.max(from, to));
  return whole.length > 0 || text.length > LONGEST_SENTENCE ? whole : namesInSentence(text);
}

function namesBetween(text: string, from: number, to: number): FoundName[] {
  let at = from;
  return splitAtConnectors(text.slice(from, to)).flatMap((part): FoundName[] => {
    const start = text.indexOf(part, at);
    at = start + part.length;
    const name = part.replace(/等$/, "");
    const isCollective = isCollectiveName(name);
    return name.length <= LONGEST && (isCollective || endsLikeUnit(name))
      ? [{ name, start, end: start + name.length, isGroup: isCollective }]
      : [];
  });
}

/** Verbs that say what the unit before them does. */
const VERB = /牵头|主办|统筹|抓总|负责|承担|落实|实施|配合|会同|协同|协助|参与|参加/g;

/** The names after 会同 are supporting units: 会同B、C. */
const JOINT = new RegExp(`${anyOf(BEFORE_HELPERS)}$`);
const OPENS_JOINT = new RegExp(`^${anyOf(BEFORE_HELPERS)}`);

/** Words in a sentence after which a name begins. */
const OPENS = new RegExp(anyOf([...BEFORE_NAMES, "商"]), "g");

/**
 * Names in a sentence end where a verb begins, or where an organisation's name ends: 由县交通局牵头统筹全县道路养护，请县公安局会同县司法局每季度开展.
 */
function namesInSentence(text: string): FoundName[] {
  const names: FoundName[] = [];
  const add = (start: number, end: number): void => {
    const name = text.slice(start, end);
    if (
      name.length < 3 ||
      name.length > LONGEST ||
      !(endsLikeUnit(name) || isCollectiveName(name)) ||
      names.some((one) => one.start < end && one.end > start)
    )
      return;
    const role = roleOf(verbAtStart(text.slice(end))) ?? (JOINT.test(text.slice(0, start)) ? "responsible" : undefined);
    names.push({ name, start, end, isGroup: isGroup(name), ...(role ? { role } : {}) });
  };
  for (const verb of text.matchAll(VERB)) {
    const before = text.slice(0, verb.index);
    add(Math.max(0, ...[...before.matchAll(OPENS)].map(({ index, 0: word }) => index + word.length)), verb.index);
  }
  for (const { index, 0: word } of text.matchAll(OPENS)) {
    const start = index + word.length;
    for (let end = start + 3; end <= Math.min(text.length, start + LONGEST); end++)
      if (endsLikeUnit(text.slice(start, end))) add(start, end);
  }
  if (names.length === 0) addAtStart(text, add);
  return names.sort((a, b) => a.start - b.start);
}

/** In a sentence a collective name must end like one; in a list anything after 各 counts. */
const isCollectiveName = (name: string): boolean =>
  isGroup(name) &&
  (opensGroup(name) ||
    /(?:部门|单位|机构|企业|学校|院校|高校|政府|党委|街道|[省市县区旗州盟镇乡村]|[）)])$/.test(name));

/** The start of a local unit's name. */
const LOCAL = /^(?:[省市县区旗州盟镇乡]|各|有关|相关|国家|全)/;

/** The longest name at the start of a clause: 县财政局搭把手. */
function addAtStart(text: string, add: (start: number, end: number) => void): void {
  if (!LOCAL.test(text)) return;
  for (let end = Math.min(text.length, LONGEST); end >= 3; end--) {
    const name = text.slice(0, end);
    if (isCollectiveName(name) || endsLikeUnit(name)) return add(0, end);
  }
}

/** The verb at the start of the words that says what the unit before it does, if any. */
export const verbBehind = (words: string): string | undefined => new RegExp(`^(?:${VERB.source})`).exec(words)?.[0];

function verbAtStart(words: string): Role | undefined {
  const verb = verbBehind(words);
  return verb === undefined ? undefined : closingPhrase(verb)?.role;
}
