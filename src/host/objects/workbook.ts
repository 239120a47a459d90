import { nullObject, object, type ObjectType } from "../object-type";

/** The root of every request. */
const workbook: ObjectType<null> = {
  name: "Workbook",
  properties: {
    name: { get: () => "工作簿1.xlsx" },
    readOnly: { get: () => false },
    isDirty: { get: () => true },
  },
  objects: {
    application: () => object("Application", null),
    worksheets: () => object("WorksheetCollection", null),
    tables: () => object("TableCollection", {}),
    names: () => object("NamedItemCollection", {}),
    customXmlParts: () => object("CustomXmlPartCollection", {}),
    settings: () => object("SettingCollection", null),
  },
  methods: {
    getSelectedRange: (_self, _args, book) => object("Range", book.selection),
    getActiveCell: (_self, _args, book) =>
      object("Range", { sheet: book.selection.sheet, area: { ...book.selection.area, rows: 1, columns: 1 } }),
    getActiveChartOrNullObject: () => nullObject,
  },
};

export const workbookTypes = [workbook];

declare module "../object-type" {
  interface Selves {
    Workbook: null;
  }
}
