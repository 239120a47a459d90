import type { Corrections } from "../corrections";
import { noReadingDecisions, type LabelDecision, type ReadingDecisions, type TaughtForm } from "../decisions";
import type { Span } from "../model";

type Taught = Omit<ReadingDecisions, "units">;

const { units: _units, ...nothingTaught } = noReadingDecisions;
/** What the reader has been taught; empty tables if nothing was. */
export const taughtIn = ({ reading }: Pick<Corrections, "reading">): Taught => ({ ...nothingTaught, ...reading });

const withTaught = (corrections: Corrections, change: (taught: Taught) => Partial<Taught>): Corrections => {
  const taught = taughtIn(corrections);
  return { ...corrections, reading: { ...taught, ...change(taught) } };
};

/** Records what a person says a label means. */
export const withLabel = (corrections: Corrections, label: string, decision: LabelDecision): Corrections =>
  withTaught(corrections, ({ labels }) => ({ labels: { ...labels, [label]: decision } }));

/** Forgets a decision about a label. */
export const withoutLabel = (corrections: Corrections, label: string): Corrections =>
  withTaught(corrections, ({ labels }) => ({
    labels: Object.fromEntries(Object.entries(labels).filter(([words]) => words !== label)),
  }));

/** Records that a name is no unit. */
export const withoutUnit = (corrections: Corrections, name: string): Corrections =>
  withTaught(corrections, ({ notUnits }) => ({ notUnits: [...new Set([...notUnits, name])] }));

/** Takes {@link withoutUnit} back. */
export const withUnitAgain = (corrections: Corrections, name: string): Corrections =>
  withTaught(corrections, ({ notUnits }) => ({ notUnits: notUnits.filter((one) => one !== name) }));

const isSame = (one: TaughtForm, other: TaughtForm): boolean =>
  one.before === other.before && one.after === other.after;

/** Teaches a notation; one with the same words around the list replaces the earlier one. */
export const withForm = (corrections: Corrections, form: TaughtForm): Corrections =>
  withTaught(corrections, ({ forms }) => ({ forms: [...forms.filter((one) => !isSame(one, form)), form] }));

/** Forgets a taught notation. */
export const withoutForm = (corrections: Corrections, form: TaughtForm): Corrections =>
  withTaught(corrections, ({ forms }) => ({ forms: forms.filter((one) => !isSame(one, form)) }));

/** Every place of a label in a text, including its colon. */
export function labelPlaces(source: string, label: string): Span[] {
  const places: Span[] = [];
  for (let at = source.indexOf(label); at >= 0; at = source.indexOf(label, at + label.length)) {
    const behind = /^\s*[】\]]?\s*[：:]?/.exec(source.slice(at + label.length, at + label.length + 8))![0];
    if (behind.trim() !== "") places.push([at, at + label.length + behind.length]);
  }
  return places;
}
