import { endsLikeUnit, mayBeUnit, sharedEnding } from "../lexicon/endings";
import { bareLabelAtStart, labelAtStart, wholeLabelAtStart } from "../lexicon/labels";
import { RULE_CLAUSE } from "../lexicon/phrases";
import { closingPhrase, jointAtStart, jointInside, OPEN_END_AT_END, verbInside } from "../lexicon/verbs";
import { isGroup, isKindName, isLevelName, opensGroup } from "../units/groups";
import { isDepartmentStem } from "../units/prefixes";
import type { ListPart } from "./list-parts";

/**
 * Makes every part of a list one whole name: joins names that a separator or connector cut, splits parts that contain
 * two names, and completes names that share their last word.
 */
export function wholeNames(parts: readonly ListPart[], known: ReadonlySet<string>): ListPart[] {
  return joinGroups(
    shareEndings(
      parts.flatMap(splitPartAtConnectors).flatMap((part) => splitAtKnown(part, known)),
      known,
    ),
  );
}

const SHORTEST_KNOWN = 3;
const LONGEST_TWO = 40;
/** Additions that make another name: 县政府 and 县政府办公室. */
const OFFICE = /^(?:办公[室厅]|机关|党委|党组|工会)$/;

/**
 * Position between two known names that run together because a separator was lost at the end of a line; `undefined` if
 * the words are not two known names.
 */
export function runTogether(name: string, known: ReadonlySet<string>): number | undefined {
  if (name.length > LONGEST_TWO) return undefined;
  for (let at = SHORTEST_KNOWN; at <= name.length - SHORTEST_KNOWN; at++) {
    const second = name.slice(at);
    if (known.has(second) && known.has(name.slice(0, at)) && !OFFICE.test(second)) return at;
  }
  return undefined;
}

/** `科技部财政部` → `科技部` | `财政部`, if both occur separately elsewhere in the plan. */
function splitAtKnown(part: ListPart, known: ReadonlySet<string>): ListPart[] {
  const { name } = nameIn(part.text);
  const at = known.size === 0 || known.has(name) ? undefined : runTogether(name, known);
  if (at === undefined) return [part];
  const cut = part.text.indexOf(name) + at;
  return [
    { ...part, text: part.text.slice(0, cut), end: part.start + cut, next: "、" },
    { ...part, text: part.text.slice(cut), start: part.start + cut, separator: "、" },
  ];
}

/** Longer parts are sentences, not lists. Leaving them whole also bounds the work. */
export const LONGEST_PART = 120;
/** Marks next to the name of the lead unit. */
export const LEAD_MARKS = "★☆▲△◆※*";
export const OPENING_WORDS = /^(?:具体|统一|分别|主要|并|再|请|则|拟|交)?由|^请|^以(?=.{2,40}为[主辅])/;

const CONNECTOR = /以及|及|和|与/g;
/** Words that are never a unit on their own: 各有关部门和单位 stays whole. */
const GENERIC = new Set([
  "单位",
  "部门",
  "企业",
  "机构",
  "政府",
  "街道",
  "乡镇",
  "社区",
  "个人",
  "园区",
  "镇",
  "村",
  "学校",
  "地方",
  "相关单位",
]);

/**
 * Splits `市教育局和市财政局` but not `文化和旅游部`. A connector separates only between a whole name and another name or collective
 * name.
 */
export function splitAtConnectors(text: string): string[] {
  const names: string[] = [];
  let start = 0;
  for (const found of text.matchAll(CONNECTOR)) {
    const left = text.slice(start, found.index);
    const right = text.slice(found.index + found[0].length);
    if (!separatesNames(left, right)) continue;
    names.push(left);
    start = found.index + found[0].length;
  }
  names.push(text.slice(start));
  return names;
}

function separatesNames(left: string, right: string): boolean {
  if (left === "" || right.length < 2 || GENERIC.has(right.split(CONNECTOR, 1)[0]!)) return false;
  const leftName = left.replace(/等.{0,8}$/, "");
  const leftIsOpen = leftName !== left && leftName !== "";
  const leftEnds = leftIsOpen || endsLikeUnit(left) || isGroup(left) || isLevelName(left);
  const rightIsName = endsLikeUnit(right) || isGroup(right) || mayBeUnit(right);
  return leftEnds && rightIsName && !(isLevelName(right) && (isGroup(left) || isLevelName(left)));
}

/** `A和B负责` → `A` | `B负责`. */
function splitPartAtConnectors(part: ListPart): ListPart[] {
  if (part.text.length > LONGEST_PART || RULE_CLAUSE.test(part.text)) return [part];
  const names = splitAtConnectors(nameIn(part.text).name);
  if (names.length === 1) return [part];
  const cut: ListPart[] = [];
  let at = 0;
  for (const [k, name] of names.entries()) {
    const start = k === 0 ? 0 : part.text.indexOf(name, at);
    const end = k === names.length - 1 ? part.text.length : part.text.indexOf(name, at) + name.length;
    cut.push({ ...part, text: part.text.slice(start, end), separator: k === 0 ? part.separator : "和" });
    at = end;
  }
  return cut;
}

const PLACE = /^[\u4e00-\u9fff]{2,3}$/;
const PLACE_GOVERNED = /^[\u4e00-\u9fff]{2,4}?([市县区州盟旗](?:人民)?政府)/;
const SHARERS = /^[\u4e00-\u9fff]{2,12}$/;
const MARKS_BEFORE = new RegExp(`^[${LEAD_MARKS}]+`);
const SEPARATES_NAMES = /^[、和与及]$/;

