import type { CleanText } from "../characters";
import { idSource } from "../identity";
import type { Evidence, Indicator, Printed } from "../model";
import type { Passage } from "../passages";
import type { Timing } from "./time-scope";

/** A quantity that was found, before it gets an id and a unique name. */
export interface IndicatorDraft {
  start: number;
  end: number;
  name: string;
  op: Indicator["op"];
  value: number;
  max?: number;
  unit: string;
  printed?: Printed;
  timing: Timing;
  evidence: Evidence[];
  passage: Passage;
}

/** Gives each draft its quote, a name unique within its task, and an id derived from both. */
export function indicatorsFrom(text: CleanText, drafts: readonly IndicatorDraft[]): Indicator[] {
  const id = idSource("i");
  const taken: Taken = { names: new Set(), repeats: new Map() };
  return drafts.map((draft) => {
    const { passage, timing } = draft;
    const span = text.span(...trimmed(text.text, draft.start, draft.end));
    const owner = passage.taskId ?? passage.section.join("/");
    const name = uniqueName(draft, owner, taken);
    return {
      id: id(owner, name, draft.unit),
      ...(passage.taskId ? { taskId: passage.taskId } : { section: [...passage.section] }),
      name,
      quote: text.source.slice(...span),
      op: draft.op,
      value: draft.value,
      ...(draft.max === undefined ? {} : { max: draft.max }),
      unit: draft.unit,
      ...(draft.printed ? { printed: draft.printed } : {}),
      period: timing.period,
      ...(timing.deadline === undefined ? {} : { deadline: timing.deadline }),
      evidence: draft.evidence,
      span,
    };
  });
}

/** Names in use, and how often each was requested again. */
interface Taken {
  names: Set<string>;
  repeats: Map<string, number>;
}

function uniqueName(draft: IndicatorDraft, owner: string, taken: Taken): string {
  const base = draft.name || "未写明的指标";
  const choices = [
    base,
    ...(draft.timing.deadline ? [`${base}（${draft.timing.deadline}年）`] : []),
    ...(draft.unit ? [`${base}（${draft.unit}）`] : []),
  ];
  let name = choices.find((choice) => !taken.names.has(key(owner, choice)));
  while (name === undefined) {
    const count = (taken.repeats.get(key(owner, base)) ?? 1) + 1;
    taken.repeats.set(key(owner, base), count);
    const numbered = `${base}（${count}）`;
    if (!taken.names.has(key(owner, numbered))) name = numbered;
  }
  taken.names.add(key(owner, name));
  return name;
}

function key(owner: string, name: string): string {
  return `${owner}\u0000${name}`;
}

/** The range without separators at either end. */
function trimmed(text: string, start: number, end: number): [number, number] {
  let from = start;
  let to = end;
  while (from < to && /[、，,：:；;。\s)和及与]/.test(text[from]!)) from++;
  while (to > from && /[、，,：:；;。\s(]/.test(text[to - 1]!)) to--;
  return [from, to];
}
