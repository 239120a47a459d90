import { isTimeLimit } from "../deadlines";
import { endsLikeUnit, mayBeUnit } from "../lexicon/endings";
import {
  bareLabelAtStart,
  isKnownLabel,
  labelAtStart,
  labelOf,
  wholeLabelAtStart,
  type Label,
} from "../lexicon/labels";
import { markAtEnd } from "../lexicon/marks";
import { NOT_A_NAME, RULE_CLAUSE } from "../lexicon/phrases";
import { closingPhrase, jointAtStart, jointInside, OPEN_END_AT_END, verbInside } from "../lexicon/verbs";
import { groupBefore, isGroup } from "../units/groups";
import { cutAtSeparators, type ListPart } from "./list-parts";
import { OPENING_WORDS, LONGEST_PART, LEAD_MARKS, wholeNames } from "./lists";
import { tapeOf, type Kind, type Token } from "./token";

/** What the first reading of a plan learned about its names and labels, and what a person decided about them. */
export interface Known {
  /** Names of units that are unambiguous somewhere in the plan. */
  names: ReadonlySet<string>;
  /** Names that a person has declared not to be units. */
  notUnits: ReadonlySet<string>;
  /** Roles that a person has assigned to labels. */
  labels: Readonly<Record<string, "lead" | "responsible" | "none">>;
}

export const nothingKnown: Known = { names: new Set(), notUnits: new Set(), labels: {} };

const GENERIC_LABEL = /^[^:()\s、，；。]{1,10}:/;
/** A single character before a colon (注：) is a label only where a table says so. */
const SHORTEST_GENERIC = 3;

/** The label that a person has decided on, whatever its form; `undefined` if nothing was decided. */
export function decidedLabel(words: string, { labels }: Known): Label | undefined {
  const decided = Object.hasOwn(labels, words) ? labels[words] : undefined;
  if (decided === undefined) return undefined;
  return {
    word: words,
    role: decided === "responsible" ? "main" : decided === "none" ? "skip" : "lead",
    names: decided === "none" ? "other" : "units",
  };
}

/**
 * The tokens of an attribution's content.
 * @param content cleaned text without the enclosing bracket
 * @param breaksAt whether white space before this position separates names
 */
export function tokensOf(content: string, breaksAt: (position: number) => boolean, known: Known): Token[] {
  const reader = new TokenReader(known);
  for (const part of wholeNames(cutAtSeparators(content, breaksAt), known.names)) reader.add(part);
  return [...reader.tokens, ...reader.inBrackets];
}

const SEPARATOR_KIND: Readonly<Record<string, Kind>> = {
  "，": ",",
  ",": ",",
  "；": ";",
  ";": ";",
  "。": ";",
  "|": ";",
  "\t": ";",
  " ": ",",
};
const SAYS_RULE_ASIDE = /(?<=[\u4e00-\u9fff]{2})[(〔[【][^()〔〕[\]【】]{4,40}[)〕\]】]/;
/** 市教育局（市财政局配合）: a bracket behind a name that itself says who does what. */
const WITH_OTHERS = /^(.{2,40}?)[([【〔]((?:[^()[\]【】〔〕]|\([^()]{1,12}\)){4,60})[)\]】〕]$/;
const OTHERS_NAMED =
  /^(?:[ug](?:[、,][ug])*[VMSK]|L[ug](?:[、,][ug])*)(?:[,;](?:[ug](?:[、,][ug])*[VMSK]|L[ug](?:[、,][ug])*))*$/;
/** ★市教育局, 市教育局*: in a list of units, the mark identifies the lead. */
const MARKS_AROUND = new RegExp(`^[${LEAD_MARKS}]+|[${LEAD_MARKS}]+$`, "g");
const REST_OF_VERB = /^(?:抓总|抓落实|落实|组织实施|实施|推进|统筹|负责)+/;
const NOTE = /\((?:排名不分先后|按.{0,8}|以下(?:简|统)称.{0,20}|下同|暂定|筹)\)$/;
/** 市教育局等市领导小组成员单位: one unit by name, the others by what they are. */
const AND_OTHERS = /^(.{2,20}?)等(.{4,40})$/;
/** 人民银行等国务院相关部门: the others are named as a kind. 等部门 alone only says that the list is open. */
const QUALIFIED_OTHERS =
  /^(.{2,30}?)等((?:[\u4e00-\u9fff]{0,8}?)(?:有关|相关)[\u4e00-\u9fff]{0,6}(?:部门和单位|单位和部门|部门|单位|方面|企业|机构|地区))$/;
