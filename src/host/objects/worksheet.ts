import { maxColumns, maxRows, onSheet, parseAddress } from "../areas";
import { copySheet } from "../copy-sheet";
import { itemNotFound } from "../errors";
import { nullObject, object, type HostObject, type ObjectType } from "../object-type";
import type { HostSheet, HostWorkbook } from "../workbook";

const univerSheet = (sheet: HostSheet, book: HostWorkbook) => book.grid.sheet(sheet.id);

const worksheet: ObjectType<HostSheet> = {
  name: "Worksheet",
  identity: (self) => self.id,
  sentAs: { Gridlines: "showGridlines" },
  properties: {
    id: { get: (self) => self.id },
    name: {
      get: (self, book) => book.sheetName(self),
      set: (self, name: string, book) => {
        book.checkSheetName(name, self);
        univerSheet(self, book).setName(name);
      },
    },
    position: { get: (self, book) => book.allSheets.indexOf(self) },
    visibility: {
      get: (self, book) => (univerSheet(self, book).isSheetHidden() ? "Hidden" : "Visible"),
      set: (self, value: string, book) =>
        value === "Visible" ? univerSheet(self, book).showSheet() : univerSheet(self, book).hideSheet(),
    },
    tabColor: {
      get: (self) => self.tabColor,
      set: (self, color: string, book) => {
        self.tabColor = color;
        univerSheet(self, book).setTabColor(color);
      },
    },
    showGridlines: {
      get: (self, book) => !univerSheet(self, book).hasHiddenGridLines(),
      set: (self, shown: boolean, book) => univerSheet(self, book).setHiddenGridlines(!shown),
    },
  },
  objects: {
    tables: (sheet) => object("TableCollection", { sheet }),
    names: (sheet) => object("NamedItemCollection", { sheet }),
    freezePanes: (self) => object("WorksheetFreezePanes", self),
    pageLayout: (self) => object("PageLayout", self),
    protection: (self) => object("WorksheetProtection", self),
  },
  methods: {
    activate: (self, _args, book) => {
      book.grid.workbook.setActiveSheet(univerSheet(self, book));
      book.selection = { sheet: self, area: { row: 0, column: 0, rows: 1, columns: 1 } };
    },
    delete: (self, _args, book) => book.deleteSheet(self),
    getRange: (sheet, [address]: [string?]) =>
      object("Range", {
        sheet,
        area: address
          ? parseAddress(address.replace(/^.*!/, ""))
          : { row: 0, column: 0, rows: maxRows, columns: maxColumns },
      }),
    getRangeByIndexes: (sheet, [row, column, rows, columns]: [number, number, number, number]) =>
      object("Range", { sheet, area: onSheet({ row, column, rows, columns }) }),
    getCell: (sheet, [row, column]: [number, number]) =>
      object("Range", { sheet, area: onSheet({ row, column, rows: 1, columns: 1 }) }),
    getUsedRange: (sheet, [valuesOnly]: [boolean?], book: HostWorkbook) =>
      object("Range", {
        sheet,
        area: book.grid.used(sheet.id, valuesOnly ?? false) ?? { row: 0, column: 0, rows: 1, columns: 1 },
      }),
    getUsedRangeOrNullObject: (sheet, [valuesOnly]: [boolean?], book: HostWorkbook) => {
      const area = book.grid.used(sheet.id, valuesOnly ?? false);
      return area ? object("Range", { sheet, area }) : nullObject;
    },
    copy: async (self, [position, relativeTo]: [string?, HostObject?], book: HostWorkbook) =>
      object("Worksheet", await copySheet(self, position ?? "None", relativeTo?.self as HostSheet | undefined, book)),
    // Office.js finds the proxy of a copied sheet by this.
    _GetAnotherWorksheetById: (_self, [id]: [string], book: HostWorkbook) => found(id, book),
    calculate: (_self, _args, book) => book.grid.touch(),
  },
};

const worksheetCollection: ObjectType<null> = {
  name: "WorksheetCollection",
  items: (_self, book) => book.allSheets.map((sheet) => object("Worksheet", sheet)),
  byId: (_self, id, book) => found(id, book),
  methods: {
    add: (_self, [name]: [string?], book: HostWorkbook) => object("Worksheet", book.addSheet(name ?? undefined)),
    getItem: (_self, [key]: [string], book: HostWorkbook) => found(key, book),
    getItemOrNullObject: (_self, [key]: [string], book: HostWorkbook): HostObject => {
      const sheet = book.findSheet(key);
      return sheet ? object("Worksheet", sheet) : nullObject;
    },
    getActiveWorksheet: (_self, _args, book) => object("Worksheet", book.activeSheet),
    getFirst: (_self, _args, book) => object("Worksheet", book.allSheets[0]!),
    getCount: (_self, _args, book) => book.allSheets.length,
  },
};

function found(key: string, book: HostWorkbook): HostObject {
  const sheet = book.findSheet(key);
  if (!sheet) throw itemNotFound(`worksheet ${key}`);
  return object("Worksheet", sheet);
}

export const worksheetTypes = [worksheet, worksheetCollection];

declare module "../object-type" {
  interface Selves {
    Worksheet: HostSheet;
    WorksheetCollection: null;
  }
}
