import type { IBorderStyleData, IStyleData, Nullable } from "@univerjs/core";
import { alignmentOf, alignmentXml, nameOf } from "./alignment";
import { argb, colourOf } from "./colours";
import { lookKey, lookParts, type Look, type LookPart } from "./look";
import { builtInFormats, firstOwnFormat, isLocalFormat } from "./number-formats";
import { attributesOf, attributesXml, childrenOf, isOn, prefixed, XmlPart, type Child } from "./xml";

const plainKey = lookKey({ style: {}, isOpen: false });
const plainParts = lookParts({ style: {}, isOpen: false });

/** Univer's numbers for lines (BorderStyleTypes), by their names in a file. */
const lines: Record<string, number> = {
  thin: 1,
  hair: 2,
  dotted: 3,
  dashed: 4,
  dashDot: 5,
  dashDotDot: 6,
  double: 7,
  medium: 8,
  mediumDashed: 9,
  mediumDashDot: 10,
  mediumDashDotDot: 11,
  slantDashDot: 12,
  thick: 13,
};
const order = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];
const fontOrder = [
  "b",
  "i",
  "strike",
  "condense",
  "extend",
  "outline",
  "shadow",
  "u",
  "vertAlign",
  "sz",
  "color",
  "name",
  "family",
  "charset",
  "scheme",
];

/** Elements of a font that are on or off. */
const fontFlags: readonly (readonly [name: string, isOn: (style: IStyleData) => boolean])[] = [
  ["b", ({ bl }) => bl === 1],
  ["i", ({ it }) => it === 1],
  ["strike", ({ st }) => st?.s === 1],
  ["u", ({ ul }) => ul?.s === 1],
];

/** The part `xl/styles.xml`. Its entries keep their indexes; new ones are appended. */
export class StyleSheet {
  private readonly part: XmlPart;
  private readonly fonts: Child[];
  private readonly fills: Child[];
  private readonly borders: Child[];
  private readonly xfs: Child[];
  private readonly formats: Child[];
  private readonly dxfs: Child[];
  private readonly known = new Map<string, number>();
  private readonly looks = new Map<number, Look>();

  constructor(
    xml: string,
    private readonly theme: readonly string[],
  ) {
    this.part = new XmlPart(xml, order);
    const list = (name: string): Child[] => childrenOf(this.part.get(name) ?? "");
    this.fonts = list("fonts");
    this.fills = list("fills");
    this.borders = list("borders");
    this.xfs = list("cellXfs");
    this.formats = list("numFmts");
    this.dxfs = list("dxfs");
  }

  /** The look of cells with this format. @param index the index of the cell format */
  look(index: number): Look {
    let known = this.looks.get(index);
    if (!known) this.looks.set(index, (known = this.read(index)));
    return known;
  }

  private read(index: number): Look {
    const xf = this.xfs[index];
    if (!xf) return { style: {}, isOpen: false };
    const { fontId, fillId, borderId, numFmtId } = attributesOf(xf.xml);
    const style: IStyleData = {
      ...this.font(this.fonts[Number(fontId)]?.xml),
      ...this.fill(this.fills[Number(fillId)]?.xml),
      ...this.border(this.borders[Number(borderId)]?.xml),
    };
    const pattern = this.pattern(Number(numFmtId ?? 0));
    if (pattern) style.n = { pattern };
    const inside = childrenOf(xf.xml);
    const alignment = inside.find(({ name }) => name === "alignment");
    if (alignment) Object.assign(style, alignmentOf(attributesOf(alignment.xml)));
    const protection = inside.find(({ name }) => name === "protection");
    const locked = protection && attributesOf(protection.xml).locked;
    return { style, isOpen: locked !== undefined && !isOn(locked) };
  }

  private pattern(id: number): string | undefined {
    const own = this.formats.map(({ xml }) => attributesOf(xml)).find(({ numFmtId }) => Number(numFmtId) === id);
    const found = own?.formatCode ?? builtInFormats[id];
    return found === "General" ? undefined : found;
  }

  font(xml: string | undefined): IStyleData {
    const style: IStyleData = {};
    for (const { name, xml: own } of childrenOf(xml ?? "")) {
      const attributes = attributesOf(own);
      const on = attributes.val === undefined || isOn(attributes.val);
      if ((name === "name" || name === "rFont") && attributes.val) style.ff = attributes.val;
      else if (name === "sz") style.fs = Number(attributes.val);
      else if (name === "b" && on) style.bl = 1;
      else if (name === "i" && on) style.it = 1;
      else if (name === "u" && attributes.val !== "none") style.ul = { s: 1 };
      else if (name === "strike" && on) style.st = { s: 1 };
      else if (name === "color") {
        const rgb = colourOf(attributes, this.theme);
        if (rgb) style.cl = { rgb };
      }
    }
    return style;
  }

