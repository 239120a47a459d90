import { invalidArgument } from "../errors";
import { object, type ObjectType } from "../object-type";
import type { HostConditionalFormat, HostDataBar, HostWorkbook } from "../workbook";

/** A data bar with Excel's default settings; its bounds are in the format's `rule`. */
export const newDataBar = (): HostDataBar => ({
  fill: "#638EC6",
  border: "",
  gradient: true,
  axisColor: "#000000",
  axis: "Automatic",
  direction: "Context",
  barOnly: false,
  negativeFill: "#FF0000",
  negativeBorder: "",
  negativeFillMatches: false,
  negativeBorderMatches: true,
});
export const automaticBounds = (): Record<string, unknown> => ({
  lower: { type: "Automatic" },
  upper: { type: "Automatic" },
});

const boundTypes = ["Automatic", "LowestValue", "HighestValue", "Number", "Percent", "Formula", "Percentile"];

type Property = NonNullable<ObjectType<HostConditionalFormat>["properties"]>[string];

function look<K extends keyof HostDataBar>(key: K, known?: readonly HostDataBar[K][]): Property {
  return {
    get: (self) => self.bar![key],
    set: (self, value: HostDataBar[K], book: HostWorkbook) => {
      if (known && !known.includes(value)) throw invalidArgument(`${key} ${String(value)}`);
      self.bar = { ...self.bar!, [key]: value };
      book.mirror.conditionalFormats(self.sheet);
    },
  };
}

const bound = (key: "lower" | "upper"): Property => ({
  get: (self) => self.rule[key],
  set: (self, given: { type: string; formula?: unknown }, book: HostWorkbook) => {
    if (!boundTypes.includes(given?.type)) throw invalidArgument(`a data bar's bound of type ${given?.type}`);
    const needs = !["Automatic", "LowestValue", "HighestValue"].includes(given.type);
    if (needs && (given.formula === undefined || given.formula === ""))
      throw invalidArgument(`a data bar's bound of type ${given.type} without a formula`);
    self.rule = { ...self.rule, [key]: { type: given.type, ...(needs ? { formula: String(given.formula) } : {}) } };
    book.mirror.conditionalFormats(self.sheet);
  },
});

const dataBar: ObjectType<HostConditionalFormat> = {
  name: "DataBarConditionalFormat",
  properties: {
    axisColor: look("axisColor"),
    axisFormat: look("axis", ["Automatic", "None", "CellMidPoint"]),
    barDirection: look("direction", ["Context", "LeftToRight", "RightToLeft"]),
    showDataBarOnly: look("barOnly"),
    lowerBoundRule: bound("lower"),
    upperBoundRule: bound("upper"),
  },
  objects: {
    positiveFormat: (self) => object("ConditionalDataBarPositiveFormat", self),
    negativeFormat: (self) => object("ConditionalDataBarNegativeFormat", self),
  },
};

const positive: ObjectType<HostConditionalFormat> = {
  name: "ConditionalDataBarPositiveFormat",
  properties: { fillColor: look("fill"), borderColor: look("border"), gradientFill: look("gradient") },
};

const negative: ObjectType<HostConditionalFormat> = {
  name: "ConditionalDataBarNegativeFormat",
  properties: {
    fillColor: look("negativeFill"),
    borderColor: look("negativeBorder"),
    matchPositiveFillColor: look("negativeFillMatches"),
    matchPositiveBorderColor: look("negativeBorderMatches"),
  },
};

export const dataBarTypes = [dataBar, positive, negative];

declare module "../object-type" {
  interface Selves {
    DataBarConditionalFormat: HostConditionalFormat;
    ConditionalDataBarPositiveFormat: HostConditionalFormat;
    ConditionalDataBarNegativeFormat: HostConditionalFormat;
  }
}
