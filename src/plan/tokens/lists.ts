import { endsLikeUnit, mayBeUnit, sharedEnding } from "../lexicon/endings";
import { bareLabelAtStart, labelAtStart, wholeLabelAtStart } from "../lexicon/labels";
import { RULE_CLAUSE } from "../lexicon/phrases";
import { closingPhrase, jointAtStart, jointInside, OPEN_END_AT_END, verbInside } from "../lexicon/verbs";
import { isGroup, isKindName, isLevelName, opensGroup } from "../units/groups";
import { isDepartmentStem } from "../units/prefixes";
import type { ListPart } from "./list-parts";

/**
 * Clauses of a list made whole: what a separator or connector parts although it is one name is joined, what is two
 * names is parted, and names that share their last word get it.
 */
export function wholeNames(clauses: readonly ListPart[], known: ReadonlySet<string>): ListPart[] {
  return joinGroups(
    shareEndings(
      clauses.flatMap(partAtConnectors).flatMap((clause) => partAtKnown(clause, known)),
      known,
    ),
  );
}

const SHORTEST_KNOWN = 3;
const LONGEST_TWO = 40;
/** What is added to a name to make another one: 县政府 and 县政府办公室. */
const OFFICE = /^(?:办公[室厅]|机关|党委|党组|工会)$/;

/**
 * Where one of two names that the plan knows ends and the other begins, in words that it knows as none: a separator was
 * lost at a line's end.
 */
export function runTogether(name: string, known: ReadonlySet<string>): number | undefined {
  if (name.length > LONGEST_TWO) return undefined;
  for (let at = SHORTEST_KNOWN; at <= name.length - SHORTEST_KNOWN; at++) {
    const second = name.slice(at);
    if (known.has(second) && known.has(name.slice(0, at)) && !OFFICE.test(second)) return at;
  }
  return undefined;
}

/** `科技部财政部` → `科技部` | `财政部`, where both stand apart elsewhere in the plan. */
function partAtKnown(clause: ListPart, known: ReadonlySet<string>): ListPart[] {
  const { name } = nameIn(clause.text);
  const at = known.size === 0 || known.has(name) ? undefined : runTogether(name, known);
  if (at === undefined) return [clause];
  const cut = clause.text.indexOf(name) + at;
  return [
    { ...clause, text: clause.text.slice(0, cut), end: clause.start + cut, next: "、" },
    { ...clause, text: clause.text.slice(cut), start: clause.start + cut, separator: "、" },
  ];
}

/** Longer clauses are sentences, not lists; leaving them whole also bounds the work. */
export const LONGEST_PART = 120;
/** Marks beside the name of who leads. */
export const LEAD_MARKS = "★☆▲△◆※*";
export const OPENING_WORDS = /^(?:具体|统一|分别|主要|并|再|请|则|拟)?由|^请/;

const CONNECTOR = /以及|及|和|与/g;
/** Words that are never a unit by themselves: 各有关部门和单位 stays whole. */
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
 * Splits `市教育局和市财政局` but not `文化和旅游部`: a connector separates only where a whole name ends before it and
 * another one, or a collective name, follows.
 */
export function splitAtConnectors(text: string): string[] {
  const names: string[] = [];
  let start = 0;
  for (const found of text.matchAll(CONNECTOR)) {
    const left = text.slice(start, found.index);
    const right = text.slice(found.index + found[0].length);
    if (!parts(left, right)) continue;
    names.push(left);
    start = found.index + found[0].length;
  }
  names.push(text.slice(start));
  return names;
}

function parts(left: string, right: string): boolean {
  if (left === "" || right.length < 2 || GENERIC.has(right.split(CONNECTOR, 1)[0]!)) return false;
  const leftName = left.replace(/等.{0,8}$/, "");
  const leftIsOpen = leftName !== left && leftName !== "";
  const leftEnds = leftIsOpen || endsLikeUnit(left) || isGroup(left) || isLevelName(left);
  const rightIsName = endsLikeUnit(right) || isGroup(right) || mayBeUnit(right);
  return leftEnds && rightIsName && !(isLevelName(right) && (isGroup(left) || isLevelName(left)));
}

/** `A和B负责` → `A` | `B负责`. */
function partAtConnectors(clause: ListPart): ListPart[] {
  if (clause.text.length > LONGEST_PART || RULE_CLAUSE.test(clause.text)) return [clause];
  const names = splitAtConnectors(nameIn(clause.text).name);
  if (names.length === 1) return [clause];
  const cut: ListPart[] = [];
  let at = 0;
  for (const [k, part] of names.entries()) {
    const start = k === 0 ? 0 : clause.text.indexOf(part, at);
    const end = k === names.length - 1 ? clause.text.length : clause.text.indexOf(part, at) + part.length;
    cut.push({ ...clause, text: clause.text.slice(start, end), separator: k === 0 ? clause.separator : "和" });
    at = end;
  }
  return cut;
}

