import { wholeYear } from "../matrix/as-of";
import { hashOf } from "../plan/identity";
import type { AsOf } from "./as-of";

/**
 * The hidden key of a form's row: whose form, of which round, made when, and the matrix row that it is about. Each row
 * says all of it, with a checksum, so that a form is known again whatever was renamed, sorted or inserted, and a
 * damaged key is taken for none. `f1|round|unit|made|<the matrix's key>|checksum`; names and times hold no `|`. The
 * round of December is its year alone, as every form of earlier versions has it; any other is `2025-06`.
 */
export interface FormKey extends AsOf {
  unit: string;
  made: string;
  /** `formatRowKey` of the matrix row. */
  keyText: string;
}

const version = "f1";

/** What every key of a form begins with. */
export const formKeyStart = `${version}|`;
/** A unit's name as a key holds it. */
export const bareName = (name: string): string => name.replace(/\|/g, "｜");

export function formatFormKey({ unit, made, keyText, ...round }: FormKey): string {
  const body = [version, roundMark(round), bareName(unit), made, keyText].join("|");
  return `${body}|${hashOf(body)}`;
}

const roundMark = ({ year, month }: AsOf): string =>
  month === wholeYear ? String(year) : `${year}-${String(month).padStart(2, "0")}`;

function roundOfMark(mark = ""): AsOf | undefined {
  const [, year, month = String(wholeYear)] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/.exec(mark) ?? [];
  return year === undefined ? undefined : { year: Number(year), month: Number(month) };
}

/** Undefined for a text that is no key of a form, or a damaged one. */
export function parseFormKey(text: string): FormKey | undefined {
  if (!text.startsWith(formKeyStart)) return undefined;
  const end = text.lastIndexOf("|");
  const body = text.slice(0, end);
  if (text.slice(end + 1) !== hashOf(body)) return undefined;
  const [, mark, unit, made, ...rest] = body.split("|");
  const round = roundOfMark(mark);
  return round && { ...round, unit: unit!, made: made!, keyText: rest.join("|") };
}
