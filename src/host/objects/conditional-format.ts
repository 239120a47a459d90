import { intersection } from "../areas";
import { HostError, invalidArgument, itemNotFound } from "../errors";
import { object, type HostObject, type ObjectType } from "../object-type";
import { cutRules } from "../rules";
import { automaticBounds, dataBarTypes, newDataBar } from "./data-bar";
import type { ConditionalEdge, HostConditionalFormat, HostWorkbook, Position } from "../workbook";

const changed = (self: HostConditionalFormat, book: HostWorkbook): void => book.mirror.conditionalFormats(self.sheet);

const of = ({ sheet, area }: Position, book: HostWorkbook): HostConditionalFormat[] =>
  book.conditionalFormats.filter((format) => format.sheet === sheet && intersection(format.area, area));

const conditionalFormat: ObjectType<HostConditionalFormat> = {
  name: "ConditionalFormat",
  identity: (self) => self.id,
  properties: {
    id: { get: (self) => self.id },
    type: { get: (self) => self.kind },
    priority: { get: (self, book) => book.conditionalFormats.filter((one) => one.sheet === self.sheet).indexOf(self) },
    stopIfTrue: {
      get: (self) => self.stopIfTrue,
      set: (self, on: boolean, book) => {
        self.stopIfTrue = on;
        changed(self, book);
      },
    },
  },
  objects: {
    custom: (self) => object("CustomConditionalFormat", self),
    cellValue: (self) => object("CellValueConditionalFormat", self),
    textComparison: (self) => object("TextConditionalFormat", self),
    dataBar: (self) => object("DataBarConditionalFormat", self),
  },
  methods: {
    delete: (self, _args, book) => {
      book.checkUnprotected(self.sheet);
      book.conditionalFormats.splice(book.conditionalFormats.indexOf(self), 1);
      changed(self, book);
    },
    getRange: ({ sheet, area }) => object("Range", { sheet, area }),
  },
};

const ruleProperty: ObjectType<HostConditionalFormat>["properties"] = {
  rule: {
    get: (self) => self.rule,
    set: (self, rule: Record<string, unknown>, book) => {
      self.rule = rule;
      changed(self, book);
    },
  },
};

const customConditionalFormat: ObjectType<HostConditionalFormat> = {
  name: "CustomConditionalFormat",
  objects: {
    rule: (self) => object("ConditionalFormatRule", self),
    format: (self) => object("ConditionalRangeFormat", self),
  },
};

const cellValueConditionalFormat: ObjectType<HostConditionalFormat> = {
  name: "CellValueConditionalFormat",
  properties: ruleProperty,
  objects: { format: (self) => object("ConditionalRangeFormat", self) },
};

const textConditionalFormat: ObjectType<HostConditionalFormat> = {
  name: "TextConditionalFormat",
  properties: ruleProperty,
  objects: { format: (self) => object("ConditionalRangeFormat", self) },
};

const conditionalFormatRule: ObjectType<HostConditionalFormat> = {
  name: "ConditionalFormatRule",
  properties: {
    formula: {
      get: (self) => self.formula,
      set: (self, formula: string, book) => {
        self.formula = formula.startsWith("=") ? formula : `=${formula}`;
        changed(self, book);
      },
    },
  },
};

const conditionalRangeFormat: ObjectType<HostConditionalFormat> = {
  name: "ConditionalRangeFormat",
  objects: {
    fill: (self) => object("ConditionalRangeFill", self),
    font: (self) => object("ConditionalRangeFont", self),
    borders: (self) => object("ConditionalRangeBorderCollection", self),
  },
};

interface Edge {
  format: HostConditionalFormat;
  edge: ConditionalEdge;
}

const edges: readonly string[] = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] satisfies ConditionalEdge[];

function edgeOf(format: HostConditionalFormat, edge: string): HostObject {
  if (!edges.includes(edge)) throw invalidArgument(`a conditional format's border ${edge}`);
  return object("ConditionalRangeBorder", { format, edge: edge as ConditionalEdge });
}

const conditionalBorders: ObjectType<HostConditionalFormat> = {
  name: "ConditionalRangeBorderCollection",
  byId: edgeOf,
  methods: { getItem: (self, [edge]: [string]) => edgeOf(self, edge) },
};

