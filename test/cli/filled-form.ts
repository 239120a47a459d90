import ExcelJS from "exceljs";

/** The first unlocked cell for a number is filled in, as a unit does. */
export async function filled(bytes: Uint8Array, value: number | string): Promise<Buffer> {
  const file = new ExcelJS.Workbook();
  await file.xlsx.load(bytes.buffer as ArrayBuffer);
  const sheet = file.worksheets[0]!;
  let column = 0;
  sheet.getRow(1).eachCell((cell, at) => void (cell.value === "#entry" && (column = at)));
  let done = false;
  sheet.eachRow((row) => {
    const cell = row.getCell(column);
    if (done || cell.protection?.locked !== false || cell.dataValidation?.type === "list") return;
    if (!String(row.getCell(1).value ?? "").startsWith("f1|")) return;
    cell.value = value;
    done = true;
  });
  return Buffer.from(await file.xlsx.writeBuffer());
}
