import { namesNobodyAnswering, type Label } from "../lexicon/labels";
import { CARRIED_FORWARD, FIRST_LEADS } from "../lexicon/phrases";
import { tapeOf, type Token } from "../tokens/token";
import { isGroup } from "../units/groups";
import type { EntryRole, Notation } from "./notation";
import { NOTATIONS } from "./table";

/** One name of an attribution, as printed. */
export interface Entry {
  name: string;
  role: Exclude<EntryRole, "skip">;
  isGroup: boolean;
  /** Ends like an organisation's name, or is a collective name. */
  plausible: boolean;
  /** Offsets of the list part that contains it, within the content. */
  start: number;
  end: number;
  /** The name before it has taken over its last word. */
  lends?: true;
}

/** Which table row matched which range of the content. */
export interface NotationMatch {
  notation: string;
  start: number;
  end: number;
}

/** What was read from the words of one attribution. */
export interface Parsed {
  entries: Entry[];
  hasLabel: boolean;
  hasVerb: boolean;
  /** The verb says that each unit does its part, so none leads. */
  shared: boolean;
  /** The text states that the first unit of a list leads. */
  firstLeads: boolean;
  /** Collective names that take part in everything after this attribution. */
  carried: string[];
  /** Parts that name nobody: dates, adverbs, scores. */
  other: string[];
  /** Those of the other parts that no label explains: should they name somebody, it has not been read. */
  passedOver: Token[];
  /** Names that were dropped: they do not end like units, and nothing else supports them. */
  doubtful: Token[];
  persons: { label: string; name: string }[];
  /** Texts after labels of dates, and parts that consist of a time limit. */
  limits: Token[];
  /** Labels of units whose stem does not say what the units do. */
  unknownLabels: Token[];
  matches: NotationMatch[];
}

interface Row extends Notation {
  pattern: RegExp;
}

const NAME = "[ugd]";
const LIST = `${NAME}(?:[、,;]${NAME})*`;
const ENUM = `${NAME}(?:、${NAME})*`;

const ROWS: readonly Row[] = NOTATIONS.map((row) => ({
  ...row,
  pattern: new RegExp(row.match.replaceAll("LIST", LIST).replaceAll("ENUM", ENUM), "dy"),
}));

const ROWS_IN = {
  lists: ROWS.filter(({ where }) => where !== "sentences"),
  sentences: ROWS.filter(({ where }) => where !== "lists"),
};

/**
 * Reads tokens by the table of notations.
 * @param where in brackets and after labels, or in running sentences, where more evidence is required
 */
export function readTokens(tokens: readonly Token[], where: "lists" | "sentences" = "lists"): Parsed {
  return new NotationReader(tokens, ROWS_IN[where]).read();
}

