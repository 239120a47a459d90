import { formatAddress, parseAddress, shifted, type Area } from "../areas";
import { followReferences } from "../references";
import type { LineChange } from "../workbook";
import type { WorkbookPackage } from "./package";
import { attributesIn, escaped, unescaped } from "./xml";

/** Where the cells of a sheet lie after rows and columns came and went. */
class LineShifts {
  constructor(private readonly changes: readonly LineChange[]) {}

  /** undefined where all of the area's cells are gone */
  area(area: Area): Area | undefined {
    return this.changes.reduce<Area | undefined>((now, { axis, at, by }) => now && shifted(now, axis, at, by), area);
  }

  /** References with blanks between them, without those whose cells are gone. */
  references(text: string): string {
    return text
      .split(/\s+/)
      .filter(Boolean)
      .map((address) => this.area(parseAddress(address)))
      .filter((area) => area !== undefined)
      .map((area) => formatAddress(area))
      .join(" ");
  }

  /** An edge before a row or column; where that is gone, before what follows it. */
  edge(axis: "row" | "column", edge: number): number {
    return this.changes
      .filter((change) => change.axis === axis)
      .reduce(
        (now, { at, by }) => (by > 0 ? (now >= at ? now + by : now) : now <= at ? now : Math.max(at, now + by)),
        edge,
      );
  }
}

const cell = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });

/** The elements of a name in a text, each replaced by what `change` makes of it. */
const mapElements = (xml: string, name: string, change: (element: string) => string): string =>
  xml.replace(
    new RegExp(`<((?:[\\w.-]+:)?${name})(?=[\\s/>])(?:[^>"']|"[^"]*"|'[^']*')*?(?:/>|>[^]*?</\\1\\s*>)`, "g"),
    change,
  );

