import { child, isOn, valueOf, type XmlElement } from "../../package/xml";

const MAX_BASED_ON = 30;

/** The properties of a style that matter here; undefined where neither it nor an ancestor sets them. */
export interface Style {
  id: string;
  numId?: string;
  ilvl?: string;
  /** Whether the level is set by a style nearer than the one that sets the numbering. */
  isLevelNearer?: boolean;
  /** The style in the inheritance chain that sets the numbering; the linked level is looked up by its id. */
  numberedBy?: string;
  hidden?: boolean;
}

/** Paragraph and character styles. Inherited properties (`w:basedOn`) are resolved on request. */
export class Styles {
  private readonly elements = new Map<string, XmlElement>();
  private readonly defaultParagraph: string | undefined;

  constructor(root: XmlElement | undefined) {
    for (const element of root?.children ?? []) {
      if (element.name !== "style" || element.attributes.styleId === undefined) continue;
      this.elements.set(element.attributes.styleId, element);
      if (element.attributes.type === "paragraph" && /^(?:1|true|on)$/.test(element.attributes.default ?? "")) {
        this.defaultParagraph = element.attributes.styleId;
      }
    }
  }

  /** The properties of a paragraph style; of the document's default paragraph style if `id` is undefined. */
  paragraph(id: string | undefined): Style {
    return this.resolve(id ?? this.defaultParagraph);
  }

  resolve(id: string | undefined): Style {
    const style: Style = { id: id ?? "" };
    let next = id;
    for (let k = 0; next !== undefined && k < MAX_BASED_ON; k++) {
      const element = this.elements.get(next);
      const numbering = child(element, "pPr", "numPr");
      const numId = valueOf(numbering, "numId");
      if (style.numId === undefined && numId !== undefined) {
        style.numId = numId;
        style.numberedBy = next;
      }
      const ilvl = valueOf(numbering, "ilvl");
      if (style.ilvl === undefined && ilvl !== undefined) {
        style.ilvl = ilvl;
        style.isLevelNearer = style.numId === undefined;
      }
      style.hidden ??= isOn(child(element, "rPr"), "vanish");
      next = valueOf(element, "basedOn");
    }
    return style;
  }
}
