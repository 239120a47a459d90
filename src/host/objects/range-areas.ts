import { formatAddress, intersection, maxColumns, maxRows, quotedSheetName, type Area } from "../areas";
import { HostError, invalidArgument } from "../errors";
import { nullObject, object, type HostObject, type ObjectType } from "../object-type";
import type { HostSheet, HostWorkbook, Position } from "../workbook";

interface Areas {
  sheet: HostSheet;
  areas: Area[];
}

const addressOf = ({ sheet, areas }: Areas, book: HostWorkbook): string =>
  areas.map((area) => `${quotedSheetName(book.sheetName(sheet))}!${formatAddress(area)}`).join(",");

/** Several areas of one sheet. */
const rangeAreas: ObjectType<Areas> = {
  name: "RangeAreas",
  referenced: true,
  properties: {
    address: { get: addressOf },
    areaCount: { get: ({ areas }) => areas.length },
    cellCount: { get: ({ areas }) => areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0) },
    isEntireRow: { get: ({ areas }) => areas.every(({ columns }) => columns === maxColumns) },
    isEntireColumn: { get: ({ areas }) => areas.every(({ rows }) => rows === maxRows) },
  },
  objects: {
    areas: (self) => object("RangeCollection", self),
    worksheet: ({ sheet }) => object("Worksheet", sheet),
  },
};

const rangeCollection: ObjectType<Areas> = {
  name: "RangeCollection",
  items: ({ sheet, areas }) => areas.map((area) => object("Range", { sheet, area })),
  methods: {
    getCount: ({ areas }) => areas.length,
    getItemAt: ({ sheet, areas }, [index]: [number]) => {
      const area = areas[index];
      if (!area) throw invalidArgument(`area ${index}`);
      return object("Range", { sheet, area });
    },
  },
};

/** `Range.merge`: merges all cells into one, or each row's cells separately. */
export function merge({ sheet, area }: Position, across: boolean, book: HostWorkbook): void {
  book.checkUnprotected(sheet);
  if (book.tables.some((table) => table.sheet === sheet && intersection(table.area, area))) {
    throw new HostError("InvalidOperation", "Cells of a table can't be merged");
  }
  const { row, column, rows, columns } = book.grid.clip(sheet.id, area);
  if (rows * columns > 1 && !(across && columns === 1)) {
    const range = book.grid.sheet(sheet.id).getRange(row, column, rows, columns);
    book.grid.quietly(() => (across ? range.mergeAcross({ isForceMerge: true }) : range.merge({ isForceMerge: true })));
  }
  book.grid.touch();
  book.changed(sheet, area, "Local");
}

export function unmerge(self: Position, book: HostWorkbook): void {
  book.checkUnprotected(self.sheet);
  breakMerges(self, book);
}

export function breakMerges({ sheet, area }: Position, book: HostWorkbook): void {
  for (const merged of book.grid.merges(sheet.id)) {
    if (!intersection(merged, area)) continue;
    book.grid.quietly(() =>
      book.grid.sheet(sheet.id).getRange(merged.row, merged.column, merged.rows, merged.columns).breakApart(),
    );
  }
}

export function mergedAreas({ sheet, area }: Position, book: HostWorkbook): HostObject {
  const areas = book.grid.merges(sheet.id).filter((merged) => intersection(merged, area));
  return areas.length > 0 ? object("RangeAreas", { sheet, areas }) : nullObject;
}

export const rangeAreasTypes = [rangeAreas, rangeCollection];

declare module "../object-type" {
  interface Selves {
    RangeAreas: Areas;
    RangeCollection: Areas;
  }
}
