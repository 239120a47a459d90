import type { QualityWord } from "./entry";

/**
 * 填报明细: what one unit has reported of one row in one year, and in which file. The tidy record behind the matrix, in
 * which the numbers of several units may be one.
 */
export interface Detail {
  unit: string;
  year: number;
  identity: string;
  value: Reported<number | QualityWord>;
  /** What was entered and is no number; kept as it was written. */
  unread: Reported<string>;
  evidence: Reported<string>;
  explanation: Reported<string>;
}

/** A field, with the file that it came in. */
export interface Reported<T> {
  content: T | "";
  file: string;
  /** ISO date and time at which the file was last saved; empty where it does not say. */
  saved: string;
}

export const nothing: Reported<never> = { content: "", file: "", saved: "" };

export const detailKey = ({ unit, year, identity }: Pick<Detail, "unit" | "year" | "identity">): string => JSON.stringify([year, unit, identity]);

const fields = ["value", "unread", "evidence", "explanation"] as const;

/**
 * Two reports of the same thing: of each field the one that was saved later, whatever the order in which they came in;
 * an empty field takes nothing away.
 */
export function newest(a: Detail, b: Detail): Detail {
  const merged = { ...a } as Record<string, unknown>;
  for (const field of fields) merged[field] = later(a[field], b[field]);
  return onlyOneEntry(merged as unknown as Detail);
}

function later(a: Reported<unknown>, b: Reported<unknown>): Reported<unknown> {
  if (a.content === "" || b.content === "") return a.content === "" ? b : a;
  return order(a, b) >= 0 ? a : b;
}

function order(a: Reported<unknown>, b: Reported<unknown>): number {
  const rank = ({ saved, file, content }: Reported<unknown>): string[] => [saved, file, String(content)];
  const [left, right] = [rank(a), rank(b)];
  const at = left.findIndex((part, index) => part !== right[index]);
  return at < 0 ? 0 : left[at]! > right[at]! ? 1 : -1;
}

/**
 * A number that came later stands for the text that could not be read; a text that came later is shown beside the number,
 * which stays until somebody reports another. Of one file, the number is the text as somebody has accepted it.
 */
function onlyOneEntry(detail: Detail): Detail {
  const { value, unread } = detail;
  if (value.content === "" || unread.content === "") return detail;
  const of = ({ saved, file }: Reported<unknown>): Reported<unknown> => ({ saved, file, content: "" });
  return order(of(value), of(unread)) >= 0 ? { ...detail, unread: nothing } : detail;
}

export const isEmptyDetail = (detail: Detail): boolean => fields.every((field) => detail[field].content === "");

/** What one row holds in the table on the sheet. */
export function sameDetail(a: Detail | undefined, b: Detail): boolean {
  return a !== undefined && fields.every((field) => a[field].content === b[field].content && a[field].saved === b[field].saved && a[field].file === b[field].file);
}

/** The details by key, each once, the newest of each field. */
export function merged(details: Iterable<Detail>): Map<string, Detail> {
  const found = new Map<string, Detail>();
  for (const detail of details) {
    const key = detailKey(detail);
    const known = found.get(key);
    found.set(key, known ? newest(known, detail) : detail);
  }
  return found;
}

