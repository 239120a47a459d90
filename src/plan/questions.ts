import type { Corrections } from "./corrections";
import type { Plan, Span } from "./model";
import { sentence, type Sentence } from "./sentence";
import { doubtfulPairs, type DoubtfulPair } from "./units/doubtful";

/** 待确认: something that the reader is not sure of. `id` stays the same when the same text is read again. */
export interface Question {
  id: string;
  kind: "leadByConvention" | "noLead" | "period" | "unitPair" | "leftAlone" | "years";
  message: Sentence;
  span: Span;
  taskId?: string;
  indicatorId?: string;
  pair?: DoubtfulPair;
}

/** How sure the reader is, in counts of tasks and indicators. */
export interface Certainty {
  sure: number;
  toConfirm: number;
  /** Places that look like a target or like units, and were not understood. */
  notUnderstood: number;
}

/** Everything to confirm, in the order of the text; what is settled or corrected is left out. */
export function questionsOf(plan: Plan, corrections: Pick<Corrections, "settled" | "tasks" | "indicators">): Question[] {
  const settled = new Set(corrections.settled);
  const questions: Question[] = [];
  const ask = (question: Question): void => {
    if (!settled.has(question.id)) questions.push(question);
  };
  if (plan.years[0] === 0) ask({ id: "years", kind: "years", message: sentence("文中没有写明方案的起止年份，请补充。"), span: [0, 0] });
  for (const { id, title, leadBasis, lead, span } of plan.tasks) {
    if (leadBasis === "firstByConvention") {
      const message = sentence("“{{title}}”未写明牵头单位，按列首位的“{{unit}}”牵头，对吗？", { title, unit: lead[0] ?? "" });
      ask({ id: `lead ${id}`, kind: "leadByConvention", message, span, taskId: id });
    } else if (leadBasis === "none") {
      ask({ id: `lead ${id}`, kind: "noLead", message: sentence("“{{title}}”没有牵头单位，所列单位都作为责任单位，对吗？", { title }), span, taskId: id });
    }
  }
  for (const { id, name, period, deadline, span, taskId } of plan.indicators) {
    if (period !== "other" || deadline !== undefined) continue;
    const message = sentence("“{{name}}”没有写明是每年、累计还是到哪一年，按到期末的水平判断，对吗？", { name });
    ask({ id: `period ${id}`, kind: "period", message, span, indicatorId: id, ...(taskId ? { taskId } : {}) });
  }
  for (const pair of doubtfulPairs(plan.units)) {
    ask({ id: `pair ${pair.shorter} ${pair.longer}`, kind: "unitPair", message: sentence("“{{shorter}}”与“{{longer}}”是同一个单位吗？", { shorter: pair.shorter, longer: pair.longer }), span: [0, 0], pair });
  }
  for (const { rule, said, span } of plan.findings) {
    if (rule === "quantity-left-alone" && said) ask({ id: `left ${span[0]}`, kind: "leftAlone", message: said, span });
  }
  return questions.sort((a, b) => a.span[0] - b.span[0]);
}

/** What the reader says of its own reading; see `questionsOf`. */
export function certaintyOf(plan: Plan, questions: readonly Question[]): Certainty {
  const asked = new Set(questions.flatMap(({ taskId, indicatorId, kind }) => (kind === "leadByConvention" || kind === "noLead" ? [taskId] : indicatorId ? [indicatorId] : [])));
  const read = [...plan.tasks, ...plan.indicators];
  const sure = read.filter(({ id }) => !asked.has(id)).length;
  return {
    sure,
    toConfirm: questions.length,
    notUnderstood: plan.findings.filter(({ rule }) => rule === "attribution-not-read").length,
  };
}