class NotationReader {
  private readonly tape: string;
  private readonly parsed: Parsed = {
    entries: [],
    hasLabel: false,
    hasVerb: false,
    shared: false,
    firstLeads: false,
    carried: [],
    other: [],
    passedOver: [],
    doubtful: [],
    persons: [],
    limits: [],
    unknownLabels: [],
    matches: [],
  };
  /** The label that applies at the current token. */
  private label: Label | undefined;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly rows: readonly Row[],
  ) {
    this.tape = tapeOf(tokens);
  }

  read(): Parsed {
    for (let at = 0; at < this.tokens.length;) at = this.readAt(at);
    return this.parsed;
  }

  /** Reads the notation that begins at this token and returns the index after it. */
  private readAt(at: number): number {
    const token = this.tokens[at]!;
    if (token.kind === "X") return this.readAside(at);
    if (token.kind === "L") this.hearLabel(token);
    for (const row of this.rows) {
      row.pattern.lastIndex = at;
      const found = row.pattern.exec(this.tape) as (RegExpExecArray & { indices: [number, number][] }) | null;
      if (found && this.hasLabelsOf(row, found.indices[0]!) && this.take(row, found.indices))
        return found.indices[0]![1];
    }
    if (token.kind === "R") this.readRule(token);
    else if (token.kind === "t") this.parsed.limits.push(token);
    else if (token.kind === "x" || token.kind === "d") this.passOver(token);
    return at + 1;
  }

  private passOver(token: Token): void {
    this.parsed.other.push(token.text);
    this.parsed.passedOver.push(token);
    // 责任单位：县教育局、各: a single character is the remainder of a name.
    if (this.label && token.text.length === 1) this.parsed.doubtful.push(token);
  }

  /** A row with labels of its own applies only after these. */
  private hasLabelsOf({ labels }: Row, [start, end]: [number, number]): boolean {
    return (
      labels === undefined ||
      this.tokens.slice(start, end).every(({ kind, label }) => kind !== "L" || Object.hasOwn(labels, label!.word))
    );
  }

  private hearLabel(token: Token): void {
    this.label = token.label;
    this.parsed.hasLabel = true;
    if (token.label!.role === "unknown") this.parsed.unknownLabels.push(token);
  }

  /**
   * Reads a label of something else and its text, up to the next label; for dates, up to the next comma. Returns the
   * index after it.
   */
  private readAside(at: number): number {
    const { label } = this.tokens[at]!;
    this.label = undefined;
    let end = at + 1;
    while (end < this.tokens.length && !this.endsAside(label!, this.tokens[end]!)) end++;
    const texts = this.tokens.slice(at + 1, end).filter(({ kind }) => !"、,;".includes(kind));
    this.parsed.other.push(...texts.map(({ text }) => text));
    if (!namesNobodyAnswering(label!)) this.readUnexplained(texts, label!);
    if (label!.names === "person")
      this.parsed.persons.push(...texts.map(({ text }) => ({ label: label!.word, name: text })));
    if (label!.names === "time") this.parsed.limits.push(...texts);
    return end;
  }

  /** 责任人：县教育局, 兜底：县教育局: nothing says that these units do not answer. */
  private readUnexplained(texts: readonly Token[], { names }: Label): void {
    if (names === "person") this.parsed.passedOver.push(...texts.filter(({ kind }) => kind === "u"));
    else for (const token of texts) (token.kind === "u" ? this.parsed.doubtful : this.parsed.passedOver).push(token);
  }

  private endsAside(label: Label, { kind }: Token): boolean {
    return kind === "L" || kind === "X" || kind === "R" || (label.names === "time" && (kind === "," || kind === ";"));
  }

  private readRule(token: Token): void {
    const { text } = token;
    this.parsed.passedOver.push(token);
    if (FIRST_LEADS.test(text)) this.parsed.firstLeads = true;
    const carried = CARRIED_FORWARD.exec(text)?.[1];
    if (carried)
      this.parsed.carried.push(...(isGroup(carried) ? [carried] : carried.split(/[和与及、]/).filter(isGroup)));
  }

  /** Adds the names that a row matched; false if none of them is accepted. */
  private take(row: Row, indices: readonly [number, number][]): boolean {
    const all = this.tokens.slice(...indices[0]!);
    const verb = all.find(({ verb }) => verb !== undefined);
    const says = verb !== undefined && verb.verb !== "skip";
    const named = all.filter(({ kind }) => "ugd".includes(kind));
    const believed = this.believed(named, verb !== undefined);
    if (believed.length === 0 && !this.label) return false;
    indices.slice(1).forEach((range, k) => {
      for (const token of this.tokens.slice(...range))
        if (believed.includes(token)) this.enter(token, this.roleFor(row.roles[k]!));
    });
    const doubtful = named.filter((token) => !believed.includes(token));
    this.parsed.doubtful.push(...doubtful);
    this.parsed.other.push(...doubtful.map(({ text }) => text));
    this.parsed.hasVerb ||= says;
    if (verb?.shared && verb.verb !== "lead") this.parsed.shared = true;
    this.parsed.matches.push({ notation: row.id, start: all[0]!.start, end: all.at(-1)!.end });
    return true;
  }

  /**
   * Names that do not end like units (共青团中央) are accepted after a label, or with a verb and at least as many names that
   * do.
   */
  private believed(named: readonly Token[], hasVerb: boolean): readonly Token[] {
    if (this.label) return named;
    const plain = named.filter(({ kind }) => kind !== "d");
    const believesOdd = (hasVerb || this.parsed.hasVerb) && named.length - plain.length <= plain.length;
    return believesOdd ? named : plain;
  }

  private roleFor(role: EntryRole | "label"): EntryRole {
    if (role !== "label" && !(role === "bare" && this.label)) return role;
    const labelRole = this.label?.role;
    return labelRole === undefined || labelRole === "skip" ? "bare" : labelRole === "unknown" ? "main" : labelRole;
  }

  private enter(token: Token, given: EntryRole): void {
    const role = token.mark ?? given;
    if (role === "skip") return;
    this.parsed.entries.push({
      name: token.text,
      role,
      isGroup: token.kind === "g",
      plausible: token.kind !== "d",
      start: token.start,
      end: token.end,
      ...(token.lends ? { lends: true } : {}),
    });
  }
}
