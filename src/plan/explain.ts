import { shownText } from "./layout/marks";
import type { Evidence, Finding, Indicator, Plan, Span, Task } from "./model";
import { descriptionOf } from "./notations/descriptions";
import { inChinese } from "./sentence";

/** A place that looks like something to read and was refused; `rule` is the row of the table that refuses it. */
export interface RefusedPlace {
  rule: string;
  span: Span;
}

/**
 * Describes the reading of a plan for people: for each item what was taken, by which notation, and what was left and
 * why.
 * @param source the text that was read
 * @param refused places that were refused, see {@link RefusedPlace}
 * @returns lines, Chinese
 */
export function explain(source: string, plan: Plan, refused: readonly RefusedPlace[]): string[] {
  const told = new Set<Finding | RefusedPlace | Indicator>();
  const within = <T extends { span: Span }>(list: readonly T[], span: Span): T[] =>
    list.filter((one) => one.span[0] >= span[0] && one.span[0] < span[1]);
  const leftOver = plan.findings.filter(({ about }) => about === "reading");
  const lines = [
    `${plan.title || "（没有读出标题）"}　${plan.tasks.length} 项任务，${plan.units.length} 个单位，${plan.indicators.length} 个指标`,
    "",
  ];
  const tell = <T extends Finding | RefusedPlace>(list: readonly T[], say: (one: T) => string): void => {
    for (const one of list) {
      if (told.has(one)) continue;
      told.add(one);
      lines.push(`    ${say(one)}`);
    }
  };
  for (const task of plan.tasks) {
    lines.push(`${task.path}　${task.title}`, ...unitLines(source, task).map((line) => `    ${line}`));
    for (const indicator of plan.indicators.filter(({ taskId }) => taskId === task.id)) {
      told.add(indicator);
      lines.push(`    ${indicatorLine(source, indicator)}`);
    }
    tell(within(refused, task.span), (one) => elseLine(source, one));
    tell(within(leftOver, task.span), (one) => leftLine(source, one));
    lines.push("");
  }
  lines.push("任务以外");
  for (const indicator of plan.indicators)
    if (!told.has(indicator)) lines.push(`    ${indicatorLine(source, indicator)}`);
  tell(refused, (one) => elseLine(source, one));
  tell(leftOver, (one) => leftLine(source, one));
  return lines;
}

/** One line for each place that the reading left over: where something of the plan may be missing or wrong. */
export const leftOverLines = (source: string, { findings }: Plan): string[] =>
  findings.filter(({ about }) => about === "reading").map((one) => leftLine(source, one));

const LONGEST = 60;

function quoted(source: string, span: Span): string {
  const words = shownText(source.slice(...span)).replace(/\s+/g, "");
  return `「${words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words}」`;
}

function unitLines(source: string, { lead, responsible, groups, deadline, persons, evidence }: Task): string[] {
  const named = (label: string, names: readonly string[]): string[] =>
    names.length > 0 ? [`${label}：${names.join("、")}`] : [];
  return [
    ...named("牵头", lead),
    ...named("责任", responsible),
    ...named("集合称谓", groups),
    ...named("完成时限", deadline ? [`${deadline.text}${deadline.by ? `（${deadline.by}）` : ""}`] : []),
    ...named(
      "人员",
      (persons ?? []).map(({ label, name }) => `${label}${name}`),
    ),
    ...evidence.map(
      ({ notation, span }) => `依据：${inChinese(descriptionOf(notation))}（${notation}）${quoted(source, span)}`,
    ),
  ];
}

function indicatorLine(source: string, { name, op, value, max, unit, evidence, span }: Indicator): string {
  const amount = `${op === "range" ? "" : op}${value}${max === undefined ? "" : `—${max}`}${unit}`;
  return `指标：${name} ${amount}　依据：${evidence.map(({ notation }: Evidence) => notation).join("、")} ${quoted(source, span)}`;
}

const elseLine = (source: string, { rule, span }: RefusedPlace): string =>
  `另作他解（${rule}）：${quoted(source, span)}`;
const leftLine = (source: string, { rule, message, span }: Finding): string =>
  `没有读懂（${rule}）：${quoted(source, span)} ${message}`;
