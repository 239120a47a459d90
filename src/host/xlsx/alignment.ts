import type { IStyleData } from "@univerjs/core";
import { attributesXml, isOn, type Attributes } from "./xml";

/** Univer's numbers for alignments, by their names in a file. */
const horizontal: Record<string, number> = { left: 1, center: 2, right: 3, justify: 4, centerContinuous: 6 };
const vertical: Record<string, number> = { top: 1, center: 2, bottom: 3 };
/** The name of a number in such a table. */
export const nameOf = (table: Record<string, number>, value: unknown): string | undefined =>
  Object.keys(table).find((name) => table[name] === value);

/**
 * The style of turned text.
 * @param degrees counter-clockwise, -90 to 90; "stacked" for upright characters one below the other
 */
export const turnedText = (degrees: number | "stacked"): Required<Pick<IStyleData, "tr" | "pd">> =>
  degrees === "stacked"
    ? // Univer begins stacked text in the border of its cell; Excel leaves some space.
      { tr: { a: 0, v: 1 }, pd: { t: 4 } }
    : { tr: { a: degrees, v: 0 }, pd: { t: 0 } };

/** The style of an `<alignment>` element, given its attributes. */
export function alignmentOf(attributes: Attributes): IStyleData {
  const style: IStyleData = {};
  const across = horizontal[attributes.horizontal ?? ""];
  if (across) style.ht = across;
  const down = vertical[attributes.vertical ?? ""];
  if (down) style.vt = down;
  if (isOn(attributes.wrapText)) style.tb = 3;
  const turned = Number(attributes.textRotation ?? 0);
  if (turned) Object.assign(style, turnedText(turned === 255 ? "stacked" : turned > 90 ? 90 - turned : turned));
  if (Number(attributes.indent)) style.pd = { ...style.pd, l: Number(attributes.indent) * 9 };
  return style;
}

/** The `<alignment>` element of a style; `""` if all of it is the default. */
export function alignmentXml({ ht, vt, tb, tr, pd }: IStyleData): string {
  const turned = tr?.v ? 255 : tr?.a ? (tr.a < 0 ? 90 - tr.a : tr.a) : undefined;
  const values = {
    horizontal: nameOf(horizontal, ht),
    vertical: nameOf(vertical, vt),
    textRotation: turned,
    wrapText: tb === 3 || undefined,
    indent: Math.round((pd?.l ?? 0) / 9) || undefined,
  };
  return Object.values(values).every((value) => value === undefined) ? "" : `<alignment${attributesXml(values)}/>`;
}
