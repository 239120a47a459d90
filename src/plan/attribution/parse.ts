import { endsLikeUnit, mayBeUnit } from "../units/endings";
import { isGroup, isKindName, isLevelName, opensGroup } from "../units/groups";
import { cutClauses, splitAtConnectors, type Clause } from "./names";
import {
  BARE_LABEL_AT_START,
  CARRIED_FORWARD,
  closingPhrase,
  FIRST_LEADS,
  LABEL_AT_START,
  labelRole,
  NOT_A_NAME,
  OPEN_END_AT_END,
  RULE_CLAUSE,
  type Role,
} from "./words";

/** `bare`: neither a label nor a verb says what the unit does. */
export type EntryRole = "lead" | "main" | "support" | "bare";

/** One name of an attribution, as printed. */
export interface Entry {
  name: string;
  role: EntryRole;
  isGroup: boolean;
  /** Ends as names of organisations do, or is a collective name. */
  plausible: boolean;
}

/** What the words of one attribution say. */
export interface Parsed {
  entries: Entry[];
  hasLabel: boolean;
  hasVerb: boolean;
  /** The verb says that each does its part: nobody leads. */
  shared: boolean;
  /** States that the first unit of a list leads. */
  firstLeads: boolean;
  /** A collective name that takes part in everything that follows. */
  carried: string[];
  /** Clauses that name nobody: dates, manners, scores. */
  other: string[];
}

const SAYS_WHEN = /时限|时间|期限|节点|分值|安排|要求/;
const LEADING = /^(?:具体|统一|分别|主要|并|再|请|则)?由|^请/;
const JOINT_START = /^(?:会同|商(?=[市县区旗省州])|联合(?!会))/;
const JOINT = /会同|商(?=[市县区旗省])|联合(?!会)/g;
const MARKED = /\((?:(牵头|主办|主责|组长)|(配合|协办|参与)|(?:责任|负责))(?:单位|部门)?\)$/;
/** ★市教育局, 市教育局*: in a list of units, a mark says who leads. */
const STARS = /^[★☆▲△◆※*]+|[★☆▲△◆※*]+$/g;
const NOTE = /\((?:排名不分先后|按.{0,8}|以下(?:简|统)称.{0,20}|下同|暂定|筹)\)$/;
/** `省发展改革委〔列首位单位为牵头单位，下同〕`: a rule behind the name with which it is first used. */
const RULE_ASIDE = /(?<=[\u4e00-\u9fff]{2})[(〔[【][^()〔〕[\]【】]{4,40}[)〕\]】]/;
const INNER_VERB = /牵头负责|牵头(?!单位|部门|领导|责任|[:])|负责(?!人|同志)/g;

/**
 * Reads the content of an attribution: who is named, in which role.
 * @param content cleaned text, without the enclosing bracket.
 * @param breaksAt whether white space before this position separates names.
 */
export function parseAttribution(content: string, breaksAt: (position: number) => boolean = () => false): Parsed {
  const parser = new AttributionParser();
  for (const clause of joinGroups(wholePlaces(cutClauses(content, breaksAt).flatMap(partAtConnectors)))) parser.add(clause);
  return parser.finish();
}

/** Longer clauses are sentences, not lists; leaving them whole also bounds the work. */
const LONGEST_CLAUSE = 120;

/** `A和B负责` → `A` | `B负责`. */
function partAtConnectors(clause: Clause): Clause[] {
  if (clause.text.length > LONGEST_CLAUSE || RULE_CLAUSE.test(clause.text)) return [clause];
  const { name } = nameOf(clause.text);
  const names = splitAtConnectors(name);
  if (names.length === 1) return [clause];
  const parts: Clause[] = [];
  let at = 0;
  for (const [k, part] of names.entries()) {
    const start = k === 0 ? 0 : clause.text.indexOf(part, at);
    const end = k === names.length - 1 ? clause.text.length : clause.text.indexOf(part, at) + part.length;
    parts.push({ ...clause, text: clause.text.slice(start, end), separator: k === 0 ? clause.separator : "和" });
    at = end;
  }
  return parts;
}

