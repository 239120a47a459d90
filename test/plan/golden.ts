import { readPlan } from "../../src/plan";
import type { Evidence, Finding, Indicator, Plan, Task } from "../../src/plan/model";

/** What a golden file holds of a plan: everything but ids, spans and the texts for the user. */
export interface Golden {
  title: string;
  years: readonly [number, number];
  docNumber?: string;
  issuer?: string;
  issued?: string;
  tasks: unknown[];
  indicators: unknown[];
  findings: unknown[];
}

/** A finding's quote that is longer than this is cut in the middle. */
const LONGEST_WORDS = 60;
const KEPT = 24;

/** The plan of a text as its golden file holds it. */
export function goldenOf(source: string): Golden {
  const plan = readPlan(source);
  const { title, years, docNumber, issuer, issued } = plan;
  return JSON.parse(
    JSON.stringify({
      title,
      years,
      docNumber,
      issuer,
      issued,
      tasks: plan.tasks.map(goldenTask),
      indicators: plan.indicators.map((indicator) => goldenIndicator(indicator, plan)),
      findings: plan.findings.map((finding) => goldenFinding(finding, source)),
    }),
  ) as Golden;
}

const notations = (evidence: readonly Evidence[]): string[] => evidence.map(({ notation }) => notation);

function goldenTask({
  path,
  section,
  title,
  text,
  lead,
  responsible,
  groups,
  leadBasis,
  segments,
  deadline,
  persons,
  evidence,
}: Task): unknown {
  return {
    path,
    section,
    title,
    text,
    lead,
    responsible,
    groups,
    leadBasis,
    segments: segments?.map((s) => ({
      lead: s.lead,
      responsible: s.responsible,
      groups: s.groups,
      leadBasis: s.leadBasis,
    })),
    deadline,
    persons,
    evidence: notations(evidence),
  };
}

function goldenIndicator(
  { taskId, section, name, op, value, max, unit, printed, period, deadline, evidence }: Indicator,
  { tasks }: Plan,
): unknown {
  return {
    task: tasks.find(({ id }) => id === taskId)?.path,
    section,
    name,
    op,
    value,
    max,
    unit,
    printed,
    period,
    deadline,
    evidence: notations(evidence),
  };
}

function goldenFinding({ rule, about, span }: Finding, source: string): unknown {
  const words = source.slice(...span).replace(/\r\n/g, "\n");
  return {
    rule,
    about,
    words: words.length <= LONGEST_WORDS ? words : `${words.slice(0, KEPT)}…${words.slice(-KEPT)}`,
  };
}

/**
 * The golden file's text, with one line for each task, indicator and finding, so that a change shows as a changed line.
 */
export function goldenFile(golden: Golden): string {
  const fields = Object.entries(golden).map(([key, value]) => {
    if (key !== "tasks" && key !== "indicators" && key !== "findings")
      return `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    const rows = (value as unknown[]).map((row) => `    ${JSON.stringify(row)}`);
    return `  ${JSON.stringify(key)}: ${rows.length === 0 ? "[]" : `[\n${rows.join(",\n")}\n  ]`}`;
  });
  return `{\n${fields.join(",\n")}\n}\n`;
}
