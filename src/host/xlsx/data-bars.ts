import { automaticBounds, newDataBar } from "../objects/data-bar";
import type { HostConditionalFormat, HostDataBar } from "../workbook";
import { argb } from "./colours";
import { attributesOf, childrenOf, childText, elements, escaped, isOn, prefixed, type Element } from "./xml";

/**
 * Reads and writes data bars in a sheet's XML. The rule of Excel 2007 has only a colour and bounds; everything later
 * (solid bars, axis, direction, negative numbers) is in an extension, which the rule refers to by an id (MS-XLSX
 * 2.6.19).
 */

interface Bound {
  type: string;
  formula?: string;
}

const boundNames: Record<string, { plain: string; extended: string }> = {
  Automatic: { plain: "", extended: "auto" },
  LowestValue: { plain: "min", extended: "min" },
  HighestValue: { plain: "max", extended: "max" },
  Number: { plain: "num", extended: "num" },
  Percent: { plain: "percent", extended: "percent" },
  Formula: { plain: "formula", extended: "formula" },
  Percentile: { plain: "percentile", extended: "percentile" },
};

const boundOf = ({ rule }: HostConditionalFormat, key: "lower" | "upper"): Bound => rule[key] as Bound;
const bare = (formula: string): string => formula.replace(/^=/, "");
const x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";

/** The rule of Excel 2007, which refers to the extension's rule by `id`. */
export function dataBarRule(format: HostConditionalFormat, priority: number, id: string): string {
  const cfvo = (key: "lower" | "upper"): string => {
    const { type, formula } = boundOf(format, key);
    return `<cfvo type="${boundNames[type]!.plain || (key === "lower" ? "min" : "max")}"${formula === undefined ? "" : ` val="${escaped(bare(formula))}"`}/>`;
  };
  const bar = `<dataBar${format.bar!.barOnly ? ' showValue="0"' : ""}>${cfvo("lower")}${cfvo("upper")}<color rgb="${argb(format.bar!.fill)}"/></dataBar>`;
  const pointer = `<extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" xmlns:x14="${x14}"><x14:id>${id}</x14:id></ext></extLst>`;
  return `<cfRule type="dataBar" priority="${priority}"${format.stopIfTrue ? ' stopIfTrue="1"' : ""}>${bar}${pointer}</cfRule>`;
}

/** The same rule for the extension. */
export const extendedRule = (format: HostConditionalFormat, id: string, sqref: string): string =>
  `<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" id="${id}">${extension(format)}</x14:cfRule><xm:sqref>${sqref}</xm:sqref></x14:conditionalFormatting>`;

const extendedUri = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}";

/**
 * A sheet's `extLst` with `rules` instead of those whose ids are in `gone`; everything else is carried over.
 * @param rules as `extendedRule` writes them
 */
export function withExtendedRules(
  extensions: string | undefined,
  rules: readonly string[],
  gone: ReadonlySet<string>,
  prefix: string,
): string {
  const others = childrenOf(extensions ?? "").map(({ xml }) => xml);
  const own = others.findIndex((xml) => attributesOf(xml).uri?.toUpperCase() === extendedUri.toUpperCase());
  const kept =
    own < 0
      ? []
      : childrenOf(childrenOf(others[own]!)[0]?.xml ?? "")
          .map(({ xml }) => xml)
          .filter((xml) => !elements(xml, "cfRule").some(({ attributes }) => gone.has(attributes.id ?? "")));
  const all = [...kept, ...rules];
  if (own >= 0) others.splice(own, 1);
  if (all.length > 0)
    others.push(
      prefixed(
        `<ext uri="${extendedUri}" xmlns:x14="${x14}"><x14:conditionalFormattings>${all.join("")}</x14:conditionalFormattings></ext>`,
        prefix,
      ),
    );
  return others.length === 0 ? "" : `<${prefix}extLst>${others.join("")}</${prefix}extLst>`;
}

const axisNames: Record<HostDataBar["axis"], string> = { Automatic: "automatic", None: "none", CellMidPoint: "middle" };
const directionNames: Record<HostDataBar["direction"], string> = {
  Context: "context",
  LeftToRight: "leftToRight",
  RightToLeft: "rightToLeft",
};
const flag = (on: boolean): string => (on ? "1" : "0");

