import type { CleanText } from "../characters";
import { KINDS } from "../lexicon/document-kinds";
import { endsLikeUnit, mayBeUnit } from "../lexicon/endings";
import { labelBefore, WHOLE_LABELS } from "../lexicon/labels";
import { VERBS } from "../lexicon/verbs";
import { anyOf } from "../lexicon/wording";
import { isGroup } from "../units/groups";

/** What stands right before a number: it tells how likely an item begins there. */
export type Edge =
  | "reference"
  | "figure"
  | "answered"
  | "sentence"
  | "closing"
  | "listIntro"
  | "colon"
  | "semicolon"
  | "comma"
  | "labels"
  | "name"
  | "blank"
  | "title"
  | "word";

interface EdgeRow {
  edge: Edge;
  before: RegExp;
  example: string;
}

/** How many characters before a number are looked at. */
const GLANCE = 24;
/** A heading without a number: `主要目标`, `具体措施：`. */
export const UNNUMBERED = "[\\u4e00-\\u9fff]{0,6}(?:目标|措施|任务|举措|内容|要求)";
/** Ends with who answers: an item has ended. */
const ANSWERED = new RegExp(
  `${anyOf(VERBS.map(({ word }) => word))}[)〕】\\]][。；;，,]?$|(?:负责|牵头|配合|参与)[。；;]$`,
);
/** Ends with a closed bracket, and possibly a full stop. */
const CLOSED = /\)[。；;]?$/;
const SAYS_WHO = /(?:负责|牵头|配合|参与)[)。；;，,]/;
const ASIDE = /\([^()]*\)/g;
const LAST_NAME = /[^()、，,；;:。和及\s]{3,12}$/;
const NAME_IN_BRACKET = /([^()、，,；;:和及\s]{2,12})\)[。；;，,]?$/;

