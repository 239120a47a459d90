import { formatAddress } from "../areas";
import type { HostConditionalFormat, HostSheet, HostValidation, HostWorkbook } from "../workbook";
import { dataBarRule, extendedRule, openDataBars, withExtendedRules } from "./data-bars";
import { isPlainAreas, knownRule, lookOf, validationOf } from "./open-rules";
import type { Origin } from "./origin";
import type { StyleSheet } from "./styles";
import {
  attributesOf,
  attributesXml,
  childrenOf,
  childText,
  escaped,
  prefixed,
  withAttributes,
  type XmlPart,
} from "./xml";

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

const bare = (formula: unknown): string => escaped(String(formula).replace(/^=/, ""));

/** An id that is unique on the sheet, which is all that is required of it. */
const ruleId = (priority: number): string =>
  `{5C0E2F9A-7D41-4B3C-9E58-${priority.toString(16).toUpperCase().padStart(12, "0")}}`;

/**
 * Writes a sheet's conditional formats. Rules of kinds that the host does not know are carried over, after the others.
 */
export function saveConditionalFormats(
  part: XmlPart,
  sheet: HostSheet,
  book: HostWorkbook,
  origin: Origin,
  styles: StyleSheet,
): void {
  const formats = book.conditionalFormats.filter((format) => format.sheet === sheet);
  const blocks = part.all("conditionalFormatting");
  const bars = openDataBars(blocks.join("") + (part.get("extLst") ?? ""));
  const gone = new Set<string>();
  const kept = blocks.flatMap((block) => {
    const rules = childrenOf(block).filter(({ name }) => name === "cfRule");
    const unknown = rules.filter(({ xml }) => !knownRule(xml, bars) || !isPlainAreas(attributesOf(block).sqref ?? ""));
    for (const { xml } of rules) if (!unknown.some((one) => one.xml === xml)) gone.add(childText(xml, "id") ?? "");
    const raised = unknown.map(({ xml }) =>
      withAttributes(xml, { priority: Number(attributesOf(xml).priority ?? 1) + formats.length }),
    );
    return unknown.length === 0
      ? []
      : [
          block.replace(
            /^(<[^>]*>)[^]*(<\/[^>]*>)$/,
            (_, open: string, close: string) => open + raised.join("") + close,
          ),
        ];
  });
  const written = formats.map((format, index) => {
    const known = origin.differentials.get(format.id);
    const dxfId = known?.look === lookOf(format) ? known.dxfId : differential(format, styles);
    return prefixed(
      `<conditionalFormatting sqref="${formatAddress(format.area)}">${ruleXml(format, index + 1, dxfId)}</conditionalFormatting>`,
      part.prefix,
    );
  });
  part.setRaw("conditionalFormatting", [...written, ...kept].join(""));
  const extended = formats.flatMap((format, index) =>
    format.bar ? [extendedRule(format, ruleId(index + 1), formatAddress(format.area))] : [],
  );
  if (extended.length > 0 || gone.size > 0)
    part.setRaw("extLst", withExtendedRules(part.get("extLst"), extended, gone, part.prefix));
}

function differential(
  { kind, fill, color, bold, italic, borders }: HostConditionalFormat,
  styles: StyleSheet,
): number | undefined {
  if (kind === "DataBar") return undefined;
  const side = (colour: string | undefined) => (colour === undefined ? undefined : { s: 1, cl: { rgb: colour } });
  return styles.addDifferential({
    ...(fill ? { bg: { rgb: fill } } : {}),
    ...(color ? { cl: { rgb: color } } : {}),
    ...(bold ? { bl: 1 } : {}),
    ...(italic ? { it: 1 } : {}),
    ...(borders
      ? {
          bd: {
            t: side(borders.EdgeTop),
            b: side(borders.EdgeBottom),
            l: side(borders.EdgeLeft),
            r: side(borders.EdgeRight),
          },
        }
      : {}),
  });
}

function ruleXml(format: HostConditionalFormat, priority: number, dxfId: number | undefined): string {
  const { rule } = format;
  const open = (type: string, more: Record<string, string | undefined> = {}): string =>
    `<cfRule${attributesXml({ type, dxfId, priority, stopIfTrue: format.stopIfTrue || undefined, ...more })}>`;
  const formula = (text: unknown): string => `<formula>${bare(text)}</formula>`;
  switch (format.kind) {
    case "Custom":
      return `${open("expression")}${formula(format.formula)}</cfRule>`;
    case "CellValue":
      return `${open("cellIs", { operator: operators[String(rule.operator)] })}${[rule.formula1, rule.formula2]
        .filter((one) => one !== undefined)
        .map(formula)
        .join("")}</cfRule>`;
    case "ContainsText": {
      const text = String(rule.text);
      const cell = formatAddress({ ...format.area, rows: 1, columns: 1 });
      return `${open("containsText", { operator: "containsText", text })}${formula(`NOT(ISERROR(SEARCH("${text.replace(/"/g, '""')}",${cell})))`)}</cfRule>`;
    }
    case "DataBar":
      return dataBarRule(format, priority, ruleId(priority));
  }
}

/** Writes a sheet's validations. Those of kinds that the host does not know are carried over, before the others. */
export function saveValidations(part: XmlPart, sheet: HostSheet, book: HostWorkbook): void {
  const kept = childrenOf(part.get("dataValidations") ?? "")
    .map(({ xml }) => xml)
    .filter((xml) => !validationOf(xml, sheet));
  const own = book.validations
    .filter((one) => one.sheet === sheet)
    .map(validationXml)
    .filter((xml) => xml !== "");
  const p = part.prefix;
  const all = [...kept, ...own.map((xml) => prefixed(xml, p))];
  part.setRaw(
    "dataValidations",
    all.length === 0 ? "" : `<${p}dataValidations count="${all.length}">${all.join("")}</${p}dataValidations>`,
  );
}

function validationXml({ rule, prompt, alert, ignoreBlanks, area }: HostValidation): string {
  const [kind] = Object.keys(rule);
  if (!kind) return "";
  const body = rule[kind]!;
  const type = { list: "list", custom: "custom", wholeNumber: "whole", decimal: "decimal", textLength: "textLength" }[
    kind
  ];
  if (!type) throw new Error(`a validation of kind ${kind} at ${formatAddress(area)} cannot be saved`);
  const isCompared = kind !== "list" && kind !== "custom";
  const source = String(body.source);
  const formulas =
    kind === "list"
      ? [source.startsWith("=") ? source : `"${source.replace(/"/g, '""')}"`]
      : kind === "custom"
        ? [body.formula]
        : [body.formula1, body.formula2].filter((part) => part !== undefined);
  const attributes = attributesXml({
    type,
    errorStyle: alert ? alert.style.toLowerCase() : undefined,
    operator: isCompared ? operators[String(body.operator)] : undefined,
    allowBlank: ignoreBlanks,
    showInputMessage: prompt?.showPrompt ?? false,
    showErrorMessage: alert?.showAlert ?? true,
    errorTitle: alert?.title,
    error: alert?.message,
    promptTitle: prompt?.title,
    prompt: prompt?.message,
    sqref: formatAddress(area),
  });
  return `<dataValidation${attributes}>${formulas.map((formula, index) => `<formula${index + 1}>${bare(formula)}</formula${index + 1}>`).join("")}</dataValidation>`;
}
