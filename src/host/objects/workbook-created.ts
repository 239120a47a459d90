import type { ObjectType } from "../object-type";
import type { CreatedWorkbook } from "../workbook";

/**
 * A workbook created by `Application.createWorkbook`. The host keeps only the bytes that it was created from; whoever
 * shows the host opens it.
 */
const workbookCreated: ObjectType<CreatedWorkbook> = {
  name: "WorkbookCreated",
  properties: {
    id: { get: (self) => self.id },
  },
  methods: {
    open: (self, _args, book) => book.openCreated(self),
  },
  identity: (self) => self.id,
};

export const workbookCreatedTypes = [workbookCreated];

declare module "../object-type" {
  interface Selves {
    WorkbookCreated: CreatedWorkbook;
  }
}
