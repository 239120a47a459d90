import { AMOUNT_KINDS, NUMBER_DECOYS, type Quantity } from "./amounts";
import { marked } from "./marks";
import { drawNames, PERSON_NAMES, type Name, type NameForm, type Realm } from "./names";
import type { Random } from "./random";
import { PLAIN_SENTENCES, UNIT_DECOYS } from "./words";

/** The units that answer, their persons and the deadline, before a notation prints them. */
export interface Answer {
  lead: Name[];
  support: Name[];
  groups: string[];
  persons?: { label: string; names: string[] };
  due?: { words: string; by: string };
}

/** How many names of each kind a notation can print. */
export interface Wants {
  lead: readonly [number, number];
  support: readonly [number, number];
  groups: boolean;
}

/** A task, a goal or a heading before it is printed. */
export interface Item {
  title: string;
  sentences: string[];
  answer?: Answer;
}

/** An amount that the text promises; collected while sentences are drawn. */
export interface Promised extends Quantity {
  mark: number;
}

export interface Budget {
  amountKinds: readonly string[];
  decoys: boolean;
  dates: boolean;
  persons: boolean;
  years: readonly [number, number];
}

/** Draws the parts of one plan. Names are drawn so that tasks of one plan have few in common. */
export class Drawer {
  readonly promised: Promised[] = [];
  readonly seen = new Set<string>();
  private marks = 1;

  constructor(
    private readonly random: Random,
    private readonly realm: Realm,
    private readonly form: NameForm,
    private readonly budget: Budget,
  ) {}

  newMark(): number {
    return this.marks++;
  }

  /** @param always whether every answer has persons and dates, as in the columns of a table */
  answer(wants: Wants, always = false): Answer {
    const { random } = this;
    const grouped = wants.groups && random.chance(0.35);
    const leads = random.int(...wants.lead);
    // The only unit that helps may be a collective name.
    const supports = Math.max(0, random.int(...wants.support) - (grouped && random.chance(0.3) ? 1 : 0));
    const names = drawNames(random, this.realm, leads + supports, this.form);
    return {
      lead: names.slice(0, leads),
      support: names.slice(leads),
      groups: grouped ? [random.pick(this.realm.groups)] : [],
      ...(this.budget.persons && (always || random.chance(0.8))
        ? { persons: { label: "", names: random.some(PERSON_NAMES, random.int(1, 2)) } }
        : {}),
      ...(this.budget.dates && (always || random.chance(0.8)) ? { due: this.due() } : {}),
    };
  }

  due(): { words: string; by: string } {
    const { random } = this;
    const [first, last] = this.budget.years;
    const year = random.int(first, last);
    const month = random.int(1, 12);
    const two = String(month).padStart(2, "0");
    return random.pick([
      { words: `${year}年${month}月底前`, by: `${year}-${two}` },
      { words: `${year}年底前`, by: `${year}` },
      { words: `${year}年${month}月`, by: `${year}-${two}` },
      ...(first === last ? [{ words: `${month}月底前`, by: `${year}-${two}` }] : []),
    ]);
  }

  /** Some sentences about the matter, with amounts and decoys as the plan's budget allows. */
  sentences(low: number, high: number): string[] {
    const { random } = this;
    const drawn = random.some(PLAIN_SENTENCES, random.int(low, high));
    if (this.budget.amountKinds.length > 0 && random.chance(0.7))
      drawn.splice(random.int(0, drawn.length), 0, this.promise());
    if (this.budget.decoys && random.chance(0.7)) drawn.splice(random.int(0, drawn.length), 0, this.decoy());
    return drawn;
  }

  /** A sentence with promises; each of its quantities is marked. */
  promise(): string {
    const { random } = this;
    const clauses: string[] = [];
    const count = random.chance(0.25) ? 2 : 1;
    for (let k = 0; k < count; k++) {
      const kind = AMOUNT_KINDS.find(({ id }) => id === random.pick(this.budget.amountKinds))!;
      const { text, quantities } = kind.draw(random);
      let clause = "";
      let rest = text;
      for (const quantity of quantities) {
        const mark = this.newMark();
        this.promised.push({ ...quantity, mark });
        const at = rest.lastIndexOf(quantity.words, quantities.length === 1 ? Infinity : rest.indexOf(quantity.words));
        clause += rest.slice(0, at) + marked(mark, quantity.words);
        rest = rest.slice(at + quantity.words.length);
      }
      clause += rest;
      this.seen.add(kind.id);
      clauses.push(
        (k === 0 && kind.timed && random.chance(0.5)
          ? random.pick([
              `到${this.budget.years[1]}年，`,
              `${this.budget.years[1]}年底前，`,
              `力争到${this.budget.years[1]}年，`,
            ])
          : "") + clause,
      );
    }
    return `${clauses.join(random.pick(["，", "；"]))}。`;
  }

  private decoy(): string {
    const { random } = this;
    if (random.chance(0.5)) {
      const [id, draw] = random.pick(NUMBER_DECOYS);
      this.seen.add(`decoy:${id}`);
      return draw(random);
    }
    const kind = random.int(0, UNIT_DECOYS.length - 1);
    this.seen.add(`decoy:unit${kind}`);
    return UNIT_DECOYS[kind]!(random.pick(this.realm.names).name);
  }
}