const LONGEST_LABELLED = 24;
const LONGEST_NAME = 12;
const LONGEST_LIMIT = 40;
/** `1.县财政局`, `一是县财政局`, `——县财政局`: the number of a name in its list. */
const LIST_NUMBER = /^(?:[—-]+|\d{1,2}[.、]|\(\d{1,2}\)|[①-⑳]|[一二三四五六七八九]是)(?=[\u4e00-\u9fff])/;
/** A cheap check before the time patterns are tried. */
const MAY_BE_WHEN = /[年月日底旬季期]|长期|持续|常态|立即|即时|随时|即知/;

class TokenReader {
  readonly tokens: Token[] = [];
  /** What the brackets of names say, see {@link WITH_OTHERS}. It follows the lists, which it would cut. */
  readonly inBrackets: Token[] = [];
  /** A label of units applies, so longer and more unusual names are accepted. */
  private labelled = false;
  private part!: ListPart;

  constructor(private readonly known: Known) {}

  add(part: ListPart): void {
    const isFirst = this.part === undefined;
    this.part = part;
    // 牵头单位 市教育局: the blank after a label separates nothing.
    if (!isFirst && this.tokens.at(-1)?.kind !== "L") this.push(SEPARATOR_KIND[part.separator] ?? "、", part.separator);
    let text = part.text;
    const generic = GENERIC_LABEL.exec(text)?.[0];
    const decided = generic === undefined ? undefined : decidedLabel(generic.slice(0, -1), this.known);
    const label = decided
      ? { ...decided, length: generic!.length }
      : (labelAtStart(text) ?? this.bareLabel(part, isFirst));
    if (label) {
      this.addLabel(label);
      text = text.slice(label.length);
    } else if (generic !== undefined && generic.length >= SHORTEST_GENERIC) {
      this.labelled = false;
      this.push("X", generic, { label: { word: generic.slice(0, -1), role: "skip", names: "other" } });
      text = text.slice(generic.length);
    }
    this.addRuleOrNames(text, label !== undefined);
  }

  /**
   * A label before a clear name whose colon is a blank or a verb, or is missing at the very beginning: `牵头单位 市教育局`,
   * `(牵头单位市教育局…`, `…，配合单位为市财政局`.
   */
  private bareLabel({ text, next }: ListPart, isFirst: boolean): (Label & { length: number }) | undefined {
    if (next === " " && isKnownLabel(text)) {
      const label = labelOf(text);
      if (label?.names === "units") return { ...label, length: text.length };
    }
    const label = bareLabelAtStart(text) ?? wholeLabelAtStart(text);
    if (!label) return undefined;
    const verb = /^(?:[为是→=]|—+)/.exec(text.slice(label.length));
    if (!verb && !(isFirst && label.length >= 4)) return undefined;
    const length = label.length + (verb?.[0].length ?? 0);
    return this.opensNames(text.slice(length), verb !== null) ? { ...label, length } : undefined;
  }

  /**
   * Whether the words start with a name. After a verb any name counts; where nothing replaces the colon, only a clear
   * one.
   */
  private opensNames(name: string, hasVerb: boolean): boolean {
    if (name.length < 2) return false;
    if (!hasVerb) return /^[市县区旗省州各]/.test(name) && (endsLikeUnit(name) || isGroup(name));
    return this.kindOf(withoutOpenEnd(name)) !== "x" && (mayBeUnit(name) || isGroup(name));
  }

  private addLabel(label: Label): void {
    const decided = decidedLabel(label.word, this.known) ?? label;
    this.labelled = decided.role !== "skip";
    this.push(decided.role === "skip" ? "X" : "L", label.word, { label: { ...label, role: decided.role } });
  }

  private addRuleOrNames(source: string, hasLabel: boolean): void {
    let text = source;
    const aside = SAYS_RULE_ASIDE.exec(text);
    if (aside && RULE_CLAUSE.test(aside[0])) {
      this.push("R", aside[0]);
      text = text.slice(0, aside.index) + text.slice(aside.index + aside[0].length);
    } else if (RULE_CLAUSE.test(text) && !hasLabel && !this.saysWhatOneIs(text)) {
      this.push("R", text);
      return;
    }
    this.addNames(text);
  }

  /** 市教育局为第一责任单位 is about one unit; it is no rule for lists. */
  private saysWhatOneIs(text: string): boolean {
    const { end } = closingPhrase(text) ?? { end: 0 };
    const name = text.slice(0, end);
    return /^(?:是|为|作为)/.test(text.slice(end)) && (this.known.names.has(name) || endsLikeUnit(name));
  }

