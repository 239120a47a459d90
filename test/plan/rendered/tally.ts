import { readPlan } from "../../../src/plan";
import { compare, type Fault, type Verdict } from "./compare";
import { render, type Rendered } from "./render";

/** A rendered plan that was not read back. */
export interface Failure {
  rendered: Rendered;
  faults: Fault[];
}

/** A value of one dimension, or a pair of two, with the share of plans that were read back. */
export interface Share {
  values: string;
  plans: number;
  exact: number;
  silent: number;
}

export interface Tally {
  plans: number;
  exact: number;
  /** The number of tasks and amounts that are wrong or missing without a finding. */
  silent: number;
  /** How many findings about the reading are about places without a fault. */
  alarms: number;
  characters: number;
  persons: { right: number; all: number };
  dates: { right: number; all: number };
  bases: { right: number; all: number };
  failures: Failure[];
  shares: Map<string, Share>;
}

/** Renders and reads this many plans, from a seed on. */
export function tally(seed: number, plans: number): Tally {
  const sum: Tally = {
    plans,
    exact: 0,
    silent: 0,
    alarms: 0,
    characters: 0,
    persons: { right: 0, all: 0 },
    dates: { right: 0, all: 0 },
    bases: { right: 0, all: 0 },
    failures: [],
    shares: new Map(),
  };
  for (let k = 0; k < plans; k++) {
    const rendered = render(seed + k);
    note(sum, rendered, compare(rendered, readPlan(rendered.text)));
  }
  return sum;
}

function note(sum: Tally, rendered: Rendered, verdict: Verdict): void {
  const silent = verdict.faults.filter((fault) => fault.silent).length;
  sum.exact += Number(verdict.exact);
  sum.silent += silent;
  sum.alarms += verdict.alarms;
  sum.characters += rendered.text.length;
  for (const part of ["persons", "dates", "bases"] as const) {
    sum[part].right += verdict[part].right;
    sum[part].all += verdict[part].all;
  }
  if (!verdict.exact) sum.failures.push({ rendered, faults: verdict.faults });
  for (const values of combinations(rendered.dims)) {
    const share = sum.shares.get(values) ?? { values, plans: 0, exact: 0, silent: 0 };
    share.plans++;
    share.exact += Number(verdict.exact);
    share.silent += silent;
    sum.shares.set(values, share);
  }
}

/** Dimensions that are also counted in pairs. */
const CROSSED = [
  "notation",
  "table",
  "columns",
  "breaks",
  "scheme",
  "structure",
  "titles",
  "slip",
  "widths",
  "form",
  "amounts",
  "comma",
  "realm",
];

/** Each value of a plan's dimensions, and the pairs of the most informative ones. */
function combinations(dims: Readonly<Record<string, string>>): string[] {
  const crossed = CROSSED.filter((dimension) => dims[dimension] !== undefined).map(
    (dimension) => `${dimension} ${dims[dimension]}`,
  );
  return [
    ...Object.entries(dims).map(([dimension, value]) => `${dimension} ${value}`),
    ...crossed.flatMap((one, k) => crossed.slice(k + 1).map((other) => `${one} × ${other}`)),
  ];
}

/**
 * The values of dimensions, and pairs of them, with the lowest share read back, among those that occur often enough to
 * tell.
 */
export function worst({ shares }: Tally, count: number, leastPlans = 20): Share[] {
  return [...shares.values()]
    .filter(({ plans, exact }) => plans >= leastPlans && exact < plans)
    .sort((a, b) => a.exact / a.plans - b.exact / b.plans || b.plans - a.plans)
    .slice(0, count);
}

/** The shortest plan that was not read back. */
export function shortest(failures: readonly Failure[]): Failure | undefined {
  return failures.reduce<Failure | undefined>(
    (least, failure) => (!least || failure.rendered.text.length < least.rendered.text.length ? failure : least),
    undefined,
  );
}
