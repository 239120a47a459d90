import ExcelJS from "exceljs";
import type { ReturnedForm } from "../../../src/assessment/returned-form";
import type { UnitForm } from "../../../src/assessment/forms";
import { formFile } from "../../../src/documents/forms/write";
import { readForm } from "../../../src/documents/forms/read";

/** What a unit types, by indicator or task. */
export type Filling = Readonly<
  Record<string, { entry?: string | number; progress?: string; evidence?: string; explanation?: string }>
>;

/** A form as a unit fills it in and saves it, by a real library. */
export async function filledFile(
  form: UnitForm,
  filling: Filling,
  touch: (sheet: ExcelJS.Worksheet) => void = () => undefined,
): Promise<Uint8Array> {
  const file = new ExcelJS.Workbook();
  await file.xlsx.load((await formFile(form)).buffer as ArrayBuffer);
  const sheet = file.worksheets[0]!;
  const columns = new Map<string, number>();
  sheet.getRow(1).eachCell((cell, column) => columns.set(String(cell.value), column));
  sheet.eachRow((row) => {
    const [indicator, task] = ["#indicator", "#task"].map((key) => String(row.getCell(columns.get(key)!).value ?? ""));
    const wanted = filling[indicator || task!];
    if (!wanted || !String(row.getCell(1).value ?? "").startsWith("f1|")) return;
    for (const key of ["entry", "progress", "evidence", "explanation"] as const)
      if (wanted[key] !== undefined) row.getCell(columns.get(`#${key}`)!).value = wanted[key];
  });
  touch(sheet);
  return new Uint8Array(await file.xlsx.writeBuffer());
}

export async function returned(
  form: UnitForm,
  filling: Filling,
  saved: string,
  file = `${form.name}.xlsx`,
): Promise<ReturnedForm> {
  return { ...readForm(file, await filledFile(form, filling)), saved };
}
