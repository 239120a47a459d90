import { readFileSync } from "node:fs";
import fc from "fast-check";
import { unzipSync, strFromU8, strToU8, zipSync } from "fflate";
import { openHost, type Host } from "../../../src/host/node";
import { WorkbookFileError, workbookFileReasons } from "../../../src/host/xlsx/errors";
import { openXlsx } from "../../../src/host/xlsx/open";
import { saveXlsx } from "../../../src/host/xlsx/save";
import { ownWorkbooks } from "../../workbooks";
import { madeWorkbooks, packageOf } from "../../workbooks/packages";

const opened: Host[] = [];
afterEach(() => {
  for (const host of opened.splice(0)) host.dispose();
});

async function open(file: Uint8Array): Promise<Host> {
  const host = await openHost({ file });
  opened.push(host);
  return host;
}

/** The first sheet that the host has. */
const onFirst = (host: Host, work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void): Promise<void> =>
  host.Excel.run(async (context) => {
    work(context.workbook.worksheets.getFirst(), context);
    await context.sync();
  });

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));

const sheetPath = "xl/worksheets/sheet1.xml";
const names = Object.keys(ownWorkbooks);

describe("a workbook of another program", () => {
  it.each(names)("with %s is the same bytes when nothing was done", async (name) => {
    const file = ownWorkbooks[name]!.read();
    const host = await open(file);
    expect(Buffer.compare(Buffer.from(await saveXlsx(host.book)), Buffer.from(file))).toBe(0);
  });

  it.each(names)("with %s has every part as it was beside a new sheet, which alone is selected", async (name) => {
    const file = ownWorkbooks[name]!.read();
    const host = await open(file);
    await host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("责任矩阵");
      sheet.getRange("A1:B2").values = [
        ["任务", "数"],
        ["甲", "=1+1"],
      ];
      sheet.getRange("A1:B1").format.font.bold = true;
      sheet.tables.add("A1:B2", true);
      sheet.activate();
      await context.sync();
    });
    const saved = await saveXlsx(host.book);
    const [before, after] = [partsOf(file), partsOf(saved)];
    const touched = [
      "[Content_Types].xml",
      "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/calcChain.xml",
    ];
    for (const [path, text] of Object.entries(before))
      if (!touched.includes(path))
        expect([path, after[path]]).toEqual([path, text.replace(/ tabSelected="(?:1|true)"/, "")]);
    const again = await open(saved);
    expect(again.book.allSheets.map((sheet) => again.book.sheetName(sheet))).toContain("责任矩阵");
    expect(again.book.sheetName(again.book.activeSheet)).toBe("责任矩阵");
    expect(Buffer.compare(Buffer.from(await saveXlsx(again.book)), Buffer.from(saved))).toBe(0);
    expect(
      Object.values(after)
        .join("")
        .match(/tabSelected="(?:1|true)"/g),
    ).toHaveLength(1);
  });

  it("keeps the formulas around an edited cell, gives new results where it had come to the old ones, and asks to be calculated", async () => {
    const host = await open(packageOf(madeWorkbooks["shared formulas"]!));
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1").values = [[10]];
      await context.sync();
    });
    const { [sheetPath]: xml, "xl/workbook.xml": workbook } = partsOf(await saveXlsx(host.book));
    expect(xml).toContain('<c r="A1"><v>10</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1+$A$1</f><v>20</v></c>');
    expect(xml).toContain('<c r="B2"><f t="shared" si="0"/><v>12</v></c>');
    expect(workbook).toContain('fullCalcOnLoad="1"');
  });

  it("writes the copies of a shared formula in full where its first cell is written over", async () => {
    const host = await open(packageOf(madeWorkbooks["shared formulas"]!));
    await onFirst(host, (sheet) => void (sheet.getRange("B1").values = [["文字"]]));
    const { [sheetPath]: xml } = partsOf(await saveXlsx(host.book));
    expect(xml).toMatch(/<c r="B2"><f>A2\+\$A\$1<\/f><v>3<\/v><\/c>/);
    expect(xml).not.toContain("shared");
  });

  it("leaves results alone that it does not come to itself", async () => {
    const host = await open(packageOf(madeWorkbooks["results that are other than what is calculated here"]!));
    await onFirst(host, (sheet) => void (sheet.getRange("D5").values = [[1]]));
    const { [sheetPath]: xml } = partsOf(await saveXlsx(host.book));
    for (const cell of ["<f>RAND()</f><v>0.5</v>", "<f>OURS(1)</f><v>#NAME?</v>", "<f>1+1</f><v>99</v>"])
      expect(xml).toContain(cell);
  });

  it("keeps rich text, also when its row has moved", async () => {
    for (const name of ["rich text and reading aids", "rich text in its cell"]) {
      const host = await open(packageOf(madeWorkbooks[name]!));
      await onFirst(host, (sheet) => void sheet.getRange("1:1").insert("Down"));
      const { [sheetPath]: xml } = partsOf(await saveXlsx(host.book));
      expect(xml).toMatch(/<c r="A2" t="s"><v>0<\/v>|<c r="A2" t="inlineStr"><is><r><rPr><b\/><\/rPr>/);
      expect((await open(await saveXlsx(host.book))).book.grid.cell("sheet1", 1, 0)?.v).toBe("题目");
    }
  });

  it("writes letters that XML does not take as the format has them, wherever they were typed: the file is not damaged by them", async () => {
    const host = await open(packageOf({}));
    const odd = "a\u0001b\ud800c";
    await onFirst(host, (sheet) => {
      sheet.getRange("E1:F2").values = [
        [odd, "_x0041_"],
        [odd, 1],
      ];
      sheet.tables.add("E1:F2", true);
      sheet.getRange("F2").dataValidation.rule = { wholeNumber: { formula1: 0, formula2: 9, operator: "Between" } };
      sheet.getRange("F2").dataValidation.prompt = { showPrompt: true, title: odd, message: odd };
      sheet.getRange("G1").formulas = [[`="${odd}"`]];
      const format = sheet.getRange("E2").conditionalFormats.add("Custom");
      format.custom.rule.formula = `=E2="${odd}"`;
      format.custom.format.fill.color = "#FF0000";
      sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = odd;
    });
    const saved = await saveXlsx(host.book);
    for (const [path, text] of Object.entries(partsOf(saved)))
      expect([path, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd-\uffff]/.exec(text)]).toEqual([path, null]);
    const { "xl/tables/table1.xml": table, [sheetPath]: sheet } = partsOf(saved);
    expect([...table!.matchAll(/<tableColumn [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      "a_x0001_b_xD800_c",
      "_x005F_x0041_",
    ]);
    expect(sheet).toContain('promptTitle="a_x0001_b_xD800_c"');
    const again = await open(saved);
    expect([again.book.grid.cell("sheet1", 1, 4)?.v, again.book.grid.cell("sheet1", 0, 5)?.v]).toEqual([
      odd,
      "_x0041_",
    ]);
    expect(partsOf(await saveXlsx(again.book))).toEqual(partsOf(saved));
  });

  it("keeps what a cell's format says beside what was changed of it", async () => {
    const styles =
      '<fonts count="1"><font><u val="double"/><sz val="11"/><color theme="4"/><name val="宋体"/><charset val="134"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><gradientFill><stop position="0"><color rgb="FFFF0000"/></stop></gradientFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" fontId="0" fillId="2" borderId="0" xfId="0" quotePrefix="1"><alignment shrinkToFit="1"/></xf></cellXfs>';
    const host = await open(
      packageOf({ styles, cells: '<row r="1"><c r="A1" s="1"><v>45000</v></c><c r="B1" s="1"><v>1</v></c></row>' }),
    );
    await onFirst(host, (sheet) => void (sheet.getRange("A1").format.font.bold = true));
    const { [sheetPath]: xml, "xl/styles.xml": written } = partsOf(await saveXlsx(host.book));
    expect(xml).toContain('<c r="A1" s="2"><v>45000</v></c><c r="B1" s="1">');
    expect(written).toContain(
      '<font><b/><u val="double"/><sz val="11"/><color theme="4"/><name val="宋体"/><charset val="134"/></font>',
    );
    expect(written).toMatch(
      /<xf numFmtId="14" fontId="1" fillId="2" borderId="0" quotePrefix="1"[^>]*><alignment shrinkToFit="1"\/><\/xf>/,
    );
  });

  it("keeps rules that the host does not know beside those that were changed", async () => {
    const host = await open(packageOf(madeWorkbooks["colour scales and icons"]!));
    expect(host.leftOut).toEqual(["工作表“表 1”：其他种类的条件格式 1 处"]);
    await onFirst(host, (sheet) => {
      const format = sheet.getRange("D1").conditionalFormats.add("Custom");
      format.custom.rule.formula = "=D1>1";
      format.custom.format.fill.color = "#FF0000";
    });
    const { [sheetPath]: xml } = partsOf(await saveXlsx(host.book));
    expect(xml).toContain('<colorScale><cfvo type="min"/>');
    expect(xml!.match(/priority="\d+"/g)).toHaveLength(new Set(xml!.match(/priority="\d+"/g)).size);
  });

  it.each([
    ["excelize charts", ["工作表“Sheet1”：1 个图表", "图表工作表或其他种类的工作表“图”"]],
    // One picture is used twice on that sheet.
    ["excelize pictures", ["工作表“Sheet1”：2 张图片、1 个图形或文本框"]],
    ["excelize notes", ["工作表“Sheet1”：2 条批注、2 处超链接"]],
    ["excelize pivot", ["名称“Slicer_区域”（#N/A）", "工作表“Sheet1”：1 个切片器", "工作表“透视”：1 个数据透视表"]],
    ["libreoffice chart comment filter", ["工作表“台账”：1 个图表、1 条批注"]],
    ["libreoffice picture links rich text", ["工作表“台账”：1 张图片、2 处超链接"]],
    ["macros", ["1 段宏（不会运行）"]],
  ])("tells what of “%s” it cannot show", async (name, told) => {
    expect((await open(ownWorkbooks[name]!.read())).leftOut).toEqual(told);
  });

  it("loses a deleted sheet alone: names and charts' sheets behind it are counted anew", async () => {
    const host = await open(packageOf(madeWorkbooks["a sheet of a chart between others"]!));
    expect(host.leftOut).toEqual(["图表工作表或其他种类的工作表“表 2”"]);
    await onFirst(host, (sheet) => sheet.delete());
    const after = partsOf(await saveXlsx(host.book));
    expect(after["xl/workbook.xml"]).toMatch(/<sheet name="表 2"[^>]*\/><sheet name="表 3"/);
    expect(after["xl/workbook.xml"]).toContain("localSheetId=\"1\">'表 3'!$1:$1");
    expect(after[sheetPath]).toBeUndefined();
    expect(after["[Content_Types].xml"]).not.toContain(sheetPath);
  });

  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  const place = fc.record({ row: fc.nat(6), column: fc.nat(4) });
  const edit = fc.oneof(
    fc.record({
      kind: fc.constant("value" as const),
      at: place,
      value: fc.oneof(
        fc.string({ maxLength: 8 }),
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
      ),
    }),
    fc.record({
      kind: fc.constant("formula" as const),
      at: place,
      value: fc.constantFrom("=B1+1", '="甲"&A1', "=SUM(A1:B3)", "=IFS(B1>1,1,TRUE,2)"),
    }),
    fc.record({ kind: fc.constant("bold" as const), at: place, value: fc.boolean() }),
    fc.record({ kind: fc.constant("insert" as const), at: place, value: fc.constant(true) }),
  );
  /** The parts that an edit of the first sheet may change: the sheet, its tables, and what all sheets share. */
  const mayChange =
    /^(?:xl\/(?:worksheets\/sheet1|styles|workbook|calcChain|tables\/table\d+)\.xml|xl\/_rels\/workbook\.xml\.rels|\[Content_Types\]\.xml)$/;
  /** The parts that follow the sheet's rows, which may change too if rows were inserted. */
  const followsRows =
    /^xl\/(?:drawings|charts|comments|threadedComments|pivotCache|pivotTables)\/[^/]+$|^xl\/comments\d*\.xml$/;

  it.each(names.filter((name) => name !== "the last cell that there is"))(
    `with %s gives the same parts when what was saved is opened and saved again, whatever was edited (seed ${seed})`,
    async (name) => {
      await fc.assert(
        fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (edits) => {
          const file = ownWorkbooks[name]!.read();
          const host = await openHost({ file });
          try {
            for (const { kind, at, value } of edits) {
              // A protected sheet refuses the edit, and so does a merged area.
              await onFirst(host, (sheet) => {
                const cell = sheet.getCell(at.row, at.column);
                if (kind === "value") cell.values = [[value]];
                else if (kind === "formula") cell.formulas = [[value]];
                else if (kind === "bold") cell.format.font.bold = value;
                else sheet.getRange(`${at.row + 1}:${at.row + 1}`).insert("Down");
              }).catch(() => undefined);
            }
            const saved = await saveXlsx(host.book);
            const again = await openHost({ file: saved });
            const second = await saveXlsx(again.book);
            again.dispose();
            expect(partsOf(second)).toEqual(partsOf(saved));
            const [before, after] = [partsOf(file), partsOf(saved)];
            const isMoved = edits.some(({ kind }) => kind === "insert");
            for (const path of Object.keys(before))
              if (!mayChange.test(path) && !(isMoved && followsRows.test(path)))
                expect([path, after[path]]).toEqual([path, before[path]]);
          } finally {
            host.dispose();
          }
        }),
        { numRuns: 3, seed },
      );
    },
  );
});

