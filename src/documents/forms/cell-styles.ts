import type ExcelJS from "exceljs";
import { colours } from "../../matrix/look";

/** A colour `#rrggbb` as ExcelJS wants it. */
export const argb = (colour: string): { argb: string } => ({ argb: `FF${colour.slice(1)}` });
/** A solid fill in a colour `#rrggbb`. */
export const fill = (colour: string): ExcelJS.Fill => ({ type: "pattern", pattern: "solid", fgColor: argb(colour) });
const thin: Partial<ExcelJS.Border> = { style: "thin", color: argb(colours.rule) };
/** Thin borders on all four sides. */
export const box: Partial<ExcelJS.Borders> = { top: thin, bottom: thin, left: thin, right: thin };
