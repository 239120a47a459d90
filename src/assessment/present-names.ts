import type { Plan } from "../plan/model";
import type { UnitDecisions } from "../plan/units/decisions";
import { unitKey } from "../plan/units/name-forms";
import { bareName } from "./form-key";

/** A change of a unit's name. */
export interface UnitChange {
  from: string;
  to: string;
  /**
   * `renamed`: one unit, first under one name, then under the other. `joined`: `from` was merged into `to`; each may
   * have reported before. `alias`: another name of the same unit; it is unknown whether each was once a unit of its
   * own. `apart`: somebody has decided that `from` is not a short form of another unit's name (`to` equals `from`).
   */
  kind: "renamed" | "joined" | "alias" | "apart";
}

/** The unit for which a name stands now. */
export interface Present {
  name: string;
  /** `own`: the unit still has this name. */
  kind: "own" | Way;
}

type Way = Exclude<UnitChange["kind"], "apart">;

/** Undefined for a name that stands for no unit of the matrix, or for several. */
export type PresentNames = (name: string) => Present | undefined;

/** Aliases from the plan itself and from the corrections of its reading. */
export function knownAliases(
  { units }: Pick<Plan, "units">,
  decisions?: Pick<UnitDecisions, "same" | "renamed" | "apart">,
): UnitChange[] {
  return [
    ...units.flatMap(({ name, aliases }) => aliases.map((from): UnitChange => ({ from, to: name, kind: "alias" }))),
    ...(decisions?.same ?? []).map(([to, from]): UnitChange => ({ from, to, kind: "alias" })),
    ...Object.entries(decisions?.renamed ?? {}).map(([from, to]): UnitChange => ({ from, to, kind: "alias" })),
    ...(decisions?.apart ?? []).map((name): UnitChange => ({ from: name, to: name, kind: "apart" })),
  ];
}

/** In ascending order: where two names are linked in several ways, the last of these counts. */
const strength: readonly Way[] = ["alias", "renamed", "joined"];

/**
 * Finds the present names of units that are no longer in the matrix, through any number of changes. Renames are also
 * followed backwards, since they may have been undone; merges are not. A plan may print a unit's full name at one time
 * and a short form at another.
 * @param present the units of the matrix
 */
export function presentNames(present: readonly string[], changes: readonly UnitChange[]): PresentNames {
  const own = new Map(present.map((name) => [bareName(name), name]));
  const ways = waysOf(changes);
  const formsOf = shortFormsAmong(present, changes);
  return (name) => {
    const itself = own.get(bareName(name));
    if (itself !== undefined) return { name: itself, kind: "own" };
    const reached = new Map<string, Way>();
    const seen = new Set([bareName(name)]);
    const queue: { at: string; kind: Way }[] = [{ at: bareName(name), kind: "alias" }];
    for (let next = queue.shift(); next; next = queue.shift()) {
      for (const [to, kind] of [...(ways.get(next.at) ?? []), ...formsOf(next.at)]) {
        if (seen.has(to)) continue;
        seen.add(to);
        const through = next.at === bareName(name) ? kind : stronger(kind, next.kind);
        // A unit that exists now has a history of its own, so the search stops there.
        if (own.has(to)) reached.set(own.get(to)!, through);
        else queue.push({ at: to, kind: through });
      }
    }
    const [only, ...others] = [...reached];
    return only && others.length === 0 ? { name: only[0], kind: only[1] } : undefined;
  };
}

/**
 * Finds other names of the same unit by full and short form, among present units and names in changes: a renaming may
 * say 县卫健局 while forms say 县卫生健康局.
 */
function shortFormsAmong(
  present: readonly string[],
  changes: readonly UnitChange[],
): (name: string) => (readonly [string, Way])[] {
  const apart = new Set(changes.flatMap(({ from, kind }) => (kind === "apart" ? [bareName(from)] : [])));
  const met = changes.flatMap((change) => (isWay(change) ? [change.from, change.to] : []));
  const names = [...new Set([...present, ...met].map(bareName))].filter((name) => !apart.has(name));
  const keys = new Map(names.map((name) => [name, unitKey(name)] as const));
  return (name) =>
    apart.has(name)
      ? []
      : names.filter((one) => one !== name && keys.get(one) === unitKey(name)).map((one) => [one, "alias"] as const);
}

/** For each name, the names to which it leads. */
function waysOf(changes: readonly UnitChange[]): Map<string, Map<string, Way>> {
  const pairs = new Map<string, UnitChange & { kind: Way }>();
  for (const change of changes) {
    if (!isWay(change)) continue;
    const key = JSON.stringify([change.from, change.to].map(bareName).sort());
    const known = pairs.get(key);
    if (!known || stronger(change.kind, known.kind) !== known.kind) pairs.set(key, change);
  }
  const ways = new Map<string, Map<string, Way>>();
  const add = (from: string, to: string, kind: Way): void =>
    void ways.set(from, (ways.get(from) ?? new Map<string, Way>()).set(to, kind));
  for (const { from, to, kind } of pairs.values()) {
    add(bareName(from), bareName(to), kind);
    if (kind !== "joined") add(bareName(to), bareName(from), kind);
  }
  return ways;
}

const isWay = (change: UnitChange): change is UnitChange & { kind: Way } => change.kind !== "apart";

const stronger = (a: Way, b: Way): Way => (strength.indexOf(a) >= strength.indexOf(b) ? a : b);