/**
 * 合肥、芜湖、蚌埠市政府; 甲溪、乙溪、丙溪公司; 县水利、农业农村、财政局: the ending of the last name applies to all of them. Only names without an
 * ending of their own take it.
 */
function shareEndings(parts: readonly ListPart[], known: ReadonlySet<string>): ListPart[] {
  const whole = [...parts];
  for (let k = whole.length - 1; k > 0; k--) {
    const before = whole[k - 1]!;
    if (!SEPARATES_NAMES.test(whole[k]!.separator)) continue;
    const bare = before.text.slice(prefixLength(before.text));
    if (
      !SHARERS.test(bare) ||
      mayBeUnit(bare) ||
      isGroup(bare) ||
      known.has(bare) ||
      OPEN_END_AT_END.test(bare) ||
      closingPhrase(bare)
    )
      continue;
    const ending = endingFor(
      bare,
      firstName(nameIn(whole[k]!.text).name),
      k < whole.length - 1 && /^[、]$/.test(whole[k + 1]!.separator),
    );
    if (!ending) continue;
    whole[k - 1] = { ...before, text: before.text + ending };
    whole[k] = { ...whole[k]!, lends: true };
  }
  return whole;
}

/** Length of the text before the last name of a part: 责任单位：, 由, 市教育局会同, ★. */
function prefixLength(text: string): number {
  const label = labelLength(text);
  const rest = text.slice(label);
  const name = lastName(rest.slice(OPENING_WORDS.exec(rest)?.[0].length ?? 0));
  return text.length - name.replace(MARKS_BEFORE, "").length;
}

/** Length of the label with its colon or verb. */
function labelLength(text: string): number {
  const label = labelAtStart(text)?.length ?? /^[\u4e00-\u9fff]{1,10}:/.exec(text)?.[0].length;
  if (label !== undefined) return label;
  const bare = bareLabelAtStart(text) ?? wholeLabelAtStart(text);
  return bare && /[为是]/.test(text[bare.length] ?? "") ? bare.length + 1 : 0;
}

const isWhole = (name: string): boolean => mayBeUnit(name) || isGroup(name);

/** The conjunction or verb between the first two names of a part: 市教育局会同市财政局, 市教育局牵头市财政局. */
function linkOf(words: string): { start: number; end: number } | undefined {
  const first = jointAtStart(words);
  if (first !== undefined) return { start: 0, end: first.length };
  return jointInside(words, isWhole) ?? verbInside(words, isWhole);
}

const firstName = (words: string): string => words.slice(0, linkOf(words)?.start);

function lastName(words: string): string {
  let name = words;
  for (let link = linkOf(name); link; link = linkOf(name)) name = name.slice(link.end);
  return name;
}

function endingFor(bare: string, name: string, isInTheMiddle: boolean): string | undefined {
  const governed = PLACE_GOVERNED.exec(name)?.[1];
  if (governed && PLACE.test(bare)) return governed;
  const ending = sharedEnding(name);
  if (ending && isDepartmentStem(bare)) return ending;
  return bare.length <= (isInTheMiddle ? 4 : 6) ? ending : undefined;
}

/** Words that name nobody on their own but complete the name before them: 各县党委、政府. */
const COMPLETED: readonly (readonly [before: RegExp, after: RegExp])[] = [
  [/党(?:工)?委$/, /^(?:(?:人民)?政府|管委会|办事处)$/],
  [/(?:有关|相关|各)部门$/, /^单位$/],
  [/^中央$/, /^[省市]?驻.{1,6}单位$/],
];

/** 各市 | 州 | 县人民政府 → one part: separators inside a collective name do not cut it. */
function joinGroups(parts: readonly ListPart[]): ListPart[] {
  const joined: ListPart[] = [];
  let open = false;
  for (const part of parts) {
    const last = joined[joined.length - 1];
    const { name, closed } = nameIn(part.text);
    if (last && (completes(last, part, firstName(name)) || (open && continuesLevels(last, part, firstName(name))))) {
      joined[joined.length - 1] = { ...last, text: last.text + part.separator + part.text, end: part.end };
      open = !closed;
      continue;
    }
    joined.push(part);
    open = !closed && opensLevels(lastName(name));
  }
  return joined;
}

const opensLevels = (name: string): boolean => opensGroup(name) || isLevelName(name);

function completes(last: ListPart, part: ListPart, name: string): boolean {
  return (
    part.separator === "、" &&
    COMPLETED.some(([before, after]) => after.test(name) && before.test(lastName(nameIn(last.text).name)))
  );
}

function continuesLevels(last: ListPart, part: ListPart, name: string): boolean {
  if (part.separator === "和") return /^新疆生产建设兵团$/.test(name);
  if (part.separator !== "、") return false;
  const kinds = /^各/.test(lastName(nameIn(last.text.slice(0, 40)).name)) && !/政府|县|区|镇/.test(last.text);
  return isLevelName(name) || (kinds && isKindName(name));
}

/** The name in a part, without its label, `由` and closing verb. `closed`: a verb or 等 ends the list. */
function nameIn(text: string): { name: string; closed: boolean } {
  const name = text.slice(labelLength(text) || bareLabelAtStart(text)?.length).replace(OPENING_WORDS, "");
  const closing = closingPhrase(name);
  const body = closing ? name.slice(0, closing.end) : name;
  const open = OPEN_END_AT_END.exec(body.slice(-24));
  return { name: open ? body.slice(0, body.length - open[0].length) : body, closed: Boolean(closing) || Boolean(open) };
}
