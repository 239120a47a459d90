import type { CellValue } from "../../src/matrix/sheet";
import { duties } from "./stock";

const dutyByTitle = new Map(duties.flatMap(({ titles }, duty) => titles.map((title) => [title, duty] as const)));

/** The walk's key of a row, by its texts under 任务 and 指标; undefined for a row that somebody added. */
export function keyOf(title: CellValue | undefined, indicator: CellValue | undefined): string | undefined {
  const duty = dutyByTitle.get(String(title ?? ""));
  if (duty === undefined) return undefined;
  if ((indicator ?? "") === "") return `${duty}|`;
  const at = duties[duty]!.promises.findIndex(({ name }) => name === indicator);
  return at < 0 ? undefined : `${duty}|${at}`;
}

/** A row's name for the reader of a counterexample. */
export function rowName(key: string): string {
  const [duty, at] = key.split("|") as [string, string];
  const { titles, promises } = duties[Number(duty)]!;
  return at === "" ? titles[0] : `${titles[0]} · ${promises[Number(at)]!.name}`;
}
