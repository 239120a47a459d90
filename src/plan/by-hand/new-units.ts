import type { Corrections } from "../corrections";
import type { Plan } from "../model";
import { unitKey } from "../units/name-forms";
import { isWithin } from "../units/doubtful";
import { withUnitsRenamed, type NamedUnits } from "./rename-units";

/** A unit that a person has typed and that does not occur in the plan's text. */
export interface NewUnit {
  name: string;
  /** The unit of the plan that may have been meant. */
  meant?: string;
}

type ByHand = Pick<Corrections, "tasks" | "marked" | "safeguards" | "units">;

/** Maps a unit to the name that a person has given it. */
const calledIn =
  ({ units: { renamed } }: Pick<Corrections, "units">) =>
  (name: string): string =>
    Object.hasOwn(renamed, name) ? renamed[name]! : name;

const namesOf = ({ tasks, marked, safeguards, units }: ByHand): Set<string> =>
  new Set(
    [...Object.values(tasks), ...marked, ...Object.values(safeguards)]
      .flatMap(({ lead, responsible }: NamedUnits) => [...(lead ?? []), ...(responsible ?? [])])
      .map(calledIn({ units })),
  );

/**
 * Units that a person has typed and the plan does not know, in the plan's order.
 * @param source the plan's text; a name printed in it is not a typing error
 */
export function newUnits({ units }: Pick<Plan, "units">, byHand: ByHand, source: string): NewUnit[] {
  const names = namesOf(byHand);
  if (names.size === 0) return [];
  const text = letters(source);
  const forms = units.flatMap(({ name, aliases }) => [name, ...aliases]).map(letters);
  const isNew = ({ name, aliases }: Plan["units"][number]): boolean =>
    names.has(name) && aliases.length === 0 && !isPrinted(letters(name), text, forms);
  const fresh = units.filter(isNew);
  const known = units.filter((unit) => !fresh.includes(unit));
  return fresh.map(({ name }) => {
    const meant = closest(
      name,
      known.map((unit) => unit.name),
    );
    return { name, ...(meant ? { meant } : {}) };
  });
}

/** Whether a name occurs in the text other than inside a longer one: 教育局 inside 县教育局 does not count. */
function isPrinted(name: string, text: string, forms: readonly string[]): boolean {
  const around = forms.filter((form) => form !== name && form.includes(name)).sort((a, b) => b.length - a.length);
  return around.reduce((left, form) => left.replaceAll(form, "\n"), text).includes(name);
}

const letters = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "");

/** Smallest likeness at which one name may have been meant by another. */
const ALIKE = 0.7;

function closest(name: string, known: readonly string[]): string | undefined {
  const rated = known.map((other) => ({ other, rate: likeness(name, other) })).filter(({ rate }) => rate >= ALIKE);
  return rated.sort((a, b) => b.rate - a.rate || sameStart(name, b.other) - sameStart(name, a.other))[0]?.other;
}

/** Number of letters that two names share at the start. */
function sameStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

function likeness(one: string, other: string): number {
  if (unitKey(one) === unitKey(other)) return 1;
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  if (shorter.length > 2 && shorter.at(-1) === longer.at(-1) && isWithin(shorter, longer)) return 0.95;
  return (2 * shared(one, other)) / (one.length + other.length);
}

/** Length of the longest common subsequence of two names. */
function shared(one: string, other: string): number {
  let before = new Array<number>(other.length + 1).fill(0);
  for (const letter of one) {
    const row = [0];
    for (let k = 0; k < other.length; k++)
      row.push(letter === other[k] ? before[k]! + 1 : Math.max(row[k]!, before[k + 1]!));
    before = row;
  }
  return before[other.length]!;
}

/** Replaces one unit by another wherever a person has named it. */
export const withUnitMeant = (corrections: Corrections, name: string, meant: string): Corrections =>
  withUnitsRenamed(corrections, (one) => (calledIn(corrections)(one) === name ? meant : one));
