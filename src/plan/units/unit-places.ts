import { withHalfBrackets } from "../bracket-width";
import type { CleanText } from "../characters";
import type { Plan, Span } from "../model";

/**
 * Where the text prints units, under any of their names. Where it prints none of these names in one piece, the places
 * where it says that the units answer for something.
 * @returns in the order of the text
 */
export function placesOfUnits(
  names: readonly string[],
  { units, tasks }: Pick<Plan, "units" | "tasks">,
  clean: CleanText,
): Span[] {
  const places = names.flatMap((name) => {
    const unit = units.find((one) => one.name === name);
    return [name, ...(unit?.aliases ?? [])].map(withHalfBrackets);
  });
  const found = occurrencesOf(places, clean);
  if (found.length > 0) return found;
  return tasks
    .filter(({ lead, responsible }) => names.some((name) => lead.includes(name) || responsible.includes(name)))
    .map(({ evidence, span }) => evidence[0]?.span ?? span);
}

/** All places of the names. The longest name goes first: a short name inside a long one is not counted again. */
function occurrencesOf(forms: readonly string[], { text, span }: CleanText): Span[] {
  const taken = new Uint8Array(text.length);
  const places: number[][] = [];
  for (const form of [...new Set(forms)].filter(({ length }) => length > 1).sort((a, b) => b.length - a.length)) {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
      if (taken[at] || taken[at + form.length - 1]) continue;
      taken.fill(1, at, at + form.length);
      places.push([at, at + form.length]);
    }
  }
  return places.sort((a, b) => a[0]! - b[0]!).map(([start, end]) => span(start!, end!));
}
