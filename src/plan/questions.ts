import { isByHand } from "./by-hand/marked-tasks";
import { newUnits } from "./by-hand/new-units";
import type { Corrections } from "./corrections";
import type { Finding, Plan, Span } from "./model";
import { labelId, leadId, leftId, newUnitId, pairId, periodId, unreadId } from "./question-ids";
import { sentence, type Sentence, type Spoken } from "./sentence";
import { noUnitDecisions } from "./units/decisions";
import { doubtfulPairs, type DoubtfulPair } from "./units/doubtful";

/** 待确认: something that the reader is not sure of. Reading the same text again gives the same `id`. */
export interface Question {
  id: string;
  kind: "leadByConvention" | "noLead" | "period" | "unitPair" | "newUnit" | "leftAlone" | "unknownLabel" | "years";
  message: Sentence;
  span: Span;
  taskId?: string;
  indicatorId?: string;
  pair?: DoubtfulPair;
  /** A unit that only a person has named, and the plan's unit that may have been meant. */
  unit?: { name: string; meant?: string };
  /** The label's words. */
  label?: string;
}

/** How sure the reader is: counts of tasks and indicators, of questions, and of places. */
export interface Certainty {
  sure: number;
  toConfirm: number;
  /** Places that look like a target or like units, and were not understood. */
  notUnderstood: number;
}

/** Rules whose findings are asked as questions. */
const LABEL_UNKNOWN = "label-unknown";
const LEFT_ALONE = "quantity-left-alone";

type Settled = Pick<Corrections, "settled" | "reading"> &
  Partial<Pick<Corrections, "tasks" | "marked" | "safeguards" | "units">>;

/**
 * All open questions; what is settled or corrected is left out. Unknown labels come first, since their answers may
 * settle other questions, then new units; the rest is in the order of the text.
 * @param source the plan's text: while a label in a task's text is unknown, nothing is asked about who leads there; and
 * a unit's name that stands in the text is not new
 */
export function questionsOf(plan: Plan, corrections: Settled, source = ""): Question[] {
  const settled = new Set(corrections.settled);
  const known = corrections.reading?.labels ?? {};
  const labels = labelsAsked(plan).filter(({ label }) => !Object.hasOwn(known, label!));
  const waits = ({ kind, span }: Question): boolean =>
    (kind === "leadByConvention" || kind === "noLead") &&
    labels.some(({ label }) => source.slice(...span).includes(label!));
  const fresh = newUnitsAsked(plan, corrections, source);
  const isTyped = (name: string): boolean => fresh.some(({ unit }) => unit!.name === name);
  const pairs = pairsAsked(plan).filter(({ pair }) => !isTyped(pair!.shorter) && !isTyped(pair!.longer));
  const others = [
    ...yearsAsked(plan, source),
    ...leadsAsked(plan),
    ...periodsAsked(plan),
    ...pairs,
    ...leftAlone(plan),
  ].filter((question) => !waits(question));
  return [...labels, ...fresh, ...others.sort((a, b) => a.span[0] - b.span[0])].filter(({ id }) => !settled.has(id));
}

/** Asks for the plan's years where the text names none; its place is the title, where one begins to look. */
const yearsAsked = ({ years, title }: Plan, source: string): Question[] => {
  const at = Math.max(0, title === "" ? -1 : source.indexOf(title));
  return years[0] === 0
    ? [
        {
          id: "years",
          kind: "years",
          message: sentence("文中没有写明方案的起止年份，请补充。"),
          span: [at, at + Math.min(source.length, title.length || 20)],
        },
      ]
    : [];
};

/**
 * Asks about units that only a person has named: a name may be mistyped. It is valid until the question is answered.
 */
function newUnitsAsked(
  plan: Plan,
  { tasks = {}, marked = [], safeguards = {}, units = noUnitDecisions }: Settled,
  source: string,
): Question[] {
  if (source === "") return [];
  return newUnits(plan, { tasks, marked, safeguards, units }, source).map(({ name, meant }) => {
    const message =
      meant === undefined
        ? sentence("“{{name}}”是您填的，方案里没有这个单位。是新单位吗？", { name })
        : sentence("“{{name}}”是您填的，方案里没有这个单位。是新单位，还是“{{meant}}”？", { name, meant });
    const task = plan.tasks.find(({ lead, responsible }) => lead.includes(name) || responsible.includes(name));
    return {
      id: newUnitId(name),
      kind: "newUnit",
      message,
      span: task?.span ?? [0, 0],
      unit: { name, ...(meant ? { meant } : {}) },
      ...(task ? { taskId: task.id } : {}),
    };
  });
}

function leadsAsked({ tasks }: Plan): Question[] {
  return tasks.flatMap((task): Question[] => {
    const { id, title, leadBasis, lead, span } = task;
    // The person who named the units by hand has been asked already.
    if (isByHand(task)) return [];
    if (leadBasis === "firstByConvention") {
      const message = sentence("“{{title}}”未写明牵头单位，按列首位的“{{unit}}”牵头，对吗？", {
        title,
        unit: lead[0] ?? "",
      });
      return [{ id: leadId(id), kind: "leadByConvention", message, span, taskId: id }];
    }
    if (leadBasis !== "none") return [];
    return [
      {
        id: leadId(id),
        kind: "noLead",
        message: sentence("“{{title}}”没有牵头单位，所列单位都作为责任单位，对吗？", { title }),
        span,
        taskId: id,
      },
    ];
  });
}

