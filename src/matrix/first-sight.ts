import { actualKey, unitWidth, type MatrixColumn } from "./columns";
import { body } from "./look";
import type { CellValue } from "./sheet";

/**
 * What a fresh sheet shows without scrolling: who answers for what, on the smallest screen in use. Columns for which
 * the plan has nothing are hidden. Less important columns are shown as far as there is room, and the columns of long
 * texts share what is left. 显示 brings back whatever is hidden.
 */

/** Width in points of the sheet that a 1366 × 768 screen shows beside the open pane. */
const screen = 726;
/** How many unit columns should be visible at once. */
const unitsInView = 13;
/** Points: frozen columns take at most a third of the screen. */
const widestFrozen = 240;

/** Points that a text cell needs in addition to its letters. */
const padding = 8;
/** Into how many lines most texts of a column should fit. */
const lines = 2;

interface Flexible {
  least: number;
  most: number;
}

const texts: Readonly<Record<"section" | "task" | "indicator" | "deadline" | "persons", Flexible>> = {
  section: { least: 56, most: 90 },
  task: { least: 100, most: 200 },
  indicator: { least: 84, most: 160 },
  deadline: { least: 56, most: 76 },
  persons: { least: 48, most: 76 },
};

/** Length of a text in full-width letters; a half-width letter counts half. */
const lengthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 256 ? 0.5 : 1), 0);

/** A length that nine in ten texts do not exceed. */
function usual(lengths: number[]): number {
  const sorted = lengths.sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * 0.9)] ?? 0;
}

export interface FirstSight {
  /** Widths in points by column key, for columns whose width is not fixed. */
  widths: ReadonlyMap<string, number>;
  /** Column keys. */
  hidden: ReadonlySet<string>;
}

/** @param year 评估年度; of the years, only its column is shown */
export function firstSight(
  columns: readonly MatrixColumn[],
  rows: readonly { cells: Readonly<Record<string, CellValue>> }[],
  year: number,
): FirstSight {
  const filled = (key: string): string[] =>
    rows.map(({ cells }) => String(cells[key] ?? "")).filter((text) => text !== "");
  const wanted = (key: keyof typeof texts): number => {
    const { least, most } = texts[key];
    const width = Math.ceil(usual(filled(key).map(lengthOf)) / lines) * (body.fontSize! + 0.4) + padding;
    return Math.min(most, Math.max(least, width));
  };
  const has = (key: string): boolean => filled(key).length > 0;
  const hasNumbers = has("target");
  const widthOf = (key: string): number => columns.find((column) => column.key === key)?.width ?? 0;
  const shown = new Set([
    "number",
    "task",
    "status",
    actualKey(year),
    ...(has("indicator") ? ["indicator"] : []),
    ...(hasNumbers ? ["target", "measure"] : []),
    ...(["deadline", "persons"] as const).filter(has),
  ]);
  const widths = new Map((["deadline", "persons"] as const).map((key) => [key as string, wanted(key)]));
  const fixed = [...shown]
    .filter((key) => key !== "task" && key !== "indicator")
    .reduce((sum, key) => sum + (widths.get(key) ?? widthOf(key)), 0);
  const units = columns.filter(({ kind }) => kind === "unit").length;
  let room = screen - Math.min(units, unitsInView) * unitWidth - fixed;
  // If there is no room even for the narrowest task column, these columns give way.
  const leastTexts = texts.task.least + (has("indicator") ? texts.indicator.least : 0);
  for (const key of ["persons", "deadline"] as const) {
    if (!shown.has(key) || room >= leastTexts) continue;
    const given = Math.min(leastTexts - room, widths.get(key)! - texts[key].least);
    widths.set(key, widths.get(key)! - given);
    room += given;
  }
  // Where few tasks have a number, the task column gets the room.
  const isSparse = filled("indicator").length * 3 < rows.length;
  const [task, indicator] = [
    wanted("task"),
    has("indicator") ? (isSparse ? texts.indicator.least : wanted("indicator")) : 0,
  ];
  if (hasNumbers && room >= task + indicator + widthOf("period")) {
    shown.add("period");
    room -= widthOf("period");
  }
  const section = wanted("section");
  if (has("section") && room >= task + indicator + section && widthOf("number") + section + task <= widestFrozen) {
    shown.add("section");
    widths.set("section", section);
    room -= section;
  }
  const share = Math.min(1, room / (task + indicator));
  const frozen = widestFrozen - widthOf("number") - (shown.has("section") ? section : 0);
  const taskWidth = Math.min(frozen, Math.max(texts.task.least, Math.floor(task * share)));
  widths.set("task", taskWidth);
  // At its least width the task column takes more than its share.
  const left = Math.min(Math.floor(indicator * share), room - taskWidth);
  if (indicator > 0) widths.set("indicator", Math.max(texts.indicator.least, left));
  const optional = columns.filter(({ kind, key }) => kind !== "unit" && !trailing.has(key));
  return { widths, hidden: new Set(optional.map(({ key }) => key).filter((key) => !shown.has(key))) };
}

/** Columns right of the units; they take no room on the first screen. */
const trailing: ReadonlySet<string> = new Set(["progress", "method", "evidence", "remark"]);
