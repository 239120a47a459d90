import { accountOf } from "./account";
import { cleanText } from "./characters";
import { checkMethods } from "./document/check-methods";
import { readHeading } from "./document/heading";
import { planYears, yearOfAnnualPlan } from "./document/years";
import { draftTasks } from "./drafts";
import { measuresOf } from "./measures";
import type { Plan } from "./model";
import { filledLines } from "./outline/lines";
import { readOutline } from "./outline/outline";
import { passagesOf } from "./passage-list";
import { readQuantities } from "./quantities";
import { review } from "./review";
import { readTables, withTables, type Table } from "./tables";
import { buildTasks } from "./tasks";
import { WhenAndWho, withDueYears } from "./when-and-who";
import { noReadingDecisions, type ReadingDecisions } from "./decisions";

/**
 * Reads the text of a plan. Pure and total: any text gives a plan, odd places become findings; a text in which nothing
 * is recognised gives a plan without tasks. Work grows linearly with the text.
 * @param source the text as read; all spans of the answer are offsets into it.
 * @param decisions what a person has settled that the reading follows
 */
export function readPlan(source: string, decisions: ReadingDecisions = noReadingDecisions): Plan {
  const clean = cleanText(source);
  const found = readTables(clean);
  const { tables } = found;
  const holes = tables.map((table): [number, number] => [table.start, table.end]);
  const outline = readOutline(clean, tableLines(clean.text, tables));
  const firstMarker = outline.items.find((item) => item.marker)?.start ?? clean.text.length;
  const heading = readHeading(clean, Math.min(firstMarker, tables[0]?.start ?? firstMarker));
  // A number such as 青政发〔2024〕3号 holds the year of issue where the day is not printed.
  const years = planYears(heading.title, heading.issued ?? /(?:19|20)\d{2}/.exec(heading.docNumber ?? "")?.[0], clean.text);

  // The title is no paragraph of the text.
  const front = outline.parts[0];
  if (front && !front.marker) front.start = Math.min(front.end, Math.max(front.start, heading.bodyStart));
  const { drafts: written, readings, style } = draftTasks(clean, outline, holes, decisions);
  const { drafts, findings: ofTables } = withTables(clean, { drafts: written, readings }, found, years, style);
  const { tasks, register } = buildTasks(clean, drafts, decisions.units, new WhenAndWho(clean, readings.flatMap(({ asides }) => asides), years));
  const ids = tasks.map((task) => task.id);
  const passages = passagesOf(clean, readings, drafts, ids, holes, heading.bodyStart);
  const quantities = readQuantities(clean, passages, years, yearOfAnnualPlan(heading.title, years));

  const methods = checkMethods(clean.text);
  const plan: Plan = {
    title: heading.title,
    ...(heading.docNumber ? { docNumber: heading.docNumber } : {}),
    ...(heading.issuer ? { issuer: heading.issuer } : {}),
    ...(heading.issued ? { issued: heading.issued } : {}),
    years,
    units: register.unitList(clean.text),
    groups: register.groupList(),
    tasks,
    indicators: withDueYears(quantities.value, tasks),
    findings: [],
    measures: measuresOf(clean, readings, drafts),
    ...(methods.length > 0 ? { checkMethods: methods } : {}),
  };
  plan.findings = [...review({ clean, plan, drafts, readings }), ...accountOf(clean, readings, drafts), ...quantities.findings, ...ofTables].sort((a, b) => a.span[0] - b.span[0]);
  return plan;
}

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
