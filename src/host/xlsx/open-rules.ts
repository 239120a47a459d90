import { parseAddress } from "../areas";
import { rewriteRule, type Rule } from "../rules";
import type { HostConditionalFormat, HostSheet, HostValidation, HostWorkbook } from "../workbook";
import { openDataBars, type OpenedBar } from "./data-bars";
import type { Origin } from "./origin";
import type { StyleSheet } from "./styles";
import { attributesOf, childrenOf, childText, elements, isOn, type Element, type XmlPart } from "./xml";

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

/** The host keeps one rule for each area; each is relative to the first cell of its area. */
function spread<T extends Rule>(rule: T, sqref: string, book: HostWorkbook): T[] {
  const [first, ...others] = sqref.trim().split(/\s+/).map(parseAddress);
  const mover = book.grid.univer.getFormula();
  rule.area = first!;
  return [
    rule,
    ...others.map((area) => {
      const piece = { ...rule, area, ...("id" in rule ? { id: book.newId("cf") } : {}) };
      rewriteRule(
        piece,
        (formula) => mover.moveFormulaRefOffset(formula, area.column - first!.column, area.row - first!.row) as string,
      );
      return piece;
    }),
  ];
}

/** A rule of a kind that the host knows. */
interface KnownRule {
  xml: string;
  kind: Pick<HostConditionalFormat, "kind" | "formula" | "rule" | "bar">;
}

/** Reads a `<cfRule>`; undefined for a kind that the host does not know. */
export function knownRule(xml: string, bars: ReadonlyMap<number, OpenedBar>): KnownRule | undefined {
  const { type, operator, priority } = attributesOf(xml);
  const formulas = elements(xml, "formula").map(({ inner }) => `=${childText(`<f>${inner}</f>`, "f") ?? ""}`);
  const [first, second] = formulas;
  if (type === "expression" && first) return { xml, kind: { kind: "Custom", formula: first, rule: {} } };
  if (type === "cellIs" && first) {
    return {
      xml,
      kind: {
        kind: "CellValue",
        formula: "",
        rule: {
          operator: operators[operator ?? ""] ?? operator,
          formula1: first,
          ...(second ? { formula2: second } : {}),
        },
      },
    };
  }
  const text = attributesOf(xml).text ?? /SEARCH\("((?:[^"]|"")*)"/.exec(first ?? "")?.[1]?.replace(/""/g, '"');
  if (type === "containsText" && text !== undefined)
    return { xml, kind: { kind: "ContainsText", formula: "", rule: { operator: "Contains", text } } };
  const bar = type === "dataBar" ? bars.get(Number(priority)) : undefined;
  return bar && { xml, kind: { kind: "DataBar", formula: "", ...bar } };
}

/** The rule's look as one text. While it is unchanged, saving uses the file's own format, which may have more. */
export const lookOf = ({ fill, color, bold, italic, borders }: HostConditionalFormat): string =>
  JSON.stringify([fill, color, bold, italic, borders]);

/** @returns the number of rules of kinds that the host does not know */
export function openConditionalFormats(
  part: XmlPart,
  sheet: HostSheet,
  book: HostWorkbook,
  origin: Origin,
  styles: StyleSheet,
): number {
  const blocks = part.all("conditionalFormatting");
  const bars = openDataBars(blocks.join("") + (part.get("extLst") ?? ""));
  const rules = blocks.flatMap((xml) =>
    childrenOf(xml)
      .filter(({ name }) => name === "cfRule")
      .map((rule) => ({ xml: rule.xml, ref: attributesOf(xml).sqref ?? "" })),
  );
  const priority = (xml: string): number => Number(attributesOf(xml).priority ?? 0);
  let unknown = 0;
  for (const { ref, xml } of rules.sort((a, b) => priority(a.xml) - priority(b.xml))) {
    const known = knownRule(xml, bars);
    if (!known || !isPlainAreas(ref)) {
      unknown++;
      continue;
    }
    const { dxfId, stopIfTrue } = attributesOf(xml);
    const style = dxfId === undefined ? {} : styles.differential(Number(dxfId));
    const drawn = Object.entries({
      EdgeTop: style.bd?.t,
      EdgeBottom: style.bd?.b,
      EdgeLeft: style.bd?.l,
      EdgeRight: style.bd?.r,
    }).flatMap(([edge, side]) => (side ? [[edge, side.cl?.rgb ?? "#000000"]] : []));
    const format: HostConditionalFormat = {
      id: book.newId("cf"),
      sheet,
      area: parseAddress("A1"),
      ...known.kind,
      ...(style.bg?.rgb ? { fill: style.bg.rgb } : {}),
      ...(style.cl?.rgb ? { color: style.cl.rgb } : {}),
      ...(style.bl === 1 ? { bold: true } : {}),
      ...(style.it === 1 ? { italic: true } : {}),
      ...(drawn.length > 0 ? { borders: Object.fromEntries(drawn) as HostConditionalFormat["borders"] } : {}),
      stopIfTrue: isOn(stopIfTrue),
    };
    for (const one of spread(format, ref, book)) {
      book.conditionalFormats.push(one);
      if (dxfId !== undefined) origin.differentials.set(one.id, { look: lookOf(one), dxfId: Number(dxfId) });
    }
  }
  return unknown;
}

