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
    const files = readdirSync(folder).filter(
      (name) => /\.(?:xlsx|docx)$/.test(name) && name !== "wrong.xlsx" && !name.includes(".bak."),
    );
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
      other.getRange("A1:B3").values = [
        ["名", "数"],
        ["甲", 1],
        ["=1+1", "'=x"],
      ];
      other.tables.add("A1:B3", true);
      other.getRange("B2:B3").dataValidation.rule = { wholeNumber: { formula1: 0, formula2: 9, operator: "Between" } };
      Object.assign(other.getRange("A1:B1").format.font, {
        bold: true,
        italic: true,
        color: "#FF0000",
        size: 14,
        name: "黑体",
      });
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

  it("nor anything new in a workbook of another program, whatever is done to its first sheet", async () => {
    const edited: Record<string, string> = {};
    for (const [name, { extension, read }] of Object.entries(ownWorkbooks)) {
      // Nothing can be inserted before its last row and column.
      if (name === "the last cell that there is") continue;
      const host = await openHost({ file: read() });
      const refusals: number[] = [];
      for (const [index, edit] of edits.entries()) {
        await host.Excel.run(async (context) => {
          edit(context.workbook.worksheets.getFirst(), context);
          await context.sync();
        }).catch(() => refusals.push(index));
      }
      // Only a protected sheet refuses edits.
      expect([name, refusals.length > 0]).toEqual([name, /protection/.test(name)]);
      edited[name] = at(`edited ${name}${extension}`);
      writeFileSync(edited[name], await saveXlsx(host.book));
      host.dispose();
    }
    const found = await findingsInEach(Object.values(edited));
    const doubtful = Object.entries(edited).filter(([, path]) => found[path]);
    expect(doubtful.map(([name]) => name).filter((name) => ownWorkbooks[name]!.isByHand)).toEqual([]);
    for (const [name, path] of doubtful) {
      writeFileSync(at("original.xlsx"), ownWorkbooks[name]!.read());
      expect([name, found[path]]).toEqual([name, await findingsIn(at("original.xlsx"))]);
    }
  });
});

const edits: readonly ((sheet: Excel.Worksheet, context: Excel.RequestContext) => void)[] = [
  (sheet) => void (sheet.getRange("A1").values = [["改<&>\u0001了"]]),
  (sheet) => void (sheet.getRange("B2").formulas = [['=SUM(B1:B1)&"甲"']]),
  (sheet) => void Object.assign(sheet.getRange("A1:B2").format.font, { bold: true, color: "#112233", size: 13 }),
  (sheet) => void (sheet.getRange("A1:B2").format.fill.color = "#FF0000"),
  (sheet) => void sheet.getRange("2:2").insert("Down"),
  (sheet) => void sheet.getRange("B:B").insert("Right"),
  (sheet) => sheet.getRange("3:3").delete("Up"),
  (sheet) => {
    const format = sheet.getRange("A1:C3").conditionalFormats.add("Custom");
    format.custom.rule.formula = "=A1>1";
    format.custom.format.fill.color = "#00FF00";
  },
  (sheet) =>
    void (sheet.getRange("D1:D5").dataValidation.rule = {
      wholeNumber: { formula1: 0, formula2: 9, operator: "Between" },
    }),
  (sheet) => sheet.freezePanes.freezeRows(1),
  (sheet) => void (sheet.getRange("A:A").columnHidden = true),
  (sheet) => void (sheet.getRange("C:C").format.columnWidth = 99),
  (sheet) => void (sheet.getRange("2:2").format.rowHeight = 33),
  (sheet) => void (sheet.pageLayout.orientation = "Landscape"),
  (sheet) => sheet.pageLayout.setPrintArea("A1:C4"),
  (sheet) => sheet.pageLayout.setPrintTitleRows("$1:$1"),
  (sheet) => void (sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = "&P"),
  (sheet) => sheet.getRange("H1:I2").merge(),
  (sheet) => {
    sheet.getRange("K1:L2").values = [
      ["子", "丑"],
      [1, 2],
    ];
    sheet.tables.add("K1:L2", true);
  },
  (sheet, context) => void context.workbook.names.add("新名称", sheet.getRange("A1")),
  (sheet) => void (sheet.name = "改了名"),
  (_, context) => context.workbook.worksheets.add("又一张").activate(),
  (sheet) => void (sheet.tabColor = "#123456"),
  (sheet) => sheet.protection.protect(),
];
