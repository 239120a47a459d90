import type { Plan } from "../plan/model";
import type { UnitDecisions } from "../plan/units/decisions";
import { unitKey } from "../plan/units/name-forms";
import { bareName } from "./form-key";

/** Something that happened to a unit's name. */
export interface UnitChange {
  from: string;
  to: string;
  /**
   * `renamed`: one unit, known by one name after the other. `joined`: `from` went into `to`, and each may have reported
   * before. `alias`: another name for the same; whether each was once a unit of its own, nobody knows. `apart`:
   * somebody has said of `from` that it is no short form of another unit's name (`to` is itself).
   */
  kind: "renamed" | "joined" | "alias" | "apart";
}

/** What a name stands for now. */
export interface Present {
  name: string;
  /** `own`: it is the name itself. */
  kind: "own" | Way;
}

type Way = Exclude<UnitChange["kind"], "apart">;

/** Undefined for a name that stands for no unit of the matrix, or for more than one. */
export type PresentNames = (name: string) => Present | undefined;

/** What the plan itself and the corrections of its reading say of units' names. */
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

/** The strongest says how two names belong together. */
const strength: readonly Way[] = ["alias", "renamed", "joined"];

/**
 * What units that are no longer in the matrix are called now, through any number of changes. A new name is followed
 * back too, since a rename may have been undone; a unit that went into another cannot be parted from it again. A plan
 * may print now the full name of a unit and now a short form of it.
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
        // What is there now has a history of its own.
        if (own.has(to)) reached.set(own.get(to)!, through);
        else queue.push({ at: to, kind: through });
      }
    }
    const [only, ...others] = [...reached];
    return only && others.length === 0 ? { name: only[0], kind: only[1] } : undefined;
  };
}

/**
 * Of a name, the others that are the same unit by its full and its short form: among the units, and among the names
 * that something happened to, since a plan may print 县卫健局 when that is renamed and 县卫生健康局 when forms go out.
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

/** From each name, the names it leads to. */
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