describe("a file that cannot be opened", () => {
  const compound = (name: string): Uint8Array => {
    const bytes = new Uint8Array(1024);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0]);
    [...name].forEach((char, index) => (bytes[512 + 2 * index] = char.charCodeAt(0)));
    return bytes;
  };
  const whole = packageOf({});
  const without = (path: string): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(unzipSync(whole)).filter(([name]) => name !== path)));
  const cases: [string, Uint8Array][] = [
    ["password", compound("EncryptedPackage")],
    ["xls", compound("Workbook")],
    ["otherFormat", compound("WordDocument")],
    ["otherFormat", zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet") })],
    [
      "xlsb",
      zipSync({
        "[Content_Types].xml": strToU8("<Types/>"),
        "_rels/.rels": strToU8(
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        ),
      }),
    ],
    ["damaged", whole.subarray(0, whole.length / 2)],
    ["damaged", without("xl/workbook.xml")],
    ["damaged", packageOf({ cells: '<row r="1"><c r="A1"><v>1</c>' })],
    ["damaged", packageOf({ behind: '<mergeCells><mergeCell ref="A1:nowhere"/></mergeCells>' })],
    ["notWorkbook", strToU8("文字")],
    ["notWorkbook", readFileSync(__filename)],
    ["notWorkbook", new Uint8Array()],
    ["tooLarge", zipSync({ "[Content_Types].xml": new Uint8Array(201 * 1024 * 1024) }, { level: 1 })],
  ];

  it.each(cases)("is told as %s, in one sentence that says what to do", async (code, file) => {
    const error = await openHost({ file }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(WorkbookFileError);
    expect((error as WorkbookFileError).code).toBe(code);
    expect((error as WorkbookFileError).userMessage).toMatch(/无法打开，文件没有改动。请.+[^。]$/);
  });

  it("is not called damaged where this program fails: the fault is named in one line", async () => {
    const { book } = openHost();
    book.grid.fill = () => {
      throw new TypeError("cells.flat is not a function\nof theirs");
    };
    const error = await openXlsx(book, ownWorkbooks["macros"]!.read()).then(
      () => undefined,
      (reason: unknown) => reason as WorkbookFileError,
    );
    book.grid.dispose();
    expect(error?.code).toBe("fault");
    expect(error?.userMessage).toMatch(
      /^本程序没能打开.+文件没有改动.+Excel 或 WPS.+（TypeError: cells.flat is not a function）$/,
    );
    expect(error?.userMessage).not.toContain("损坏");
  });

  it("has a case for each reason", () => {
    const codes = [...cases.map(([code]) => code), "fault"];
    expect([...new Set(codes)].sort()).toEqual([...workbookFileReasons].sort());
  });
});
