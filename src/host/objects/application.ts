import { invalidArgument } from "../errors";
import { object, type ObjectType } from "../object-type";

/** The host calculates after every request, whatever the mode; suspending calculation is accepted and has no effect. */
const application: ObjectType<null> = {
  name: "Application",
  properties: {
    calculationMode: { get: () => "Automatic", set: () => undefined },
  },
  methods: {
    createWorkbook: (_self, [base64]: [string?], book) => object("WorkbookCreated", book.createWorkbook(base64)),
    _getWorkbookCreatedById: (_self, [id]: [string], book) => {
      const found = book.created.find((one) => one.id === id);
      if (!found) throw invalidArgument("no workbook of this id was made");
      return object("WorkbookCreated", found);
    },
    calculate: (_self, _args, book) => book.grid.touch(),
    suspendApiCalculationUntilNextSync: () => undefined,
    suspendScreenUpdatingUntilNextSync: () => undefined,
  },
};

export const applicationTypes = [application];

declare module "../object-type" {
  interface Selves {
    Application: null;
  }
}
