import { hashOf } from "../plan/identity";

/**
 * The hidden key of a form's row: whose form, of which year, made when, and the matrix row that it is about. Each row says
 * all of it, with a checksum, so that a form is known again whatever was renamed, sorted or inserted, and a damaged key
 * is taken for none. `f1|year|unit|made|<the matrix's key>|checksum`; names and times hold no `|`.
 */
export interface FormKey {
  year: number;
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

export function formatFormKey({ year, unit, made, keyText }: FormKey): string {
  const body = [version, year, bareName(unit), made, keyText].join("|");
  return `${body}|${hashOf(body)}`;
}

/** Undefined for a text that is no key of a form, or a damaged one. */
export function parseFormKey(text: string): FormKey | undefined {
  if (!text.startsWith(formKeyStart)) return undefined;
  const end = text.lastIndexOf("|");
  const body = text.slice(0, end);
  if (text.slice(end + 1) !== hashOf(body)) return undefined;
  const [, year, unit, made, ...rest] = body.split("|");
  return { year: Number(year), unit: unit!, made: made!, keyText: rest.join("|") };
}
