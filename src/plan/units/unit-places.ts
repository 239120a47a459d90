import type { CleanText } from "../characters";
import type { Plan, Span } from "../model";
import { cleanedName } from "./register";

/**
 * Where units stand in the text, under the names that it prints for them; where it prints none of these in one piece,
 * where it says that they answer for something. In the order of the text.
 */
export function placesOfUnits(
  names: readonly string[],
  { units, tasks }: Pick<Plan, "units" | "tasks">,
  clean: CleanText,
): Span[] {
  const places = names.flatMap((name) => {
    const unit = units.find((one) => one.name === name);
    return [name, ...(unit?.aliases ?? [])].map(cleanedName);
  });
  const found = standing(places, clean);
  if (found.length > 0) return found;
  return tasks
    .filter(({ lead, responsible }) => names.some((name) => lead.includes(name) || responsible.includes(name)))
    .map(({ evidence, span }) => evidence[0]?.span ?? span);
}

/** The longest first: a short name within a long one is no place of its own. */
function standing(forms: readonly string[], { text, span }: CleanText): Span[] {
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
