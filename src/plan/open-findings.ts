import type { Corrections } from "./corrections";
import { isByHand } from "./by-hand/marked-tasks";
import type { Finding, Plan, Span } from "./model";
import { leftId, leadId, pairId, periodId, unreadId } from "./question-ids";

const isSame = (one: Span, other: Span): boolean => one[0] === other[0] && one[1] === other[1];
const isWithin = (inner: Span, outer: Span): boolean => inner[0] >= outer[0] && inner[1] <= outer[1];
const keyOf = ({ rule, span }: Finding): string => `${rule} ${span.join()}`;

/** A finding together with a person's answers: the plan with all corrections applied, and what was settled. */
interface Answered {
  finding: Finding;
  plan: Plan;
  corrections: Pick<Corrections, "settled" | "tasks">;
}

const taskAt = ({ plan, finding }: Answered) => plan.tasks.find(({ span }) => isSame(span, finding.span));
const indicatorAt = ({ plan, finding }: Answered) => plan.indicators.find(({ span }) => isSame(span, finding.span));

function isLeadOpen(answered: Answered, basis: "none" | "firstByConvention"): boolean {
  const task = taskAt(answered);
  return task?.leadBasis === basis && !isByHand(task) && !answered.corrections.settled.includes(leadId(task.id));
}

/**
 * For the rules whose findings ask something, or hold only until a correction (the plan's years): whether that is still
 * open. Findings of other rules only describe the text, and stay.
 */
const OPEN: Readonly<Record<string, (answered: Answered) => boolean>> = {
  "lead-by-convention": (answered) => isLeadOpen(answered, "firstByConvention"),
  "no-lead": (answered) => isLeadOpen(answered, "none"),
  "several-leads": (answered) => (taskAt(answered)?.lead.length ?? 0) > 1,
  "quantity-without-period": (answered) => {
    const indicator = indicatorAt(answered);
    return (
      indicator?.period === "other" &&
      indicator.deadline === undefined &&
      !answered.corrections.settled.includes(periodId(indicator.id))
    );
  },
  "missing-measure-word": (answered) => indicatorAt(answered)?.unit === "",
  "doubtful-unit": ({ finding: { said }, corrections }) =>
    !corrections.settled.includes(pairId(String(said?.values["shorter"]), String(said?.values["longer"]))),
  "years-unknown": ({ plan }) => plan.years[0] === 0,
  "quantity-left-alone": ({ finding: { span }, plan, corrections }) =>
    !corrections.settled.includes(leftId(span)) &&
    !plan.indicators.some((one) =>
      one.evidence.some((evidence) => isWithin(span, evidence.span) || isWithin(evidence.span, span)),
    ),
};

/** Rules about who answers; they are answered where a person names the task's units. */
const OF_UNITS: readonly string[] = ["attribution-not-read", "name-not-read", "name-doubtful"];

function isOpen(answered: Answered): boolean {
  const { finding, plan, corrections } = answered;
  if (finding.about === "reading" && corrections.settled.includes(unreadId(finding))) return false;
  if (
    OF_UNITS.includes(finding.rule) &&
    plan.tasks.some(
      ({ id, span }) =>
        isWithin(finding.span, span) && Object.hasOwn(corrections.tasks, id) && namesUnits(corrections.tasks[id]!),
    )
  )
    return false;
  return OPEN[finding.rule]?.(answered) ?? true;
}

const namesUnits = ({ lead, responsible, groups }: Corrections["tasks"][string]): boolean =>
  (lead ?? responsible ?? groups) !== undefined;

/**
 * The findings (校核) to show along with a person's corrections. Findings about the text are those of the text as issued,
 * in the names printed there: an irregularity that only a correction causes is none of the text's. Findings about the
 * reading, and those that ask something, are kept while they are open.
 * @param issued findings of the text read without any decision
 * @param plan the plan with all corrections applied, and the findings of the reading that followed the decisions
 * @returns in the order of the text
 */
export function openFindings(issued: readonly Finding[], plan: Plan, corrections: Answered["corrections"]): Finding[] {
  const now = new Set(plan.findings.map(keyOf));
  const ofText = issued.filter((finding) => finding.about !== "reading" && now.has(keyOf(finding)));
  const ofReading = plan.findings.filter(({ about }) => about === "reading");
  return [...ofText, ...ofReading]
    .filter((finding) => isOpen({ finding, plan, corrections }))
    .sort((a, b) => a.span[0] - b.span[0]);
}
