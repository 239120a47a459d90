import { readForms } from "../../src/excel/assessment";
import { generateMatrix } from "../../src/excel/generate";
import type { UnitForm } from "../../src/assessment/forms";
import { idSource } from "../../src/plan/identity";
import type { Indicator, Plan, Task } from "../../src/plan/model";
import { seedPlan } from "./seed";

/** The compared plans differ only in the number of units. */
export const few = 30;
export const many = 300;
export const year = 2025;

/**
 * A plan of this many units, each of which leads one task with one number and helps with two others, so that forms are
 * equally long in small and large plans. Words and numbers come from the bundled plan.
 */
function planOfUnits(count: number): Plan {
  const seed = seedPlan();
  const names = Array.from({ length: count }, (_, index) => seed.units[index]?.name ?? `第${index + 1}责任单位`);
  const unit = (index: number): string => names[index % count]!;
  const taskId = idSource("t");
  const indicatorId = idSource("i");
  const promised = seed.indicators.filter(({ taskId: owner }) => owner !== undefined);
  const tasks: Task[] = [];
  const indicators: Indicator[] = [];
  for (let at = 0; at < count; at++) {
    const task = seed.tasks[at % seed.tasks.length]!;
    const title = `${task.title}（第${at + 1}片区）`;
    const id = taskId(title, task.text, String(at));
    const span: [number, number] = [at * 1000, at * 1000 + 900];
    tasks.push({ ...task, id, title, lead: [unit(at)], responsible: [unit(at + 1), unit(at + 2)], groups: [], span });
    const one = promised[at % promised.length]!;
    indicators.push({
      ...one,
      id: indicatorId(id, one.name, one.quote),
      taskId: id,
      span: [span[0] + 10, span[0] + 20],
    });
  }
  return {
    ...seed,
    tasks,
    indicators,
    groups: [],
    units: names.map((name) => ({ name, aliases: [] })),
    findings: [],
    safeguards: [],
  };
}

/**
 * Writes such a plan's matrix into the open workbook.
 * @returns its forms
 */
export async function formsOfUnits(count: number): Promise<UnitForm[]> {
  await generateMatrix(planOfUnits(count), year);
  return readForms({ year, deadline: "", made: "2025-12-01T00:00:00.000Z" });
}
