import { pixelsPerPoint } from "../pixels-per-point";
import type { IStyleData } from "@univerjs/core";
import { without } from "../areas";
import { invalidArgument } from "../errors";
import { object, type ObjectType } from "../object-type";
import type { HostWorkbook, Position } from "../workbook";
import { fitRows } from "../row-fit";
import { turnedText } from "../xlsx/alignment";

// Univer cannot centre text across several cells: it is kept as a value of its own, which Univer shows left-aligned.
const horizontal: Record<string, number> = {
  General: 0,
  Left: 1,
  Center: 2,
  Right: 3,
  Justify: 4,
  CenterAcrossSelection: 6,
};
const vertical: Record<string, number> = { Top: 1, Center: 2, Bottom: 3 };
const nameOf = (table: Record<string, number>, value: number | null | undefined, none: string): string =>
  Object.keys(table).find((name) => table[name] === value) ?? none;

/** Merges a style into every cell of the range. */
function paint({ sheet, area }: Position, style: IStyleData, book: HostWorkbook): void {
  book.checkUnprotected(sheet);
  book.grid.restyle(sheet.id, book.grid.clip(sheet.id, area), () => style);
}

/** The style of the range, taken from its first cell. */
const styleOf = ({ sheet, area }: Position, book: HostWorkbook): IStyleData =>
  book.grid.style(sheet.id, area.row, area.column);

export const columnWidthOf = ({ sheet, area }: Position, book: HostWorkbook): number =>
  (book.grid.sheet(sheet.id).getColumnWidth(area.column) as number) / pixelsPerPoint;
export const rowHeightOf = ({ sheet, area }: Position, book: HostWorkbook): number =>
  (book.grid.sheet(sheet.id).getRowHeight(area.row) as number) / pixelsPerPoint;

export function setColumnWidth({ sheet, area }: Position, points: number, book: HostWorkbook): void {
  if (!(points >= 0)) throw invalidArgument("a column width");
  const clipped = book.grid.clip(sheet.id, area);
  if (points > 0 && book.switches.has("sizingShows"))
    book.grid.setHidden(sheet.id, "column", clipped.column, clipped.columns, false);
  book.grid.setColumnWidths(sheet.id, clipped.column, clipped.columns, points * pixelsPerPoint);
}

export function setRowHeight({ sheet, area }: Position, points: number, book: HostWorkbook): void {
  if (!(points >= 0 && points <= 409)) throw invalidArgument("a row height");
  const clipped = book.grid.clip(sheet.id, area);
  if (points > 0 && book.switches.has("sizingShows"))
    book.grid.setHidden(sheet.id, "row", clipped.row, clipped.rows, false);
  book.grid.sheet(sheet.id).setRowHeightsForced(clipped.row, clipped.rows, points * pixelsPerPoint);
}

const rangeFormat: ObjectType<Position> = {
  name: "RangeFormat",
  properties: {
    columnWidth: {
      get: columnWidthOf,
      set: setColumnWidth,
    },
    rowHeight: {
      get: rowHeightOf,
      set: setRowHeight,
    },
    wrapText: {
      get: (self, book) => styleOf(self, book).tb === 3,
      set: (self, value: boolean, book) => paint(self, { tb: value ? 3 : 1 }, book),
    },
    horizontalAlignment: {
      get: (self, book) => nameOf(horizontal, styleOf(self, book).ht as number | undefined, "General"),
      set: (self, value: string, book) => paint(self, { ht: horizontal[value] ?? 0 }, book),
    },
    verticalAlignment: {
      get: (self, book) => nameOf(vertical, styleOf(self, book).vt as number | undefined, "Bottom"),
      set: (self, value: string, book) => paint(self, { vt: vertical[value] ?? 3 }, book),
    },
    textOrientation: {
      get: (self, book) => (styleOf(self, book).tr?.v ? 180 : (styleOf(self, book).tr?.a ?? 0)),
      set: (self, value: number, book) => {
        if (value !== 180 && !(value >= -90 && value <= 90))
          throw invalidArgument("a text orientation is -90 to 90, or 180 for stacked text");
        paint(self, turnedText(value === 180 ? "stacked" : value), book);
      },
    },
    indentLevel: {
      get: (self, book) => Math.round((styleOf(self, book).pd?.l ?? 0) / 9),
      set: (self, value: number, book) => paint(self, { pd: { l: value * 9 } }, book),
    },
  },
  objects: {
    fill: (self) => object("RangeFill", self),
    font: (self) => object("RangeFont", self),
    borders: (self) => object("RangeBorderCollection", self),
    protection: (self) => object("FormatProtection", self),
  },
  methods: {
    autofitRows: ({ sheet, area }, _args, book) => {
      const { row, rows } = book.grid.clip(sheet.id, area);
      fitRows(sheet, row, rows, book);
      book.mirror.fittedRows(sheet, row, rows);
    },
    autofitColumns: () => undefined,
  },
};

