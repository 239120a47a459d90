import ExcelJS from "exceljs";
import { formatFormKey, parseFormKey } from "../../src/assessment/form-key";
import { doubtBounds, isDoubtful, type DoubtBounds } from "../../src/matrix/doubts";
import type { Doing } from "../tools/libreoffice-fill";

/** A row of a form as a person sees it, with the hidden text by which the row is found. */
export interface FormLine {
  key: string;
  task: string;
  indicator: string;
  /** What may be typed: a number, one of three words, or nothing. */
  asks: "number" | "word" | "nothing";
  /** The bounds outside which a number is questioned. */
  bounds: DoubtBounds;
}

/** Something typed into a form that the workbook must show later. */
export interface Typed extends FormLine {
  unit: string;
  file: string;
  entry: number | string;
  evidence: string;
  explanation: string;
}

const words = ["已完成", "推进中", "未开展"];

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const file = new ExcelJS.Workbook();
  await file.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  return file;
}

export async function linesOf(bytes: Uint8Array): Promise<FormLine[]> {
  const sheet = (await opened(bytes)).worksheets[0]!;
  const columns = new Map<string, number>();
  sheet.getRow(1).eachCell((cell, column) => columns.set(String(cell.value), column));
  const lines: FormLine[] = [];
  sheet.eachRow((row) => {
    const text = (mark: string): string => String(row.getCell(columns.get(mark)!).value ?? "");
    const entry = row.getCell(columns.get("#entry")!);
    if (!text("#key").startsWith("f1|")) return;
    const asks =
      entry.protection?.locked !== false ? "nothing" : entry.dataValidation?.type === "list" ? "word" : "number";
    lines.push({
      key: text("#key"),
      task: text("#task"),
      indicator: text("#indicator"),
      asks,
      bounds: doubtBounds({ target: text("#target"), measure: text("#measure") }),
    });
  });
  return lines;
}

/**
 * A form in which the cells for numbers and words are filled in as a unit does, by indicator or task, with one row that
 * the unit added.
 */
export async function filled(
  bytes: Uint8Array,
  entries: Readonly<Record<string, string | number>>,
  added?: { task: string; entry: number },
): Promise<Uint8Array> {
  const file = await opened(bytes);
  const sheet = file.worksheets[0]!;
  const columns = new Map<string, number>();
  sheet.getRow(1).eachCell((cell, column) => columns.set(String(cell.value), column));
  sheet.eachRow((row) => {
    const [indicator, task] = ["#indicator", "#task"].map((mark) =>
      String(row.getCell(columns.get(mark)!).value ?? ""),
    );
    const value = entries[indicator || task!];
    if (value !== undefined) row.getCell(columns.get("#entry")!).value = value;
  });
  if (added) {
    const below = sheet.getRow(sheet.rowCount - 1);
    below.getCell(columns.get("#task")!).value = added.task;
    below.getCell(columns.get("#entry")!).value = added.entry;
  }
  return new Uint8Array(await file.xlsx.writeBuffer());
}

/** A form with another unit's name in every hidden key, as from a plan in which the unit has been renamed since. */
export async function renamed(bytes: Uint8Array, unit: string): Promise<Uint8Array> {
  const file = await opened(bytes);
  file.worksheets[0]!.eachRow((row) => {
    const key = parseFormKey(String(row.getCell(1).value ?? ""));
    if (key) row.getCell(1).value = formatFormKey({ ...key, unit });
  });
  return new Uint8Array(await file.xlsx.writeBuffer());
}

/**
 * What a unit types: a number or a word wherever one is asked for, with evidence; where nothing is asked, evidence in
 * the first row. Numbers differ from row to row and unit to unit. They are below 100, as percentages must be, and none
 * is so far from its target that it would be questioned.
 */
export function typing(lines: readonly FormLine[], unit: string, file: string, number: number): Typed[] {
  const asked = lines.filter(({ asks }) => asks !== "nothing");
  return (asked.length > 0 ? asked : lines.slice(0, 1)).map((line, index) => ({
    ...line,
    unit,
    file,
    entry:
      line.asks === "number"
        ? likely(3 + ((index * 13 + number * 7) % 97), line)
        : line.asks === "word"
          ? words[(index + number) % 3]!
          : "",
    evidence: `材料${number}-${index}`,
    explanation: index % 3 === 0 ? `说明${number}-${index}` : "",
  }));
}

const likely = (entry: number, { bounds }: FormLine): number => (isDoubtful(entry, bounds) ? entry + 1_000 : entry);

/** The same as instructions for LibreOffice. */
export const doingsOf = (typed: readonly Typed[]): Doing[] =>
  typed.flatMap(({ key, entry, evidence, explanation }): Doing[] => {
    const set = (column: string, content: number | string): Doing[] =>
      content === ""
        ? []
        : [{ do: "set", by: "#key", row: key, column, kind: typeof content === "number" ? "number" : "text", content }];
    return [...set("#entry", entry), ...set("#evidence", evidence), ...set("#explanation", explanation)];
  });
