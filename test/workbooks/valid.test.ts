import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { generateMatrix } from "../../src/excel/generate";
import { openHost } from "../../src/host/node";
import { saveXlsx } from "../../src/host/xlsx/save";
import { readPlan } from "../../src/plan";
import { filled } from "../cli/filled-form";
import { run, seed } from "../cli/run";
import { findingsIn, findingsInEach } from "../tools/ooxml-validator";
import { describeWith } from "../tools/programs";
import { ownWorkbooks } from ".";

describeWith(["ooxml-validator"], "the Open XML validator finds nothing in what the product writes", () => {
  jest.setTimeout(400_000);
  const folder = mkdtempSync(join(tmpdir(), "valid-"));
  const at = (name: string): string => join(folder, name);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("and does find what is wrong in a file", async () => {
    writeFileSync(at("wrong.xlsx"), ownWorkbooks["excelize notes"]!.read());
    expect(await findingsIn(at("wrong.xlsx"))).toEqual([expect.stringMatching(/^\/xl\/styles\.xml .+font\[1\]/)]);
  });

  it("through a year of commands: the matrix, forms sent and collected, the lists, the report of each kind", async () => {
    const [matrix, zip, back] = ["matrix.xlsx", "forms.zip", "back"].map(at) as [string, string, string];
    const done = (command: string, ...args: string[]): void => {
      const { status, stderr } = run(command, ...args);
      expect([command, status, stderr]).toEqual([command, 0, ""]);
    };
    done("matrix", seed, matrix);
    writeFileSync(at("made.xlsx"), readFileSync(matrix));
    done("forms", matrix, zip, "--year=2024", "--month=6");
    writeFileSync(at("sent.xlsx"), readFileSync(matrix));
    const forms = Object.values(unzipSync(new Uint8Array(readFileSync(zip))));
    expect(forms).toHaveLength(36);
    forms.forEach((bytes, index) => writeFileSync(at(`form ${index}.xlsx`), bytes));
    mkdirSync(back);
    writeFileSync(join(back, "一.xlsx"), await filled(forms[0]!, 7));
    done("collect", matrix, back, "--year=2024");
    writeFileSync(at("collected.xlsx"), readFileSync(matrix));
    done("lists", matrix);
    done("report", matrix, at("midterm.docx"));
    done("report", matrix, at("annual.docx"), "--year=2024", "--month=12");
    done("report", matrix, at("final.docx"), "--year=2025", "--month=12");
    const files = readdirSync(folder).filter((name) => /\.(?:xlsx|docx)$/.test(name) && name !== "wrong.xlsx" && !name.includes(".bak."));
    expect(files).toHaveLength(36 + 4 + 3);
    expect(await findingsInEach(files.map(at))).toEqual({});
  });

  it("by the host: a workbook with a matrix, rows put in and taken out, formats, a sheet deleted, opened and saved again", async () => {
    const made = openHost();
    Object.assign(globalThis, { Excel: made.Excel, Office: made.Office });
    await generateMatrix(readPlan(readFileSync(seed, "utf8")), 2024);
    await made.Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      const other = sheets.add("别的");
      other.getRange("A1:B3").values = [["名", "数"], ["甲", 1], ["=1+1", "'=x"]];
      other.tables.add("A1:B3", true);
      other.getRange("B2:B3").dataValidation.rule = { wholeNumber: { formula1: 0, formula2: 9, operator: "Between" } };
      Object.assign(other.getRange("A1:B1").format.font, { bold: true, italic: true, color: "#FF0000", size: 14, name: "黑体" });
      other.getRange("A5:C6").merge();
      other.freezePanes.freezeRows(1);
      other.protection.protect();
      const matrix = sheets.getItem("责任矩阵");
      matrix.getRange("10:10").insert("Down");
      matrix.getRange("12:12").delete("Up");
      sheets.add("没有了").delete();
      await context.sync();
    });
    const saved = await saveXlsx(made.book);
    made.dispose();
    const again = await openHost({ file: saved });
    await again.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("责任矩阵").getRange("C12").values = [["改了"]];
      await context.sync();
    });
    writeFileSync(at("host 1.xlsx"), saved);
    writeFileSync(at("host 2.xlsx"), await saveXlsx(again.book));
    again.dispose();
    expect(await findingsInEach([at("host 1.xlsx"), at("host 2.xlsx")])).toEqual({});
  });
});
