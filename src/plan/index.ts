import { accountOf } from "./account";
import { cleanText, type CleanText } from "./characters";
import { checkMethods } from "./document/check-methods";
import { readTitleBlock, type TitleBlock } from "./document/title-block";
import { planYears, yearOfAnnualPlan } from "./document/years";
import { draftTasks } from "./task-drafts";
import type { RefusedPlace } from "./explain";
import { safeguardsOf } from "./safeguards";
import type { Plan } from "./model";
import { filledLines } from "./outline/lines";
import { readOutline, type Outline } from "./outline/outline";
import { passagesOf } from "./passage-list";
import { readQuantities } from "./quantities";
import { review } from "./review";
import { readTables, withTables, type Table } from "./tables";
import { buildTasks } from "./tasks";
import { DeadlinesAndPersons, withDueYears } from "./deadlines-and-persons";
import { noReadingDecisions, type ReadingDecisions } from "./decisions";

/**
 * Reads the text of a plan. Pure and total: any text gives a plan, odd places become findings; a text in which nothing
 * is recognised gives a plan without tasks. Work grows linearly with the text.
 * @param source the text as read; all spans of the answer are offsets into it.
 * @param decisions what a person has settled that the reading follows
 */
export const readPlan = (source: string, decisions: ReadingDecisions = noReadingDecisions): Plan =>
  readPlanWithTrace(source, decisions).plan;

/** Reads the text of a plan, and keeps what was known to be something else: see {@link explain}. */
export function readPlanWithTrace(
  source: string,
  decisions: ReadingDecisions = noReadingDecisions,
): { plan: Plan; known: RefusedPlace[] } {
  const clean = cleanText(source);
  const found = readTables(clean);
  const { tables } = found;
  const holes = tables.map((table): [number, number] => [table.start, table.end]);
  const outline = readOutline(clean, tableLines(clean.text, tables));
  const heading = headingOf(clean, outline, tables);
  // A number such as 青政发〔2024〕3号 holds the year of issue where the day is not printed.
  const years = planYears(
    heading.title,
    heading.issued ?? /(?:19|20)\d{2}/.exec(heading.docNumber ?? "")?.[0],
    clean.text,
  );
  const { drafts: written, readings, style } = draftTasks(clean, outline, holes, decisions);
  const { drafts, findings: ofTables } = withTables(clean, { drafts: written, readings }, found, years, style);
  const { tasks, register } = buildTasks(
    clean,
    drafts,
    decisions.units,
    new DeadlinesAndPersons(
      clean,
      readings.flatMap(({ asides }) => asides),
      years,
    ),
  );
  const passages = passagesOf(
    clean,
    readings,
    drafts,
    tasks.map((task) => task.id),
    holes,
    heading.bodyStart,
  );
  const quantities = readQuantities(clean, passages, years, yearOfAnnualPlan(heading.title, years));
  const methods = checkMethods(clean.text);
  const plan: Plan = {
    ...documentOf(heading),
    years,
    units: register.unitList(clean.text),
    groups: register.groupList(),
    tasks,
    indicators: withDueYears(quantities.indicators, tasks),
    findings: [],
    safeguards: safeguardsOf(clean, readings, drafts),
    ...(methods.length > 0 ? { checkMethods: methods } : {}),
  };
  plan.findings = [
    ...review({ clean, plan, drafts, readings }),
    ...accountOf(clean, readings, drafts),
    ...quantities.findings,
    ...ofTables,
  ].sort((a, b) => a.span[0] - b.span[0]);
  const decoys = readings.flatMap((reading) =>
    reading.decoys.map(({ id, start, end }) => ({ rule: id, span: clean.span(start, end) })),
  );
  return {
    plan,
    known: [...decoys, ...quantities.refused.map(({ objection, span }) => ({ rule: objection, span }))].sort(
      (a, b) => a.span[0] - b.span[0],
    ),
  };
}

/** The title block; the title is no paragraph of the text. */
function headingOf(clean: CleanText, outline: Outline, tables: readonly Table[]): TitleBlock {
  const firstMarker = outline.items.find((item) => item.marker)?.start ?? clean.text.length;
  const heading = readTitleBlock(clean, Math.min(firstMarker, tables[0]?.start ?? firstMarker));
  const front = outline.parts[0];
  if (front && !front.marker) front.start = Math.min(front.end, Math.max(front.start, heading.bodyStart));
  return heading;
}

const documentOf = ({
  title,
  docNumber,
  issuer,
  issued,
}: TitleBlock): Pick<Plan, "title" | "docNumber" | "issuer" | "issued"> => ({
  title,
  ...(docNumber ? { docNumber } : {}),
  ...(issuer ? { issuer } : {}),
  ...(issued ? { issued } : {}),
});

function tableLines(text: string, tables: readonly Table[]): Set<number> {
  const starts = new Set<number>();
  if (tables.length === 0) return starts;
  let k = 0;
  for (const line of filledLines(text)) {
    while (k < tables.length && tables[k]!.end <= line.start) k++;
    const table = tables[k];
    if (table && line.start >= table.start) starts.add(line.start);
  }
  return starts;
}