/** Rows in the order in which they are tried. In each example `|` marks the position of the number. */
export const EDGES: readonly EdgeRow[] = [
  { edge: "figure", before: /[图表]$/, example: "详见下图|二、调整产业" },
  {
    edge: "reference",
    before: /(?:[“《][^”》]{0,20}|(?:附件|附录|专栏):?|详?见|[第按照据与和及或至到、]|[(《〔“—-])$/,
    example: "按照|（三）要求",
  },
  { edge: "sentence", before: /(?:[。！？!?…]|[\u4e00-\u9fff]\.)(?:[”’"』」)]{0,2})$/, example: "开展培训。|2.建站" },
  {
    edge: "listIntro",
    before: new RegExp(`(?:^|[。)；;！\\n])${UNNUMBERED}:$`),
    example: "（财政部牵头）具体措施:|1.建站",
  },
  { edge: "colon", before: /:$/, example: "做到:|1.统一" },
  { edge: "semicolon", before: /[；;]$/, example: "统一摊位；|2.统一标识" },
  { edge: "comma", before: /[，,]$/, example: "统一摊位，|2.统一标识" },
  { edge: "closing", before: /[)〕】\]]$/, example: "（含科技馆）|2.建站" },
  { edge: "title", before: new RegExp(`(?:${KINDS})(?:\\([^()]{0,12}\\))?$`), example: "节水工作方案|一、目标" },
];

export interface Place {
  edge: Edge;
  /**
   * Position of the last mark before the place that ends a clause (semicolon, full stop, line break …); -1 where there
   * is none.
   */
  lastMark: number;
  /** Position of the last comma before the place; -1 where there is none. */
  lastComma: number;
}

/** Where a label may end: at its colon, or behind its last word, before 为 or a blank. */
const LABEL_END = new RegExp(
  `:|(?:单位|部门|主体|机构|[科处股部]室|团队|专班|车间|班组)|(?:${WHOLE_LABELS})(?=为)`,
  "g",
);
/** The longest list of units behind a label. */
const LONGEST_LIST = 400;
type Mark = "clause" | "stop" | "comma" | "bracket" | "closing";
const MARKS: ReadonlyMap<number, Mark> = new Map<number, Mark>([
  ...[..."；;:！!？?\n"].map((c) => [c.charCodeAt(0), "clause"] as const),
  ["。".charCodeAt(0), "stop"],
  ["(".charCodeAt(0), "bracket"],
  [")".charCodeAt(0), "closing"],
  ...[..."，,"].map((c) => [c.charCodeAt(0), "comma"] as const),
]);

/**
 * Reads the contexts of numbers from left to right. Positions must be asked for in ascending order; so the work is
 * linear.
 */
export class PlaceReader {
  private at = 0;
  private mark = -1;
  private comma = -1;
  private stop = -1;
  private label = -1;
  /** Position of the last bracket that opens outside of any other. */
  private bracket = -1;
  private depth = 0;
  private readonly labels: number[];
  private nextLabel = 0;

  constructor(private readonly clean: CleanText) {
    this.labels = labelsIn(clean);
  }

  placeOf(position: number): Place {
    for (; this.at < position; this.at++) this.note(MARKS.get(this.clean.text.charCodeAt(this.at)));
    while (this.nextLabel < this.labels.length && this.labels[this.nextLabel]! < position)
      this.label = this.labels[this.nextLabel++]!;
    return { edge: this.edgeOf(position), lastMark: this.mark, lastComma: this.comma };
  }

  private note(mark: Mark | undefined): void {
    if (mark === undefined) return;
    if (mark === "comma") this.comma = this.at;
    else if (mark === "closing") this.depth = Math.max(0, this.depth - 1);
    else if (mark === "bracket") this.open();
    else this.mark = this.at;
    if (mark === "stop") [this.stop, this.depth] = [this.at, 0];
  }

  private open(): void {
    if (this.depth++ === 0) this.bracket = this.at;
  }

  private edgeOf(position: number): Edge {
    const before = this.clean.text.slice(Math.max(0, position - GLANCE), position);
    // A bracket that contains a label says who answers.
    if (
      isAnswered(before) ||
      (CLOSED.test(before) &&
        this.bracket >= 0 &&
        (this.label > this.bracket ||
          saysWho(this.clean.text.slice(this.bracket + 1, Math.min(position, this.bracket + LONGEST_LIST)))))
    )
      return "answered";
    // A list of units introduced by 责任单位: runs up to this position without a full stop.
    const inList = this.label > this.stop && position - this.label <= LONGEST_LIST;
    const edge = EDGES.find((row) => row.before.test(before))?.edge;
    if (inList && edge !== "colon" && edge !== "comma") return "labels";
    return edge === undefined ? this.plainEdge(before, position) : this.knownEdge(edge, position);
  }

  /** The edge where no row of the table matches. */
  private plainEdge(before: string, position: number): Edge {
    if (endsLikeUnit(LAST_NAME.exec(before)?.[0] ?? "")) return "name";
    return this.clean.gapBefore(position) ? "blank" : "word";
  }

  /** The edge where a row matches; a blank behind a title, a reference or a figure turns it into something else. */
  private knownEdge(edge: Edge, position: number): Edge {
    if (!(edge === "title" || edge === "reference" || edge === "figure") || !this.clean.gapBefore(position))
      return edge;
    return edge === "title" ? "blank" : "word";
  }
}

/** Positions where labels of units, persons or dates end, in order. */
function labelsIn(clean: CleanText): number[] {
  const ends: number[] = [];
  let floor = 0;
  for (const { 0: word, index } of clean.text.matchAll(LABEL_END)) {
    const end = word === ":" ? index : index + word.length;
    const behind = clean.text[end] === ")" ? end + 1 : end;
    if (word !== ":" && clean.text[behind] !== "为" && !clean.gapBefore(behind)) continue;
    const label = labelBefore(clean.text, word === ":" ? end : behind, floor);
    if (!label || label.names === "other" || (word !== ":" && label.role === "unknown")) continue;
    ends.push(end);
    floor = end;
  }
  return ends;
}

/** Whether a bracket contains names, or a verb that says what they do: (医务科(牵头)、检验科), (市教育局负责。列第一位者为牵头单位). */
function saysWho(bracket: string): boolean {
  if (SAYS_WHO.test(bracket)) return true;
  const names = bracket
    .replace(ASIDE, "")
    .split(/[，,；;)]/, 1)[0]!
    .split("、");
  return names.length > 1 && names.every((name) => mayBeUnit(name) || isGroup(name));
}

function isAnswered(before: string): boolean {
  if (ANSWERED.test(before)) return true;
  const name = NAME_IN_BRACKET.exec(before)?.[1];
  return name !== undefined && endsLikeUnit(name);
}
