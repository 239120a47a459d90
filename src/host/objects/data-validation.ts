import { intersection } from "../areas";
import { invalidArgument } from "../errors";
import type { ObjectType } from "../object-type";
import { cutRules } from "../rules";
import type { HostValidation, HostWorkbook, Position } from "../workbook";

const kinds: Record<string, string> = {
  list: "List",
  decimal: "Decimal",
  wholeNumber: "WholeNumber",
  custom: "Custom",
  textLength: "TextLength",
  date: "Date",
};

const at = ({ sheet, area }: Position, book: HostWorkbook): HostValidation | undefined =>
  book.validations.find((one) => one.sheet === sheet && intersection(one.area, area));

/** The validation whose area is exactly the range, split off from a larger one if necessary. */
function own(self: Position, book: HostWorkbook): HostValidation {
  book.checkUnprotected(self.sheet);
  const { sheet, area } = self;
  const same = book.validations.find(
    (one) =>
      one.sheet === sheet &&
      one.area.row === area.row &&
      one.area.column === area.column &&
      one.area.rows === area.rows &&
      one.area.columns === area.columns,
  );
  if (same) return same;
  clear(self, book);
  const added: HostValidation = { sheet, area: { ...area }, rule: {}, ignoreBlanks: true };
  book.validations.push(added);
  return added;
}

/** Removes the validation from the range; a larger one keeps the rest of its area. */
function clear(self: Position, book: HostWorkbook): void {
  cutRules(book.validations, self, book);
  book.mirror.validations(self.sheet);
}

/** Whether cells of the range have different rules, or only some have one. */
function isMixed({ sheet, area }: Position, book: HostWorkbook): boolean {
  const there = book.validations.filter((one) => one.sheet === sheet && intersection(one.area, area));
  const common = there[0] && intersection(there[0].area, area)!;
  return there.length > 1 || (common !== undefined && (common.rows < area.rows || common.columns < area.columns));
}

function checkRule(self: Position, rule: Record<string, Record<string, unknown>>, book: HostWorkbook): void {
  const formula = rule.custom?.formula;
  if (typeof formula === "string" && formula.length > 255 && book.switches.has("longFormulasRefused"))
    throw invalidArgument("a custom rule of more than 255 characters");
  if (book.switches.has("mixedRulesRefused") && isMixed(self, book))
    throw invalidArgument("a rule over cells whose rules differ");
  const names = Object.keys(rule);
  if (names.length !== 1 || !kinds[names[0]!]) throw invalidArgument("a validation rule");
  const list = rule.list;
  if (list && (typeof list.source !== "string" || list.source === "")) throw invalidArgument("the source of a list");
  if (list && !String(list.source).startsWith("=") && String(list.source).length > 255)
    throw invalidArgument("an inline list of more than 255 characters");
}

const dataValidation: ObjectType<Position> = {
  name: "DataValidation",
  properties: {
    rule: {
      get: (self, book) => at(self, book)?.rule ?? {},
      set: (self, rule: Record<string, Record<string, unknown>>, book) => {
        checkRule(self, rule, book);
        own(self, book).rule = rule;
        book.mirror.validations(self.sheet);
      },
    },
    prompt: {
      get: (self, book) => at(self, book)?.prompt ?? { showPrompt: true, title: "", message: "" },
      set: (self, prompt: NonNullable<HostValidation["prompt"]>, book) => {
        if (prompt.title.length > 32 || prompt.message.length > 255)
          throw invalidArgument("a prompt has a title of up to 32 and a message of up to 255 characters");
        own(self, book).prompt = prompt;
        book.mirror.validations(self.sheet);
      },
    },
    errorAlert: {
      get: (self, book) => at(self, book)?.alert ?? { showAlert: true, style: "Stop", title: "", message: "" },
      set: (self, alert: NonNullable<HostValidation["alert"]>, book) => {
        if (alert.message.length > 225 && book.switches.has("longAlertsRefused"))
          throw invalidArgument("an alert of more than 225 characters");
        if (alert.title.length > 32 || alert.message.length > 255)
          throw invalidArgument("an alert has a title of up to 32 and a message of up to 255 characters");
        own(self, book).alert = alert;
        book.mirror.validations(self.sheet);
      },
    },
    ignoreBlanks: {
      get: (self, book) => at(self, book)?.ignoreBlanks ?? true,
      set: (self, on: boolean, book) => void (own(self, book).ignoreBlanks = on),
    },
    type: { get: (self, book) => kinds[Object.keys(at(self, book)?.rule ?? {})[0] ?? ""] ?? "None" },
  },
  methods: {
    clear: (self, _args, book) => {
      book.checkUnprotected(self.sheet);
      clear(self, book);
    },
  },
};

export const dataValidationTypes = [dataValidation];

declare module "../object-type" {
  interface Selves {
    DataValidation: Position;
  }
}
