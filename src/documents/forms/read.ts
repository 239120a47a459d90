import type { FilledCells, PrintedRow, ReturnedForm, ReturnedRow, StrayRow } from "../../assessment/returned-form";
import type { FormProblem } from "../../assessment/form-problems";
import { formKeyStart, parseFormKey } from "../../assessment/form-key";
import { columnMark } from "../../matrix/columns";
import type { CellValue } from "../../matrix/sheet";
import { PackageError } from "../package/package-error";
import { isCompound, isEncryptedPackage, isZip } from "../package/signature";
import {
  entryHeader,
  evidenceHeader,
  explanationHeader,
  indicatorHeader,
  isFormLine,
  numberHeader,
  progressHeader,
  taskHeader,
} from "./layout";
import { maxFormBytes } from "./limits";
import { readFormCells, type FormCell, type FormSheet, type FormWorkbook } from "./form-cells";

/** Thrown for a returned file that cannot be read as a form. */
export class FormFileError extends Error {
  override readonly name = "FormFileError";

  constructor(
    readonly problem: FormProblem,
    options?: { cause?: unknown },
  ) {
    super(problem, options);
  }
}

/**
 * Reads a returned form. Rows are found by their hidden keys, so rows, columns and sheets may have been moved. Rows
 * that the unit added among them are returned as strays.
 * @param file the file's name
 * @param changed the file system's modification time, used if the file itself does not say when it was saved
 * @throws FormFileError
 */
export function readForm(file: string, bytes: Uint8Array, changed = ""): ReturnedForm {
  refuseOthers(file, bytes);
  const { sheets, saved } = opened(bytes);
  const read = sheets.map((sheet) => ({ sheet, ...rowsOf(sheet) }));
  const forms = read.filter(({ rows, strays }) => rows.length > 0 || strays.length > 0);
  const rows = forms.flatMap((one) => one.rows);
  if (rows.length === 0) throw new FormFileError(forms.length > 0 ? "damagedKeys" : "noForm");
  return {
    file,
    saved: saved || changed,
    rows,
    strays: forms.flatMap(({ strays }) => strays),
    otherSheets: read.filter((one) => !forms.includes(one) && one.sheet.size > 0).length,
  };
}

function refuseOthers(file: string, bytes: Uint8Array): void {
  if (bytes.length > maxFormBytes) throw new FormFileError("tooLarge");
  if (bytes.length === 0) throw new FormFileError("corrupt");
  // A compound file is an old workbook (.xls), or the encrypted package of a new one.
  if (isCompound(bytes)) throw new FormFileError(isEncryptedPackage(bytes) ? "password" : "oldFormat");
  if (isZip(bytes)) return;
  throw new FormFileError(
    /\.xlsx$/i.test(file) ? "corrupt" : /\.(?:xls|et)$/i.test(file) ? "oldFormat" : "otherFormat",
  );
}

function opened(bytes: Uint8Array): FormWorkbook {
  try {
    return readFormCells(bytes);
  } catch (error) {
    if (error instanceof PackageError) throw new FormFileError(error.code, { cause: error });
    throw new FormFileError("corrupt", { cause: error });
  }
}

const text = (value: CellValue | undefined): string => String(value ?? "").trim();

type Cells = ReadonlyMap<number, FormCell>;

function rowsOf(sheet: FormSheet): { rows: ReturnedRow[]; strays: StrayRow[] } {
  const { places, header } = layoutOf(sheet);
  const rows: ReturnedRow[] = [];
  const damaged: StrayRow[] = [];
  const added: StrayRow[] = [];
  for (const [at, cells] of sheet) {
    const text = [...cells.values()]
      .map(({ value }) => value)
      .find((value) => typeof value === "string" && value.startsWith(formKeyStart));
    const key = typeof text === "string" ? parseFormKey(text) : undefined;
    const content = { ...filledIn(cells, places), printed: printedIn(cells, places) };
    if (key && places.entry !== undefined) rows.push({ ...key, ...content });
    else if (text !== undefined) damaged.push({ kind: "damaged", ...content });
    else if (at > header && isRowOfTheirs(cells, places)) added.push({ kind: "added", ...content });
  }
  // Text on a sheet without any form row is not an addition to a form.
  return { rows, strays: rows.length + damaged.length > 0 ? [...damaged, ...added] : [] };
}

function filledIn(cells: Cells, { entry, evidence, progress, explanation }: Places): FilledCells {
  const at = (column: number | undefined): FormCell =>
    (column === undefined ? undefined : cells.get(column)) ?? { value: "", isPercent: false };
  return {
    entry: at(entry).value,
    isPercent: at(entry).isPercent,
    evidence: text(at(evidence).value),
    progress: text(at(progress).value),
    explanation: text(at(explanation).value),
  };
}

function printedIn(cells: Cells, { number, task, indicator }: Places): PrintedRow {
  const at = (column: number | undefined): string => text(column === undefined ? undefined : cells.get(column)?.value);
  return { number: at(number), task: at(task), indicator: at(indicator) };
}

/** Whether a row below the headers holds text in one of the form's columns that is not one of the form's own lines. */
const isRowOfTheirs = (cells: Cells, places: Places): boolean =>
  allPlaces.some((key) => {
    const content = places[key] === undefined ? "" : text(cells.get(places[key])?.value);
    return content !== "" && !isFormLine(content);
  });

type Place = "number" | "task" | "indicator" | "entry" | "evidence" | "progress" | "explanation";
type Places = Partial<Record<Place, number>>;

const headerOf: Readonly<Record<Place, (header: string) => boolean>> = {
  number: (header) => header === numberHeader,
  task: (header) => header === taskHeader,
  indicator: (header) => header === indicatorHeader,
  entry: (header) => entryHeader.test(header),
  evidence: (header) => header === evidenceHeader,
  progress: (header) => header === progressHeader,
  explanation: (header) => explanationHeader.test(header),
};
const allPlaces = Object.keys(headerOf) as Place[];

/**
 * Finds the form's columns by the marks in the hidden row, or by their headers if that row was deleted.
 * @returns `header`: the last row with a mark or header of the entry column; -1 if there is none
 */
function layoutOf(sheet: FormSheet): { places: Places; header: number } {
  const found: Places = {};
  const headers: Places = {};
  let header = -1;
  for (const [row, cells] of sheet) {
    for (const [column, { value }] of cells) {
      for (const key of allPlaces) {
        if (value === columnMark(key)) found[key] ??= column;
        else if (headers[key] === undefined && headerOf[key](text(value))) headers[key] = column;
        else continue;
        if (key === "entry") header = Math.max(header, row);
      }
    }
  }
  return { places: { ...headers, ...found }, header };
}
