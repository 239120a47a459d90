import { univerRangeOf } from "./univer-range";
import type {
  HostConditionalFormat,
  HostDataBar,
  HostSheet,
  HostTable,
  HostValidation,
  HostWorkbook,
  Mirror,
} from "./workbook";

/** A mirror that says whether a change in Univer only shows host state, so that it is not taken for an edit. */
export interface UniverMirror extends Mirror {
  readonly isShowing: boolean;
}

/** Shows something in several steps, with pauses between them; void if one step is enough. */
type Steps = Iterator<void> | void;

/** Shows host state with Univer's own features: conditional formats, validations, filter buttons. */
export function univerMirror(book: HostWorkbook): UniverMirror {
  let isShowing = false;
  const shown = (work: () => void): void => {
    isShowing = true;
    try {
      work();
    } finally {
      isShowing = false;
    }
  };
  // One request sets up a rule in several steps, so it is shown once, when the request is done.
  const waiting = new Map<string, () => Steps>();
  let showing = Promise.resolve();
  /** Runs one after the other, with pauses between the steps: a sheet of a thousand rows has hundreds of rules. */
  const showAll = async (all: readonly (() => Steps)[]): Promise<void> => {
    for (const one of all) {
      let steps: Iterator<void> | undefined;
      shown(() => (steps = one() ?? undefined));
      for (let isDone = !steps; !isDone;) {
        shown(() => (isDone = steps!.next().done === true));
        await book.pauseForPage();
      }
    }
  };
  const later = (key: string, show: () => Steps): void => {
    if (waiting.size === 0) {
      setTimeout(() => {
        const all = [...waiting.values()];
        waiting.clear();
        // A failure must not prevent later changes from being shown.
        showing = showing
          .then(() => showAll(all))
          .catch(
            (error: unknown) =>
              void setTimeout(() => {
                throw error;
              }, 0),
          );
      }, 0);
    }
    waiting.set(key, show);
  };
  return {
    get isShowing() {
      return isShowing;
    },
    conditionalFormats: (sheet) => later(`cf ${sheet.id}`, () => showConditionalFormats(sheet, book)),
    validations: (sheet) => later(`dv ${sheet.id}`, () => showValidations(sheet, book)),
    table: (table) => later(`table ${table.id}`, () => showFilter(table, book)),
    tableGone: (table) => later(`table ${table.id}`, () => void book.grid.sheet(table.sheet.id)?.getFilter()?.remove()),
    clearFilter: (table) => later(`table ${table.id}`, () => showFilter(table, book)),
    fittedRows: (sheet, row, rows) =>
      later(`rows ${sheet.id} ${row} ${rows}`, () => measureRows(sheet, row, rows, book)),
  };
}

/** Univer measures the text when it is idle; afterwards the rows are as high as their text is on this page. */
function measureRows(sheet: HostSheet, row: number, rows: number, book: HostWorkbook): void {
  if (!book.grid.sheet(sheet.id) || rows === 0) return;
  for (let first = row; first < row + rows; first += measuredAtOnce) {
    const ranges = [
      univerRangeOf({ row: first, column: 0, rows: Math.min(measuredAtOnce, row + rows - first), columns: 1 }),
    ];
    book.grid.univer.syncExecuteCommand(
      "sheet.operation.mark-dirty-row-auto-height",
      { unitId: book.grid.workbook.getId(), subUnitId: sheet.id, ranges, id: `fitted ${sheet.id} ${first}` },
      { onlyLocal: true },
    );
  }
}

/** How many rows Univer measures in one task, which it does not interrupt. */
const measuredAtOnce = 40;

function showConditionalFormats(sheet: HostSheet, book: HostWorkbook): void {
  const { univer } = book.grid;
  if (!book.grid.sheet(sheet.id)) return;
  const where = { unitId: book.grid.workbook.getId(), subUnitId: sheet.id };
  univer.syncExecuteCommand("sheet.command.clear-worksheet-conditional-rule", where);
  // Univer puts a new rule first, as Excel does, so the last one is added first.
  const formats = book.conditionalFormats.filter(
    (format) => format.sheet === sheet && ((format.kind === "Custom" && format.formula) || format.bar),
  );
  for (const format of [...formats].reverse()) {
    univer.syncExecuteCommand("sheet.command.add-conditional-rule", {
      ...where,
      rule: {
        cfId: format.id,
        ranges: [univerRangeOf(format.area)],
        stopIfTrue: format.stopIfTrue,
        rule: format.bar ? dataBar(format.bar, format.rule) : highlight(format),
      },
    });
  }
}

const highlight = ({ formula, fill, color, bold }: HostConditionalFormat): unknown => ({
  type: "highlightCell",
  subType: "formula",
  value: formula,
  style: {
    ...(fill ? { bg: { rgb: fill } } : {}),
    ...(color ? { cl: { rgb: color } } : {}),
    ...(bold ? { bl: 1 } : {}),
  },
});

