import type ExcelJS from "exceljs";
import { formatAddress } from "../areas";
import type { HostConditionalFormat, HostValidation } from "../workbook";
import { argb } from "./cell-style";
import { plainDataBar } from "./data-bars";

const operators: Record<string, string> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqualTo: "lessThanOrEqual",
  GreaterThanOrEqual: "greaterThanOrEqual",
  LessThanOrEqual: "lessThanOrEqual",
};

const bare = (formula: unknown): string => String(formula).replace(/^=/, "");

export function conditionalFormatting(format: HostConditionalFormat, priority: number): ExcelJS.ConditionalFormattingRule | undefined {
  const style: Partial<ExcelJS.Style> = {
    ...(format.fill ? { fill: { type: "pattern", pattern: "solid", bgColor: { argb: argb(format.fill) } } } : {}),
    ...(format.color || format.bold || format.italic
      ? {
          font: {
            ...(format.color ? { color: { argb: argb(format.color) } } : {}),
            ...(format.bold ? { bold: true } : {}),
            ...(format.italic ? { italic: true } : {}),
          },
        }
      : {}),
  };
  const { EdgeTop, EdgeBottom, EdgeLeft, EdgeRight } = format.borders ?? {};
  const line = (colour: string | undefined): Partial<ExcelJS.Border> | undefined => (colour === undefined ? undefined : { style: "thin", color: { argb: argb(colour) } });
  if (format.borders) style.border = Object.fromEntries(Object.entries({ top: line(EdgeTop), bottom: line(EdgeBottom), left: line(EdgeLeft), right: line(EdgeRight) }).filter(([, side]) => side));
  const common = { priority, style, ...(format.stopIfTrue ? { stopIfTrue: true } : {}) };
  const { rule } = format;
  switch (format.kind) {
    case "Custom":
      return { ...common, type: "expression", formulae: [bare(format.formula)] } as ExcelJS.ConditionalFormattingRule;
    case "CellValue":
      return {
        ...common,
        type: "cellIs",
        operator: operators[String(rule.operator)] as "equal",
        formulae: [rule.formula1, rule.formula2].filter((part) => part !== undefined).map(bare),
      } as ExcelJS.ConditionalFormattingRule;
    case "ContainsText":
      return { ...common, type: "containsText", operator: "containsText", text: String(rule.text) } as ExcelJS.ConditionalFormattingRule;
    case "DataBar":
      return plainDataBar(format, priority) as ExcelJS.ConditionalFormattingRule;
  }
}

export function dataValidation({ rule, prompt, alert, ignoreBlanks, area }: HostValidation): ExcelJS.DataValidation | undefined {
  const [kind] = Object.keys(rule);
  if (!kind) return undefined;
  const body = rule[kind]!;
  const told = {
    allowBlank: ignoreBlanks,
    showInputMessage: prompt?.showPrompt ?? false,
    ...(prompt ? { promptTitle: prompt.title, prompt: prompt.message } : {}),
    showErrorMessage: alert?.showAlert ?? true,
    ...(alert ? { errorStyle: alert.style.toLowerCase(), errorTitle: alert.title, error: alert.message } : {}),
  };
  if (kind === "list") {
    const source = String(body.source);
    return { ...told, type: "list", formulae: [source.startsWith("=") ? bare(source) : `"${source}"`] };
  }
  if (kind === "custom") return { ...told, type: "custom", formulae: [bare(body.formula)] };
  const type = { wholeNumber: "whole", decimal: "decimal", textLength: "textLength" }[kind];
  if (!type) throw new Error(`a validation of kind ${kind} at ${formatAddress(area)} cannot be saved`);
  return {
    ...told,
    type: type as "decimal",
    operator: operators[String(body.operator)] as "between",
    formulae: [body.formula1, body.formula2].filter((part) => part !== undefined).map((part) => (typeof part === "number" ? part : bare(part))),
  };
}