const PLACE = /^[\u4e00-\u9fff]{2,3}$/;
const PLACE_GOVERNED = /^[\u4e00-\u9fff]{2,4}?([市县区州盟旗](?:人民)?政府)/;

/** 合肥、芜湖、蚌埠市政府: what the last one is, they all are. */
function wholePlaces(clauses: readonly Clause[]): Clause[] {
  const whole = [...clauses];
  for (let k = whole.length - 1; k > 0; k--) {
    const kind = PLACE_GOVERNED.exec(whole[k]!.text)?.[1];
    const before = whole[k - 1]!;
    if (kind && whole[k]!.separator === "、" && PLACE.test(before.text) && !mayBeUnit(before.text) && !isGroup(before.text)) whole[k - 1] = { ...before, text: before.text + kind };
  }
  return whole;
}

/** Words that name nobody by themselves, and behind which they are the rest of a name: 各县党委、政府. */
const COMPLETED: readonly (readonly [before: RegExp, after: RegExp])[] = [
  [/党(?:工)?委$/, /^(?:(?:人民)?政府|管委会|办事处)$/],
  [/(?:有关|相关|各)部门$/, /^单位$/],
  [/^中央$/, /^[省市]?驻.{1,6}单位$/],
];

/** 各市 | 州 | 县人民政府 → one clause: separators inside a collective name do not part it. */
function joinGroups(clauses: readonly Clause[]): Clause[] {
  const joined: Clause[] = [];
  let open = false;
  for (const clause of clauses) {
    const last = joined[joined.length - 1];
    const { name, closed } = nameOf(clause.text);
    const kinds = last !== undefined && /^各/.test(nameOf(last.text.slice(0, 40)).name) && !/政府|县|区|镇/.test(last.text);
    const goesOn = clause.separator === "、" ? isLevelName(name) || (kinds && isKindName(name)) : clause.separator === "和" && /^新疆生产建设兵团$/.test(name);
    const completes = last !== undefined && clause.separator === "、" && COMPLETED.some(([before, after]) => after.test(name) && before.test(nameOf(last.text).name));
    if (last && (completes || (open && goesOn))) {
      joined[joined.length - 1] = { ...last, text: last.text + clause.separator + clause.text, end: clause.end };
      open = !closed;
      continue;
    }
    joined.push(clause);
    open = !closed && (opensGroup(name) || isLevelName(name));
  }
  return joined;
}

/** The name that a clause holds, without label, `由` and closing verb. */
function nameOf(text: string): { name: string; closed: boolean } {
  const label = LABEL_AT_START.exec(text);
  let name = label ? text.slice(label[0].length) : text;
  name = name.replace(LEADING, "");
  const closing = closingPhrase(name);
  const open = OPEN_END_AT_END.exec((closing ? name.slice(0, closing.end) : name).slice(-24));
  const body = closing ? name.slice(0, closing.end) : name;
  return { name: open ? body.slice(0, body.length - open[0].length) : body, closed: Boolean(closing) || Boolean(open) };
}

class AttributionParser {
  private readonly parsed: Parsed = { entries: [], hasLabel: false, hasVerb: false, shared: false, firstLeads: false, carried: [], other: [] };
  /** Names since the last verb, label or 会同. */
  private pending: Entry[] = [];
  private label: Role | undefined;
  /** The label says when or how much, which ends at the next comma. */
  private ofTime = false;
  private joint = false;
  private first = true;
  /** How many names were pending when the last comma or semicolon came. */
  private sinceComma = 0;

