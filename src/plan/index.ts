import { accountOf } from "./account";
import { cleanText, type CleanText } from "./characters";
import { checkMethods } from "./document/check-methods";
import { readTitleBlock, type TitleBlock } from "./document/title-block";
import { planYears, yearOfAnnualPlan } from "./document/years";
import { draftTasks, type ItemReading, type Stretch } from "./task-drafts";
import type { RefusedPlace } from "./explain";
import { safeguardsOf } from "./safeguards";
import type { Plan, Span } from "./model";
import { filledLines } from "./outline/lines";
import { readOutline, type Outline } from "./outline/outline";
import { passagesOf } from "./passage-list";
import { readQuantities } from "./quantities";
import { review } from "./review";
import { readTables, withTables, type Table, type Tables } from "./tables";
import { buildTasks } from "./tasks";
import { DeadlinesAndPersons, withDueYears } from "./deadlines-and-persons";
import { leaveUnread } from "./unread-items";
import { noReadingDecisions, type ReadingDecisions } from "./decisions";

/**
 * Reads the text of a plan. Pure and total: any text gives a plan, odd places become findings, and a text in which
 * nothing is recognised gives a plan without tasks. Work grows linearly with the length of the text.
 * @param source the text as read; all spans of the answer are offsets into it
 * @param decisions what a person has settled that the reading follows
 */
export const readPlan = (source: string, decisions: ReadingDecisions = noReadingDecisions): Plan =>
  readPlanWithTrace(source, decisions).plan;

/**
 * Reads the text of a plan, see {@link readPlan}.
 * @returns beside the plan the places that look like something to read but were refused, for {@link explain}; in the
 * order of the text
 */
export function readPlanWithTrace(
  source: string,
  decisions: ReadingDecisions = noReadingDecisions,
): { plan: Plan; refused: RefusedPlace[] } {
  const clean = cleanText(source);
  const structure = structureOf(clean);
  const { titleBlock, years } = structure;
  const { tasks, register, drafts, readings, findings } = readTasks(clean, structure, decisions);
  const passages = passagesOf(
    clean,
    readings,
    drafts,
    tasks.map(({ id }) => id),
    structure.tableStretches,
    titleBlock.bodyStart,
  );
  const quantities = readQuantities(clean, passages, years, yearOfAnnualPlan(titleBlock.title, years));
  const methods = checkMethods(clean.text);
  const plan: Plan = {
    ...documentOf(titleBlock),
    years,
    units: register.unitList(clean.text),
    groups: register.groupList(),
    tasks,
    indicators: withDueYears(quantities.indicators, tasks),
    findings: [],
    safeguards: safeguardsOf(clean, readings, drafts),
    ...(methods.length > 0 ? { checkMethods: methods } : {}),
  };
  plan.findings = inOrder([
    ...review({ clean, plan, drafts, readings }),
    ...accountOf(clean, readings, drafts),
    ...quantities.findings,
    ...findings,
  ]);
  const decoys = readings.flatMap((reading) =>
    reading.decoys.map(({ id, start, end }) => ({ rule: id, span: clean.span(start, end) })),
  );
  const refusedAmounts = quantities.refused.map(({ objection, span }) => ({ rule: objection, span }));
  return { plan, refused: inOrder([...decoys, ...refusedAmounts]) };
}

const inOrder = <T extends { span: Span }>(places: readonly T[]): T[] =>
  [...places].sort((a, b) => a.span[0] - b.span[0]);

/** What is known of the document before any task is read. */
interface Structure {
  found: Tables;
  /** Where the tables are. */
  tableStretches: Stretch[];
  outline: Outline;
  titleBlock: TitleBlock;
  years: Plan["years"];
}

function structureOf(clean: CleanText): Structure {
  const found = readTables(clean);
  const { tables } = found;
  const outline = readOutline(clean, tableLines(clean.text, tables));
  const titleBlock = titleBlockOf(clean, outline, tables);
  // A document number such as 青政发〔2024〕3号 gives the year of issue where no date is printed.
  const issued = titleBlock.issued ?? /(?:19|20)\d{2}/.exec(titleBlock.docNumber ?? "")?.[0];
  return {
    found,
    tableStretches: tables.map(({ start, end }) => [start, end]),
    outline,
    titleBlock,
    years: planYears(titleBlock.title, issued, clean.text),
  };
}

/** The tasks of text and tables, their units, and what they were made of. `findings` are those of the tables. */
function readTasks(
  clean: CleanText,
  { found, tableStretches, outline, years }: Structure,
  decisions: ReadingDecisions,
): ReturnType<typeof buildTasks> & ReturnType<typeof withTables> & { readings: ItemReading[] } {
  const inText = draftTasks(clean, outline, tableStretches, decisions);
  const { readings } = inText;
  leaveUnread(clean, readings, tableStretches, inText.style.known);
  const { drafts, findings } = withTables(clean, inText, found, years, inText.style);
  const asides = readings.flatMap((reading) => reading.asides);
  const built = buildTasks(clean, drafts, decisions.units, new DeadlinesAndPersons(clean, asides, years));
  return { ...built, drafts, findings, readings };
}

/** Reads the title block, and takes it out of the text before the first number: a title is no paragraph. */
function titleBlockOf(clean: CleanText, outline: Outline, tables: readonly Table[]): TitleBlock {
  const firstMarker = outline.items.find((item) => item.marker)?.start ?? clean.text.length;
  const titleBlock = readTitleBlock(clean, Math.min(firstMarker, tables[0]?.start ?? firstMarker));
  const front = outline.parts[0];
  if (front && !front.marker) front.start = Math.min(front.end, Math.max(front.start, titleBlock.bodyStart));
  return titleBlock;
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

/** Where the lines start that belong to tables. */
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
