import type ExcelJS from "exceljs";
import { formatAddress, maxColumns, maxRows, parseAddress } from "../areas";
import type { HostPage } from "../workbook";
import type { PackageParts } from "./open-package";

const papers: Record<number, string> = { 1: "Letter", 8: "A3", 9: "A4", 11: "A5" };

/** Points, without the noise of having been inches. */
const points = (inches: number): number => Math.round(inches * 72 * 1e6) / 1e6;

export function openPage({ pageSetup, headerFooter }: ExcelJS.Worksheet, { names }: PackageParts, index: number): HostPage {
  const { margins, fitToPage, fitToWidth = 1, fitToHeight = 1, scale } = pageSetup;
  const area = names.find(({ name, sheet }) => name === "_xlnm.Print_Area" && sheet === index);
  return {
    orientation: pageSetup.orientation === "landscape" ? "Landscape" : "Portrait",
    paperSize: papers[pageSetup.paperSize ?? 9] ?? "A4",
    zoom: fitToPage
      ? { ...(fitToWidth > 0 ? { horizontalFitToPages: fitToWidth } : {}), ...(fitToHeight > 0 ? { verticalFitToPages: fitToHeight } : {}) }
      : { scale: scale ?? 100 },
    margins: {
      top: points(margins?.top ?? 0.75),
      bottom: points(margins?.bottom ?? 0.75),
      left: points(margins?.left ?? 0.7),
      right: points(margins?.right ?? 0.7),
      header: points(margins?.header ?? 0.3),
      footer: points(margins?.footer ?? 0.3),
    },
    running: { ...running(headerFooter?.oddHeader, "Header"), ...running(headerFooter?.oddFooter, "Footer") },
    ...titles(names, index),
    ...(area ? { printArea: fixed(area.text) } : {}),
    centerHorizontally: pageSetup.horizontalCentered ?? false,
    centerVertically: pageSetup.verticalCentered ?? false,
    blackAndWhite: pageSetup.blackAndWhite ?? false,
    printGridlines: pageSetup.showGridLines ?? false,
    printOrder: pageSetup.pageOrder === "overThenDown" ? "OverThenDown" : "DownThenOver",
  };
}

const fixed = (reference: string): string => formatAddress(parseAddress(reference.replace(/^.*!/, "")), true);

function titles(names: PackageParts["names"], index: number): Pick<HostPage, "titleRows" | "titleColumns"> {
  const text = names.find(({ name, sheet }) => name === "_xlnm.Print_Titles" && sheet === index)?.text ?? "";
  const areas = [...text.matchAll(/!([^!,]+)(?=,|$)/g)].map(([, address]) => parseAddress(address!));
  const rows = areas.find(({ columns }) => columns === maxColumns);
  const columns = areas.find(({ rows: count }) => count === maxRows);
  return { ...(rows ? { titleRows: formatAddress(rows, true) } : {}), ...(columns ? { titleColumns: formatAddress(columns, true) } : {}) };
}

const sides: Record<string, string> = { L: "left", C: "center", R: "right" };

/** `&L左&C中&R右`. */
function running(text: string | undefined, place: "Header" | "Footer"): Record<string, string> {
  const parts = (text ?? "").split(/(?<!&)&([LCR])/);
  const found: Record<string, string> = {};
  for (let index = 1; index < parts.length; index += 2) if (parts[index + 1]) found[`${sides[parts[index]!]}${place}`] = parts[index + 1]!;
  return found;
}
