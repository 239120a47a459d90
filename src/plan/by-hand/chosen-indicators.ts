import { cleanText, type CleanText } from "../characters";
import { yearOfAnnualPlan } from "../document/years";
import { readMeasureWord } from "../lexicon/measure-words";
import { FRACTION_UNIT } from "../lexicon/written-numbers";
import type { Indicator, Plan, Span, Task } from "../model";
import { readChosen } from "../quantities";
import type { TextRange } from "../quantities/clauses";
import { BY_HAND } from "./marked-tasks";

/**
 * Makes an indicator of each number in the selected words that is none yet, with the name and period that the
 * surrounding words give.
 * @param task the task that contains the words; undefined if there is none
 */
export function indicatorsFromWords(
  source: string,
  span: Span,
  plan: Pick<Plan, "title" | "years" | "indicators">,
  task: Task | undefined,
): Indicator[] {
  const clean = cleanText(source);
  const chosen = { start: clean.cleaned(span[0]), end: clean.cleaned(span[1]), notation: BY_HAND };
  const passage = {
    ...paragraphAround(clean, chosen, task),
    section: task ? [...task.section, task.title] : [],
    ...(task ? { taskId: task.id } : {}),
  };
  const isKnown = ([start, end]: Span): boolean =>
    plan.indicators.some(({ evidence }) => evidence.some((one) => one.span[0] < end && one.span[1] > start));
  const taken = new Set(plan.indicators.filter(({ taskId }) => taskId === task?.id).map(({ name }) => name));
  return readChosen(clean, passage, chosen, plan.years, yearOfAnnualPlan(plan.title, plan.years)).flatMap(
    (read): Indicator[] => {
      const at = read.evidence[0]!.span;
      // 5G建设
      if (isKnown(at) || (read.unit === "" && /[A-Za-z]/.test(source[at[1]] ?? ""))) return [];
      const indicator = inPercent(read);
      const name = free(named(indicator, task?.title ?? ""), taken);
      taken.add(name);
      return [{ ...indicator, id: `u${at[0]}-${at[1]}`, name }];
    },
  );
}

/** The paragraph around the words, limited to the task and without its attributions. */
function paragraphAround(clean: CleanText, { start, end }: TextRange, task: Task | undefined): TextRange {
  const { text } = clean;
  const behind = text.indexOf("\n", end);
  const walls = (task ? [task.span, ...task.evidence.map(({ span }) => span)] : []).flatMap((span) =>
    span.map((place) => clean.cleaned(place)),
  );
  return {
    start: Math.max(text.lastIndexOf("\n", start - 1) + 1, ...walls.filter((wall) => wall <= start)),
    end: Math.min(behind < 0 ? text.length : behind, ...walls.filter((wall) => wall >= end)),
  };
}

/** The plan prints 三分之二 rather than a percentage; by adding it, the person confirms the percentage. */
function inPercent(read: Indicator): Indicator {
  if (read.unit !== FRACTION_UNIT) return read;
  const of = (value: number): number => Number((value * 100).toFixed(2));
  return { ...read, unit: "%", value: of(read.value), ...(read.max === undefined ? {} : { max: of(read.max) }) };
}

/** A verb alone (培训) does not say what is counted. */
const VERB_ALONE = /^[\u4e00-\u9fff]{1,2}$/;

function named({ name, unit }: Indicator, title: string): string {
  if (name.length < 2) return title || name;
  if (!VERB_ALONE.test(name) || readMeasureWord(unit, 0)?.kind !== "count") return name;
  return `${name}${/^(?:人|名|人次)$/.test(unit) ? "人数" : /次$/.test(unit) ? "次数" : "数量"}`;
}

function free(name: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const one = count === 1 ? name : `${name}（${count}）`;
    if (!taken.has(one)) return one;
  }
}