export const isPlainAreas = (sqref: string): boolean =>
  sqref.trim() !== "" &&
  sqref
    .trim()
    .split(/\s+/)
    .every(
      (area) =>
        /^\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/i.test(area) ||
        /^\$?[A-Z]{1,3}:\$?[A-Z]{1,3}$/i.test(area) ||
        /^\$?\d+:\$?\d+$/.test(area),
    );

/** @returns the number of rules of kinds that the host does not know */
export function openValidations(part: XmlPart, sheet: HostSheet, book: HostWorkbook): number {
  let unknown = 0;
  for (const { xml } of childrenOf(part.get("dataValidations") ?? "")) {
    const one = validationOf(xml, sheet);
    if (one) book.validations.push(...spread(one, attributesOf(xml).sqref!, book));
    else unknown++;
  }
  return unknown;
}

/** Reads a `<dataValidation>`, for its first area; undefined for a kind that the host does not know. */
export function validationOf(xml: string, sheet: HostSheet): HostValidation | undefined {
  const [element] = elements(xml, "dataValidation");
  if (!element || !isPlainAreas(element.attributes.sqref ?? "")) return undefined;
  const { attributes } = element;
  const rule = ruleOf(element);
  if (!rule) return undefined;
  const { prompt, promptTitle, error, errorTitle, errorStyle } = attributes;
  const alert = errorStyle ?? errorTitle ?? error;
  return {
    sheet,
    area: parseAddress("A1"),
    rule,
    ...((prompt ?? promptTitle)
      ? { prompt: { showPrompt: isOn(attributes.showInputMessage), title: promptTitle ?? "", message: prompt ?? "" } }
      : {}),
    ...(alert === undefined && isOn(attributes.showErrorMessage)
      ? {}
      : {
          alert: {
            showAlert: isOn(attributes.showErrorMessage),
            style: alertStyle(errorStyle),
            title: errorTitle ?? "",
            message: error ?? "",
          },
        }),
    ignoreBlanks: isOn(attributes.allowBlank),
  };
}

const alertStyle = (style = "stop"): string => style.charAt(0).toUpperCase() + style.slice(1);

function ruleOf({ attributes: { type, operator = "between" }, inner }: Element): HostValidation["rule"] | undefined {
  const [formula1, formula2] = [childText(inner, "formula1"), childText(inner, "formula2")];
  if (formula1 === undefined) return undefined;
  if (type === "list")
    return {
      list: {
        inCellDropDown: true,
        source: /^"[^]*"$/.test(formula1) ? formula1.slice(1, -1).replace(/""/g, '"') : `=${formula1}`,
      },
    };
  if (type === "custom") return { custom: { formula: `=${formula1}` } };
  const kind = { whole: "wholeNumber", decimal: "decimal", textLength: "textLength" }[type ?? ""];
  if (!kind) return undefined;
  const bound = (text: string): number | string =>
    text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : `=${text}`;
  const named = operators[operator]?.replace(/OrEqual$/, "OrEqualTo");
  return {
    [kind]: {
      formula1: bound(formula1),
      ...(formula2 === undefined ? {} : { formula2: bound(formula2) }),
      operator: named,
    },
  };
}
