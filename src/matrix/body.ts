import { sentence, type Sentence } from "../plan/sentence";
import { cellAddress } from "./address";
import { actualKey, planYears, type MatrixColumn } from "./columns";
import { consecutiveNumbers } from "./consecutive";
import { currentFormula, isTaken, ratioFormula, statusFormula } from "./formulas";
import * as look from "./look";
import type { Area, CellStyle, ConditionalFormat, StyledArea } from "./sheet";
import { shortfallMark, statusText } from "./statuses";

/**
 * Formulas and looks of the table's body; what may be typed there is in `validations.ts`. Columns are looked up by key,
 * since people move them. A row that comes into a sheet in use looks like the rows of a fresh one.
 */

/** Column key → zero-based column; undefined where the sheet has no such column, or no longer. */
export type Place = (key: string) => number | undefined;

/** A zero-based row far down the sheet: the further down, the more characters each reference takes. */
const farDown = 99_998;

/**
 * The formulas of the calculated columns for one row, by column key.
 * @param row zero-based
 * @param asOf whether the sheet has the name 截至; sheets of earlier versions do not
 * @returns none where a column is missing that they refer to; none either where the plan has so many years that Excel
 * would refuse one of them, since a 状态 without its 当前值 would be false
 */
export function rowFormulas(
  place: Place,
  years: readonly [number, number],
  row: number,
  asOf = false,
): { key: string; formula: string }[] {
  return formulasAt(place, years, farDown, asOf).every(({ formula }) => isTaken(formula))
    ? formulasAt(place, years, row, asOf)
    : [];
}

/**
 * Tells the user why `rowFormulas` returns none for a plan of that many years; undefined where Excel takes the
 * formulas.
 */
export function tooManyYears(place: Place, years: readonly [number, number], asOf = false): Sentence | undefined {
  if (formulasAt(place, years, farDown, asOf).every(({ formula }) => isTaken(formula))) return undefined;
  return sentence(
    "方案从 {{first}} 年到 {{last}} 年，年度太多，“当前值”“完成率”“状态”的公式超过 Excel 的长度上限，没有写入；其他内容照常，填过的内容没有丢失。请核对方案的起止年份；年份无误的，请把方案按年份分成几份，各做一张责任矩阵。",
    { first: years[0], last: years[1] },
  );
}

function formulasAt(
  place: Place,
  years: readonly [number, number],
  row: number,
  asOf: boolean,
): { key: string; formula: string }[] {
  const cell = (key: string): string | undefined => {
    const column = place(key);
    return column === undefined || column < 0 ? undefined : cellAddress(row, column);
  };
  const [indicator, period, target, measure] = ["indicator", "period", "target", "measure"].map(cell);
  const current = cell("current");
  if (!indicator || !period || !target || !measure || !current) return [];
  const actuals = planYears([years[0], years[1]]).flatMap((year) => {
    const at = cell(actualKey(year));
    return at ? [{ year, cell: at }] : [];
  });
  const [status, remark, due] = ["status", "remark", "due"].map(cell);
  const cells = {
    indicator,
    period,
    target,
    measure,
    current,
    actuals,
    asOf,
    ...(status ? { status } : {}),
    ...(remark ? { remark } : {}),
    ...(due ? { due } : {}),
  };
  return [
    { key: "current", formula: currentFormula(cells) },
    { key: "ratio", formula: ratioFormula(cells) },
    { key: "status", formula: statusFormula(cells, years) },
  ].filter(({ key }) => place(key) !== undefined);
}

const centred: CellStyle = { horizontal: "center" };
const result: CellStyle = { ...centred, fill: look.colours.result };

/** What a column adds to the looks of all body cells. */
function columnStyle({ key, kind, year }: Pick<MatrixColumn, "key" | "kind" | "year">): CellStyle | undefined {
  if (year !== undefined) return { ...centred, fill: look.colours.input, unlocked: true };
  if (kind === "unit") return { ...centred, wrap: false };
  const styles: Record<string, CellStyle> = {
    // If they wrapped, the hidden keys would make every row tall.
    key: { wrap: false },
    number: centred,
    deadline: centred,
    due: { ...centred, numberFormat: "yyyy-mm-dd" },
    persons: centred,
    period: centred,
    target: centred,
    measure: centred,
    // Stated, since some programs show a formula's result in the format of the cells it refers to: 9200% for 92.
    current: { ...result, numberFormat: "General" },
    ratio: { ...result, numberFormat: "0%" },
    status: { ...result, bold: true },
    progress: { unlocked: true },
    evidence: { unlocked: true },
    method: { unlocked: true },
    remark: { unlocked: true },
  };
  return styles[key];
}

