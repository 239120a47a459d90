import { zipSync } from "fflate";
import type { FileFormat } from "../../src/documents/plan-files/formats";
import { label, oldExcelFile } from "../../test/documents/plan-files/old-excel-file";
import { cell, oldWordFile, row, text } from "../../test/documents/plan-files/old-word-file";
import { line, ofdFile, text as placed } from "../../test/documents/plan-files/ofd-file";
import { pdfFile } from "../../test/documents/plan-files/pdf-file";
import { paragraph, wordFile } from "../../test/documents/plan-files/word-file";
import { workbookFile } from "../../test/documents/plan-files/workbook-file";

/** A page of a plan: paragraphs, a line each, and below them a table of tasks. */
export interface Page {
  lines: readonly string[];
  rows: readonly (readonly string[])[];
}

const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words);
const zipOf = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        [bytesOf(content), { level: name === "mimetype" ? 0 : 6 }],
      ]),
    ),
  );
const each = (
  pages: readonly Page[],
  lineOf: (line: string) => string,
  rowOf: (cells: string[]) => string,
  tableOf: (rows: string) => string,
  cellOf: (cell: string) => string,
): string =>
  pages
    .map(
      ({ lines, rows }) => lines.map(lineOf).join("") + tableOf(rows.map((cells) => rowOf(cells.map(cellOf))).join("")),
    )
    .join("");

const wordBody = (pages: readonly Page[]): string =>
  each(
    pages,
    (words) => paragraph(words),
    (cells) => `<w:tr>${cells.join("")}</w:tr>`,
    (rows) => `<w:tbl>${rows}</w:tbl>`,
    (words) => `<w:tc>${paragraph(words)}</w:tc>`,
  );
const webPage = (pages: readonly Page[]): string =>
  `<html><meta charset=utf-8>${each(
    pages,
    (words) => `<p>${words}</p>`,
    (cells) => `<tr>${cells.join("")}</tr>`,
    (rows) => `<table>${rows}</table>`,
    (words) => `<td>${words}</td>`,
  )}</html>`;
const escaped = (words: string): string => words.replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0)}?`);
const sheetRows = (pages: readonly Page[]): string[][] =>
  pages.flatMap(({ lines, rows }) => [...lines.map((words) => [words]), ...rows.map((cells) => [...cells])]);
/** In millimetres. */
const [LEFT, TOP, LINE] = [20, 20, 9];
const COLUMNS = [20, 60, 120, 190];

function ofdPage({ lines, rows }: Page): string {
  const top = TOP + lines.length * LINE;
  const below = top + rows.length * LINE;
  return (
    lines.map((words, k) => placed(words, LEFT, TOP + k * LINE)).join("") +
    Array.from({ length: rows.length + 1 }, (_, k) =>
      line(COLUMNS[0]!, top + k * LINE, COLUMNS[3]!, top + k * LINE),
    ).join("") +
    COLUMNS.map((x) => line(x, top, x, below)).join("") +
    rows
      .flatMap((cells, r) => cells.map((words, k) => placed(words, COLUMNS[k]! + 1, top + (r + 1) * LINE - 2)))
      .join("")
  );
}

/** A file of each format, made without the programs that usually write it. */
export const FILES: Readonly<Record<FileFormat, (pages: readonly Page[]) => Uint8Array | Promise<Uint8Array>>> = {
  docx: (pages) => wordFile({ body: wordBody(pages) }),
  doc: (pages) =>
    oldWordFile({
      paragraphs: pages.flatMap(({ lines, rows }) => [
        ...lines.map((words) => text(words)),
        ...rows.flatMap((cells) => [...cells.flatMap((words) => cell(words)), row([0, 2000, 5000, 8000])]),
      ]),
    }),
  wordXml: (pages) =>
    bytesOf(`<?xml version="1.0"?><w:wordDocument><w:body>${wordBody(pages)}</w:body></w:wordDocument>`),
  xlsx: (pages) => workbookFile({ 分解表: { rows: sheetRows(pages) } }),
  xls: (pages) =>
    oldExcelFile([
      { name: "分解表", records: sheetRows(pages).flatMap((cells, r) => cells.map((words, c) => label(r, c, words))) },
    ]),
  pdf: (pages) => pdfFile(pages),
  ofd: (pages) => ofdFile(pages.map(ofdPage)),
  odt: (pages) =>
    zipOf({
      mimetype: "application/vnd.oasis.opendocument.text",
      "content.xml": `<office:document-content><office:body><office:text>${each(
        pages,
        (words) => `<text:p>${words}</text:p>`,
        (cells) => `<table:table-row>${cells.join("")}</table:table-row>`,
        (rows) => `<table:table>${rows}</table:table>`,
        (words) => `<table:table-cell><text:p>${words}</text:p></table:table-cell>`,
      )}</office:text></office:body></office:document-content>`,
    }),
  rtf: (pages) =>
    bytesOf(
      `{\\rtf1\\ansi ${escaped(
        each(
          pages,
          (words) => `\\pard ${words}\\par\n`,
          (cells) => `\\trowd\\cellx2000\\cellx5000\\cellx8000\\pard\\intbl ${cells.join("")}\\row\n`,
          (rows) => rows,
          (words) => `${words}\\cell `,
        ),
      )}}`,
    ),
  html: (pages) => bytesOf(webPage(pages)),
  mhtml: (pages) =>
    bytesOf(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${webPage(pages)}\r\n--x--\r\n`,
    ),
  txt: (pages) =>
    bytesOf(
      each(
        pages,
        (words) => `${words}\n`,
        (cells) => `${cells.join("\t")}\n`,
        (rows) => rows,
        (words) => words,
      ),
    ),
};