const periodsAsked = ({ indicators }: Plan): Question[] =>
  indicators
    .filter(({ period, deadline }) => period === "other" && deadline === undefined)
    .map(({ id, name, span, taskId }) => ({
      id: periodId(id),
      kind: "period",
      message: sentence("“{{name}}”没有写明是每年、累计还是到哪一年，按到期末的水平判断，对吗？", { name }),
      span,
      indicatorId: id,
      ...(taskId ? { taskId } : {}),
    }));

const pairsAsked = ({ units }: Plan): Question[] =>
  doubtfulPairs(units).map((pair) => ({
    id: pairId(pair.shorter, pair.longer),
    kind: "unitPair",
    message: sentence("“{{shorter}}”与“{{longer}}”是同一个单位吗？", { shorter: pair.shorter, longer: pair.longer }),
    span: [0, 0],
    pair,
  }));

const leftAlone = ({ findings }: Plan): Question[] =>
  findings.flatMap(({ rule, said, span }): Question[] =>
    rule === LEFT_ALONE && said ? [{ id: leftId(span), kind: "leftAlone", message: said, span }] : [],
  );

/** One question for each label, however many places it has. */
function labelsAsked({ findings }: Plan): Question[] {
  const asked = new Map<string, Span>();
  for (const finding of findings) {
    const label = labelIn(finding);
    if (label !== undefined && !asked.has(label)) asked.set(label, finding.span);
  }
  return [...asked].map(([label, span]) => ({
    id: labelId(label),
    kind: "unknownLabel",
    message: sentence("“{{label}}：”后面的单位是？", { label }),
    span,
    label,
  }));
}

function labelIn({ rule, said }: Finding): string | undefined {
  const words: Spoken | undefined = rule === LABEL_UNKNOWN ? said?.values["label"] : undefined;
  return typeof words === "string" && words !== "" ? words : undefined;
}

/** Questions that are answered together. */
export interface QuestionSet {
  /** The kind of the questions; the question's own id where it is alone. */
  id: string;
  /** The question for all of them; absent for a single question, which has its own message. */
  message?: Sentence;
  questions: Question[];
}

const ONE_BY_ONE: readonly Question["kind"][] = ["unitPair", "newUnit", "unknownLabel", "years"];

function asked(kind: Question["kind"], count: number): Sentence | undefined {
  switch (kind) {
    case "leadByConvention":
      return sentence("{{count}} 项任务未写明牵头单位，按列首位的单位牵头，对吗？", { count });
    case "noLead":
      return sentence("{{count}} 项任务没有牵头单位，所列单位都作为责任单位，对吗？", { count });
    case "period":
      return sentence("{{count}} 个指标没有写明是每年、累计还是到哪一年，按到期末的水平判断，对吗？", { count });
    case "leftAlone":
      return sentence("{{count}} 处数字没有作为指标，对吗？", { count });
    default:
      return undefined;
  }
}

/** Groups questions of one kind, in the order of the first of each kind. */
export function questionSets(questions: readonly Question[]): QuestionSet[] {
  const sets = new Map<string, Question[]>();
  for (const question of questions) {
    const key = ONE_BY_ONE.includes(question.kind) ? question.id : question.kind;
    const known = sets.get(key);
    if (known) known.push(question);
    else sets.set(key, [question]);
  }
  return [...sets].map(([key, of]) => {
    const message = of.length > 1 ? asked(of[0]!.kind, of.length) : undefined;
    return { id: key, ...(message ? { message } : {}), questions: of };
  });
}

/** A place that the reading did not understand; its `id` is settled like a question's. */
export interface Unread {
  id: string;
  finding: Finding;
}

/** What the reading left over, nobody has settled and no question asks about. */
export const unreadOf = ({ findings }: Pick<Plan, "findings">, { settled }: Pick<Corrections, "settled">): Unread[] =>
  findings
    .filter(({ about, rule }) => about === "reading" && rule !== LABEL_UNKNOWN && rule !== LEFT_ALONE)
    .map((finding) => ({ id: unreadId(finding), finding }))
    .filter(({ id }) => !settled.includes(id));

/**
 * Counts how sure the reading is.
 * @param questions the open questions, see {@link questionsOf}
 */
export function certaintyOf(
  plan: Plan,
  questions: readonly Question[],
  corrections: Pick<Corrections, "settled"> = { settled: [] },
): Certainty {
  const asked = new Set(
    questions.flatMap(({ taskId, indicatorId, kind }) =>
      kind === "leadByConvention" || kind === "noLead" ? [taskId] : indicatorId ? [indicatorId] : [],
    ),
  );
  const read = [...plan.tasks, ...plan.indicators];
  return {
    sure: read.filter(({ id }) => !asked.has(id)).length,
    toConfirm: questions.length,
    notUnderstood: unreadOf(plan, corrections).length,
  };
}