  add(clause: Clause): void {
    let text = clause.text;
    const isFirst = this.first;
    this.first = false;
    if (/[，,；;]/.test(clause.separator)) this.sinceComma = this.pending.length;
    const label = LABEL_AT_START.exec(text) ?? bareLabel(text, isFirst);
    if (label) {
      this.settle(undefined);
      this.label = labelRole(label[1]!);
      this.ofTime = SAYS_WHEN.test(label[1]!);
      this.joint = false;
      this.parsed.hasLabel ||= this.label !== "skip";
      text = text.slice(label[0].length);
    } else if (/^[^:()]{2,10}:/.test(text)) {
      this.settle(undefined);
      this.label = "skip";
      this.ofTime = false;
    } else if (this.label === "skip" && this.ofTime && clause.separator !== "、") {
      this.label = undefined;
    }
    const aside = RULE_ASIDE.exec(text);
    if (aside && RULE_CLAUSE.test(aside[0])) {
      this.readRule(aside[0]);
      text = text.slice(0, aside.index) + text.slice(aside.index + aside[0].length);
    } else if (RULE_CLAUSE.test(text) && !label) {
      this.readRule(text);
      return;
    }
    this.addNames(text);
  }

  finish(): Parsed {
    if (this.label === undefined) this.dropDoubtful(this.parsed.hasVerb ? this.pending.filter((e) => e.plausible).length : 0);
    this.settle(undefined);
    return this.parsed;
  }

  private readRule(text: string): void {
    if (FIRST_LEADS.test(text)) this.parsed.firstLeads = true;
    const carried = CARRIED_FORWARD.exec(text)?.[1];
    if (carried) this.parsed.carried.push(...(isGroup(carried) ? [carried] : carried.split(/[和与及、]/).filter(isGroup)));
  }

  private addNames(source: string): void {
    let text = source.replace(LEADING, "");
    if (text === "") return;
    if (text.length > LONGEST_CLAUSE) {
      this.parsed.other.push(text);
      return;
    }
    const inner = innerVerb(text);
    if (inner !== undefined) {
      this.addNames(text.slice(0, inner));
      this.addNames(text.slice(inner));
      return;
    }
    if (JOINT_START.test(text)) {
      if (this.pending.length > 0 && this.label === undefined) this.settle("lead");
      text = text.replace(JOINT_START, "");
      this.joint = true;
    } else {
      const joint = innerJoint(text);
      if (joint) {
        this.addNames(text.slice(0, joint.start));
        this.settle(this.label ?? "lead");
        this.joint = true;
        text = text.slice(joint.end);
      }
    }
    const closing = closingPhrase(text);
    if (closing) text = text.slice(0, closing.end);
    const openEnd = OPEN_END_AT_END.exec(text.slice(-24));
    if (openEnd) text = text.slice(0, text.length - openEnd[0].length);
    this.addName(text);
    if (closing) this.close(closing.role, closing.shared);
  }

  private addName(printed: string): void {
    let name = printed.replace(OPEN_END_AT_END, "").replace(LEADING, "").replace(NOTE, "").replace(/^[：:“]+|[：:]+$/g, "");
    const bare = name.replace(STARS, "");
    const isStarred = bare !== name;
    name = bare;
    const marked = MARKED.exec(name);
    if (marked) name = name.slice(0, marked.index);
    if (name === "") return;
    // 市教育局等市领导小组成员单位: the one by name, the others by what they are.
    const others = /^(.{2,20}?)等(.{4,40})$/.exec(name);
    if (others && endsLikeUnit(others[1]!) && isGroup(others[2]!)) {
      this.addName(others[1]!);
      this.addName(others[2]!);
      return;
    }
    const group = isGroup(name);
    const plausible = group || endsLikeUnit(name) || mayBeUnit(name);
    if (this.label === "skip") {
      this.parsed.other.push(name);
      return;
    }
    const labelled = this.label !== undefined;
    if ((!plausible && (NOT_A_NAME.test(name) || name.length > (labelled ? 24 : 12) || name.length < 2)) || /[。！？：:]/.test(name)) {
      this.parsed.other.push(name);
      return;
    }
    this.enter(name, isStarred || marked?.[1] ? "lead" : marked?.[2] ? "support" : marked ? this.roleNow() : undefined, group, plausible);
  }