  private addNames(source: string): void {
    let text = source.replace(OPENING_WORDS, "");
    if (text === "") return;
    if (text.length <= LONGEST_LIMIT && MAY_BE_WHEN.test(text) && isTimeLimit(text)) {
      this.push("t", text);
      return;
    }
    if (text.length > LONGEST_PART) {
      this.push("x", text);
      return;
    }
    const inner = verbInside(text, this.isClearName);
    if (inner) {
      this.addNames(text.slice(0, inner.start));
      this.push(VERB_KIND[inner.role], text.slice(inner.start, inner.end), { verb: inner.role });
      this.addNames(this.withoutVerbBefore(text.slice(inner.end)));
      return;
    }
    text = this.addJoint(text);
    const closing = closingPhrase(text);
    if (closing) {
      this.addName(text.slice(0, closing.end));
      this.push(VERB_KIND[closing.role], text.slice(closing.end), {
        verb: closing.role,
        ...(closing.shared ? { shared: true } : {}),
      });
    } else {
      this.addName(text);
    }
  }

  /** 牵头抓总市妇联配合: removes the rest of the verb before the next name. */
  private withoutVerbBefore(text: string): string {
    const rest = text.replace(REST_OF_VERB, "");
    if (rest === text || rest === "") return text;
    const closing = closingPhrase(rest);
    return this.isClearName(withoutOpenEnd(closing ? rest.slice(0, closing.end) : rest)) ? rest : text;
  }

  /** Adds the name before 会同 and the conjunction, and returns the remaining text. */
  private addJoint(text: string): string {
    const first = jointAtStart(text);
    if (first !== undefined) {
      this.push("W", first);
      return text.slice(first.length);
    }
    const joint = jointInside(text, this.isClearName);
    if (!joint) return text;
    this.addName(text.slice(0, joint.start));
    this.push("W", text.slice(joint.start, joint.end));
    return text.slice(joint.end);
  }

  private readonly isClearName = (name: string): boolean =>
    !this.known.notUnits.has(name) &&
    (mayBeUnit(name) || isGroup(name) || this.known.names.has(name) || markAtEnd(name) !== undefined);

  private addName(printed: string): void {
    const others = QUALIFIED_OTHERS.exec(printed);
    if (others && isGroup(others[2]!)) {
      this.addBoth(others[1]!, others[2]!);
      return;
    }
    const whole = withoutOpenEnd(printed)
      .replace(LIST_NUMBER, "")
      .replace(OPENING_WORDS, "")
      .replace(NOTE, "")
      .replace(/^[：:“]+|[：:]+$/g, "");
    const bare = whole.replace(MARKS_AROUND, "");
    const marked = markAtEnd(bare);
    const name = this.withoutOthers(marked ? bare.slice(0, marked.start) : bare);
    if (name === "") return;
    const members = AND_OTHERS.exec(name);
    if (members && endsLikeUnit(members[1]!) && isGroup(members[2]!)) {
      this.addBoth(members[1]!, members[2]!);
      return;
    }
    const doer = groupBefore(name);
    if (doer !== undefined) {
      this.push("g", doer);
      this.push("x", name.slice(doer.length));
      return;
    }
    const mark = bare !== whole ? "lead" : marked?.role;
    this.push(this.kindOf(name), name, { ...(mark ? { mark } : {}), ...(this.part.lends ? { lends: true } : {}) });
  }

  /** Takes the bracket off a name that itself says who does what. */
  private withoutOthers(name: string): string {
    const [, outer, inner] = WITH_OTHERS.exec(name) ?? [];
    if (outer === undefined || !this.isClearName(outer)) return name;
    const tokens = tokensOf(inner!, () => false, this.known);
    if (!OTHERS_NAMED.test(tapeOf(tokens))) return name;
    const { start, end } = this.part;
    this.inBrackets.push({ kind: "(", text: "", start, end }, ...tokens.map((token) => ({ ...token, start, end })));
    return outer;
  }

  private addBoth(name: string, group: string): void {
    this.addName(name);
    this.push("、", "");
    this.addName(group);
  }

  private kindOf(name: string): Kind {
    if (this.known.notUnits.has(name)) return "x";
    if (isGroup(name)) return "g";
    if (name.includes("的")) return "x";
    if (mayBeUnit(name) || this.known.names.has(name)) return /[。！？：:]/.test(name) ? "x" : "u";
    const isWords =
      NOT_A_NAME.test(name) ||
      name.length > (this.labelled ? LONGEST_LABELLED : LONGEST_NAME) ||
      name.length < 2 ||
      /[。！？：:]/.test(name);
    return isWords ? "x" : "d";
  }

  private push(kind: Kind, text: string, more: Partial<Token> = {}): void {
    this.tokens.push({ kind, text, start: this.part.start, end: this.part.end, ...more });
  }
}

const VERB_KIND = { lead: "V", main: "M", support: "S", skip: "K" } as const;

const withoutOpenEnd = (text: string): string => {
  const open = OPEN_END_AT_END.exec(text.slice(-24));
  return open ? text.slice(0, text.length - open[0].length) : text;
};