const conditionalBorder: ObjectType<Edge> = {
  name: "ConditionalRangeBorder",
  properties: {
    sideIndex: { get: ({ edge }) => edge },
    color: {
      get: ({ format, edge }) => format.borders?.[edge] ?? "",
      set: ({ format, edge }, color: string) => void (format.borders = { ...format.borders, [edge]: color }),
    },
    style: {
      get: ({ format, edge }) => (format.borders?.[edge] === undefined ? "None" : "Continuous"),
      set: ({ format, edge }, style: string) => {
        if (style !== "Continuous")
          throw new HostError(
            "NotImplemented",
            `The embedded host draws conditional borders as thin lines (not ${style})`,
          );
        format.borders = { ...format.borders, [edge]: format.borders?.[edge] ?? "#000000" };
      },
    },
  },
};

const look = <K extends "fill" | "color" | "bold" | "italic">(key: K) => ({
  get: (self: HostConditionalFormat) => self[key] ?? null,
  set: (self: HostConditionalFormat, value: HostConditionalFormat[K], book: HostWorkbook) => {
    self[key] = value;
    changed(self, book);
  },
});

const conditionalFill: ObjectType<HostConditionalFormat> = {
  name: "ConditionalRangeFill",
  properties: { color: look("fill") },
};
const conditionalFont: ObjectType<HostConditionalFormat> = {
  name: "ConditionalRangeFont",
  properties: { color: look("color"), bold: look("bold"), italic: look("italic") },
};

/** Adds a format before the others of its sheet. */
function add(self: Position, kind: string, book: HostWorkbook): HostObject {
  if (!["Custom", "CellValue", "ContainsText", "DataBar"].includes(kind))
    throw invalidArgument(`conditional format of type ${kind}`);
  const format: HostConditionalFormat = {
    id: book.newId("cf"),
    sheet: self.sheet,
    area: self.area,
    kind: kind as HostConditionalFormat["kind"],
    formula: "",
    rule: kind === "DataBar" ? automaticBounds() : {},
    stopIfTrue: false,
    ...(kind === "DataBar" ? { bar: newDataBar() } : {}),
  };
  book.checkUnprotected(self.sheet);
  book.conditionalFormats.unshift(format);
  if (format.bar) book.mirror.conditionalFormats(self.sheet);
  return object("ConditionalFormat", format);
}

const conditionalFormatCollection: ObjectType<Position> = {
  name: "ConditionalFormatCollection",
  items: (self, book) => of(self, book).map((format) => object("ConditionalFormat", format)),
  byId: (self, id, book) => {
    const known = of(self, book).find((format) => format.id === id);
    if (!known) throw itemNotFound(`conditional format ${id}`);
    return object("ConditionalFormat", known);
  },
  methods: {
    add: (self, [kind]: [string], book: HostWorkbook) => add(self, kind, book),
    clearAll: (self, _args, book) => {
      book.checkUnprotected(self.sheet);
      cutRules(book.conditionalFormats, self, book);
      book.mirror.conditionalFormats(self.sheet);
    },
    getCount: (self, _args, book) => of(self, book).length,
  },
};

export const conditionalFormatTypes = [
  conditionalFormat,
  customConditionalFormat,
  cellValueConditionalFormat,
  textConditionalFormat,
  ...dataBarTypes,
  conditionalFormatRule,
  conditionalRangeFormat,
  conditionalFill,
  conditionalFont,
  conditionalBorders,
  conditionalBorder,
  conditionalFormatCollection,
];

declare module "../object-type" {
  interface Selves {
    ConditionalFormat: HostConditionalFormat;
    CustomConditionalFormat: HostConditionalFormat;
    CellValueConditionalFormat: HostConditionalFormat;
    TextConditionalFormat: HostConditionalFormat;
    ConditionalFormatRule: HostConditionalFormat;
    ConditionalRangeFormat: HostConditionalFormat;
    ConditionalRangeFill: HostConditionalFormat;
    ConditionalRangeFont: HostConditionalFormat;
    ConditionalRangeBorderCollection: HostConditionalFormat;
    ConditionalRangeBorder: Edge;
    ConditionalFormatCollection: Position;
  }
}
