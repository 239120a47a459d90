import { shownText } from "../../../plan/layout/marks";
import type { Finding, Indicator, Plan, Task, Unit } from "../../../plan/model";

/** What a part of a task's text was read as; `left`: it was not understood. */
export const highlightKinds = ["lead", "responsible", "group", "person", "deadline", "quantity", "left"] as const;
export type HighlightKind = (typeof highlightKinds)[number];

/** A part of the source that is shown in one style. */
export interface HighlightedPart {
  /** Offset into the source. */
  start: number;
  text: string;
  kind: HighlightKind | "plain";
}

interface Mark {
  start: number;
  end: number;
  kind: HighlightKind;
}

/** A task as read, and the findings about text in it that was not understood. */
export interface ReadTask {
  task: Task;
  indicators: readonly Pick<Indicator, "span">[];
  plan: Pick<Plan, "units">;
  left: readonly Pick<Finding, "span">[];
}

/** Where marks overlap, the later kind wins: a unit's name inside an amount belongs to the amount. */
const order: readonly HighlightKind[] = ["left", "deadline", "person", "group", "responsible", "lead", "quantity"];

/** A task's own text, cut wherever a mark begins or ends. */
export function highlightedParts(source: string, taken: ReadTask): HighlightedPart[] {
  const [from, to] = taken.task.span;
  const kinds = new Array<HighlightedPart["kind"]>(to - from).fill("plain");
  const marks = marksOf(source, taken).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  for (const { start, end, kind } of marks) kinds.fill(kind, Math.max(0, start - from), Math.max(0, end - from));
  const pieces: HighlightedPart[] = [];
  for (let at = 0, end = 0; at < kinds.length; at = end) {
    while (end < kinds.length && kinds[end] === kinds[at]) end++;
    pieces.push({ start: from + at, text: shownText(source.slice(from + at, from + end)), kind: kinds[at]! });
  }
  return pieces;
}

function marksOf(source: string, { task, indicators, plan, left }: ReadTask): Mark[] {
  const marks: Mark[] = indicators.map(({ span: [start, end] }) => ({ start, end, kind: "quantity" as const }));
  // If a table or bracket names the units, only names there count: the same name elsewhere in the text says nothing
  // about roles.
  const told = task.evidence.map(({ span }) => span);
  const within = told.length > 0 ? told : [task.span];
  const names = [
    ...named(task.lead, plan.units, "lead"),
    ...named(task.responsible, plan.units, "responsible"),
    ...task.groups.map((name) => ({ name, kind: "group" as const })),
  ];
  for (const [start, end] of within)
    marks.push(...placesOf(source.slice(start, end), names).map((mark) => moved(mark, start)));
  const words = source.slice(...task.span);
  const persons = (task.persons ?? []).map(({ name }) => ({ name, kind: "person" as const }));
  const deadline = task.deadline ? [{ name: task.deadline.text, kind: "deadline" as const }] : [];
  marks.push(...placesOf(words, [...persons, ...deadline]).map((mark) => moved(mark, task.span[0])));
  marks.push(...left.map(({ span: [start, end] }) => ({ start, end, kind: "left" as const })));
  return marks;
}

const moved = (mark: Mark, by: number): Mark => ({ ...mark, start: mark.start + by, end: mark.end + by });

interface Named {
  name: string;
  kind: HighlightKind;
}

function named(names: readonly string[], units: readonly Unit[], kind: HighlightKind): Named[] {
  return names.flatMap((name) =>
    [name, ...(units.find((unit) => unit.name === name)?.aliases ?? [])].map((form) => ({ name: form, kind })),
  );
}

/**
 * Places of the names in a text. Longer names go first, so that a short name inside a long one is not marked
 * separately.
 */
function placesOf(text: string, names: readonly Named[]): Mark[] {
  const taken = new Uint8Array(text.length);
  const places: Mark[] = [];
  for (const { name, kind } of [...names]
    .filter(({ name: one }) => one.length > 1)
    .sort((a, b) => b.name.length - a.name.length)) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      if (taken[at] || taken[at + name.length - 1]) continue;
      taken.fill(1, at, at + name.length);
      places.push({ start: at, end: at + name.length, kind });
    }
  }
  return places;
}