  private fill(xml: string | undefined): IStyleData {
    const pattern = childrenOf(xml ?? "").find(({ name }) => name === "patternFill");
    if (!pattern || (attributesOf(pattern.xml).patternType ?? "none") === "none") return {};
    const fore = childrenOf(pattern.xml).find(({ name }) => name === "fgColor");
    const rgb = colourOf(fore && attributesOf(fore.xml), this.theme);
    return rgb ? { bg: { rgb } } : {};
  }

  private border(xml: string | undefined): IStyleData {
    const sides = this.sidesOf(xml);
    return sides ? { bd: sides } : {};
  }

  private sidesOf(xml: string | undefined): IStyleData["bd"] | undefined {
    const found: NonNullable<IStyleData["bd"]> = {};
    for (const { name, xml: own } of childrenOf(xml ?? "")) {
      const key = { top: "t", bottom: "b", left: "l", start: "l", right: "r", end: "r" }[name] as "t" | undefined;
      const { style } = attributesOf(own);
      if (!key || !style || style === "none") continue;
      const colour = childrenOf(own).find((one) => one.name === "color");
      found[key] = {
        s: lines[style] ?? 1,
        cl: { rgb: colourOf(colour && attributesOf(colour.xml), this.theme) ?? "#000000" },
      };
    }
    return Object.keys(found).length > 0 ? found : undefined;
  }

  /** The style of a conditional format. @param index the index of the differential format (`dxfId`) */
  differential(index: number): IStyleData {
    const inside = childrenOf(this.dxfs[index]?.xml ?? "");
    const of = (name: string): string | undefined => inside.find((one) => one.name === name)?.xml;
    const pattern = childrenOf(of("fill") ?? "").find(({ name }) => name === "patternFill");
    const colours = childrenOf(pattern?.xml ?? "");
    // A solid fill of a differential format has its colour in bgColor, not in fgColor.
    const rgb = ["bgColor", "fgColor"]
      .map((name) => colours.find((one) => one.name === name))
      .map((one) => colourOf(one && attributesOf(one.xml), this.theme))
      .find(Boolean);
    return { ...this.font(of("font")), ...(rgb ? { bg: { rgb } } : {}), ...this.border(of("border")) };
  }

  /**
   * The index of a cell format with this look, which is added if there is none.
   * @param base the cell's format until now: the parts of the look that have not changed are taken over from it
   */
  add(look: Look, base?: number): number {
    const key = lookKey(look);
    const baseKey = base === undefined ? plainKey : lookKey(this.look(base));
    if (key === baseKey) return base ?? 0;
    const name = `${base ?? ""} ${key}`;
    let index = this.known.get(name);
    if (index === undefined) this.known.set(name, (index = append(this.xfs, this.xf(look, base))));
    return index;
  }

  private xf({ style, isOpen }: Look, base: number | undefined): string {
    const parts = lookParts({ style, isOpen });
    const before = base === undefined ? undefined : lookParts(this.look(base));
    const old = attributesOf(this.xfs[base ?? 0]?.xml ?? "<xf/>");
    const isKept = (part: LookPart): boolean =>
      before ? before[part] === parts[part] : part !== "font" && plainParts[part] === parts[part];
    const inside = base === undefined ? [] : childrenOf(this.xfs[base]?.xml ?? "");
    const kept = (child: string): string => inside.find(({ name }) => name === child)?.xml ?? "";
    const id = (part: LookPart, name: string, make: () => number): number =>
      isKept(part) ? Number((base === undefined ? undefined : old[name]) ?? 0) : make();
    const ids = {
      numFmtId: id("format", "numFmtId", () => this.formatId(parts.format)),
      fontId: id("font", "fontId", () =>
        append(this.fonts, this.own(this.fontXml(style, before ? this.fonts[Number(old.fontId)]?.xml : undefined))),
      ),
      fillId: id("fill", "fillId", () =>
        append(
          this.fills,
          this.own(
            parts.fill
              ? `<fill><patternFill patternType="solid"><fgColor rgb="${parts.fill}"/><bgColor indexed="64"/></patternFill></fill>`
              : '<fill><patternFill patternType="none"/></fill>',
          ),
        ),
      ),
      borderId: id("border", "borderId", () => append(this.borders, this.own(this.borderXml(style.bd)))),
    };
    const alignment = isKept("alignment") ? kept("alignment") : this.own(alignmentXml(style));
    const protection = isKept("protection") ? kept("protection") : this.own(`<protection locked="${isOpen ? 0 : 1}"/>`);
    const applied = {
      ...(before ? { quotePrefix: old.quotePrefix, pivotButton: old.pivotButton } : {}),
      xfId: base === undefined ? 0 : (old.xfId ?? 0),
      applyNumberFormat: ids.numFmtId !== 0 || undefined,
      applyFont: true,
      applyFill: ids.fillId !== 0 || undefined,
      applyBorder: ids.borderId !== 0 || undefined,
      applyAlignment: alignment !== "" || undefined,
      applyProtection: protection !== "" || undefined,
    };
    const p = this.part.prefix;
    return `<${p}xf${attributesXml({ ...ids, ...applied })}>${alignment}${protection}</${p}xf>`;
  }

