import type { Corrections } from "../corrections";
import { noReadingDecisions, type LabelDecision, type ReadingDecisions, type TaughtForm } from "../decisions";
import type { Span } from "../model";

type Taught = Omit<ReadingDecisions, "units">;

const { units: _units, ...nothingTaught } = noReadingDecisions;
/** What the reading has been taught, whether or not anything was. */
export const taughtIn = ({ reading }: Pick<Corrections, "reading">): Taught => ({ ...nothingTaught, ...reading });

const withTaught = (corrections: Corrections, change: (taught: Taught) => Partial<Taught>): Corrections => {
  const taught = taughtIn(corrections);
  return { ...corrections, reading: { ...taught, ...change(taught) } };
};

export const withLabel = (corrections: Corrections, label: string, decision: LabelDecision): Corrections =>
  withTaught(corrections, ({ labels }) => ({ labels: { ...labels, [label]: decision } }));

export const withoutLabel = (corrections: Corrections, label: string): Corrections =>
  withTaught(corrections, ({ labels }) => ({
    labels: Object.fromEntries(Object.entries(labels).filter(([words]) => words !== label)),
  }));

export const withoutUnit = (corrections: Corrections, name: string): Corrections =>
  withTaught(corrections, ({ notUnits }) => ({ notUnits: [...new Set([...notUnits, name])] }));

export const withUnitAgain = (corrections: Corrections, name: string): Corrections =>
  withTaught(corrections, ({ notUnits }) => ({ notUnits: notUnits.filter((one) => one !== name) }));

const isSame = (one: TaughtForm, other: TaughtForm): boolean =>
  one.before === other.before && one.after === other.after;

export const withForm = (corrections: Corrections, form: TaughtForm): Corrections =>
  withTaught(corrections, ({ forms }) => ({ forms: [...forms.filter((one) => !isSame(one, form)), form] }));

export const withoutForm = (corrections: Corrections, form: TaughtForm): Corrections =>
  withTaught(corrections, ({ forms }) => ({ forms: forms.filter((one) => !isSame(one, form)) }));

/** Every place of a label in a text, with its colon. */
export function labelPlaces(source: string, label: string): Span[] {
  const places: Span[] = [];
  for (let at = source.indexOf(label); at >= 0; at = source.indexOf(label, at + label.length)) {
    const behind = /^\s*[】\]]?\s*[：:]?/.exec(source.slice(at + label.length, at + label.length + 8))![0];
    if (behind.trim() !== "") places.push([at, at + label.length + behind.length]);
  }
  return places;
}
