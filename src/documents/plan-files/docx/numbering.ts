import { LIST_LEVELS, WordListCounter, type WordListLevel } from "../word/list-counter";
import { child, isOn, valueOf, type XmlElement } from "../../package/xml";
import type { Styles } from "./styles";

interface List {
  abstractId: string;
  overrides: Map<number, { start?: number; level?: XmlElement }>;
}

/**
 * The lists of a .docx. Lists with the same abstract definition count on together; a start override restarts the count
 * when its list is first used.
 */
export class Numbering {
  private readonly lists = new Map<string, List>();
  private readonly abstracts = new Map<string, XmlElement>();
  private readonly counter = new WordListCounter();

  constructor(
    root: XmlElement | undefined,
    private readonly styles: Styles,
  ) {
    for (const element of root?.children ?? []) {
      if (element.name === "abstractNum") this.abstracts.set(element.attributes.abstractNumId ?? "", element);
      if (element.name === "num") this.lists.set(element.attributes.numId ?? "", listOf(element));
    }
  }

  /**
   * Counts a paragraph if it is numbered.
   * @returns its text, with its number before it
   */
  numbered(paragraphProperties: XmlElement | undefined, text: string): string {
    const direct = child(paragraphProperties, "numPr");
    const style = this.styles.paragraph(valueOf(paragraphProperties, "pStyle"));
    const numId = valueOf(direct, "numId") ?? style.numId;
    const list = numId === undefined || numId === "0" ? undefined : this.lists.get(numId);
    if (!list || numId === undefined) return text;
    const abstractId = this.linked(list.abstractId);
    const given = valueOf(direct, "ilvl") ?? (valueOf(direct, "numId") ? "0" : undefined);
    const ofStyle = style.isLevelNearer ? style.ilvl : (this.levelOfStyle(abstractId, style.numberedBy) ?? style.ilvl);
    const depth = Math.trunc(Number(given ?? ofStyle ?? 0));
    if (!(depth >= 0 && depth < LIST_LEVELS)) return text;
    return this.counter.numbered(
      {
        id: numId,
        definition: abstractId,
        overridesStart: (at) => list.overrides.get(at)?.start !== undefined,
        level: (at) => this.level(list, abstractId, at),
      },
      depth,
      text,
    );
  }

  private level(list: List, abstractId: string, depth: number): WordListLevel {
    const override = list.overrides.get(depth);
    const written = this.abstracts
      .get(abstractId)
      ?.children.find((each) => each.name === "lvl" && Number(each.attributes.ilvl) === depth);
    const element = override?.level ?? written;
    const restart = valueOf(element, "lvlRestart");
    return {
      start: override?.start ?? whole(valueOf(element, "start"), 0),
      format:
        valueOf(element, "numFmt") ??
        child(element, "AlternateContent", "Choice", "numFmt")?.attributes.val ??
        "decimal",
      text: valueOf(element, "lvlText") ?? "",
      isUnspaced: valueOf(element, "suff") === "nothing",
      isLegal: isOn(element, "isLgl") ?? false,
      restart: restart === undefined ? undefined : whole(restart, 0),
    };
  }

  /** An abstract definition may only refer to a numbering style, which refers to the list that defines the levels. */
  private linked(abstractId: string): string {
    const link = valueOf(this.abstracts.get(abstractId), "numStyleLink");
    const numId = link === undefined ? undefined : this.styles.resolve(link).numId;
    return (numId === undefined ? undefined : this.lists.get(numId)?.abstractId) ?? abstractId;
  }

  private levelOfStyle(abstractId: string, styleId: string | undefined): string | undefined {
    const levels = this.abstracts.get(abstractId)?.children ?? [];
    return levels.find((each) => each.name === "lvl" && valueOf(each, "pStyle") === styleId)?.attributes.ilvl;
  }
}

function listOf(element: XmlElement): List {
  const overrides: List["overrides"] = new Map();
  for (const each of element.children) {
    if (each.name !== "lvlOverride") continue;
    const start = valueOf(each, "startOverride");
    const level = child(each, "lvl");
    overrides.set(Number(each.attributes.ilvl), {
      ...(start === undefined ? {} : { start: whole(start, 1) }),
      ...(level ? { level } : {}),
    });
  }
  return { abstractId: valueOf(element, "abstractNumId") ?? "", overrides };
}

function whole(text: string | undefined, otherwise: number): number {
  const value = Number(text);
  return text !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : otherwise;
}