const rangeFill: ObjectType<Position> = {
  name: "RangeFill",
  properties: {
    color: {
      get: (self, book) => styleOf(self, book).bg?.rgb ?? "#FFFFFF",
      set: (self, rgb: string, book) => paint(self, { bg: { rgb } }, book),
    },
  },
  methods: { clear: (self, _args, book) => paint(self, { bg: null }, book) },
};

const rangeFont: ObjectType<Position> = {
  name: "RangeFont",
  properties: {
    color: {
      get: (self, book) => styleOf(self, book).cl?.rgb ?? "#000000",
      set: (self, rgb: string, book) => paint(self, { cl: { rgb } }, book),
    },
    bold: {
      get: (self, book) => styleOf(self, book).bl === 1,
      set: (self, on: boolean, book) => paint(self, { bl: on ? 1 : 0 }, book),
    },
    italic: {
      get: (self, book) => styleOf(self, book).it === 1,
      set: (self, on: boolean, book) => paint(self, { it: on ? 1 : 0 }, book),
    },
    name: {
      get: (self, book) => styleOf(self, book).ff ?? "宋体",
      set: (self, ff: string, book) => paint(self, { ff }, book),
    },
    size: {
      get: (self, book) => styleOf(self, book).fs ?? 11,
      set: (self, fs: number, book) => paint(self, { fs }, book),
    },
  },
};

const formatProtection: ObjectType<Position> = {
  name: "FormatProtection",
  properties: {
    locked: {
      get: ({ sheet, area }, book) => book.isLocked(sheet, area.row, area.column),
      set: ({ sheet, area }, locked: boolean, book) => {
        book.checkUnprotected(sheet);
        const others = sheet.unlocked.flatMap((free) => without(free, area));
        sheet.unlocked = locked ? others : [...others, area];
      },
    },
  },
};

interface Edge {
  position: Position;
  edge: string;
}

const lineStyles: Record<string, number> = { None: 0, Continuous: 1, Dash: 4, Dot: 3, Double: 7 };

const rangeBorders: ObjectType<Position> = {
  name: "RangeBorderCollection",
  byId: (position, edge) => object("RangeBorder", { position, edge }),
};

/** The sides of cells that an edge of the range consists of. */
function sides(edge: string, row: number, column: number, rows: number, columns: number): ("t" | "b" | "l" | "r")[] {
  if (edge === "EdgeTop") return row === 0 ? ["t"] : [];
  if (edge === "EdgeBottom") return row === rows - 1 ? ["b"] : [];
  if (edge === "EdgeLeft") return column === 0 ? ["l"] : [];
  if (edge === "EdgeRight") return column === columns - 1 ? ["r"] : [];
  if (edge === "InsideHorizontal") return row < rows - 1 ? ["b"] : [];
  if (edge === "InsideVertical") return column < columns - 1 ? ["r"] : [];
  throw invalidArgument(`border ${edge}`);
}

function drawEdge({ position, edge }: Edge, change: { s?: number; cl?: { rgb: string } }, book: HostWorkbook): void {
  book.checkUnprotected(position.sheet);
  const { rows, columns, row: top, column: left } = book.grid.clip(position.sheet.id, position.area);
  const hasNoInside = (edge === "InsideHorizontal" && rows === 1) || (edge === "InsideVertical" && columns === 1);
  if (hasNoInside && book.switches.has("insideBordersRefused"))
    throw invalidArgument(`border ${edge} of a single line`);
  const patches = new Map<IStyleData, Map<string, IStyleData>>();
  book.grid.restyle(position.sheet.id, { row: top, column: left, rows, columns }, (row, column, now) => {
    const touched = sides(edge, row, column, rows, columns);
    if (touched.length === 0) return undefined;
    let known = patches.get(now);
    if (!known) patches.set(now, (known = new Map()));
    const key = touched.join();
    let patch = known.get(key);
    if (!patch) {
      const before = now.bd ?? {};
      const bd = { ...before };
      for (const side of touched)
        bd[side] = change.s === 0 ? null : { s: 1, cl: { rgb: "#000000" }, ...before[side], ...change };
      known.set(key, (patch = { bd }));
    }
    return patch;
  });
}

const rangeBorder: ObjectType<Edge> = {
  name: "RangeBorder",
  properties: {
    style: { set: (self, value: string, book) => drawEdge(self, { s: lineStyles[value] ?? 1 }, book) },
    color: { set: (self, rgb: string, book) => drawEdge(self, { cl: { rgb } }, book) },
    weight: {
      set: (self, value: string, book) =>
        drawEdge(self, { s: { Hairline: 2, Thin: 1, Medium: 8, Thick: 13 }[value] ?? 1 }, book),
    },
  },
};

export const rangeFormatTypes = [rangeFormat, rangeFill, rangeFont, formatProtection, rangeBorders, rangeBorder];

declare module "../object-type" {
  interface Selves {
    RangeFormat: Position;
    RangeFill: Position;
    RangeFont: Position;
    FormatProtection: Position;
    RangeBorderCollection: Position;
    RangeBorder: Edge;
  }
}
