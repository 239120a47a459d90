import { automaticBounds, newDataBar } from "../objects/data-bar";
import type { HostConditionalFormat, HostDataBar } from "../workbook";
import { argb } from "./cell-style";
import { childText, elements, isOn, type Element } from "./open-package";

/**
 * Data bars in a sheet's XML. The rule of 2007 says only colour and bounds; what came later (solid bars, axis, direction,
 * negative numbers) stands in an extension, to which the rule points by an id (MS-XLSX 2.6.19). ExcelJS knows some of it.
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
const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

/** What ExcelJS is given; `completeDataBars` replaces the extension that it writes. */
export function plainDataBar(format: HostConditionalFormat, priority: number): unknown {
  const cfvo = (key: "lower" | "upper"): unknown => {
    const { type, formula } = boundOf(format, key);
    return { type: boundNames[type]!.plain || (key === "lower" ? "min" : "max"), ...(formula === undefined ? {} : { value: bare(formula) }) };
  };
  return { type: "dataBar", priority, gradient: false, cfvo: [cfvo("lower"), cfvo("upper")], color: { argb: argb(format.bar!.fill) } };
}

/** Puts into the XML of a written sheet what ExcelJS leaves out of its data bars, which stand in the order of `formats`. */
export function completeDataBars(xml: string, formats: readonly HostConditionalFormat[]): string {
  let rules = 0;
  let extensions = 0;
  return xml
    .replace(/<dataBar>/g, (found) => (formats[rules++]?.bar?.barOnly ? '<dataBar showValue="0">' : found))
    .replace(/<x14:dataBar [^]*?<\/x14:dataBar>/g, (found) => {
      const format = formats[extensions++];
      return format ? extension(format) : found;
    });
}

const axisNames: Record<HostDataBar["axis"], string> = { Automatic: "automatic", None: "none", CellMidPoint: "middle" };
const directionNames: Record<HostDataBar["direction"], string> = { Context: "context", LeftToRight: "leftToRight", RightToLeft: "rightToLeft" };
const flag = (on: boolean): string => (on ? "1" : "0");

function extension(format: HostConditionalFormat): string {
  const bar = format.bar!;
  const cfvo = (key: "lower" | "upper"): string => {
    const { type, formula } = boundOf(format, key);
    const name = boundNames[type]!.extended;
    const written = name === "auto" ? (key === "lower" ? "autoMin" : "autoMax") : name;
    return formula === undefined ? `<x14:cfvo type="${written}"/>` : `<x14:cfvo type="${written}"><xm:f>${escaped(bare(formula))}</xm:f></x14:cfvo>`;
  };
  const colour = (name: string, value: string, wanted = true): string => (value && wanted ? `<x14:${name} rgb="${argb(value)}"/>` : "");
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

/** The data bars of a sheet's XML by the priority of their rule. */
export function openDataBars(xml: string): Map<number, OpenedBar> {
  const extended = new Map(
    [...xml.matchAll(/<x14:cfRule\b[^>]*\bid="([^"]+)"[^>]*>([^]*?)<\/x14:cfRule>/g)].flatMap(([, id, inner]) => elements(inner!, "dataBar").map((bar) => [id!, bar] as const)),
  );
  const found = new Map<number, OpenedBar>();
  for (const [, attributes, inner] of xml.matchAll(/<cfRule\b([^>]*)>([^]*?)<\/cfRule>/g)) {
    const [plain] = elements(inner!, "dataBar");
    const priority = Number(/\bpriority="(\d+)"/.exec(attributes!)?.[1]);
    const id = childText(inner!, "id");
    if (plain && Number.isFinite(priority)) found.set(priority, opened(plain, id === undefined ? undefined : extended.get(id)));
  }
  return found;
}

const rgb = (element: Element | undefined): string => (element?.attributes.rgb ? `#${element.attributes.rgb.slice(-6).toUpperCase()}` : "");
const keyOf = <K extends string>(names: Record<K, string>, name: string | undefined): K | undefined => (Object.keys(names) as K[]).find((key) => names[key] === name);

function opened(plain: Element, extended: Element | undefined): OpenedBar {
  const bar = newDataBar();
  const colour = (name: string): string => rgb(extended && elements(extended.inner, name)[0]);
  bar.fill = colour("fillColor") || rgb(elements(plain.inner, "color")[0]) || bar.fill;
  bar.barOnly = plain.attributes.showValue === "0" || plain.attributes.showValue === "false";
  const bounds = elements((extended ?? plain).inner, "cfvo").map((element) => openedBound(element));
  const rule = bounds.length === 2 ? { lower: bounds[0], upper: bounds[1] } : automaticBounds();
  if (!extended) return { bar, rule };
  const on = (name: string, fallback: boolean): boolean => (extended.attributes[name] === undefined ? fallback : isOn(extended.attributes[name]));
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

/** A bound: its number stands in an attribute, in the extension in a formula of its own. */
function openedBound({ attributes, inner }: Element): Bound {
  const { type = "", val } = attributes;
  const name = Object.keys(boundNames).find((key) => boundNames[key]!.extended === type) ?? "Automatic";
  const formula = childText(inner, "f") ?? val;
  return { type: name, ...(formula === undefined || ["Automatic", "LowestValue", "HighestValue"].includes(name) ? {} : { formula: name === "Formula" ? `=${formula}` : formula }) };
}
