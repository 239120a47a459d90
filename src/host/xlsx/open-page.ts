import { formatAddress, maxColumns, maxRows, parseAddress, type Area } from "../areas";
import type { HostPage } from "../workbook";
import { attributesOf, childText, isOn, type Attributes, type XmlPart } from "./xml";

export interface FileName {
  name: string;
  text: string;
  sheet?: number;
}

const papers: Record<number, string> = { 1: "Letter", 8: "A3", 9: "A4", 11: "A5" };

/** Inches as points, without rounding noise. */
const points = (inches: number): number => Math.round(inches * 72 * 1e6) / 1e6;

/** @param index the sheet's index among all sheets of the workbook, by which names refer to it */
export function openPage(part: XmlPart, names: readonly FileName[], index: number): HostPage {
  const of = (name: string): Attributes => attributesOf(part.get(name) ?? "");
  const [setup, margins, options] = [of("pageSetup"), of("pageMargins"), of("printOptions")];
  const properties = part.get("sheetPr") ?? "";
  const fits = /<(?:[\w.-]+:)?pageSetUpPr[^>]*\bfitToPage\s*=\s*["'](?:1|true)["']/.test(properties);
  const [wide, tall] = [Number(setup.fitToWidth ?? 1), Number(setup.fitToHeight ?? 1)];
  const margin = (name: string, usual: number): number => points(Number(margins[name] ?? usual));
  const running = part.get("headerFooter") ?? "";
  const area = areasOf(names.find(({ name, sheet }) => name === "_xlnm.Print_Area" && sheet === index)?.text);
  return {
    orientation: setup.orientation === "landscape" ? "Landscape" : "Portrait",
    paperSize: papers[Number(setup.paperSize ?? 9)] ?? "A4",
    zoom: fits
      ? { ...(wide > 0 ? { horizontalFitToPages: wide } : {}), ...(tall > 0 ? { verticalFitToPages: tall } : {}) }
      : { scale: Number(setup.scale ?? 100) },
    margins: {
      top: margin("top", 0.75),
      bottom: margin("bottom", 0.75),
      left: margin("left", 0.7),
      right: margin("right", 0.7),
      header: margin("header", 0.3),
      footer: margin("footer", 0.3),
    },
    running: {
      ...runningTexts(childText(running, "oddHeader"), "Header"),
      ...runningTexts(childText(running, "oddFooter"), "Footer"),
    },
    ...titles(areasOf(names.find(({ name, sheet }) => name === "_xlnm.Print_Titles" && sheet === index)?.text)),
    ...(area.length === 1 ? { printArea: formatAddress(area[0]!, true) } : {}),
    centerHorizontally: isOn(options.horizontalCentered),
    centerVertically: isOn(options.verticalCentered),
    blackAndWhite: isOn(setup.blackAndWhite),
    printGridlines: isOn(options.gridLines),
    printOrder: setup.pageOrder === "overThenDown" ? "OverThenDown" : "DownThenOver",
  };
}

/** The areas that a name refers to; none if its text is anything other than areas. */
function areasOf(text: string | undefined): Area[] {
  try {
    return [...(text ?? "").matchAll(/!([^!,']+)(?=,|$)/g)].map(([, address]) => parseAddress(address!));
  } catch {
    return [];
  }
}

function titles(areas: readonly Area[]): Pick<HostPage, "titleRows" | "titleColumns"> {
  const rows = areas.find(({ columns }) => columns === maxColumns);
  const columns = areas.find(({ rows: count }) => count === maxRows);
  return {
    ...(rows ? { titleRows: formatAddress(rows, true) } : {}),
    ...(columns ? { titleColumns: formatAddress(columns, true) } : {}),
  };
}

const sides: Record<string, string> = { L: "left", C: "center", R: "right" };

/** Splits `&L左&C中&R右` into the texts of its three places. */
function runningTexts(text: string | undefined, place: "Header" | "Footer"): Record<string, string> {
  const parts = (text ?? "").split(/(?<!&)&([LCR])/);
  const found: Record<string, string> = {};
  for (let index = 1; index < parts.length; index += 2)
    if (parts[index + 1]) found[`${sides[parts[index]!]}${place}`] = parts[index + 1]!;
  return found;
}
