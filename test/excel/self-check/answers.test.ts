import { checks } from "../../../src/excel/self-check";
import { rowsPerCheck, scratchNames } from "../../../src/excel/self-check/scratch-names";
import type { Check, Seen } from "../../../src/excel/self-check/check";
import type { Host } from "../../../src/host/node";
import { openWorkbook } from "../workbook";

let host: Host;
beforeAll(async () => {
  host = openWorkbook();
  await host.Excel.run(async (context) => {
    for (const name of scratchNames) context.workbook.worksheets.add(name);
    await context.sync();
  });
});
afterAll(() => host.dispose());

/** Each attempt on rows of its own. */
let attempts = 0;
const attempt = (check: Check): Promise<Seen> =>
  host.Excel.run((context) => {
    const [cells, looks] = scratchNames.map((name) => context.workbook.worksheets.getItem(name));
    return check.attempt({ context, cells: cells!, looks: looks!, top: attempts++ * rowsPerCheck });
  });

/** Lets a property of one of Office.js's classes answer otherwise while `work` goes on. */
async function answering<T>(
  where: object,
  property: string,
  otherwise: (told: never, times: number) => unknown,
  work: () => Promise<T>,
): Promise<T> {
  let owner = where;
  while (!Object.hasOwn(owner, property)) owner = Object.getPrototypeOf(owner) as object;
  const usual = Object.getOwnPropertyDescriptor(owner, property)!;
  let times = 0;
  Object.defineProperty(owner, property, {
    ...usual,
    get(this: unknown) {
      return otherwise(usual.get!.call(this) as never, ++times);
    },
  });
  try {
    return await work();
  } finally {
    Object.defineProperty(owner, property, usual);
  }
}

const withCell = (row: number, column: number, value: unknown) => (told: unknown[][]) =>
  told.map((line, at) => (at === row ? line.map((cell, k) => (k === column ? value : cell)) : line));
const always = (value: unknown) => () => value;
const turned = (told: boolean): boolean => !told;

interface Width {
  columnHidden?: boolean;
  rowHidden?: boolean;
  format?: { columnWidth?: number };
}
const ofAll = (change: (one: Width) => Width) => (told: Width[]) => told.map(change);
const wide = (columnWidth: number): ((told: Width[]) => Width[]) =>
  ofAll((one) => (one.format ? { ...one, format: { columnWidth } } : one));
/** The n-th time that one asks. */
const nth = (wanted: number, value: unknown) => (told: unknown, times: number) => (times === wanted ? value : told);
const text = (change: (told: string) => string) => (told: unknown) => (typeof told === "string" ? change(told) : told);

