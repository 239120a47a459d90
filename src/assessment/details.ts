import type { QualityWord } from "./entry";
import type { PresentNames } from "./present-names";

/**
 * 填报明细: what one unit has reported of one row in one round (截至) of a year, and in which file. The full record behind
 * the matrix, which adds up the numbers of several units and shows the latest round only.
 */
export interface Detail {
  /** The unit's present name. */
  unit: string;
  /** The unit's former name, where it has since been merged into `unit`; the reports of both are kept apart. */
  former?: string;
  year: number;
  /** 截至 of the form, 1–12. */
  month: number;
  identity: string;
  value: Reported<number | QualityWord>;
  /** An entry that is not a number, as it was written. */
  unread: Reported<string>;
  evidence: Reported<string>;
  /** 进展情况: what was done. */
  progress: Reported<string>;
  /** 说明: why a number falls short. */
  explanation: Reported<string>;
}

/** A field with the file from which it came. */
export interface Reported<T> {
  content: T | "";
  file: string;
  /** ISO date and time when the file was last saved; empty where unknown. */
  saved: string;
}

export const nothing: Reported<never> = { content: "", file: "", saved: "" };

export const detailKey = ({
  unit,
  former,
  year,
  month,
  identity,
}: Pick<Detail, "unit" | "former" | "year" | "month" | "identity">): string =>
  JSON.stringify([year, month, former ?? unit, identity]);

const fields = ["value", "unread", "evidence", "progress", "explanation"] as const;

/**
 * Merges two reports of the same thing in the same round: for each field the one saved later wins, whatever the order
 * in which they came in. An empty field removes nothing.
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
 * A later number replaces an unreadable text. A later text is shown beside the number, which stays until somebody
 * reports another. Within one file, the number is the accepted reading of the text.
 */
function onlyOneEntry(detail: Detail): Detail {
  const { value, unread } = detail;
  if (value.content === "" || unread.content === "") return detail;
  const of = ({ saved, file }: Reported<unknown>): Reported<unknown> => ({ saved, file, content: "" });
  return order(of(value), of(unread)) >= 0 ? { ...detail, unread: nothing } : detail;
}

export const isEmptyDetail = (detail: Detail): boolean => fields.every((field) => detail[field].content === "");

/** Whether both are the same row in the sheet 填报明细. */
export function sameDetail(a: Detail | undefined, b: Detail): boolean {
  return (
    a !== undefined &&
    fields.every(
      (field) =>
        a[field].content === b[field].content && a[field].saved === b[field].saved && a[field].file === b[field].file,
    )
  );
}

/** Details by key, each once, with the newest of each field. */
export function merged(details: Iterable<Detail>): Map<string, Detail> {
  const found = new Map<string, Detail>();
  for (const detail of details) {
    const key = detailKey(detail);
    const known = found.get(key);
    found.set(key, known ? newest(known, detail) : detail);
  }
  return found;
}

/** What a unit says of a row in a year, all rounds taken together. */
export interface Voice extends Detail {
  /** 截至 of the round that the value is from. */
  valueMonth: number;
}

/**
 * What each unit says of each row in `year`: for each field the latest round that is not empty. An explanation belongs
 * to its number, so it is dropped once a later round has another number.
 */
export function voicesIn(details: Iterable<Detail>, year: number): Voice[] {
  const voices = new Map<string, Voice>();
  const rounds = [...details].filter((detail) => detail.year === year).sort((a, b) => a.month - b.month);
  for (const detail of rounds) {
    const key = JSON.stringify([detail.former ?? detail.unit, detail.identity]);
    const before = voices.get(key);
    voices.set(key, before ? inLaterRound(before, detail) : { ...detail, valueMonth: detail.month });
  }
  return [...voices.values()];
}

function inLaterRound(before: Voice, after: Detail): Voice {
  const kept = <F extends (typeof fields)[number]>(field: F): Detail[F] =>
    after[field].content === "" ? before[field] : after[field];
  const [hasValue, hasEntry] = [after.value.content !== "", isEntered(after)];
  return {
    ...after,
    value: kept("value"),
    valueMonth: hasValue ? after.month : before.valueMonth,
    unread: hasValue ? after.unread : kept("unread"),
    evidence: kept("evidence"),
    progress: kept("progress"),
    explanation: hasEntry ? after.explanation : kept("explanation"),
  };
}

/** Whether anything was entered for the number or word, readable or not. */
export const isEntered = ({ value, unread }: Pick<Detail, "value" | "unread">): boolean =>
  value.content !== "" || unread.content !== "";

/** Renames the unit to its present name; a unit that no longer exists keeps its name. */
export function underPresentNames<T extends Pick<Detail, "unit" | "former">>(said: T, present: PresentNames): T {
  const { unit, former } = said;
  const known = present(former ?? unit) ?? present(unit);
  if (!known) return said;
  const isOwnVoice = known.kind === "own" || known.kind === "renamed";
  const { former: _former, ...rest } = said;
  return { ...(rest as T), unit: known.name, ...(isOwnVoice ? {} : { former: former ?? unit }) };
}
