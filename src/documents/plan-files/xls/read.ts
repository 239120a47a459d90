import { Bytes } from "../../package/bytes";
import { CompoundFile } from "../../package/compound-file";
import { builtInFormat } from "../../spreadsheets/number-format";
import type { Sheet, Workbook } from "../../spreadsheets/sheet";
import { PlanFileError } from "../plan-file-error";
import type { ReadOptions, ReadResult } from "../format-reader";
import { readSheets } from "../read-sheets";
import { sheetAt } from "./cells";
import { RECORD, recordsFrom } from "./records";
import { sharedStrings, StringReader } from "./strings";

const EXCEL_97 = 0x0600;
/** Limit on sheets, more than Excel opens in reasonable time. */
const MAX_SHEETS = 1_000;

/** An entry of the list of sheets, with the offset in the stream where the sheet begins. */
interface Listed extends Pick<Sheet, "name" | "isHidden"> {
  at: number;
}

/**
 * Reads the tables of a workbook of Excel 97 to 2003 ([MS-XLS]; .xls, .et), as `read-sheets.ts` chooses them.
 * @throws PlanFileError `oldExcel`, `password`, `corrupt`; PackageError for damaged or oversized files
 */
export const readXls = (bytes: Uint8Array, { sheets }: ReadOptions = {}): ReadResult =>
  readSheets(workbookOf(bytes), sheets);

function workbookOf(bytes: Uint8Array): Workbook {
  const streams = new CompoundFile(bytes);
  const content = streams.read("Workbook");
  if (!content) throw new PlanFileError(streams.has("Book") ? "oldExcel" : "corrupt");
  const stream = new Bytes(content);
  const listed: Listed[] = [];
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let strings: string[] = [];
  let is1904 = false;
  for (const record of recordsFrom(stream, 0)) {
    const { type, data } = record;
    if (type === RECORD.EOF) break;
    if (type === RECORD.BOF && data.u16(0) !== EXCEL_97) throw new PlanFileError("oldExcel");
    if (type === RECORD.FilePass) throw new PlanFileError("password");
    if (type === RECORD.Date1904) is1904 = data.u16(0) === 1;
    else if (type === RECORD.BoundSheet && data.u8(5) === 0 && listed.length < MAX_SHEETS)
      listed.push({ at: data.u32(0), isHidden: (data.u8(4) & 3) !== 0, name: new StringReader(record, 6).next(1) });
    else if (type === RECORD.Format) codes.set(data.u16(0), new StringReader(record, 2).next());
    else if (type === RECORD.XF) formats.push(data.u16(2));
    else if (type === RECORD.SST) strings = sharedStrings(record);
  }
  const shared = { strings, formats: formats.map((id) => codes.get(id) ?? builtInFormat(id)) };
  const seen = { cells: 0 };
  return { sheets: listed.map((each) => sheetAt(stream, each.at, each, shared, seen)), is1904 };
}
