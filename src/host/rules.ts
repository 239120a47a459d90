import { intersection, without, type Area } from "./areas";
import { inFormulas } from "./references";
import type { HostConditionalFormat, HostSheet, HostValidation, HostWorkbook, Position } from "./workbook";

/** A conditional format or a validation. Its formulas are relative to the first cell of its area. */
export type Rule = HostConditionalFormat | HostValidation;

/** Replaces all formulas of a rule. */
export function rewriteRule(rule: Rule, change: (formula: string) => string): void {
  if ("formula" in rule && rule.formula) rule.formula = change(rule.formula);
  rule.rule = inFormulas(rule.rule, change);
}

/** Limits a rule to a part of its area; relative references are adjusted to the part's first cell. */
function narrow<T extends Rule>(rule: T, area: Area, book: HostWorkbook): T {
  const [columns, rows] = [area.column - rule.area.column, area.row - rule.area.row];
  if (columns !== 0 || rows !== 0) {
    const mover = book.grid.univer.getFormula();
    rewriteRule(rule, (formula) => mover.moveFormulaRefOffset(formula, columns, rows) as string);
  }
  rule.area = { ...area };
  return rule;
}

const copyOf = <T extends Rule>(rule: T, book: HostWorkbook): T => ({
  ...rule,
  ...("id" in rule ? { id: book.newId("cf") } : {}),
});

/** The rule without `holes`: one rule for each rectangle that is left. The first of them is the rule itself. */
function remains<T extends Rule>(rule: T, holes: Area[], book: HostWorkbook): T[] {
  let areas = [rule.area];
  for (const hole of holes) areas = areas.flatMap((area) => without(area, hole));
  const [first, ...others] = areas;
  if (!first) return [];
  const pieces = others.map((area) => narrow(copyOf(rule, book), area, book));
  return [narrow(rule, first, book), ...pieces];
}

/** Removes the rules from the cells of `area`. A larger rule keeps the rest of its area, and its place in the list. */
export function cutRules<T extends Rule>(list: T[], { sheet, area }: Position, book: HostWorkbook): void {
  if (!list.some((rule) => rule.sheet === sheet && intersection(rule.area, area))) return;
  replace(list, (rule) =>
    rule.sheet === sheet && intersection(rule.area, area) ? remains(rule, [area], book) : [rule],
  );
}

/**
 * Moves the rules of `from` along to `to`, an area of the same shape. A rule that covers both in the same way, such as
 * one over two rows of a table, stays as it is, so the source keeps it too.
 * @param follow translates the references of a rule that moves
 */
export function moveRules<T extends Rule>(
  list: T[],
  from: Position,
  to: Position,
  follow: (formula: string, home: HostSheet) => string,
  book: HostWorkbook,
): void {
  replace(list, (rule) => {
    if (rule.sheet === from.sheet && from.sheet === to.sheet && alike(rule.area, from.area, to.area)) return [rule];
    const part = rule.sheet === from.sheet ? intersection(rule.area, from.area) : undefined;
    const carried = part ? narrow(copyOf(rule, book), part, book) : undefined;
    if (carried) {
      rewriteRule(carried, (formula) => follow(formula, from.sheet));
      carried.sheet = to.sheet;
      carried.area = translated(part!, from.area, to.area);
    }
    const holes = [from, to].filter(({ sheet }) => sheet === rule.sheet).map(({ area }) => area);
    const hit = holes.some((hole) => intersection(rule.area, hole));
    return [...(hit ? remains(rule, holes, book) : [rule]), ...(carried ? [carried] : [])];
  });
}

function replace<T>(list: T[], change: (one: T) => T[]): void {
  list.splice(0, list.length, ...[...list].flatMap(change));
}

/** The place of a part of `from` after `from` has moved to `to`. */
export const translated = (part: Area, from: Area, to: Area): Area => ({
  ...part,
  row: part.row - from.row + to.row,
  column: part.column - from.column + to.column,
});

const same = (a: Area, b: Area): boolean =>
  a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;

/** Whether an area covers the same part of both. */
function alike(area: Area, from: Area, to: Area): boolean {
  const a = intersection(area, from);
  const b = intersection(area, to);
  return a !== undefined && b !== undefined && same(translated(a, from, to), b);
}

/** Extends rules that end right above the new rows `area`, within its columns, to these rows. */
export function growRules(list: Rule[], { sheet, area }: Position): void {
  for (const rule of list) {
    const within =
      rule.area.column >= area.column && rule.area.column + rule.area.columns <= area.column + area.columns;
    if (rule.sheet === sheet && within && rule.area.row + rule.area.rows === area.row)
      rule.area = { ...rule.area, rows: rule.area.rows + area.rows };
  }
}
