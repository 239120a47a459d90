import type { ObjectType } from "../object-type";
import { applicationTypes } from "./application";
import { conditionalFormatTypes } from "./conditional-format";
import { customXmlPartTypes } from "./custom-xml-part";
import { dataValidationTypes } from "./data-validation";
import { freezePanesTypes } from "./freeze-panes";
import { namedItemTypes } from "./named-item";
import { pageLayoutTypes } from "./page-layout";
import { rangeFormatTypes } from "./range-format";
import { rangeAreasTypes } from "./range-areas";
import { rangeTypes } from "./range";
import { settingTypes } from "./setting";
import { tableColumnTypes } from "./table-columns";
import { tableRowTypes } from "./table-rows";
import { tableSortTypes } from "./table-sort";
import { tableTypes } from "./table";
import { workbookCreatedTypes } from "./workbook-created";
import { workbookTypes } from "./workbook";
import { worksheetProtectionTypes } from "./worksheet-protection";
import { worksheetTypes } from "./worksheet";

// The bridge passes a `self` only to the type that it came with.
/* eslint-disable @typescript-eslint/no-explicit-any */
/** All Office.js classes that the host implements, by name. A new one is a file of this folder and a line here. */
export const objectTypes: ReadonlyMap<string, ObjectType<any>> = new Map(
  [
    ...applicationTypes,
    ...conditionalFormatTypes,
    ...customXmlPartTypes,
    ...dataValidationTypes,
    ...freezePanesTypes,
    ...namedItemTypes,
    ...pageLayoutTypes,
    ...rangeFormatTypes,
    ...rangeAreasTypes,
    ...rangeTypes,
    ...settingTypes,
    ...tableColumnTypes,
    ...tableRowTypes,
    ...tableSortTypes,
    ...tableTypes,
    ...workbookCreatedTypes,
    ...workbookTypes,
    ...worksheetProtectionTypes,
    ...worksheetTypes,
  ].map((type) => [type.name, type as ObjectType<any>]),
);
