import type ExcelJS from "exceljs";
import { parseAddress } from "../areas";
import { rewriteRule, type Rule } from "../rules";
import type { HostConditionalFormat, HostSheet, HostValidation, HostWorkbook } from "../workbook";
import { openDataBars, type OpenedBar } from "./data-bars";
import { childText, elements, isOn, type Element } from "./open-package";
import { colourOf } from "./open-style";

const operators: Record<string, string> = {
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqual",
  lessThanOrEqual: "LessThanOrEqual",
};

/** A rule for several areas is one for each here, written for its first cell. */
function spread<T extends Rule>(rule: T, sqref: string, book: HostWorkbook): T[] {
  const [first, ...others] = sqref.trim().split(/\s+/).map(parseAddress);
  const mover = book.grid.univer.getFormula();
  rule.area = first!;
  return [
    rule,
    ...others.map((area) => {
      const piece = { ...rule, area, ...("id" in rule ? { id: book.newId("cf") } : {}) };
      rewriteRule(piece, (formula) => mover.moveFormulaRefOffset(formula, area.column - first!.column, area.row - first!.row) as string);
      return piece;
    }),
  ];
}

/** @returns what the host cannot hold */
export function openConditionalFormats(source: ExcelJS.Worksheet, xml: string, sheet: HostSheet, book: HostWorkbook): string[] {
  const leftOut: string[] = [];
  const bars = openDataBars(xml);
  const stopping = new Set(elements(xml, "cfRule").filter(({ attributes }) => isOn(attributes.stopIfTrue)).map(({ attributes }) => Number(attributes.priority)));
  const blocks = (source as unknown as { conditionalFormattings: { ref: string; rules: ExcelJS.ConditionalFormattingRule[] }[] }).conditionalFormattings;
  const rules = blocks.flatMap(({ ref, rules: own }) => own.map((rule) => ({ ref, rule }))).sort((a, b) => a.rule.priority - b.rule.priority);
  for (const { ref, rule } of rules) {
    const kind = kindOf(rule, bars);
    if (!kind) {
      leftOut.push(`conditional format ${rule.type} at ${ref}`);
      continue;
    }
    const style = "style" in rule ? rule.style : undefined;
    const fill = style?.fill?.type === "pattern" ? (colourOf(style.fill.bgColor) ?? colourOf(style.fill.fgColor)) : undefined;
    const color = colourOf(style?.font?.color);
    const format: HostConditionalFormat = {
      id: book.newId("cf"),
      sheet,
      area: parseAddress("A1"),
      ...kind,
      ...(fill ? { fill } : {}),
      ...(color ? { color } : {}),
      ...(style?.font?.bold ? { bold: true } : {}),
      ...(style?.font?.italic ? { italic: true } : {}),
      ...bordersOf(style?.border),
      stopIfTrue: stopping.has(rule.priority),
    };
    book.conditionalFormats.push(...spread(format, ref, book));
  }
  return leftOut;
}

function bordersOf(border: Partial<ExcelJS.Borders> | undefined): Pick<HostConditionalFormat, "borders"> {
  const sides = { EdgeTop: border?.top, EdgeBottom: border?.bottom, EdgeLeft: border?.left, EdgeRight: border?.right };
  const drawn = Object.entries(sides).flatMap(([edge, side]) => (side?.style ? [[edge, colourOf(side.color) ?? "#000000"]] : []));
  return drawn.length > 0 ? { borders: Object.fromEntries(drawn) } : {};
}

function kindOf(rule: ExcelJS.ConditionalFormattingRule, bars: ReadonlyMap<number, OpenedBar>): Pick<HostConditionalFormat, "kind" | "formula" | "rule" | "bar"> | undefined {
  const { formulae = [] } = rule as { formulae?: unknown[] };
  const [first, second] = formulae.map((formula) => `=${String(formula)}`);
  if (rule.type === "expression") return { kind: "Custom", formula: first!, rule: {} };
  if (rule.type === "cellIs") {
    return { kind: "CellValue", formula: "", rule: { operator: operators[rule.operator!] ?? rule.operator, formula1: first, ...(second ? { formula2: second } : {}) } };
  }
  // ExcelJS reads its formula only: NOT(ISERROR(SEARCH("文字",A1))).
  const text = /SEARCH\("((?:[^"]|"")*)"/.exec(first ?? "")?.[1];
  if (rule.type === "containsText" && text !== undefined) return { kind: "ContainsText", formula: "", rule: { operator: "Contains", text: text.replace(/""/g, '"') } };
  const bar = rule.type === "dataBar" ? bars.get(rule.priority) : undefined;
  return bar && { kind: "DataBar", formula: "", ...bar };
}

/** @returns what the host cannot hold */
export function openValidations(xml: string, sheet: HostSheet, book: HostWorkbook): string[] {
  const leftOut: string[] = [];
  for (const element of elements(xml, "dataValidation")) {
    const { attributes } = element;
    const rule = ruleOf(element);
    if (!rule) {
      leftOut.push(`validation ${attributes.type ?? "none"} at ${attributes.sqref}`);
      continue;
    }
    const { prompt, promptTitle, error, errorTitle, errorStyle } = attributes;
    const alert = errorStyle ?? errorTitle ?? error;
    const one: HostValidation = {
      sheet,
      area: parseAddress("A1"),
      rule,
      ...(prompt ?? promptTitle ? { prompt: { showPrompt: isOn(attributes.showInputMessage), title: promptTitle ?? "", message: prompt ?? "" } } : {}),
      ...(alert === undefined && isOn(attributes.showErrorMessage)
        ? {}
        : { alert: { showAlert: isOn(attributes.showErrorMessage), style: alertStyle(errorStyle), title: errorTitle ?? "", message: error ?? "" } }),
      ignoreBlanks: isOn(attributes.allowBlank),
    };
    book.validations.push(...spread(one, attributes.sqref!, book));
  }
  return leftOut;
}

const alertStyle = (style = "stop"): string => style.charAt(0).toUpperCase() + style.slice(1);

function ruleOf({ attributes: { type, operator = "between" }, inner }: Element): HostValidation["rule"] | undefined {
  const [formula1, formula2] = [childText(inner, "formula1"), childText(inner, "formula2")];
  if (formula1 === undefined) return undefined;
  if (type === "list") return { list: { inCellDropDown: true, source: /^"[^]*"$/.test(formula1) ? formula1.slice(1, -1).replace(/""/g, '"') : `=${formula1}` } };
  if (type === "custom") return { custom: { formula: `=${formula1}` } };
  const kind = { whole: "wholeNumber", decimal: "decimal", textLength: "textLength" }[type ?? ""];
  if (!kind) return undefined;
  const bound = (text: string): number | string => (text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : `=${text}`);
  const named = operators[operator]?.replace(/OrEqual$/, "OrEqualTo");
  return { [kind]: { formula1: bound(formula1), ...(formula2 === undefined ? {} : { formula2: bound(formula2) }), operator: named } };
}