  /** Names of a list that no label introduces wait for its verb: see {@link close}. */
  private enter(name: string, marked: EntryRole | undefined, group: boolean, plausible: boolean): void {
    const entry: Entry = { name, role: marked ?? this.roleNow(), isGroup: group, plausible };
    this.parsed.entries.push(entry);
    if (!marked) this.pending.push(entry);
  }

  private roleNow(): EntryRole {
    if (this.joint) return "support";
    return this.label === undefined || this.label === "skip" ? "bare" : this.label;
  }

  /**
   * A verb closes the list: it says what the names since the last boundary do. Names that do not end like units (共青团中央)
   * are believed only in the company of at least as many that do.
   */
  private close(role: Role, shared: boolean): void {
    if (this.label === undefined || this.label === "skip") this.dropDoubtful(this.pending.filter((e) => e.plausible).length);
    if (this.pending.length === 0 && this.label === undefined) return;
    this.parsed.hasVerb ||= this.pending.length > 0;
    if (role !== "lead" && shared) this.parsed.shared = true;
    // 责任单位：A，B配合: B alone helps.
    const helping = role === "support" && this.sinceComma < this.pending.length ? this.pending.splice(this.sinceComma) : [];
    if (helping.length > 0) {
      this.settle(undefined);
      this.pending = helping;
    }
    this.settle(role);
    this.joint = false;
  }

  private dropDoubtful(allowed: number): void {
    const doubtful = this.pending.filter((e) => !e.plausible);
    if (doubtful.length === 0 || doubtful.length <= allowed) return;
    this.pending = this.pending.filter((e) => e.plausible);
    this.parsed.entries = this.parsed.entries.filter((e) => !doubtful.includes(e));
    this.parsed.other.push(...doubtful.map((e) => e.name));
  }

  private settle(role: Role | undefined): void {
    if (role === undefined && this.label === undefined) this.dropDoubtful(0);
    this.sinceComma = 0;
    for (const entry of this.pending) {
      if (role === undefined || role === "skip") continue;
      if (entry.role === "support" && this.joint) continue;
      if (role === "lead" || entry.role === "bare" || (entry.role === "main" && role === "support")) entry.role = role;
    }
    this.pending = [];
  }
}

/** `(牵头单位市教育局…`, `…，配合单位为市财政局)`: a label whose colon was forgotten, right at the beginning, or is a verb; before a clear name. */
function bareLabel(text: string, isFirst: boolean): RegExpExecArray | undefined {
  const found = BARE_LABEL_AT_START.exec(text);
  if (!found || !(isFirst || /[为是]$/.test(found[0]))) return undefined;
  const name = text.slice(found[0].length);
  return name.length >= 3 && /^[市县区旗省州各]/.test(name) && (endsLikeUnit(name) || isGroup(name)) ? found : undefined;
}

/** `市教育局牵头市财政局配合`: where the next name begins, if a verb stands inside the clause. */
function innerVerb(text: string): number | undefined {
  for (const found of text.matchAll(INNER_VERB)) {
    const end = found.index + found[0].length;
    const left = text.slice(0, found.index);
    const right = text.slice(end).replace(JOINT_START, "");
    if (left === "" || right === "") continue;
    const closing = closingPhrase(right);
    const name = closing ? right.slice(0, closing.end) : right;
    if ((endsLikeUnit(left) || isGroup(left)) && (endsLikeUnit(name) || isGroup(name))) return end;
  }
  return undefined;
}

function innerJoint(text: string): { start: number; end: number } | undefined {
  for (const found of text.matchAll(JOINT)) {
    const left = text.slice(0, found.index);
    if (endsLikeUnit(left)) return { start: found.index, end: found.index + found[0].length };
  }
  return undefined;
}
