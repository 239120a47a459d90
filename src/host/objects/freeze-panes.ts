import { parseAddress, type Area } from "../areas";
import { HostError } from "../errors";
import { nullObject, object, type HostObject, type ObjectType } from "../object-type";
import type { HostSheet, HostWorkbook, Position } from "../workbook";

function freeze(sheet: HostSheet, rows: number, columns: number, book: HostWorkbook): void {
  if (book.switches.has("frozenHiddenRefused")) checkAllShown(sheet, rows, columns, book);
  book.grid.sheet(sheet.id).setFreeze({
    startRow: rows > 0 ? rows : -1,
    startColumn: columns > 0 ? columns : -1,
    ySplit: rows,
    xSplit: columns,
  });
}

function checkAllShown(sheet: HostSheet, rows: number, columns: number, book: HostWorkbook): void {
  const { xSplit, ySplit } = book.grid.sheet(sheet.id).getFreeze();
  if (xSplit || ySplit) return;
  const known = book.grid.sheet(sheet.id).getSheet();
  const hidden =
    Array.from({ length: rows }, (_, row) => !known.getRowVisible(row)).includes(true) ||
    Array.from({ length: columns }, (_, column) => !known.getColVisible(column)).includes(true);
  if (hidden) throw new HostError("InvalidOperation", "freezing over what is hidden");
}

const areaOf = (where: HostObject | string): Area =>
  typeof where === "string" ? parseAddress(where) : (where.self as Position).area;

const freezePanes: ObjectType<HostSheet> = {
  name: "WorksheetFreezePanes",
  methods: {
    freezeAt: (self, [where]: [HostObject | string], book: HostWorkbook) => {
      const { row, column, rows, columns } = areaOf(where);
      freeze(self, row + rows, column + columns, book);
    },
    freezeRows: (self, [count]: [number], book: HostWorkbook) => freeze(self, count, 0, book),
    freezeColumns: (self, [count]: [number], book: HostWorkbook) => freeze(self, 0, count, book),
    unfreeze: (self, _args, book) => void book.grid.sheet(self.id).cancelFreeze(),
    getLocationOrNullObject: (sheet, _args, book) => {
      const { xSplit, ySplit } = book.grid.sheet(sheet.id).getFreeze();
      if (!xSplit && !ySplit) return nullObject;
      return object("Range", {
        sheet,
        area: { row: 0, column: 0, rows: ySplit || 1_048_576, columns: xSplit || 16_384 },
      });
    },
  },
};

export const freezePanesTypes = [freezePanes];

declare module "../object-type" {
  interface Selves {
    WorksheetFreezePanes: HostSheet;
  }
}
