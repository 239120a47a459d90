import { reportKey, type Model, type Report } from "./model";
import { shownValue } from "./standing";

/** What the units' reports come to, row by row. */

/** What the leads say of a row together; `differ` where they do not agree. */
export function derived(
  model: Model,
  reports: ReadonlyMap<string, Report>,
  key: string,
  year: number,
): number | string | "differ" | undefined {
  const told = model.askedFor(key).flatMap((unit) => reports.get(reportKey({ unit, year, key }))?.value?.content ?? []);
  if (told.length === 0) return undefined;
  if (model.isSum(key)) return told.reduce<number>((sum, one) => sum + Number(one), 0);
  return told.every((one) => one === told[0]) ? told[0] : "differ";
}

/** The entries of units that should say the same and do not. */
export function disputeOf(model: Model, reports: ReadonlyMap<string, Report>, key: string, year: number): string {
  if (derived(model, reports, key, year) !== "differ") return "";
  const told = model.askedFor(key).flatMap((unit) => {
    const content = reports.get(reportKey({ unit, year, key }))?.value?.content;
    return content === undefined ? [] : [`${unit}填 ${content}`];
  });
  return `填报不一致：${told.join("，")}`;
}

export function evidenceOf(
  reports: ReadonlyMap<string, Report>,
  key: string,
  year: number,
  order: readonly string[],
): string {
  const told = order.flatMap((unit) => {
    const content = reports.get(reportKey({ unit, year, key }))?.evidence?.content;
    return content === undefined ? [] : [{ unit, content }];
  });
  return told.length === 1 ? told[0]!.content : told.map(({ unit, content }) => `${unit}：${content}`).join("；");
}

/** Whether a unit's entry for a row is not understood, and nobody has put anything else there since. */
export function isOpen(model: Model, key: string, unit: string): boolean {
  const there = model.rows.get(key)!.typed[`${model.year}年`];
  const shown = there === undefined ? "" : String(shownValue(there));
  const isSettled = shown !== "" && shown !== toldOf(derived(model, model.reports, key, model.year));
  return !isSettled && model.reports.get(reportKey({ unit, year: model.year, key }))?.unread !== undefined;
}

const toldOf = (told: ReturnType<typeof derived>): string =>
  told === undefined || told === "differ" ? "" : String(told);