const boundTypes: Record<string, string> = {
  Number: "num",
  Percent: "percent",
  Percentile: "percentile",
  Formula: "formula",
};

/** Univer has no automatic lower bound; 0 is used for it. */
function dataBar(
  { fill, gradient, barOnly, negativeFill, negativeFillMatches }: HostDataBar,
  rule: HostConditionalFormat["rule"],
): unknown {
  const bound = (key: "lower" | "upper"): unknown => {
    const { type, formula } = rule[key] as { type: string; formula?: string };
    if (boundTypes[type]) return { type: boundTypes[type], value: type === "Formula" ? formula : Number(formula) };
    if (type === "Automatic" && key === "lower") return { type: "num", value: 0 };
    return { type: type === "LowestValue" ? "min" : "max" };
  };
  return {
    type: "dataBar",
    isShowValue: !barOnly,
    config: {
      min: bound("lower"),
      max: bound("upper"),
      isGradient: gradient,
      positiveColor: fill,
      nativeColor: negativeFillMatches ? fill : negativeFill,
    },
  };
}

function* showValidations(sheet: HostSheet, book: HostWorkbook): Generator<void> {
  const grid = book.grid.sheet(sheet.id);
  if (!grid) return;
  // Mutations instead of Univer's commands: those would add to the user's undo, compare each rule with all others, and
  // measure its rows.
  const where = { unitId: book.grid.workbook.getId(), subUnitId: sheet.id, source: "patched" };
  const tell = (mutation: string, params: object): void =>
    void book.grid.univer.syncExecuteCommand(
      `data-validation.mutation.${mutation}`,
      { ...where, ...params },
      { onlyLocal: true },
    );
  const known = (grid.getDataValidations() as { rule: { uid: string } }[]).map(({ rule }) => rule.uid);
  if (known.length > 0) tell("removeRule", { ruleId: known });
  for (const one of book.validations.filter((validation) => validation.sheet === sheet)) {
    // The sheet may have been deleted during a pause.
    if (!book.grid.sheet(sheet.id)) return;
    const built = build(one, book, (address) => grid.getRange(address));
    if (built) tell("addRule", { rule: { ...built.rule, ranges: [univerRangeOf(one.area)] } });
    yield;
  }
}

function build(
  { rule, prompt, alert }: HostValidation,
  book: HostWorkbook,
  range: (address: string) => unknown,
): { rule: object } | undefined {
  const builder = book.grid.univer.newDataValidation();
  const { list, decimal, custom } = rule;
  if (list && String(list.source).startsWith("="))
    builder.requireValueInRange(range(String(list.source).slice(1).replace(/\$/g, "")), false, true);
  else if (list) builder.requireValueInList(String(list.source).split(","), false, true);
  else if (decimal?.operator === "GreaterThanOrEqualTo") builder.requireNumberGreaterThanOrEqualTo(decimal.formula1);
  else if (decimal?.operator === "Between") builder.requireNumberBetween(decimal.formula1, decimal.formula2);
  else if (custom) builder.requireFormulaSatisfied(String(custom.formula));
  else return undefined;
  // Univer's numbers for alert styles.
  const style = { Information: 0, Stop: 1, Warning: 2 }[alert?.style ?? "Stop"];
  return builder
    .setOptions({
      errorStyle: style,
      showErrorMessage: true,
      // Plain text with an arrow; Univer's chip would hide half of a narrow cell.
      ...(list ? { renderMode: 1 } : {}),
      error: alert?.message,
      ...(prompt ? { showInputMessage: true, promptTitle: prompt.title, prompt: prompt.message } : {}),
    })
    .build();
}

function showFilter(table: HostTable, book: HostWorkbook): void {
  const grid = book.grid.sheet(table.sheet.id);
  if (!grid || !table.showFilterButton) return;
  grid.getFilter()?.remove();
  const { row, column, rows, columns } = table.area;
  grid.getRange(row, column, rows, columns).createFilter();
  buttonsAtFoot(table, book);
}

/** `VerticalAlign.BOTTOM` of Univer's cell styles. */
const bottom = 3;
const footed = new WeakMap<object, { row: number }>();

/**
 * Univer draws a filter button where the header's text is aligned, which covers the first letters of an upright name;
 * Excel always draws it at the bottom. So Univer is told that the header's text is aligned to the bottom.
 */
function buttonsAtFoot({ sheet, area }: HostTable, book: HostWorkbook): void {
  const worksheet = book.grid.sheet(sheet.id).getSheet();
  const known = footed.get(worksheet);
  if (known) {
    known.row = area.row;
    return;
  }
  const header = { row: area.row };
  footed.set(worksheet, header);
  const styleOf = worksheet.getComposedCellStyle.bind(worksheet);
  worksheet.getComposedCellStyle = (row: number, ...rest: unknown[]) =>
    row === header.row ? { ...styleOf(row, ...rest), vt: bottom } : styleOf(row, ...rest);
}
