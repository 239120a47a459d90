import { inChinese, type Spoken } from "../plan/sentence";
import {
  codeOfRow,
  failureSentences,
  officeFailures,
  type FailureCode,
  type FailureKey,
  type FailureValues,
} from "./failure-sentences";

/**
 * What went wrong in Excel, as the user is told it: its Chinese sentence is a row of `failure-sentences.ts`.
 * @example new ExcelFailure("SheetGone", { sheet: "看板" })
 */
export class ExcelFailure<Key extends FailureKey = FailureKey> extends Error {
  /** Office.js code such as `AccessDenied`, or a code of this add-in such as `NoMatrix`. */
  readonly code: string;
  /** Chinese, for the user. */
  readonly userMessage: string;
  /** What stands in the sentence, for the pane's other language. */
  readonly values: Readonly<Record<string, Spoken>>;
  /** For support: what was found; of an error of Office.js its message and place. */
  readonly detail: string;

  /**
   * @param key the row of the sentence; its code is the failure's
   * @param details `code`: of an Office.js error that has no row of its own
   */
  constructor(
    key: Key,
    values: FailureValues<Key>,
    {
      detail = key,
      code = codeOfRow(key),
      cause,
    }: { detail?: string | undefined; code?: string | undefined; cause?: unknown } = {},
  ) {
    super(`${code}: ${detail}`, { cause });
    this.name = "ExcelFailure";
    this.code = code;
    this.values = values;
    this.userMessage = inChinese({ text: failureSentences[key], values });
    this.detail = detail;
  }
}

/** Whether `error` is a failure with one of the codes. */
export const failedWith = (error: unknown, ...codes: readonly FailureCode[]): boolean =>
  error instanceof ExcelFailure && (codes as readonly string[]).includes(error.code);

/**
 * What Excel does not do while another workbook is in front, and how it says so (Microsoft: troubleshooting Excel
 * add-ins).
 */
const inFrontOnly: ReadonlySet<string> = new Set(
  Object.entries({
    GeneralException: [
      "Range.select",
      "Worksheet.activate",
      "WorksheetCollection.add",
      "WorksheetFreezePanes.freezeAt",
      "WorksheetFreezePanes.freezeRows",
      "Table.clearFilters",
    ],
    InvalidSelection: ["Worksheet.delete"],
  }).flatMap(([code, members]) => members.map((member) => `${code} ${member}`.toLowerCase())),
);

interface OfficeError {
  code: string;
  message: string;
  debugInfo?: { errorLocation?: string };
}

const isOfficeError = (error: unknown): error is OfficeError =>
  // Not `instanceof`: Office.js may live in another realm than this code.
  typeof error === "object" && error !== null && typeof (error as Partial<OfficeError>).code === "string";

/** The code of an Office.js error; empty for any other error. */
export const codeOf = (error: unknown): string => (isOfficeError(error) ? error.code : "");

const hasRow = (code: string): code is keyof typeof officeFailures => Object.hasOwn(officeFailures, code);

/** Any thrown thing as an `ExcelFailure`; one that already is stays as it is. */
export function asFailure(error: unknown): ExcelFailure {
  if (error instanceof ExcelFailure) return error;
  if (!isOfficeError(error)) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return new ExcelFailure("Unexpected", {}, { detail, cause: error });
  }
  const { code, message } = error;
  const place = error.debugInfo?.errorLocation;
  const detail = place ? `${message} (${place})` : message;
  if (inFrontOnly.has(`${code} ${place ?? ""}`.toLowerCase()))
    return new ExcelFailure("InactiveWorkbook.halfDone", {}, { detail: `${code}: ${detail}`, cause: error });
  if (hasRow(code)) return new ExcelFailure(code, {}, { detail, cause: error });
  return new ExcelFailure("Unexpected.refused", {}, { code, detail, cause: error });
}

/** Told before anything is sent, where the sheet was read as protected. */
export const protectedSheet = (): ExcelFailure => new ExcelFailure("AccessDenied.protectedSheet", {});
