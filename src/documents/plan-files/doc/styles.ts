import { Bytes } from "../../package/bytes";
import {
  characterPropertiesOf,
  paragraphPropertiesOf,
  type CharacterProperties,
  type ParagraphProperties,
} from "./properties";

/** A style with its own properties only, without those it inherits. */
interface Style {
  base: number;
  paragraph: ParagraphProperties;
  character: CharacterProperties;
}

const PARAGRAPH = 1;
const CHARACTER = 2;
const NONE = 0xfff;
const MAX_STYLES = 4096;
const MAX_BASED_ON = 30;

/** The style sheet ([MS-DOC] 2.9.271). Inherited properties are resolved on request. */
export class Styles {
  private readonly styles: (Style | undefined)[] = [];

  constructor(sheet: Bytes) {
    if (sheet.length === 0) return;
    const count = Math.min(MAX_STYLES, sheet.u16(2));
    const base = sheet.u16(4);
    let at = 2 + sheet.u16(0);
    while (this.styles.length < count && at + 2 <= sheet.length) {
      const length = sheet.u16(at);
      const end = Math.min(sheet.length, at + 2 + length);
      this.styles.push(length > base ? styleOf(new Bytes(sheet.slice(at + 2, end - at - 2)), base) : undefined);
      at = end + (length & 1);
    }
  }

  /** The paragraph properties of a paragraph style, including inherited ones. */
  paragraph(style: number): ParagraphProperties {
    return Object.assign({}, ...this.chain(style).map(({ paragraph }) => paragraph)) as ParagraphProperties;
  }

  /** The character properties of a style, including inherited ones. */
  character(style: number): CharacterProperties {
    return Object.assign({}, ...this.chain(style).map(({ character }) => character)) as CharacterProperties;
  }

  /** A style and its ancestors, the style itself last. */
  private chain(style: number): Style[] {
    const chain: Style[] = [];
    for (let next = this.styles[style]; next && chain.length < MAX_BASED_ON; next = this.styles[next.base])
      chain.unshift(next);
    return chain;
  }
}

/**
 * Reads a style ([MS-DOC] 2.9.257): a fixed part, the name, then the properties, those of paragraphs first.
 * @param fixed length of the fixed part in bytes
 */
function styleOf(bytes: Bytes, fixed: number): Style {
  const kind = bytes.u16(2) & 0xf;
  const base = bytes.u16(2) >> 4;
  const style: Style = { base: base === NONE ? -1 : base, paragraph: {}, character: {} };
  let at = fixed + 2 + (bytes.u16(fixed) + 1) * 2;
  const next = (): Uint8Array => {
    if (at + 2 > bytes.length) return new Uint8Array();
    const length = Math.min(bytes.u16(at), bytes.length - at - 2);
    const list = bytes.slice(at + 2, length);
    at += 2 + length + (length & 1);
    return list;
  };
  if (kind === PARAGRAPH) {
    style.paragraph = paragraphPropertiesOf(next().subarray(2));
    style.character = characterPropertiesOf(next());
  } else if (kind === CHARACTER) style.character = characterPropertiesOf(next());
  return style;
}
