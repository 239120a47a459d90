import { withFullBrackets } from "../bracket-width";
import type { Group, Unit } from "../model";
import { noUnitDecisions, type UnitDecisions } from "./decisions";
import { isBareDepartment, prefixOf, withPrefix, type Prefix } from "./prefixes";
import { PlaceNames } from "./place-names";
import { spokenForms, unitKey } from "./name-forms";

/** A name of an attribution, as printed. */
export interface PrintedName {
  name: string;
  isGroup: boolean;
  /** The name before it has borrowed its last word: 青溪检修、建设公司. */
  lends?: true;
}

/** A name as it is printed, with full-width brackets; the cleaned text has half-width ones. */
export const printedName = (name: string): string => withFullBrackets(name).replace(/\n/g, "");

interface UnitForms {
  forms: Map<string, number>;
  full: Set<string>;
  /** Those of `full` that belong to the unit without a merge by a person. */
  own: Set<string>;
}

/**
 * Every unit and group of a plan, each under one name. First {@link add} the names of all attributions, then
 * {@link close}, then ask for canonical names ({@link namesOf}).
 */
export class UnitRegister {
  private readonly printed: PrintedName[][] = [];
  private readonly units = new Map<string, UnitForms>();
  private readonly groupNames = new Set<string>();
  /** Full names that are printed with their prefix somewhere, by the name without it. */
  private readonly prefixed = new Map<string, Set<string>>();
  private readonly places = new PlaceNames();
  /** A cache of keys, by full name. */
  private readonly keys = new Map<string, string>();
  private canonical = new Map<string, string>();
  private readonly apart: ReadonlySet<string>;
  /** Keys of units that a person has merged into others, each with the key to use instead. */
  private readonly joined = new Map<string, string>();

  constructor(private readonly decisions: UnitDecisions = noUnitDecisions) {
    this.apart = new Set(decisions.apart);
    for (const [name, other] of decisions.same) {
      const [from, to] = [this.newKey(other), this.newKey(name)];
      if (from !== to) this.joined.set(from, to);
    }
  }

  private keyOf(full: string): string {
    let key = this.keys.get(full);
    if (key === undefined) this.keys.set(full, (key = this.newKey(full)));
    return key;
  }

  /** The key before merges by a person. */
  private ownKey(full: string): string {
    return this.apart.has(printedName(full)) ? `apart ${full}` : unitKey(full);
  }

  private newKey(full: string): string {
    let key = this.ownKey(full);
    // Follows a chain of merges; a cycle is left after one round.
    for (let step = 0; step <= this.joined.size && this.joined.has(key); step++) key = this.joined.get(key)!;
    return key;
  }

  add(names: readonly PrintedName[]): void {
    this.printed.push([...names]);
    for (const { name, isGroup } of names) {
      if (isGroup) {
        this.groupNames.add(printedName(name));
        continue;
      }
      this.places.add(name);
      const prefix = prefixOf(name);
      if (!prefix) continue;
      const bare = name.slice(prefix.level.length);
      remember(this.prefixed, bare, name);
      if (prefix.party) remember(this.prefixed, name.slice(prefix.party.length), name);
    }
  }

  /** Settles prefixes and merges the forms of each unit. To be called once, after the last {@link add}. */
  close(): void {
    for (const names of this.printed) {
      const full = this.fullNames(names);
      names.forEach(({ name, isGroup }, k) => {
        if (!isGroup) this.enter(name, full[k]!);
      });
    }
    const named = new Map<string, UnitForms>();
    for (const [key, entry] of [...this.units]) {
      const chosen = choose(entry);
      const name = (Object.hasOwn(this.decisions.renamed, chosen) && this.decisions.renamed[chosen]) || chosen;
      this.canonical.set(key, name);
      const there = named.get(name);
      if (!there) {
        named.set(name, entry);
        continue;
      }
      // Two units that a person gave the same name are one unit.
      for (const [form, count] of entry.forms) there.forms.set(form, (there.forms.get(form) ?? 0) + count);
      this.units.delete(key);
    }
  }

  /** The canonical names of one attribution's units, in the order given; groups keep their own. */
  namesOf(names: readonly PrintedName[]): string[] {
    const full = this.fullNames(names);
    return names.map(({ name, isGroup }, k) =>
      isGroup ? printedName(name) : (this.canonical.get(this.keyOf(full[k]!)) ?? printedName(name)),
    );
  }

  /**
   * Units in the order of their first appearance.
   * @param text is searched for short forms used outside the attributions; they become aliases
   */
  unitList(text: string): Unit[] {
    return [...this.units].map(([key, entry]) => {
      const name = this.canonical.get(key)!;
      const aliases = new Set([...entry.forms.keys()].map(printedName));
      for (const form of spokenForms(name))
        if (!this.apart.has(form) && standsAlone(text, form, name)) aliases.add(form);
      aliases.delete(name);
      return { name, aliases: [...aliases] };
    });
  }

  groupList(): Group[] {
    return [...this.groupNames].map((name) => ({ name }));
  }

  private fullNames(names: readonly PrintedName[]): string[] {
    let prefix: Prefix | undefined;
    let before = "";
    return names.map(({ name: printed, isGroup, lends }) => {
      if (isGroup) return printed;
      const isApart = this.apart.has(printedName(printed));
      const name = lends && !isApart ? this.places.withPlace(printed, before) : printed;
      before = name;
      const own = prefixOf(name);
      if (own) {
        prefix = { level: own.level, party: own.party || (prefix?.level === own.level ? prefix.party : "") };
        return name;
      }
      if (isApart) return name;
      const known = this.prefixed.get(name);
      if (prefix) {
        const inherited = withPrefix(name, prefix);
        if (known?.has(inherited) || isBareDepartment(name)) return inherited;
      }
      return known?.size === 1 ? [...known][0]! : name;
    });
  }

  private enter(printed: string, full: string): void {
    const key = this.keyOf(full);
    let entry = this.units.get(key);
    if (!entry) {
      entry = { forms: new Map(), full: new Set(), own: new Set() };
      this.units.set(key, entry);
    }
    entry.full.add(full);
    if (this.ownKey(full) === key) entry.own.add(full);
    entry.forms.set(printed, (entry.forms.get(printed) ?? 0) + 1);
    if (full !== printed) entry.forms.set(full, entry.forms.get(full) ?? 0);
  }
}

function remember(map: Map<string, Set<string>>, key: string, name: string): void {
  const names = map.get(key);
  if (names) names.add(name);
  else map.set(key, new Set([name]));
}

/**
 * The longest form becomes the unit's name; of equally long ones the one printed most. Names that a person has merged
 * into the unit are taken only where there are no others.
 */
function choose(entry: UnitForms): string {
  const best = [...(entry.own.size > 0 ? entry.own : entry.full)].sort(
    (a, b) => b.length - a.length || (entry.forms.get(b) ?? 0) - (entry.forms.get(a) ?? 0),
  )[0]!;
  return printedName(best);
}

/** Whether the text prints a short form elsewhere than at the beginning of the full name. */
function standsAlone(text: string, form: string, name: string): boolean {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
    if (!text.startsWith(name, at)) return true;
  }
  return false;
}
