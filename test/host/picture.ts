import type { Host } from "../../src/host/node";

const looks = [
  "numberFormat",
  "format/fill/color",
  "format/font/name,format/font/size,format/font/bold,format/font/italic,format/font/color",
  "format/horizontalAlignment,format/verticalAlignment,format/wrapText,format/textOrientation,format/indentLevel",
  "format/protection/locked",
].join(",");

const round = (points: number): number => Math.round(points * 100) / 100;

/** Everything that Office.js reports of a workbook, in a form in which two can be compared. */
export async function pictureOf(host: Host): Promise<unknown> {
  return host.Excel.run(async (context) => {
    const { workbook } = context;
    const { worksheets, names, customXmlParts } = workbook;
    worksheets.load("items/name,items/visibility,items/tabColor,items/showGridlines");
    names.load("items/name,items/formula");
    customXmlParts.load("items/id");
    const active = worksheets.getActiveWorksheet();
    active.load("name");
    await context.sync();
    const xml = customXmlParts.items.map((part) => part.getXml());
    const sheets = [];
    for (const sheet of worksheets.items) sheets.push(await sheetPicture(sheet, context));
    await context.sync();
    return {
      active: active.name,
      sheets,
      names: names.items.map(({ name, formula }) => [name, formula]).sort(),
      xml: xml.map(({ value }) => value),
    };
  });
}

async function sheetPicture(sheet: Excel.Worksheet, context: Excel.RequestContext): Promise<unknown> {
  const used = sheet.getUsedRangeOrNullObject();
  used.load("address,values,formulas,rowCount,columnCount");
  sheet.tables.load(
    "items/name,items/style,items/showFilterButton,items/showBandedRows,items/showBandedColumns,items/highlightFirstColumn",
  );
  sheet.pageLayout.load();
  const running = sheet.pageLayout.headersFooters.defaultForAllPages;
  running.load();
  const frozen = sheet.freezePanes.getLocationOrNullObject();
  frozen.load("address");
  sheet.protection.load("protected,options");
  await context.sync();
  const { name, visibility, tabColor, showGridlines } = sheet;
  const base = {
    name,
    visibility,
    tabColor,
    showGridlines,
    page: sheet.pageLayout.toJSON(),
    running: running.toJSON(),
    frozen: frozen.isNullObject ? "" : frozen.address,
    protection: sheet.protection.toJSON(),
  };
  if (used.isNullObject) return base;
  const merged = used.getMergedAreasOrNullObject();
  merged.load("address");
  const tables = sheet.tables.items.map((table) => ({ table, range: table.getRange() }));
  for (const { range } of tables) range.load("address");
  const cells = Array.from({ length: used.rowCount }, (_, row) =>
    Array.from({ length: used.columnCount }, (_, column) => used.getCell(row, column)),
  );
  for (const cell of cells.flat()) {
    cell.load(looks);
    cell.dataValidation.load("rule,prompt,errorAlert,ignoreBlanks,type");
  }
  const rows = cells.map(([first]) => first!);
  for (const row of rows) row.load("rowHidden,format/rowHeight");
  for (const column of cells[0]!) column.load("columnHidden,format/columnWidth");
  used.conditionalFormats.load("items/type,items/stopIfTrue");
  await context.sync();
  const formats = used.conditionalFormats.items.map((format) => {
    const range = format.getRange();
    range.load("address");
    if (format.type === "Custom")
      format.custom.load("rule/formula,format/fill/color,format/font/color,format/font/bold");
    else if (format.type === "CellValue") format.cellValue.load("rule,format/fill/color");
    else if (format.type === "ContainsText") format.textComparison.load("rule,format/font/color");
    return { format, range };
  });
  await context.sync();
  return {
    ...base,
    address: used.address,
    values: used.values,
    formulas: used.formulas,
    merged: merged.isNullObject ? "" : merged.address,
    tables: tables.map(({ table, range }) => [
      { ...table.toJSON(), rows: undefined, columns: undefined, worksheet: undefined, sort: undefined, id: undefined },
      range.address,
    ]),
    looks: cells.map((line) =>
      line.map((cell) =>
        JSON.stringify([cell.numberFormat, { ...cell.format.toJSON(), rowHeight: 0, columnWidth: 0 }]),
      ),
    ),
    validations: cells.map((line) => line.map(({ dataValidation }) => JSON.stringify(dataValidation.toJSON()))),
    heights: rows.map((row) => [row.rowHidden, row.rowHidden ? 0 : round(row.format.rowHeight)]),
    widths: cells[0]!.map((column) => [column.columnHidden, round(column.format.columnWidth)]),
    formats: formats.map(({ format, range }) => {
      const kind = { Custom: "custom", CellValue: "cellValue", ContainsText: "textComparison" }[
        format.type as string
      ] as "custom" | undefined;
      return [range.address, format.type, format.stopIfTrue, kind && format[kind].toJSON()];
    }),
  };
}