/** An element whose attribute `ref` or `sqref` has its references follow; gone where none is left. */
function withReferences(element: string, shifts: LineShifts): string {
  let isGone = false;
  const tag = element.replace(
    /(\s(?:ref|sqref)\s*=\s*)(["'])(.*?)\2/,
    (_, name: string, quote: string, references: string) => {
      const now = shifts.references(unescaped(references));
      isGone = now === "";
      return name + quote + now + quote;
    },
  );
  return isGone ? "" : tag;
}

/**
 * What of a sheet's own part holds places that the host knows nothing of, rules of kinds that it does not have among
 * them.
 */
const inSheet = [
  "hyperlink",
  "autoFilter",
  "ignoredError",
  "protectedRange",
  "cellWatch",
  "conditionalFormatting",
  "dataValidation",
];

/**
 * A sheet's part, as it was in the file, with its links, its filter and its rules where they belong now. The rules that
 * the host has are written anew where they have moved.
 */
export function followInSheet(xml: string, sheet: string, changes: readonly LineChange[]): string {
  const shifts = new LineShifts(changes);
  const moved = inSheet.reduce(
    (text, name) => mapElements(text, name, (element) => inRules(withReferences(element, shifts), sheet, shifts)),
    xml,
  );
  const followed = moved
    .replace(/<((?:[\w.-]+:)?(?:hyperlinks|dataValidations))(?:\s[^>]*)?>\s*<\/\1>/g, "")
    .replace(/(<(?:[\w.-]+:)?dataValidations\b[^>]*?)\scount="\d+"/, "$1");
  // Rules of the later edition say their areas in an element, as sparklines do.
  const later = ["conditionalFormatting", "dataValidation"].reduce(
    (text, name) => mapElements(text, `x14:${name}`, (element) => sparklineMoved(element, sheet, shifts) || element),
    followed,
  );
  return withoutEmpty(mapElements(later, "sparkline", (element) => sparklineMoved(element, sheet, shifts)));
}

/** Gone with the cell that it stands in. */
function sparklineMoved(element: string, sheet: string, shifts: LineShifts): string {
  let isGone = false;
  const moved = inFormulas(element, sheet, shifts).replace(
    /(<(?:[\w.-]+:)?sqref>)([^<]*)/,
    (_, open: string, references: string) => {
      const now = shifts.references(references);
      isGone = now === "";
      return open + now;
    },
  );
  return isGone ? "" : moved;
}

/** Without groups of sparklines that hold none any more, and what hasSparkline nothing but these. */
const withoutEmpty = (xml: string): string =>
  ["sparklineGroup", "sparklineGroups", "ext", "extLst"].reduce(
    (text, name) =>
      mapElements(text, name, (element) =>
        sparklineContainer.test(element) && !hasSparkline.test(element) ? "" : element,
      ),
    xml,
  );
const sparklineContainer =
  /^<(?:[\w.-]+:)?(?:sparklineGroups?)[\s/>]|^<(?:[\w.-]+:)?ext\s[^>]*05C60535-1F16-4fd2-B633-F4F36F0B64E0|^<(?:[\w.-]+:)?extLst>\s*<\/[^>]*>$/i;
const hasSparkline = /<(?:[\w.-]+:)?sparkline[\s>]/;

/** Formulas in `<f>`, of charts and sparklines. */
function inFormulas(xml: string, sheet: string, shifts: LineShifts): string {
  return xml.replace(
    /(<(?:[\w.-]+:)?f>)([^<]*)(?=<)/g,
    (_, open: string, formula: string) =>
      open + escaped(followReferences(unescaped(formula), "", sheet, (area) => shifts.area(area))),
  );
}

const inRules = (xml: string, sheet: string, shifts: LineShifts): string =>
  xml.replace(
    /(<(?:[\w.-]+:)?formula[12]?>)([^<]*)(?=<)/g,
    (_, open: string, formula: string) =>
      open + escaped(followReferences(unescaped(formula), sheet, sheet, (area) => shifts.area(area))),
  );

/** Parts that hang on a sheet, by the kind of the relation that leads to them. */
const inParts: Readonly<Record<string, (xml: string, shifts: LineShifts) => string>> = {
  comments: (xml, shifts) => mapElements(xml, "comment", (element) => withReferences(element, shifts)),
  threadedComment: (xml, shifts) => mapElements(xml, "threadedComment", (element) => withReferences(element, shifts)),
  vmlDrawing: (xml, shifts) => mapElements(xml, "shape", (shape) => noteMoved(shape, shifts)),
  drawing: (xml, shifts) =>
    ["oneCellAnchor", "twoCellAnchor"].reduce(
      (text, name) => mapElements(text, name, (anchor) => anchorMoved(anchor, shifts)),
      xml,
    ),
  pivotTable: (xml, shifts) => mapElements(xml, "location", (element) => withReferences(element, shifts) || element),
};

const numberIn = (xml: string, name: string): number | undefined => {
  const found = new RegExp(`<(?:[\\w.-]+:)?${name}>\\s*(\\d+)`).exec(xml)?.[1];
  return found === undefined ? undefined : Number(found);
};
const withNumber = (xml: string, name: string, value: number): string =>
  xml.replace(new RegExp(`(<(?:[\\w.-]+:)?${name}>)\\s*\\d+\\s*`), (_, open: string) => open + value);

/** The shape of a note goes with its cell, and away with it. `Anchor`: column, x, row, y of its corners. */
function noteMoved(shape: string, shifts: LineShifts): string {
  const [row, column] = [numberIn(shape, "Row"), numberIn(shape, "Column")];
  if (row === undefined || column === undefined) return shape;
  const now = shifts.area(cell(row, column));
  if (!now) return "";
  const anchor = shape.replace(/(<(?:[\w.-]+:)?Anchor>)([^<]*)/, (_, open: string, corners: string) => {
    const by = [now.column - column, 0, now.row - row, 0];
    return (
      open +
      corners
        .split(",")
        .map((number, index) => String(Number(number) + by[index % 4]!))
        .join(", ")
    );
  });
  return withNumber(withNumber(anchor, "Row", now.row), "Column", now.column);
}

/** A drawing moves and grows with the cells beneath it, or only moves, as it says itself; Excel's own is both. */
function anchorMoved(anchor: string, shifts: LineShifts): string {
  const edit = attributesIn(/^<[^>]*/.exec(anchor)![0]).editAs ?? "twoCell";
  if (edit === "absolute") return anchor;
  const from = /<((?:[\w.-]+:)?from)>[^]*?<\/\1>/.exec(anchor)?.[0];
  if (!from) return anchor;
  const [row, column] = [numberIn(from, "row") ?? 0, numberIn(from, "col") ?? 0];
  const [down, over] = [shifts.edge("row", row) - row, shifts.edge("column", column) - column];
  return anchor.replace(/<((?:[\w.-]+:)?(from|to))>[^]*?<\/\1>/g, (corner: string, _name: string, which: string) => {
    const [r, c] = [numberIn(corner, "row") ?? 0, numberIn(corner, "col") ?? 0];
    const goes =
      which === "from" || edit === "oneCell" ? [r + down, c + over] : [shifts.edge("row", r), shifts.edge("column", c)];
    return withNumber(withNumber(corner, "row", goes[0]!), "col", goes[1]!);
  });
}

/**
 * Has what hangs on a sheet follow the rows and columns that came and went in it since the file was opened: comments,
 * pictures, charts with the cells that they show, pivot tables.
 * @param path of the sheet's part
 * @param sheet its name as it is now
 */
export function followInParts(
  file: WorkbookPackage,
  path: string,
  sheet: string,
  changes: readonly LineChange[],
): void {
  const shifts = new LineShifts(changes);
  for (const { type, target } of file.relations(path)) {
    const follow = inParts[type];
    const text = follow && file.text(target);
    if (text !== undefined) file.set(target, follow!(text, shifts));
  }
  for (const chart of file.all.filter((one) => /^xl\/charts\/[^/]+\.xml$/.test(one)))
    file.set(chart, inFormulas(file.text(chart)!, sheet, shifts));
}
