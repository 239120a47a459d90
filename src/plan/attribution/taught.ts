import type { CleanText } from "../characters";
import type { TaughtForm } from "../decisions";
import type { Known } from "../tokens/tokens";
import type { Attribution } from "./attribution";
import { parseContent } from "./content";
import { isOwnLine } from "./lines";

/** How far behind the words before them the names may end. */
const FARTHEST = 200;
const CLAUSE_END = /[。；;\n]/;

/**
 * Attributions in the forms that a person has taught: wherever the same words stand around names. In order; where two
 * overlap, the form that was taught first counts.
 */
export function byTaughtForms(
  clean: CleanText,
  from: number,
  to: number,
  forms: readonly TaughtForm[],
  known: Known,
): Attribution[] {
  if (forms.length === 0) return [];
  const stretch = clean.text.slice(from, to);
  const found: Attribution[] = [];
  for (const form of forms) {
    if (form.before === "") continue;
    for (let at = stretch.indexOf(form.before); at >= 0; at = stretch.indexOf(form.before, at + form.before.length)) {
      const attribution = readForm(clean, form, from + at, from, to, known);
      if (attribution && !found.some((a) => a.start < attribution.end && attribution.start < a.end))
        found.push(attribution);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function readForm(
  clean: CleanText,
  { before, after, role }: TaughtForm,
  start: number,
  from: number,
  to: number,
  known: Known,
): Attribution | undefined {
  const first = start + before.length;
  const ahead = clean.text.slice(first, Math.min(to, first + FARTHEST));
  const length = after === "" ? ahead.search(CLAUSE_END) : ahead.indexOf(after);
  const end = length >= 0 ? first + length : after === "" ? Math.min(to, first + FARTHEST) : -1;
  if (end <= first) return undefined;
  const parsed = parseContent(clean, first, end, known);
  const entries = parsed.entries.map((entry) => ({
    ...entry,
    role: role === "lead" ? ("lead" as const) : ("support" as const),
  }));
  if (entries.length === 0) return undefined;
  const last = end + after.length;
  return {
    start,
    end: last,
    form: "taught",
    ownLine: isOwnLine(clean.text, start, last, from, to),
    parsed: { ...parsed, entries, doubtful: [] },
    evidence: [{ notation: "taught", start, end: last }],
  };
}
