import { settleRoles } from "./attribution/roles";
import { FIRST_LEADS } from "./lexicon/phrases";
import type { CleanText } from "./characters";
import type { TaskDraft } from "./task-drafts";
import { idSource } from "./identity";
import type { LeadBasis, Segment, Span, Task } from "./model";
import { trimmedLine } from "./outline/lines";
import type { UnitDecisions } from "./units/decisions";
import type { DeadlinesAndPersons } from "./deadlines-and-persons";
import { printedName, UnitRegister } from "./units/register";

/** From the most certain to what the user has to settle. */
const CERTAINTY: readonly LeadBasis[] = ["stated", "firstByRule", "firstByConvention", "none"];

/**
 * Gives the units of all drafts their canonical names and settles who leads. Groups that the plan says take part in
 * everything that follows are added to the later tasks.
 * @param drafts in the order of the text, as are the tasks returned
 */
export function buildTasks(
  clean: CleanText,
  drafts: readonly TaskDraft[],
  decisions: UnitDecisions,
  deadlinesAndPersons: DeadlinesAndPersons,
): { tasks: Task[]; register: UnitRegister } {
  const register = new UnitRegister(decisions);
  for (const draft of drafts) {
    for (const { parsed } of draft.attributions) {
      register.add(parsed.entries);
      register.add(parsed.carried.map((name) => ({ name, isGroup: true })));
    }
  }
  register.close();
  const builder = new TaskBuilder(clean, register, deadlinesAndPersons, ruleStart(clean, drafts));
  return { tasks: drafts.map((draft) => builder.build(draft)), register };
}

/** Makes tasks of drafts. Must be called in the order of the text. */
class TaskBuilder {
  private readonly newId = idSource("t");
  /** Groups that take part in all tasks from here on. */
  private readonly carried: string[] = [];

  constructor(
    private readonly clean: CleanText,
    private readonly register: UnitRegister,
    private readonly deadlinesAndPersons: DeadlinesAndPersons,
    private readonly firstLeadsFrom: number,
  ) {}

  build(draft: TaskDraft): Task {
    const { clean } = this;
    const segments = this.segmentsOf(draft);
    const title = clean.printed(draft.headline.start, draft.headline.end);
    const text = bodyText(clean, draft);
    return {
      id: this.newId(title, text),
      path: draft.path,
      section: draft.section,
      title,
      text,
      lead: union(segments.map((s) => s.lead)),
      responsible: union(segments.map((s) => s.responsible)),
      groups: this.groupsOf(draft, segments),
      leadBasis: leastCertain(draft, segments),
      ...(segments.length > 1 ? { segments } : {}),
      ...this.deadlinesAndPersons.of(draft),
      evidence: draft.attributions.flatMap((a) =>
        a.evidence.map(({ notation, start, end }) => ({ notation, span: clean.span(start, end) })),
      ),
      span: trimmedSpan(clean, draft.start, draft.end),
    };
  }

  private segmentsOf({ headline, attributions }: TaskDraft): Segment[] {
    let at = headline.start;
    return attributions.map(({ parsed, start, end }): Segment => {
      const canonical = this.register.namesOf(parsed.entries);
      const roles = settleRoles(parsed, start >= this.firstLeadsFrom);
      const pick = (indices: readonly number[]): string[] => [...new Set(indices.map((k) => canonical[k]!))];
      const span = trimmedSpan(this.clean, at, Math.max(at, start));
      at = end;
      const lead = pick(roles.lead);
      // Two names that a person has merged may have both roles.
      const responsible = pick(roles.responsible).filter((name) => !lead.includes(name));
      return { span, lead, responsible, groups: pick(roles.groups), leadBasis: roles.leadBasis };
    });
  }

  private groupsOf({ attributions }: TaskDraft, segments: readonly Segment[]): string[] {
    const groups = union([...segments.map((s) => s.groups), this.carried]);
    for (const { parsed } of attributions) {
      for (const group of parsed.carried.map(printedName)) if (!this.carried.includes(group)) this.carried.push(group);
    }
    return groups;
  }
}

/**
 * The least certain basis of the segments. A form that a person taught and that names only helpers does not count where
 * another segment names the lead.
 */
function leastCertain({ attributions }: TaskDraft, segments: readonly Segment[]): LeadBasis {
  const led = segments.some(({ lead }) => lead.length > 0);
  const counted = segments.filter(({ lead }, k) => !(led && lead.length === 0 && attributions[k]!.form === "taught"));
  return CERTAINTY[Math.max(...counted.map((s) => CERTAINTY.indexOf(s.leadBasis)))] ?? "none";
}

function union(lists: readonly string[][]): string[] {
  return [...new Set(lists.flat())];
}

/** The span of a cleaned stretch without the white space at its ends. */
function trimmedSpan(clean: CleanText, from: number, to: number): Span {
  const { start, end } = trimmedLine(clean.text, { start: from, end: to });
  return clean.span(start, end);
}

function bodyText(clean: CleanText, draft: TaskDraft): string {
  return draft.body
    .map(([start, end]) => clean.printed(start, end))
    .join("")
    .replace(/^[\s。；;]+/, "")
    .replace(/[ \t]*\n\s*/g, "\n")
    .trim();
}

/**
 * Cleaned position from which the plan's rule "the first unit leads" (下同) holds: that of the attribution that states
 * it; 0 where it is stated outside of any; Infinity where it is not stated.
 */
function ruleStart(clean: CleanText, drafts: readonly TaskDraft[]): number {
  for (const draft of drafts) for (const { parsed, start } of draft.attributions) if (parsed.firstLeads) return start;
  return FIRST_LEADS.test(clean.text) ? 0 : Infinity;
}
