import type { IBorderStyleData, IStyleData, Nullable } from "@univerjs/core";
import { argb } from "./colours";

/** A cell's look as the host keeps it. */
export interface Look {
  style: IStyleData;
  /** The cell is unlocked: it can be edited while the sheet is protected. */
  isOpen: boolean;
}

export type LookPart = "font" | "fill" | "border" | "alignment" | "format" | "protection";

const fontKey = ({ ff = "", fs, bl, it, cl, ul, st }: IStyleData): string =>
  JSON.stringify([ff ?? "", fs ?? "", bl === 1, it === 1, cl?.rgb ? argb(cl.rgb) : "", ul?.s === 1, st?.s === 1]);

const sideKey = (line: Nullable<IBorderStyleData>): string =>
  line ? `${line.s} ${argb(line.cl?.rgb ?? "#000000")}` : "";

const borderKey = ({ bd }: IStyleData): string =>
  bd ? [sideKey(bd.t), sideKey(bd.b), sideKey(bd.l), sideKey(bd.r)].join("|") : "|||";

const alignmentKey = ({ ht, vt, tb, tr, pd }: IStyleData): string =>
  JSON.stringify([ht || 0, vt || 0, tb === 3, tr?.v ? "v" : (tr?.a ?? 0), Math.round((pd?.l ?? 0) / 9)]);

/** A look by the parts of the file that it is saved in. Two looks are equal if all of their parts are. */
export const lookParts = ({ style, isOpen }: Look): Record<LookPart, string> => ({
  font: fontKey(style),
  fill: style.bg?.rgb ? argb(style.bg.rgb) : "",
  border: borderKey(style),
  alignment: alignmentKey(style),
  format: style.n?.pattern && style.n.pattern !== "General" ? style.n.pattern : "",
  protection: isOpen ? "open" : "",
});

/** Equal for equal looks. */
export const lookKey = (look: Look): string => Object.values(lookParts(look)).join("\n");
