import { nullObject, object, type ObjectType } from "../object-type";
import { application } from "./application";
import { customXmlPartCollection } from "./custom-xml-part";
import { namedItemCollection } from "./named-item";
import { range } from "./range";
import { settingCollection } from "./setting";
import { tableCollection } from "./table";
import { worksheetCollection } from "./worksheet";

/** The root of every request. */
export const workbook: ObjectType<null> = {
  name: "Workbook",
  properties: {
    name: { get: () => "工作簿1.xlsx" },
    readOnly: { get: () => false },
    isDirty: { get: () => true },
  },
  objects: {
    application: () => object(application, null),
    worksheets: () => object(worksheetCollection, null),
    tables: () => object(tableCollection, {}),
    names: () => object(namedItemCollection, {}),
    customXmlParts: () => object(customXmlPartCollection, {}),
    settings: () => object(settingCollection, null),
  },
  methods: {
    getSelectedRange: (_self, _args, book) => object(range, book.selection),
    getActiveCell: (_self, _args, book) =>
      object(range, { sheet: book.selection.sheet, area: { ...book.selection.area, rows: 1, columns: 1 } }),
    getActiveChartOrNullObject: () => nullObject,
  },
};
