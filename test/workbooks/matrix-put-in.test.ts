import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { openHost } from "../../src/host/node";
import { saveXlsx } from "../../src/host/xlsx/save";
import { matrixSheetName } from "../../src/matrix/sheet-name";
import { run, seed, type Outcome } from "../cli/run";
import { convertAllWithLibreOffice } from "../tools/libreoffice";
import { findingsInEach } from "../tools/ooxml-validator";
import { describeWith } from "../tools/programs";
import { ownWorkbooks } from ".";
import { notKept } from "./whole";

const names = Object.keys(ownWorkbooks);
const fileOf = (name: string): string => `${name}${ownWorkbooks[name]!.extension}`;

/**
 * Written by hand. The validator finds faults in it, because it does not know how this edition of the format writes
 * dates.
 */
const unknownToValidator = ["the strict edition of the format"];

describe("the matrix put into each of the repository's own workbooks by the command", () => {
  const folder = mkdtempSync(join(tmpdir(), "put-in-"));
  const [before, after] = ["before", "after"].map((name) => join(folder, name)) as [string, string];
  let outcome: Outcome;

  beforeAll(() => {
    for (const path of [before, after]) mkdirSync(path);
    for (const name of names) writeFileSync(join(before, fileOf(name)), ownWorkbooks[name]!.read());
    outcome = run("matrix", seed, after, `--into=${before}`);
  }, 400_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("is told for each of the forty", () => {
    expect(names).toHaveLength(40);
    expect(outcome.status).toBe(0);
    expect(outcome.stdout).toMatch(/40 个工作簿，写入 40 个\n$/);
    expect(outcome.stdout.match(/：48 行，37 列单位$/gm)).toHaveLength(40);
  });

  it.each(names)("leaves of “%s” each part as it was, and what stood in those that a new sheet joins", (name) => {
    expect(notKept(readFileSync(join(before, fileOf(name))), readFileSync(join(after, fileOf(name))))).toEqual([]);
  });

  describeWith(["ooxml-validator"], "to the Open XML validator", () => {
    it("has nothing that it did not find before, which is nothing in those written by hand", async () => {
      const found = await findingsInEach(names.map((name) => join(after, fileOf(name))));
      const doubtful = names.filter((name) => found[join(after, fileOf(name))] !== undefined);
      const was = await findingsInEach(doubtful.map((name) => join(before, fileOf(name))));
      expect(doubtful.map((name) => [name, found[join(after, fileOf(name))]])).toEqual(
        doubtful.map((name) => [name, was[join(before, fileOf(name))]]),
      );
      expect(doubtful.filter((name) => ownWorkbooks[name]!.isByHand)).toEqual(unknownToValidator);
    }, 300_000);
  });

  describeWith(["LibreOffice"], "in LibreOffice", () => {
    /** The number of charts, and the words of each comment. */
    const held: Record<string, { charts: number; comments: string[] }> = {
      "libreoffice chart comment filter": { charts: 1, comments: ["按属地填"] },
      "excelize charts": { charts: 2, comments: [] },
      "excelize notes": { charts: 0, comments: ["甲：请核对", "来自年报"] },
    };

    it("is beside the charts and the comments, and comes to the statuses that were saved", async () => {
      const filled = join(folder, "filled");
      const emptied = join(folder, "emptied");
      const out = join(folder, "out");
      for (const path of [filled, emptied, out]) mkdirSync(path);
      const saved: Record<string, unknown[][]> = {};
      for (const name of Object.keys(held)) {
        // One workbook at a time, because the host is set as a global.
        saved[name] = await fillIn(join(after, fileOf(name)), join(filled, fileOf(name)));
        writeFileSync(join(emptied, fileOf(name)), withoutResults(join(filled, fileOf(name))));
      }
      const wanted = Object.keys(held).flatMap((name) =>
        ["fods", "xlsx:Calc MS Excel 2007 XML"].map((format): [string, string] => [
          join(emptied, fileOf(name)),
          format,
        ]),
      );
      const made = convertAllWithLibreOffice(wanted, out);
      for (const [index, [name, { charts, comments }]] of Object.entries(held).entries()) {
        const flat = readFileSync(made[2 * index]!, "utf8");
        expect([name, flat.match(/<chart:chart /g)?.length ?? 0]).toEqual([name, charts]);
        expect([name, annotations(flat)]).toEqual([name, comments]);
        const calculated = await valuesIn(made[2 * index + 1]!);
        expect([name, statuses(calculated)]).toEqual([name, statuses(saved[name]!)]);
        expect(new Set(statuses(calculated)).size).toBeGreaterThan(3);
      }
    }, 300_000);
  });
});

const annotations = (flat: string): string[] =>
  [...flat.matchAll(/<office:annotation\b.*?<\/office:annotation>/gs)].map(([annotation]) =>
    [...annotation.matchAll(/<text:p\b[^>]*>(.*?)<\/text:p>/gs)]
      .map(([, inner]) => inner!.replace(/<[^>]+>/g, ""))
      .join("")
      .trim(),
  );

/** The values on the matrix's sheet. */
async function valuesIn(path: string): Promise<unknown[][]> {
  const host = await openHost({ file: new Uint8Array(readFileSync(path)) });
  try {
    return await host.Excel.run((context) => matrixValues(context));
  } finally {
    host.dispose();
  }
}

async function matrixValues(context: Excel.RequestContext): Promise<unknown[][]> {
  const used = context.workbook.worksheets.getItem(matrixSheetName).getRange("A1:AZ60");
  used.load("values");
  await context.sync();
  return used.values as unknown[][];
}

const headerIn = (values: readonly unknown[][]): number =>
  values.findIndex((row) => row.includes("任务") && row.includes("状态"));

/** The 状态 of each row. */
function statuses(values: readonly unknown[][]): string[] {
  const header = headerIn(values);
  const column = values[header]!.indexOf("状态");
  return values
    .slice(header + 1)
    .map((row) => String(row[column]))
    .filter((status) => status !== "");
}

/**
 * Numbers of several sizes as the years' actuals, so that statuses of several kinds occur.
 * @returns the sheet's values as they are saved
 */
async function fillIn(from: string, to: string): Promise<unknown[][]> {
  const host = await openHost({ file: new Uint8Array(readFileSync(from)) });
  try {
    const values = await host.Excel.run(async (context) => {
      const read = await matrixValues(context);
      const header = headerIn(read);
      const sheet = context.workbook.worksheets.getItem(matrixSheetName);
      for (const [index, row] of read.slice(header + 1).entries()) {
        if (row[read[header]!.indexOf("指标")] === "") continue;
        for (const [at, name] of read[header]!.entries())
          if (/^\d{4}年$/.test(String(name)) && index % 4 > 0)
            sheet.getCell(header + 1 + index, at).values = [[[1, 60, 20000][index % 3]]];
      }
      await context.sync();
      return matrixValues(context);
    });
    writeFileSync(to, await saveXlsx(host.book));
    return values;
  } finally {
    host.dispose();
  }
}

/**
 * The file without the results of its formulas, so that what is read from it was calculated by the program that opened
 * it.
 */
function withoutResults(path: string): Uint8Array {
  const parts = unzipSync(new Uint8Array(readFileSync(path)));
  for (const [part, bytes] of Object.entries(parts)) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(part))
      parts[part] = strToU8(strFromU8(bytes).replace(/(<f\b[^>]*(?:\/>|>[^<]*<\/f>))<v>[^<]*<\/v>/g, "$1"));
  }
  return zipSync(parts);
}
