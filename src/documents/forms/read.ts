import type { ReturnedForm, ReturnedRow } from "../../assessment/collect";
import type { FormProblem } from "../../assessment/form-problems";
import { parseFormKey } from "../../assessment/form-key";
import { columnMark } from "../../matrix/columns";
import type { CellValue } from "../../matrix/sheet";
import { PackageError } from "../package/errors";
import { isCompound, isEncryptedPackage, isZip } from "../package/signature";
import { entryHeader, evidenceHeader, explanationHeader } from "./layout";
import { largestForm } from "./limits";
import { readFormCells, type ReadSheet, type ReadWorkbook } from "./xlsx-cells";

/** A returned file that cannot be read as a form. */
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
 * The rows of a returned form, found by their hidden keys, wherever rows, columns and sheets have gone.
 * @param changed when the file was last changed as the file system says, where the file itself does not
 * @throws FormFileError
 */
export function readForm(file: string, bytes: Uint8Array, changed = ""): ReturnedForm {
  refuseOthers(file, bytes);
  const { sheets, saved } = opened(bytes);
  const rows: ReturnedRow[] = [];
  let damaged = 0;
  for (const sheet of sheets) {
    const found = rowsOf(sheet);
    rows.push(...found.rows);
    damaged += found.damaged;
  }
  if (rows.length === 0) throw new FormFileError(damaged > 0 ? "damagedKeys" : "noForm");
  return { file, saved: saved || changed, rows, damaged };
}

function refuseOthers(file: string, bytes: Uint8Array): void {
  if (bytes.length > largestForm) throw new FormFileError("tooLarge");
  if (bytes.length === 0) throw new FormFileError("corrupt");
  // A compound file holds an old workbook, or the encrypted package of a new one.
  if (isCompound(bytes)) throw new FormFileError(isEncryptedPackage(bytes) ? "password" : "oldFormat");
  if (isZip(bytes)) return;
  throw new FormFileError(/\.xlsx$/i.test(file) ? "corrupt" : /\.(?:xls|et)$/i.test(file) ? "oldFormat" : "otherFormat");
}

function opened(bytes: Uint8Array): ReadWorkbook {
  try {
    return readFormCells(bytes);
  } catch (error) {
    if (error instanceof PackageError) throw new FormFileError(error.code, { cause: error });
    throw new FormFileError("corrupt", { cause: error });
  }
}

const text = (value: CellValue | undefined): string => String(value ?? "").trim();

function rowsOf(sheet: ReadSheet): { rows: ReturnedRow[]; damaged: number } {
  const columns = columnsOf(sheet);
  const rows: ReturnedRow[] = [];
  let damaged = 0;
  for (const cells of sheet.values()) {
    for (const { value } of cells.values()) {
      if (typeof value !== "string" || !value.startsWith("f1|")) continue;
      const key = parseFormKey(value);
      const at = (column: number | undefined): { value: CellValue; isPercent: boolean } => (column === undefined ? undefined : cells.get(column)) ?? { value: "", isPercent: false };
      if (key && columns.entry !== undefined) rows.push({ ...key, entry: at(columns.entry).value, isPercent: at(columns.entry).isPercent, evidence: text(at(columns.evidence).value), explanation: text(at(columns.explanation).value) });
      else damaged++;
      break;
    }
  }
  return { rows, damaged };
}

interface Columns {
  entry?: number;
  evidence?: number;
  explanation?: number;
}

/** By the hidden row's marks; by their headers where it was deleted. */
function columnsOf(sheet: ReadSheet): Columns {
  const found: Columns = {};
  const headers: Columns = {};
  for (const cells of sheet.values()) {
    for (const [column, { value }] of cells) {
      for (const key of ["entry", "evidence", "explanation"] as const) if (value === columnMark(key)) found[key] ??= column;
      const header = text(value);
      if (entryHeader.test(header)) headers.entry ??= column;
      else if (header === evidenceHeader) headers.evidence ??= column;
      else if (explanationHeader.test(header)) headers.explanation ??= column;
    }
  }
  return { ...headers, ...found };
}