/** What an Excel may answer otherwise than expected: of which check, and which property of which of Office.js's classes. */
const others: readonly (readonly [
  key: string,
  of: string,
  property: string,
  otherwise: (told: never, times: number) => unknown,
])[] = [
  ["values", "Range", "values", withCell(0, 2, 5)],
  ["values", "Range", "values", withCell(0, 1, 7)],
  ["values", "Range", "rowIndex", (told: number) => told + 1],
  ["values", "Range", "columnCount", always(1)],
  ["used", "Range", "rowCount", always(20)],
  ["used", "Range", "isNullObject", always(true)],
  ["used", "Range", "isNullObject", always(false)],
  ["insert", "Range", "values", withCell(2, 0, "三")],
  ["insert", "Range", "formulas", withCell(0, 1, "=F2")],
  ["move", "Range", "values", withCell(4, 0, "")],
  ["move", "Range", "formulas", withCell(0, 1, "=A1")],
  ["names", "Range", "values", withCell(0, 0, "")],
  ["style", "RangeFormat", "wrapText", turned],
  ["style", "RangeFont", "bold", turned],
  ["style", "RangeFont", "size", always(11)],
  ["style", "FormatProtection", "locked", turned],
  ["stacked", "RangeFormat", "textOrientation", always(90)],
  ["sizes", "RangeFormat", "rowHeight", always(46)],
  ["sizes", "RangeFormat", "rowHeight", always(42)],
  ["sizingHidden", "Range", "columnHidden", turned],
  ["sizingHidden", "Range", "rowHidden", turned],
  ["freezeHidden", "Range", "isNullObject", turned],
  ["freezeHidden", "Range", "rowCount", always(3)],
  ["freezeHidden", "Range", "columnCount", always(4)],
  ["freeze", "Range", "isNullObject", turned],
  ["freeze", "Range", "rowCount", always(2)],
  ["sheet", "Worksheet", "showGridlines", turned],
  ["sheet", "Worksheet", "visibility", always("Visible")],
  ["sheet", "WorksheetProtection", "protected", turned],
  ["select", "Range", "rowIndex", (told: number) => told + 1],
  ["select", "Range", "columnIndex", always(0)],
  ["page", "PageLayout", "orientation", always("Portrait")],
  ["page", "PageLayout", "topMargin", always(37)],
  ["page", "PageLayout", "topMargin", always(35)],
  ["list", "DataValidation", "type", always("None")],
  ["clearedRules", "DataValidation", "type", always("MixedCriteria")],
  ["table", "Table", "isNullObject", turned],
  ["table", "Range", "values", withCell(1, 0, "甲")],
  ["belowTable", "Range", "rowCount", always(4)],
  ["addRow", "Range", "values", withCell(4, 0, "丙")],
  ["refilled", "Range", "values", withCell(2, 0, 30)],
  ["refilled", "Range", "formulas", withCell(1, 0, "=ROW()*100")],
  ["refilled", "Range", "formulas", withCell(1, 0, 20)],
  ["noButtons", "AutoFilter", "isDataFiltered", always(true)],
  ["filters", "AutoFilter", "isDataFiltered", always(false)],
  ["filters", "AutoFilter", "isDataFiltered", always(true)],
  [
    "filterBack",
    "Filter",
    "criteria",
    (told: Excel.FilterCriteria, times) => (times > 1 ? { ...told, filterOn: "Custom" } : told),
  ],
  ["newColumn", "TableColumn", "name", always("Column3")],
  ["names", "NamedItem", "isNullObject", turned],
  ["absent", "Range", "isNullObject", turned],
  ["absent", "Worksheet", "isNullObject", turned],
  ["paper", "PageLayout", "paperSize", always("A4")],
  ["zoom", "PageLayout", "zoom", always({ horizontalFitToPages: 2 })],
  ["merges", "RangeCollection", "items", always([])],
  ["largeAnswer", "Range", "values", withCell(9, 5, "长")],
  ["sizes", "ClientResult", "value", wide(62)],
  ["sizes", "ClientResult", "value", wide(58)],
  ["sizes", "ClientResult", "value", ofAll((one) => ({ ...one, columnHidden: false }))],
  ["sizes", "ClientResult", "value", ofAll((one) => ({ ...one, rowHidden: false }))],
  ["formats", "ClientResult", "value", always(2)],
  ["xml", "ClientResult", "value", text((told) => `${told} `)],
  ["xmlParts", "ClientResult", "value", nth(1, 2)],
  ["xmlParts", "ClientResult", "value", text((told) => told.replace("新", "旧"))],
  ["xmlParts", "ClientResult", "value", nth(3, 1)],
  ["largePart", "ClientResult", "value", text((told) => told.replace("aa", "a"))],
  ["tooLargePart", "ClientResult", "value", text((told) => told.replace("aa", "a"))],
];

const classOf = (name: string): object => {
  if (name !== "ClientResult") return (host.Excel as unknown as Record<string, { prototype: object }>)[name]!.prototype;
  const { workbook } = new host.Excel.RequestContext();
  return workbook.customXmlParts.getCount();
};

describe("a check of the self-check", () => {
  it.each([...new Set(others.map(([key]) => key))])(
    "%s finds all right in an Excel that does what is expected",
    async (key) => {
      expect(await attempt(checks.find((check) => check.key === key)!)).toMatchObject({ right: true });
    },
  );

  it.each(others)("%s tells when %s.%s is answered otherwise", async (key, of, property, otherwise) => {
    const check = checks.find((one) => one.key === key)!;
    expect(await answering(classOf(of), property, otherwise, () => attempt(check))).toMatchObject({ right: false });
  });
});
