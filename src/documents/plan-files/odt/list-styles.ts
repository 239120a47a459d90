import { child, type XmlElement } from "../../package/xml";
import { formatListNumber } from "../list-number-format";

/** How one level of a list is numbered. */
export interface ListLevel {
  format: string;
  prefix: string;
  suffix: string;
  /** How many levels the number shows, this one last. */
  shown: number;
  start: number;
  /** The whole number as a pattern, if the program wrote one (loext:num-list-format): `（%2%）` */
  pattern?: string;
}

/** `style:num-format` names a format by its first numbers (ODF 1.3, 20.322; LibreOffice for Asian formats). */
const FORMATS: readonly (readonly [first: RegExp, format: string])[] = [
  [/^一/, "chineseCounting"],
  [/^[壹壱]/, "chineseLegalSimplified"],
  [/^甲/, "ideographTraditional"],
  [/^子/, "ideographZodiac"],
  [/^①/, "decimalEnclosedCircle"],
  [/^１/, "decimalFullWidth"],
  [/^a/, "lowerLetter"],
  [/^A/, "upperLetter"],
  [/^i/, "lowerRoman"],
  [/^I/, "upperRoman"],
  [/^1/, "decimal"],
];

/** The list styles in the given parts of a document, by name; the outline style (for headings) under `""`. */
export function listStyles(...parts: readonly (XmlElement | undefined)[]): Map<string, ListLevel[]> {
  const styles = new Map<string, ListLevel[]>();
  for (const part of parts) collect(part, styles);
  return styles;
}

function collect(element: XmlElement | undefined, styles: Map<string, ListLevel[]>): void {
  for (const one of element?.children ?? []) {
    if (one.name === "list-style") styles.set(one.attributes.name ?? "", levelsOf(one));
    else if (one.name === "outline-style") styles.set("", levelsOf(one));
    else if (["styles", "automatic-styles", "master-styles"].includes(one.name)) collect(one, styles);
  }
}

function levelsOf(style: XmlElement): ListLevel[] {
  const levels: ListLevel[] = [];
  for (const one of style.children) {
    const level = Number(one.attributes.level);
    if (!Number.isInteger(level) || level < 1 || level > 10) continue;
    const { attributes } = one;
    // Only numbers have a num-format; a bullet has a character instead.
    const numFormat =
      one.name === "list-level-style-bullet" || child(one, "list-level-style-image")
        ? ""
        : (attributes["num-format"] ?? "");
    levels[level - 1] = {
      format: numFormat === "" ? "none" : (FORMATS.find(([first]) => first.test(numFormat))?.[1] ?? "decimal"),
      prefix: attributes["num-prefix"] ?? "",
      suffix: attributes["num-suffix"] ?? "",
      shown: Math.max(1, Number(attributes["display-levels"] ?? 1) || 1),
      start: Number(attributes["start-value"] ?? 1) || 1,
      ...(attributes["num-list-format"] !== undefined && numFormat !== ""
        ? { pattern: attributes["num-list-format"] }
        : {}),
    };
  }
  return levels;
}

/** Counts the items of one list. */
export class ListCounter {
  private readonly counts: number[] = [];

  constructor(private readonly levels: readonly ListLevel[]) {}

  /**
   * Counts the next item of a level (0 is outermost).
   * @param startAt the number it restarts with, if any
   * @returns its number as printed; `""` if the level has none
   */
  next(level: number, startAt?: number): string {
    const style = this.levels[level];
    if (!style) return "";
    for (let upper = 0; upper < level; upper++) this.counts[upper] ??= this.levels[upper]?.start ?? 1;
    this.counts[level] = startAt ?? (this.counts[level] === undefined ? style.start : this.counts[level] + 1);
    this.counts.length = level + 1;
    return style.format === "none" ? "" : this.printed(level, style);
  }

  /** Restarts the counting at a level and all levels below it. */
  restart(level: number): void {
    this.counts.length = Math.min(this.counts.length, level);
  }

  private printed(level: number, { pattern, prefix, suffix, shown }: ListLevel): string {
    const numberAt = (at: number): string =>
      formatListNumber(this.counts[at] ?? 1, this.levels[at]?.format ?? "decimal");
    if (pattern !== undefined) return pattern.replace(/%(\d{1,2})%/g, (_, at: string) => numberAt(Number(at) - 1));
    const numbers = Array.from({ length: Math.min(shown, level + 1) }, (_, k) =>
      numberAt(level + 1 - Math.min(shown, level + 1) + k),
    );
    return prefix + numbers.join(".") + suffix;
  }
}
