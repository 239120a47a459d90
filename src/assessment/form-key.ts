import { wholeYear } from "../matrix/as-of";
import { hashOf } from "../plan/identity";
import type { AsOf } from "./as-of";

/**
 * The hidden key of a form's row: the unit, the round, when the form was made, and the matrix row. Each row has all of
 * it with a checksum, so that a form is recognised whatever was renamed, sorted or inserted, and a damaged key is not
 * accepted. The format is `f1|round|unit|made|<the matrix's key>|checksum`; names and times contain no `|`. December's
 * round is the year alone, as in forms of earlier versions; any other is `2025-06`.
 */
export interface FormKey extends AsOf {
  unit: string;
  made: string;
  /** `formatRowKey` of the matrix row. */
  keyText: string;
}

const version = "f1";

/** What the key of every form begins with. */
export const formKeyStart = `${version}|`;
/** A unit's name as it is written in a key. */
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

/** Undefined for a text that is not a form's key, and for a damaged key. */
export function parseFormKey(text: string): FormKey | undefined {
  if (!text.startsWith(formKeyStart)) return undefined;
  const end = text.lastIndexOf("|");
  const body = text.slice(0, end);
  if (text.slice(end + 1) !== hashOf(body)) return undefined;
  const [, mark, unit, made, ...rest] = body.split("|");
  const round = roundOfMark(mark);
  return round && { ...round, unit: unit!, made: made!, keyText: rest.join("|") };
}
