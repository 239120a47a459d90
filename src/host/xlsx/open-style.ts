import type { IBorderStyleData, IStyleData } from "@univerjs/core";
import type ExcelJS from "exceljs";

const horizontal: Record<string, number> = { left: 1, center: 2, right: 3, justify: 4, centerContinuous: 6 };
const vertical: Record<string, number> = { top: 1, middle: 2, bottom: 3 };
const lines: Record<string, number> = { thin: 1, hair: 2, dotted: 3, dashed: 4, double: 7, medium: 8, thick: 13 };
/** The colours of Office's theme, in the order in which a file numbers them. */
const theme = ["FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47"];

/** A file's colour as `#RRGGBB`; a shade of a theme's colour is taken for the colour. */
export function colourOf(colour: Partial<ExcelJS.Color> | undefined): string | undefined {
  if (colour?.argb) return `#${colour.argb.slice(-6).toUpperCase()}`;
  const known = colour?.theme === undefined ? undefined : theme[colour.theme];
  return known && `#${known}`;
}

function fillOf(fill: ExcelJS.Fill | undefined): string | undefined {
  return fill?.type === "pattern" && fill.pattern !== "none" ? colourOf(fill.fgColor) : undefined;
}

/** ExcelJS's style as Univer's; undefined for one that says nothing. */
export function univerStyle({ font, fill, alignment, border, numFmt }: Partial<ExcelJS.Style>): IStyleData | undefined {
  const style: IStyleData = {};
  if (font?.name) style.ff = font.name;
  if (font?.size) style.fs = font.size;
  if (font?.bold) style.bl = 1;
  if (font?.italic) style.it = 1;
  const colour = colourOf(font?.color);
  if (colour) style.cl = { rgb: colour };
  const background = fillOf(fill);
  if (background) style.bg = { rgb: background };
  const across = horizontal[alignment?.horizontal ?? ""];
  if (across) style.ht = across;
  const down = vertical[alignment?.vertical ?? ""];
  if (down) style.vt = down;
  if (alignment?.wrapText) style.tb = 3;
  if (alignment?.textRotation === "vertical") style.tr = { a: 0, v: 1 };
  else if (alignment?.textRotation) style.tr = { a: alignment.textRotation, v: 0 };
  if (alignment?.indent) style.pd = { l: alignment.indent * 9 };
  const bd = { t: line(border?.top), b: line(border?.bottom), l: line(border?.left), r: line(border?.right) };
  if (bd.t || bd.b || bd.l || bd.r) style.bd = Object.fromEntries(Object.entries(bd).filter(([, side]) => side));
  if (numFmt && numFmt !== "General") style.n = { pattern: numFmt };
  return Object.keys(style).length > 0 ? style : undefined;
}

function line(side: Partial<ExcelJS.Border> | undefined): IBorderStyleData | undefined {
  if (!side?.style) return undefined;
  return { s: lines[side.style] ?? 1, cl: { rgb: colourOf(side.color) ?? "#000000" } };
}