  private own = (xml: string): string => prefixed(xml, this.part.prefix);

  private formatId(pattern: string): number {
    if (pattern === "") return 0;
    const known = [
      ...this.formats
        .map(({ xml }) => attributesOf(xml))
        .map(({ numFmtId, formatCode }) => [Number(numFmtId), formatCode] as const),
      ...Object.entries(builtInFormats).map(([id, code]) => [Number(id), code] as const),
    ];
    const found = known.find(([id, code]) => code === pattern && !isLocalFormat(id));
    if (found) return found[0];
    const next = Math.max(firstOwnFormat - 1, ...known.map(([id]) => id)) + 1;
    append(this.formats, this.own(`<numFmt${attributesXml({ numFmtId: next, formatCode: pattern })}/>`));
    return next;
  }

  /** The `<font>` element, its children in the order that the schema requires; others are taken over from `before`. */
  private fontXml(style: IStyleData, before: string | undefined): string {
    const children = new Map(childrenOf(before ?? "").map(({ name, xml }) => [name, xml]));
    const old = this.font(before);
    const put = (name: string, xml: string, isSame: boolean): void => {
      if (isSame && before !== undefined) return;
      if (xml === "") children.delete(name);
      else children.set(name, this.own(xml));
    };
    for (const [name, isOn] of fontFlags) put(name, isOn(style) ? `<${name}/>` : "", isOn(old) === isOn(style));
    put("sz", `<sz val="${style.fs ?? 11}"/>`, old.fs === style.fs);
    const [was, colour] = [old, style].map(({ cl }) => (cl?.rgb ? argb(cl.rgb) : ""));
    put("color", colour ? `<color rgb="${colour}"/>` : "", was === colour);
    if (before === undefined || old.ff !== style.ff) {
      put("name", `<name${attributesXml({ val: style.ff ?? "宋体" })}/>`, false);
      for (const name of ["family", "charset", "scheme"]) children.delete(name);
    }
    const p = this.part.prefix;
    return `<${p}font>${fontOrder.map((name) => children.get(name) ?? "").join("")}</${p}font>`;
  }

  private borderXml(sides: IStyleData["bd"] | undefined | null): string {
    const line = (name: string, side: Nullable<IBorderStyleData>): string =>
      side
        ? `<${name} style="${nameOf(lines, side.s) ?? "thin"}"><color rgb="${argb(side.cl?.rgb ?? "#000000")}"/></${name}>`
        : `<${name}/>`;
    return `<border>${line("left", sides?.l)}${line("right", sides?.r)}${line("top", sides?.t)}${line("bottom", sides?.b)}<diagonal/></border>`;
  }

  /** The index of a differential format with this style, which is added if there is none. */
  addDifferential(style: IStyleData): number {
    const font = [
      style.bl === 1 ? "<b/>" : "",
      style.it === 1 ? "<i/>" : "",
      style.cl?.rgb ? `<color rgb="${argb(style.cl.rgb)}"/>` : "",
    ].join("");
    const side = (name: string, line: Nullable<IBorderStyleData>): string =>
      line ? `<${name} style="thin"><color rgb="${argb(line.cl?.rgb ?? "#000000")}"/></${name}>` : "";
    const { bd } = style;
    const border = bd ? side("left", bd.l) + side("right", bd.r) + side("top", bd.t) + side("bottom", bd.b) : "";
    const xml = [
      font && `<font>${font}</font>`,
      style.bg?.rgb
        ? `<fill><patternFill patternType="solid"><bgColor rgb="${argb(style.bg.rgb)}"/></patternFill></fill>`
        : "",
      border && `<border>${border}</border>`,
    ].join("");
    return append(this.dxfs, this.own(`<dxf>${xml}</dxf>`));
  }

  toString(): string {
    const put = (name: string, list: readonly Child[]): void => {
      const before = this.part.get(name);
      if (childrenOf(before ?? "").length === list.length) return;
      const p = this.part.prefix;
      const tag = before
        ? /^<[^>]*?(?=\s*\/?>)/
            .exec(before)![0]
            .replace(/\s(?:count|[\w.-]+:knownFonts)\s*=\s*(?:"[^"]*"|'[^']*')/g, "")
        : `<${p}${name}`;
      this.part.setRaw(name, `${tag} count="${list.length}">${list.map(({ xml }) => xml).join("")}</${p}${name}>`);
    };
    put("numFmts", this.formats);
    put("fonts", this.fonts);
    put("fills", this.fills);
    put("borders", this.borders);
    put("cellXfs", this.xfs);
    put("dxfs", this.dxfs);
    return this.part.toString();
  }
}

/** Appends an element to a list, unless it contains the same one. @returns its index */
function append(list: Child[], xml: string): number {
  const known = list.findIndex((one) => one.xml === xml);
  return known >= 0 ? known : list.push({ name: "", xml }) - 1;
}
