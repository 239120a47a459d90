import type { QualityWord } from "./entry";
import type { PresentNames } from "./present-names";

/**
 * 填报明细: what one unit has reported of one row in one round (截至) of a year, and in which file. The tidy record behind
 * the matrix, in which the numbers of several units may be one, and which shows the latest round only.
 */
export interface Detail {
  /** The unit's present name. */
  unit: string;
  /**
   * The unit that it was when it reported, where that has since been joined to `unit`: what each said is kept apart.
   */
  former?: string;
  year: number;
  /** 截至 of the form, 1–12. */
  month: number;
  identity: string;
  value: Reported<number | QualityWord>;
  /** What was entered and is no number; kept as it was written. */
  unread: Reported<string>;
  evidence: Reported<string>;
  /** 进展情况: what was done. */
  progress: Reported<string>;
  /** 说明: why a number falls short. */
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
 * Two reports of the same thing in the same round: of each field the one that was saved later, whatever the order in
 * which they came in; an empty field takes nothing away.
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
 * A number that came later stands for the text that could not be read; a text that came later is shown beside the
 * number, which stays until somebody reports another. Of one file, the number is the text as somebody has accepted it.
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
  return (
    a !== undefined &&
    fields.every(
      (field) =>
        a[field].content === b[field].content && a[field].saved === b[field].saved && a[field].file === b[field].file,
    )
  );
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

/** What a unit says of a row in a year, all rounds together. */
export interface Voice extends Detail {
  /** 截至 of the round that the value is from. */
  valueMonth: number;
}

/**
 * What is said in `year`, each voice of each row once: of each field what the latest round says, and what a round
 * leaves empty takes nothing away. An explanation goes with its number: once a later round has another, it explains
 * nothing any more.
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

/** Whether a number or a word was entered, be it that nobody could read it. */
export const isEntered = ({ value, unread }: Pick<Detail, "value" | "unread">): boolean =>
  value.content !== "" || unread.content !== "";

/** The same under the names that units have now; what a unit reported that is no more stays under its name. */
export function underPresentNames<T extends Pick<Detail, "unit" | "former">>(said: T, present: PresentNames): T {
  const { unit, former } = said;
  const known = present(former ?? unit) ?? present(unit);
  if (!known) return said;
  const isOwnVoice = known.kind === "own" || known.kind === "renamed";
  const { former: _former, ...rest } = said;
  return { ...(rest as T), unit: known.name, ...(isOwnVoice ? {} : { former: former ?? unit }) };
}