const PLACE = /^[\u4e00-\u9fff]{2,3}$/;
const PLACE_GOVERNED = /^[\u4e00-\u9fff]{2,4}?([市县区州盟旗](?:人民)?政府)/;
const SHARERS = /^[\u4e00-\u9fff]{2,12}$/;
const STARS_BEFORE = new RegExp(`^[${LEAD_MARKS}]+`);
const SEPARATES_NAMES = /^[、和与及]$/;

/**
 * 合肥、芜湖、蚌埠市政府; 甲溪、乙溪、丙溪公司; 县水利、农业农村、财政局: what the last one is, they all are. Only names that end
 * like nothing of their own take the ending.
 */
function shareEndings(clauses: readonly ListPart[], known: ReadonlySet<string>): ListPart[] {
  const whole = [...clauses];
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

/** How long that is which stands before the last name of a clause: 责任单位：, 由, 市教育局会同, ★. */
function prefixLength(text: string): number {
  const label = labelLength(text);
  const rest = text.slice(label);
  const name = lastName(rest.slice(OPENING_WORDS.exec(rest)?.[0].length ?? 0));
  return text.length - name.replace(STARS_BEFORE, "").length;
}

/** Of the label with its colon or verb. */
function labelLength(text: string): number {
  const label = labelAtStart(text);
  if (label) return label.length;
  const bare = bareLabelAtStart(text) ?? wholeLabelAtStart(text);
  return bare && /[为是]/.test(text[bare.length] ?? "") ? bare.length + 1 : 0;
}

const isWhole = (name: string): boolean => mayBeUnit(name) || isGroup(name);

/** 市教育局会同市财政局, 市教育局牵头市财政局: where the first of several names of a clause ends, and the next begins. */
function seamOf(words: string): { start: number; end: number } | undefined {
  const first = jointAtStart(words);
  if (first !== undefined) return { start: 0, end: first.length };
  return jointInside(words, isWhole) ?? verbInside(words, isWhole);
}

const firstName = (words: string): string => words.slice(0, seamOf(words)?.start);

function lastName(words: string): string {
  let name = words;
  for (let seam = seamOf(name); seam; seam = seamOf(name)) name = name.slice(seam.end);
  return name;
}

function endingFor(bare: string, name: string, isInTheMiddle: boolean): string | undefined {
  const governed = PLACE_GOVERNED.exec(name)?.[1];
  if (governed && PLACE.test(bare)) return governed;
  const ending = sharedEnding(name);
  if (ending && isDepartmentStem(bare)) return ending;
  return bare.length <= (isInTheMiddle ? 4 : 6) ? ending : undefined;
}

/** Words that name nobody by themselves, and behind which they are the rest of a name: 各县党委、政府. */
const COMPLETED: readonly (readonly [before: RegExp, after: RegExp])[] = [
  [/党(?:工)?委$/, /^(?:(?:人民)?政府|管委会|办事处)$/],
  [/(?:有关|相关|各)部门$/, /^单位$/],
  [/^中央$/, /^[省市]?驻.{1,6}单位$/],
];

/** 各市 | 州 | 县人民政府 → one clause: separators inside a collective name do not part it. */
function joinGroups(clauses: readonly ListPart[]): ListPart[] {
  const joined: ListPart[] = [];
  let open = false;
  for (const clause of clauses) {
    const last = joined[joined.length - 1];
    const { name, closed } = nameIn(clause.text);
    if (last && (completes(last, clause, firstName(name)) || (open && goesOn(last, clause, firstName(name))))) {
      joined[joined.length - 1] = { ...last, text: last.text + clause.separator + clause.text, end: clause.end };
      open = !closed;
      continue;
    }
    joined.push(clause);
    open = !closed && opensLevels(lastName(name));
  }
  return joined;
}

const opensLevels = (name: string): boolean => opensGroup(name) || isLevelName(name);

function completes(last: ListPart, clause: ListPart, name: string): boolean {
  return (
    clause.separator === "、" &&
    COMPLETED.some(([before, after]) => after.test(name) && before.test(lastName(nameIn(last.text).name)))
  );
}

function goesOn(last: ListPart, clause: ListPart, name: string): boolean {
  if (clause.separator === "和") return /^新疆生产建设兵团$/.test(name);
  if (clause.separator !== "、") return false;
  const kinds = /^各/.test(lastName(nameIn(last.text.slice(0, 40)).name)) && !/政府|县|区|镇/.test(last.text);
  return isLevelName(name) || (kinds && isKindName(name));
}

/** The name that a clause holds, without label, `由` and closing verb. */
function nameIn(text: string): { name: string; closed: boolean } {
  const name = text.slice(labelLength(text) || bareLabelAtStart(text)?.length).replace(OPENING_WORDS, "");
  const closing = closingPhrase(name);
  const body = closing ? name.slice(0, closing.end) : name;
  const open = OPEN_END_AT_END.exec(body.slice(-24));
  return { name: open ? body.slice(0, body.length - open[0].length) : body, closed: Boolean(closing) || Boolean(open) };
}
