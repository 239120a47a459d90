import type { IBorderStyleData, IStyleData, Nullable } from "@univerjs/core";
import type ExcelJS from "exceljs";

const horizontal: Record<number, ExcelJS.Alignment["horizontal"]> = { 1: "left", 2: "center", 3: "right", 4: "justify", 6: "centerContinuous" };
const vertical: Record<number, ExcelJS.Alignment["vertical"]> = { 1: "top", 2: "middle", 3: "bottom" };
const lines: Record<number, ExcelJS.BorderStyle> = { 1: "thin", 2: "hair", 3: "dotted", 4: "dashed", 7: "double", 8: "medium", 13: "thick" };

/** `#RGB`, `#RRGGBB` or `rgb(r,g,b)`, as Excel's file has it. */
export function argb(colour: string): string {
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(colour);
  if (parts) return `FF${parts.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`.toUpperCase();
  const hex = colour.replace("#", "");
  return `FF${hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex}`.toUpperCase();
}

/** Univer's style as ExcelJS's; undefined for one that says nothing. */
export function cellStyle(style: IStyleData, unlocked: boolean): Partial<ExcelJS.Style> | undefined {
  if (Object.keys(style).length === 0 && !unlocked) return undefined;
  const side = (line: Nullable<IBorderStyleData>): Partial<ExcelJS.Border> | undefined =>
    line ? { style: lines[line.s] ?? "thin", color: { argb: argb(line.cl?.rgb ?? "#000000") } } : undefined;
  const { bd, tr } = style;
  return {
    font: {
      name: style.ff ?? "宋体",
      size: style.fs ?? 11,
      ...(style.bl === 1 ? { bold: true } : {}),
      ...(style.it === 1 ? { italic: true } : {}),
      ...(style.cl?.rgb ? { color: { argb: argb(style.cl.rgb) } } : {}),
    },
    ...(style.bg?.rgb ? { fill: { type: "pattern", pattern: "solid", fgColor: { argb: argb(style.bg.rgb) } } } : {}),
    alignment: {
      ...(style.ht ? { horizontal: horizontal[style.ht] } : {}),
      ...(style.vt ? { vertical: vertical[style.vt] } : {}),
      ...(style.tb === 3 ? { wrapText: true } : {}),
      ...(tr?.v ? { textRotation: "vertical" as const } : tr?.a ? { textRotation: tr.a } : {}),
      ...(style.pd?.l ? { indent: Math.round(style.pd.l / 9) } : {}),
    },
    ...(bd ? { border: { top: side(bd.t), bottom: side(bd.b), left: side(bd.l), right: side(bd.r) } } : {}),
    ...(style.n?.pattern ? { numFmt: style.n.pattern } : {}),
    ...(unlocked ? { protection: { locked: false } } : {}),
  } as Partial<ExcelJS.Style>;
}