/** Looks of the body cells in `area`, which spans all columns of the matrix. */
export function bodyStyles(columns: readonly MatrixColumn[], place: Place, area: Area): StyledArea[] {
  const styled = columns
    .map((column) => ({ key: column.key, style: columnStyle(column) }))
    .filter((one) => one.style !== undefined);
  const kinds = new Map<string, { style: CellStyle; keys: string[] }>();
  for (const { key, style } of styled) {
    const known = kinds.get(JSON.stringify(style)) ?? { style: style!, keys: [] };
    known.keys.push(key);
    kinds.set(JSON.stringify(style), known);
  }
  return [
    { area, style: look.body },
    ...[...kinds.values()].flatMap(({ style, keys }) =>
      areasOf(keys, place, area).map((one) => ({ area: one, style })),
    ),
  ];
}

/** The columns of `keys` within `rows`; adjacent columns form one area. */
export function areasOf(keys: readonly string[], place: Place, rows: Area): Area[] {
  const at = keys.map(place).filter((column) => column !== undefined);
  return consecutiveNumbers(at.sort((a, b) => a - b)).map(({ start, length }) => ({
    ...rows,
    column: start,
    columns: length,
  }));
}

/**
 * Few rules, and each reads one text: Excel often fails to refresh formats that compare many cells (docs/design.md,
 * What Excel does).
 */
export function conditionalFormats(columns: readonly MatrixColumn[], place: Place, area: Area): ConditionalFormat[] {
  const { colours } = look;
  const statusColumn = place("status");
  const keys = columns.map(({ key }) => key);
  const isMarks = new Set(columns.flatMap(({ key, kind }) => (kind === "unit" ? [key] : [])));
  const work = keys.slice(keys.indexOf("indicator"), keys.indexOf("remark") + 1).filter((key) => !isMarks.has(key));
  const found: ConditionalFormat[] = [];
  const add = (over: readonly string[], format: Omit<ConditionalFormat, "area">): void => {
    for (const one of areasOf(over, place, area)) found.push({ area: one, ...format });
  };
  if (statusColumn !== undefined) {
    const status = cellAddress(area.row, statusColumn, { column: true });
    const is = (key: Parameters<typeof statusText>[0]): string => `${status}="${statusText(key)}"`;
    add(work, { formula: `=LEFT(${status},1)="${shortfallMark}"`, fill: colours.shortFill, color: colours.shortText });
    add(["status"], {
      formula: `=OR(${is("reached")},${is("done")})`,
      fill: colours.reachedFill,
      color: colours.reachedText,
    });
    add(["status"], {
      formula: `=OR(${is("unreadable")},${is("underWay")},${is("onPace")})`,
      fill: colours.progressFill,
    });
  }
  const sectionColumn = place("section");
  if (sectionColumn !== undefined) {
    // Each row finds out by itself whether it begins a section, so the rule survives sorting and filtering. The first
    // row needs no line, since the header has one.
    const above = cellAddress(area.row - 1, sectionColumn, { column: true });
    const inOrder = keys.slice(keys.indexOf("number"));
    add(inOrder, {
      formula: `=AND(${cellAddress(area.row, sectionColumn, { column: true })}<>${above},${above}<>"")`,
      lines: { above: colours.strongRule, others: colours.rule },
    });
  }
  const repeated = ["number", "section", "task"].map(place);
  if (repeated.every((column) => column !== undefined)) {
    const same = (column: number): string =>
      `${cellAddress(area.row, column, { column: true })}=${cellAddress(area.row - 1, column, { column: true })}`;
    add(["number", "section", "task"], { formula: `=AND(${repeated.map(same).join(",")})`, color: colours.muted });
  }
  return found;
}