function extension(format: HostConditionalFormat): string {
  const bar = format.bar!;
  const cfvo = (key: "lower" | "upper"): string => {
    const { type, formula } = boundOf(format, key);
    const name = boundNames[type]!.extended;
    const written = name === "auto" ? (key === "lower" ? "autoMin" : "autoMax") : name;
    return formula === undefined
      ? `<x14:cfvo type="${written}"/>`
      : `<x14:cfvo type="${written}"><xm:f>${escaped(bare(formula))}</xm:f></x14:cfvo>`;
  };
  const colour = (name: string, value: string, wanted = true): string =>
    value && wanted ? `<x14:${name} rgb="${argb(value)}"/>` : "";
  const attributes = [
    `minLength="0" maxLength="100" border="${flag(bar.border !== "")}" gradient="${flag(bar.gradient)}"`,
    ...(bar.barOnly ? ['showValue="0"'] : []),
    `direction="${directionNames[bar.direction]}"`,
    `negativeBarColorSameAsPositive="${flag(bar.negativeFillMatches)}" negativeBarBorderColorSameAsPositive="${flag(bar.negativeBorderMatches)}"`,
    `axisPosition="${axisNames[bar.axis]}"`,
  ];
  const colours = [
    colour("fillColor", bar.fill),
    colour("borderColor", bar.border),
    colour("negativeFillColor", bar.negativeFill, !bar.negativeFillMatches),
    colour("negativeBorderColor", bar.negativeBorder, !bar.negativeBorderMatches),
    colour("axisColor", bar.axisColor, bar.axis !== "None"),
  ];
  return `<x14:dataBar ${attributes.join(" ")}>${cfvo("lower")}${cfvo("upper")}${colours.join("")}</x14:dataBar>`;
}

export type OpenedBar = Required<Pick<HostConditionalFormat, "bar" | "rule">>;

/** The data bars in a sheet's XML, by the priority of their rule. */
export function openDataBars(xml: string): Map<number, OpenedBar> {
  const extended = new Map(
    [...xml.matchAll(/<x14:cfRule\b[^>]*\bid="([^"]+)"[^>]*>([^]*?)<\/x14:cfRule>/g)].flatMap(([, id, inner]) =>
      elements(inner!, "dataBar").map((bar) => [id!, bar] as const),
    ),
  );
  const found = new Map<number, OpenedBar>();
  for (const [, attributes, inner] of xml.matchAll(
    /<(?:(?!x14:)[\w.-]+:)?cfRule\b([^>]*[^/>])>([^]*?)<\/(?:[\w.-]+:)?cfRule>/g,
  )) {
    const [plain] = elements(inner!, "dataBar");
    const priority = Number(/\bpriority="(\d+)"/.exec(attributes!)?.[1]);
    const id = childText(inner!, "id");
    if (plain && Number.isFinite(priority))
      found.set(priority, opened(plain, id === undefined ? undefined : extended.get(id)));
  }
  return found;
}

const rgb = (element: Element | undefined): string =>
  element?.attributes.rgb ? `#${element.attributes.rgb.slice(-6).toUpperCase()}` : "";
const keyOf = <K extends string>(names: Record<K, string>, name: string | undefined): K | undefined =>
  (Object.keys(names) as K[]).find((key) => names[key] === name);

function opened(plain: Element, extended: Element | undefined): OpenedBar {
  const bar = newDataBar();
  const colour = (name: string): string => rgb(extended && elements(extended.inner, name)[0]);
  bar.fill = colour("fillColor") || rgb(elements(plain.inner, "color")[0]) || bar.fill;
  bar.barOnly = plain.attributes.showValue === "0" || plain.attributes.showValue === "false";
  const bounds = elements((extended ?? plain).inner, "cfvo").map((element) => openedBound(element));
  const rule = bounds.length === 2 ? { lower: bounds[0], upper: bounds[1] } : automaticBounds();
  if (!extended) return { bar, rule };
  const on = (name: string, fallback: boolean): boolean =>
    extended.attributes[name] === undefined ? fallback : isOn(extended.attributes[name]);
  bar.gradient = on("gradient", true);
  bar.border = on("border", false) ? colour("borderColor") : "";
  bar.negativeFillMatches = on("negativeBarColorSameAsPositive", false);
  bar.negativeBorderMatches = on("negativeBarBorderColorSameAsPositive", true);
  bar.negativeFill = colour("negativeFillColor") || bar.negativeFill;
  bar.negativeBorder = colour("negativeBorderColor");
  bar.axisColor = colour("axisColor") || bar.axisColor;
  bar.axis = keyOf(axisNames, extended.attributes.axisPosition) ?? "Automatic";
  bar.direction = keyOf(directionNames, extended.attributes.direction) ?? "Context";
  return { bar, rule };
}

/** Reads a bound. The rule of 2007 has its number in an attribute, the extension in a formula element. */
function openedBound({ attributes, inner }: Element): Bound {
  const { type = "", val } = attributes;
  const name = Object.keys(boundNames).find((key) => boundNames[key]!.extended === type) ?? "Automatic";
  const formula = childText(inner, "f") ?? val;
  return {
    type: name,
    ...(formula === undefined || ["Automatic", "LowestValue", "HighestValue"].includes(name)
      ? {}
      : { formula: name === "Formula" ? `=${formula}` : formula }),
  };
}
