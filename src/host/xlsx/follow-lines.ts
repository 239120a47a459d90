import { formatAddress, parseAddress, shifted, type Area } from "../areas";
import { followReferences } from "../references";
import type { LineChange } from "../workbook";
import type { WorkbookPackage } from "./package";
import { attributesIn, escaped, mapElements, mapFormulas, unescaped } from "./xml";

/** Translates places of a sheet as it was in the file to places after rows and columns were inserted and deleted. */
class LineShifts {
  constructor(private readonly changes: readonly LineChange[]) {}

  /** The area's new place; undefined if all of its cells were deleted. */
  area(area: Area): Area | undefined {
    return this.changes.reduce<Area | undefined>((now, { axis, at, by }) => now && shifted(now, axis, at, by), area);
  }

  /** Translates a space-separated list of references; those whose cells were deleted are left out. */
  references(text: string): string {
    return text
      .split(/\s+/)
      .filter(Boolean)
      .map((address) => this.area(parseAddress(address)))
      .filter((area) => area !== undefined)
      .map((area) => formatAddress(area))
      .join(" ");
  }

  /** Translates the edge before a row or column; if that was deleted, the edge before the next one that is left. */
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

/** The element with the references in its `ref` or `sqref` translated; `""` if none is left. */
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

/** Elements of a sheet's own part that refer to cells and are carried over from the file, not written by the host. */
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
 * The XML of a sheet's part with hyperlinks, filters and rules moved along with inserted and deleted lines. Rules that
 * the host knows are moved here too; the host later overwrites them if they changed.
 * @param sheet the sheet's present name
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
  // Rules of Excel 2010 (prefix x14) give their areas in an element, as sparklines do.
  const later = ["conditionalFormatting", "dataValidation"].reduce(
    (text, name) => mapElements(text, `x14:${name}`, (element) => sparklineMoved(element, sheet, shifts) || element),
    followed,
  );
  return withoutEmpty(mapElements(later, "sparkline", (element) => sparklineMoved(element, sheet, shifts)));
}

/** A sparkline, or a rule of Excel 2010, at its new place; `""` if its cell was deleted. */
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

/** Removes sparkline groups that are empty now, and the elements around them that held nothing else. */
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

/** Moves the references of formulas in `<f>` elements, which charts and sparklines have; they always name their sheet. */
const inFormulas = (xml: string, sheet: string, shifts: LineShifts): string =>
  mapFormulas(xml, "f", (formula) => withShiftedFormula(formula, "", sheet, shifts));

/** Moves the references of the formulas of conditional formats and validations. */
const inRules = (xml: string, sheet: string, shifts: LineShifts): string =>
  mapFormulas(xml, "formula[12]?", (formula) => withShiftedFormula(formula, sheet, sheet, shifts));

/** @param home the sheet meant by references that name none */
const withShiftedFormula = (formula: string, home: string, sheet: string, shifts: LineShifts): string =>
  escaped(followReferences(unescaped(formula), home, sheet, (area) => shifts.area(area)));

/** How the parts that belong to a sheet follow, by the type of the relation that leads to them. */
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

/**
 * The shape of a note moves with its cell, and is removed with it. Its `Anchor` lists column, x, row and y of two
 * corners.
 */
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

/** A drawing moves and grows with the cells beneath it, or only moves, by its `editAs`. Excel's default is both. */
function anchorMoved(anchor: string, shifts: LineShifts): string {
  const edit = attributesIn(/^<[^>]*/.exec(anchor)![0]).editAs ?? "twoCell";
  if (edit === "absolute") return anchor;
  const from = /<((?:[\w.-]+:)?from)>[^]*?<\/\1>/.exec(anchor)?.[0];
  if (!from) return anchor;
  const [row, column] = [numberIn(from, "row") ?? 0, numberIn(from, "col") ?? 0];
  const [down, over] = [shifts.edge("row", row) - row, shifts.edge("column", column) - column];
  return anchor.replace(/<((?:[\w.-]+:)?(from|to))>[^]*?<\/\1>/g, (corner: string, _name: string, which: string) => {
    const [r, c] = [numberIn(corner, "row") ?? 0, numberIn(corner, "col") ?? 0];
    const moved =
      which === "from" || edit === "oneCell" ? [r + down, c + over] : [shifts.edge("row", r), shifts.edge("column", c)];
    return withNumber(withNumber(corner, "row", moved[0]!), "col", moved[1]!);
  });
}

/**
 * Moves what belongs to a sheet along with the lines that were inserted and deleted since the file was opened:
 * comments, pictures, charts and the cells that they show, pivot tables.
 * @param path the path of the sheet's part
 * @param sheet the sheet's present name
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
