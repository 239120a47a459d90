import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync } from "fflate";
import { unitForms, type UnitForm } from "../../../src/assessment/forms";
import { archiveOf, formFileName } from "../../../src/documents/forms/archive";
import { maxFormBytes } from "../../../src/documents/forms/limits";
import { FormFileError, readForm } from "../../../src/documents/forms/read";
import { formFile } from "../../../src/documents/forms/write";
import { filledFile } from "../../excel/assessment/returned";
import { plan } from "../../plans";
import { sheetOf } from "../../sync/sheets";
import { billionLaughs, packed, repacked, zipBomb } from "./hostile-files";

const of = plan({
  indicators: plan().indicators.map((one) => (one.id === "i2" ? { ...one, quote: "每年培训教师50名以上" } : one)),
});
const form = (unit = "县教育局"): UnitForm =>
  unitForms(of, sheetOf(of), {
    year: 2023,
    deadline: "12月20日",
    made: "2023-12-01T00:00:00.000Z",
    totals: new Set(),
  }).find(({ name }) => name === unit)!;

async function sheetIn(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const file = new ExcelJS.Workbook();
  await file.xlsx.load(bytes.buffer as ArrayBuffer);
  return file.worksheets[0]!;
}

/** The cell in the row of an indicator (or task), in the column with a hidden key. */
function cellOf(sheet: ExcelJS.Worksheet, name: string, key: string): ExcelJS.Cell {
  let column = 0;
  sheet.getRow(1).eachCell((cell, at) => void (cell.value === `#${key}` && (column = at)));
  let found: ExcelJS.Cell | undefined;
  sheet.eachRow((row) => {
    if (!found && row.values instanceof Array && row.values.includes(name)) found = row.getCell(column);
  });
  return found!;
}

const problemOf = (file: string, bytes: Uint8Array): string => {
  try {
    readForm(file, bytes);
    return "read";
  } catch (error) {
    return error instanceof FormFileError ? error.problem : String(error);
  }
};

describe("a unit's form", () => {
  it("is locked without a password, but for what is to be filled in", async () => {
    const sheet = await sheetIn(await formFile(form()));
    const protection = (sheet as unknown as { sheetProtection: { sheet: boolean; hashValue?: string } })
      .sheetProtection;
    expect([protection.sheet, protection.hashValue]).toEqual([true, undefined]);
    const locked = (name: string, key: string): boolean => cellOf(sheet, name, key).protection?.locked !== false;
    expect(["entry", "progress", "evidence", "explanation", "target"].map((key) => locked("培训教师", key))).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(["entry", "progress"].map((key) => locked("开展活动", key))).toEqual([true, false]);
  });

  it("has 完成时限 and 责任人 to read where one of its tasks has one, and no column for them otherwise", async () => {
    const headersOf = async (one: UnitForm): Promise<unknown> =>
      ((await sheetIn(await formFile(one))).getRow(5).values as string[]).filter((header) =>
        ["完成时限", "责任人", "进展情况"].includes(header),
      );
    expect(await headersOf(form())).toEqual(["进展情况"]);
    const [block, ...others] = form().blocks;
    const dated = {
      ...form(),
      blocks: [
        {
          ...block!,
          rows: block!.rows.map((row) =>
            row.indicator === "培训教师" ? { ...row, deadline: "2023年6月底前", persons: "王芳" } : row,
          ),
        },
        ...others,
      ],
    };
    expect(await headersOf(dated)).toEqual(["完成时限", "责任人", "进展情况"]);
    const cell = cellOf(await sheetIn(await formFile(dated)), "培训教师", "deadline");
    expect([cell.value, cell.protection?.locked !== false]).toEqual(["2023年6月底前", true]);
  });

  it("has room for what was done: its cell wraps, and its row grows as no height is fixed", async () => {
    const bytes = await formFile(form());
    expect(cellOf(await sheetIn(bytes), "培训教师", "progress").alignment).toMatchObject({ wrapText: true });
    const rows = [...strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"]!).matchAll(/<row r="(\d+)"[^>]*>/g)]
      .filter(([, at]) => Number(at) > 5)
      .map(([row]) => row);
    expect(rows.length).toBeGreaterThan(4);
    expect(rows.filter((row) => row.includes("customHeight") || !row.includes(" ht="))).toEqual([]);
  });

  it("says of a font what it says in the order of the format's schema", async () => {
    const styles = strFromU8(unzipSync(await formFile(form()))["xl/styles.xml"]!);
    const fonts = [...styles.matchAll(/<font>(.*?)<\/font>/g)].map(([, inner]) =>
      [...inner!.matchAll(/<(\w+)/g)]
        .map(([, name]) => name!)
        .filter((name) => ["b", "sz", "color", "name"].includes(name))
        .join(),
    );
    expect(fonts.length).toBeGreaterThan(4);
    for (const font of fonts) expect("b,sz,color,name").toMatch(new RegExp(font.replaceAll(",", ".*")));
    expect(fonts).toContain("b,sz,color,name");
  });

  it("asks about a number that is likely off by a hundred, and does not call it short", async () => {
    const share = plan({ indicators: [{ ...plan().indicators[2]!, name: "合格率", value: 80, unit: "%" }] });
    const [of] = unitForms(share, sheetOf(share), {
      year: 2023,
      deadline: "",
      made: "2023-12-01T00:00:00.000Z",
      totals: new Set(),
    });
    const sheet = await sheetIn(await formFile(of!));
    const entry = cellOf(sheet, "合格率", "entry");
    expect(entry.dataValidation).toMatchObject({
      type: "custom",
      errorStyle: "warning",
      prompt: expect.stringContaining("92% 填 92"),
      error: expect.stringContaining("“说明”列写“已核：0.8%”"),
    });
    const within = `OR(${entry.address}=0,AND(ABS(${entry.address})>2,ABS(${entry.address})<=800))`;
    expect(entry.dataValidation.formulae).toEqual([
      `AND(ISNUMBER(${entry.address}),${entry.address}>=0,${entry.address}<=100,${within})`,
    ]);
    const [red] = (
      sheet as unknown as { conditionalFormattings: { ref: string; rules: { formulae: string[] }[] }[] }
    ).conditionalFormattings.filter(({ ref }) => ref === entry.address);
    expect(red!.rules[0]!.formulae[0]!.replace(/\$/g, "")).toBe(
      `AND(ISNUMBER(${entry.address}),${within},${entry.address}<80)`,
    );
  });

  it("prints on A4, one page wide, with its header on every page", async () => {
    const { pageSetup } = await sheetIn(await formFile(form()));
    expect(pageSetup).toMatchObject({ paperSize: 9, fitToWidth: 1, fitToHeight: 0, printTitlesRow: "5:5" });
  });

  it("limits each number by its measure, and quotes the plan's own sentence", async () => {
    const sheet = await sheetIn(await formFile(form()));
    expect(cellOf(sheet, "培训教师", "entry").dataValidation).toMatchObject({
      type: "whole",
      errorStyle: "stop",
      prompt: expect.stringContaining("每年培训教师50名以上"),
    });
    expect(cellOf(sheet, "任务t3", "entry").dataValidation).toMatchObject({
      type: "list",
      formulae: ['"已完成,推进中,未开展"'],
    });
  });

  it("shows who else reports a number, in blocks by what the unit has to do", async () => {
    const texts: string[] = [];
    (await sheetIn(await formFile(form("县财政局")))).eachRow((row) => texts.push(String(row.getCell(2).value)));
    expect(texts.filter((text) => /^[一二三]、/.test(text))).toEqual([
      "二、责任任务（2 项任务，2 项量化指标）：数字由牵头单位填报，本单位可填进展情况、佐证材料和说明",
      "三、各成员单位共同承担的任务（1 项任务，1 项量化指标）：数字由牵头单位填报，本单位可填进展情况、佐证材料和说明",
    ]);
  });

  it("has texts of the plan as text, whatever they begin with", async () => {
    const hostile = {
      ...form(),
      blocks: [
        {
          role: "lead" as const,
          rows: [{ ...form().blocks[0]!.rows[0]!, task: '=HYPERLINK("http://x")', indicator: "+1" }],
        },
      ],
    };
    const sheet = await sheetIn(await formFile(hostile));
    const cell = cellOf(sheet, "+1", "task");
    expect([cell.type, cell.value]).toEqual([ExcelJS.ValueType.String, '=HYPERLINK("http://x")']);
  });

  it("is no damaged file by letters that XML does not take", async () => {
    const odd = {
      ...form(),
      blocks: [{ role: "lead" as const, rows: [{ ...form().blocks[0]!.rows[0]!, task: "修\u0001路\ud800\uffff" }] }],
    };
    const texts = strFromU8(unzipSync(await formFile(odd))["xl/sharedStrings.xml"]!);
    expect(texts).toMatch(/修路\ufffd?</);
    expect(texts).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  });
});

describe("a returned form", () => {
  const filling = { 培训教师: { entry: 42, evidence: "名册", explanation: "疫情" }, 任务t3: { entry: "推进中" } };
  const told = (bytes: Uint8Array): unknown =>
    readForm("a.xlsx", bytes).rows.map(({ unit, year, keyText, entry, evidence, explanation }) => [
      unit,
      year,
      keyText.split("|").slice(1, 3).join(),
      entry,
      evidence,
      explanation,
    ]);

  it("is read by its hidden keys, wherever sheets, rows and columns have gone", async () => {
    const plain = told(await filledFile(form(), filling)) as unknown[][];
    expect(plain).toEqual(
      expect.arrayContaining([
        ["县教育局", 2023, "t1,i2", 42, "名册", "疫情"],
        ["县教育局", 2023, "t3,", "推进中", "", ""],
      ]),
    );
    const moved = await filledFile(form(), filling, (sheet) => {
      sheet.name = "改了名";
      sheet.spliceColumns(4, 0, ["", "", "自己的列"]);
      sheet.insertRow(7, ["", "自己的行"]);
    });
    expect(told(moved)).toEqual(plain);
    const unmarked = await filledFile(form(), filling, (sheet) => sheet.spliceRows(1, 1));
    expect(told(unmarked)).toEqual(plain);
  });

  it("gives a formula's last value, and never takes a date for a number", async () => {
    const bytes = await filledFile(form(), {}, (sheet) => {
      cellOf(sheet, "培训教师", "entry").value = { formula: "40+2", result: 42 };
      const date = cellOf(sheet, "建成示范学校", "entry");
      date.value = new Date("2023-05-06T00:00:00Z");
      // The cell gets a style of its own, because cells that look alike share one.
      date.style = { ...date.style, numFmt: 'm"月"d"日"' };
      cellOf(sheet, "培训教师", "evidence").value = { text: "看这里", hyperlink: "file:///c:/x.exe" };
    });
    const rows = readForm("a.xlsx", bytes).rows;
    const row = (id: string): (typeof rows)[number] => rows.find(({ keyText }) => keyText.includes(`|${id}|`))!;
    expect([row("i2").entry, row("i2").evidence, row("i1").entry]).toEqual([42, "看这里", "2023-05-06"]);
  });

  it("with macros, links to other files and drawings is read as its cells: nothing else is even inflated", async () => {
    const plain = await filledFile(form(), filling);
    const bad = "x".repeat(4 * 1024 * 1024);
    const loaded = repacked(plain, (parts) => {
      // Each of these would stop the reading if it were opened: bombs, and XML with a document type.
      for (const name of [
        "xl/vbaProject.bin",
        "xl/externalLinks/externalLink1.xml",
        "xl/drawings/drawing1.xml",
        "xl/connections.xml",
        "customXml/item1.xml",
      ])
        parts[name] = strToU8(bad);
      parts["xl/_rels/workbook.xml.rels"] = strToU8(
        strFromU8(parts["xl/_rels/workbook.xml.rels"]!).replace(
          "</Relationships>",
          '<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
        ),
      );
    });
    expect(readForm("a.xlsm", loaded).rows).toEqual(readForm("a.xlsm", plain).rows);
    expect(told(loaded)).toEqual(expect.arrayContaining([["县教育局", 2023, "t1,i2", 42, "名册", "疫情"]]));
  });

  it("gives HTML, and formulas typed as text, as the text that they are", async () => {
    const texts = { evidence: '<img src=x onerror="alert(1)"><b>名册</b>', explanation: "=cmd|' /C calc'!A0" };
    expect(told(await filledFile(form(), { 培训教师: { entry: "<script>1</script>", ...texts } }))).toEqual(
      expect.arrayContaining([["县教育局", 2023, "t1,i2", "<script>1</script>", texts.evidence, texts.explanation]]),
    );
  });

  it("with a formula that was never calculated has nothing in that cell", async () => {
    const bytes = await filledFile(
      form(),
      {},
      (sheet) =>
        void (cellOf(sheet, "培训教师", "entry").value = {
          formula: 'WEBSERVICE("http://example.invalid")',
        } as ExcelJS.CellFormulaValue),
    );
    expect(readForm("a.xlsx", bytes).rows.find(({ keyText }) => keyText.includes("|i2|"))!.entry).toBe("");
  });

  it("gives what the unit has added to it, and what has lost its key, as it stands there", async () => {
    const bytes = await filledFile(form(), filling, (sheet) => {
      const below = sheet.rowCount - 1;
      cellOf(sheet, "培训教师", "key").value = "x";
      const entry = Number(cellOf(sheet, "任务t3", "entry").col);
      sheet.getRow(below).getCell(3).value = "自己加的任务";
      sheet.getRow(below).getCell(entry).value = 9;
      sheet.getRow(sheet.rowCount + 2).getCell(2).value = "联系人另行报送";
      sheet.workbook.addWorksheet("附件").getCell("A1").value = "名单";
      sheet.workbook.addWorksheet("Sheet3");
    });
    const { strays, otherSheets } = readForm("a.xlsx", bytes);
    expect(
      strays.map(({ kind, printed, entry, evidence }) => [
        kind,
        printed.task || printed.number,
        printed.indicator,
        entry,
        evidence,
      ]),
    ).toEqual([
      ["added", "任务t1", "培训教师", 42, "名册"],
      ["added", "自己加的任务", "", 9, ""],
      ["added", "联系人另行报送", "", "", ""],
    ]);
    expect(otherSheets).toBe(1);
    const { strays: none, otherSheets: noOthers } = readForm(
      "a.xlsx",
      await filledFile(
        form(),
        filling,
        (sheet) => void (cellOf(sheet, "培训教师", "key").value = `${String(cellOf(sheet, "培训教师", "key").value)}x`),
      ),
    );
    expect([none.map(({ kind, printed, entry }) => [kind, printed.indicator, entry]), noOthers]).toEqual([
      [["damaged", "培训教师", 42]],
      0,
    ]);
    expect(readForm("a.xlsx", await filledFile(form(), filling)).strays).toEqual([]);
  });

  it("with a damaged key is told apart from one with none", async () => {
    const broken = await filledFile(form(), filling, (sheet) =>
      sheet.eachRow(
        (row) =>
          void (
            String(row.getCell(1).value).startsWith("f1|") &&
            (row.getCell(1).value = String(row.getCell(1).value).replace("教育", "公安"))
          ),
      ),
    );
    expect(problemOf("a.xlsx", broken)).toBe("damagedKeys");
    const none = await filledFile(form(), filling, (sheet) => sheet.spliceColumns(1, 1));
    expect(problemOf("a.xlsx", none)).toBe("noForm");
  });
});

describe("a file that is no form", () => {
  const encrypted = new Uint8Array([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...strToU8([..."EncryptedPackage"].join("\0")),
  ]);

  it.each<[string, string, () => Uint8Array]>([
    ["tooLarge", "a.xlsx", () => new Uint8Array(maxFormBytes + 1)],
    ["corrupt", "a.xlsx", () => new Uint8Array(0)],
    ["corrupt", "a.xlsx", () => strToU8("<html>表</html>")],
    ["otherFormat", "说明.docx.txt", () => strToU8("说明")],
    ["oldFormat", "a.xls", () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2, 3])],
    ["password", "a.xlsx", () => encrypted],
    ["zipBomb", "a.xlsx", zipBomb],
    ["unsafeXml", "a.xlsx", billionLaughs],
    // Not only the sheet is checked: entities in the strings, a bomb in the styles.
    [
      "unsafeXml",
      "a.xlsx",
      () =>
        packed("<worksheet/>", {
          "xl/sharedStrings.xml":
            '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>',
        }),
    ],
    [
      "zipBomb",
      "a.xlsm",
      () => packed("<worksheet/>", { "xl/styles.xml": `<styleSheet>${" ".repeat(30 * 1024 * 1024)}</styleSheet>` }),
    ],
    [
      "zipBomb",
      "a.xlsx",
      () => packed(`<worksheet><sheetData>${"<row><c><v>1</v></c></row>".repeat(200_001)}</sheetData></worksheet>`),
    ],
    ["corrupt", "a.xlsx", () => packed("<a>".repeat(600))],
    ["otherFormat", "a.xlsm", () => strToU8("<html><script>alert(1)</script></html>")],
    ["noForm", "a.xlsx", () => packed("<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>")],
    ["corrupt", "a.xlsx", () => packed("<worksheet><sheetData>").slice(0, 120)],
  ])("is refused as %s: %s", (problem, name, bytes) => {
    expect(problemOf(name, bytes())).toBe(problem);
  });
});

describe("the archive of all forms", () => {
  it("names each file so that it sorts as the sheet, and that Windows takes it", () => {
    expect(formFileName(2, 36, { name: "县教育局", year: 2024 })).toBe("03_县教育局_2024年填报表.xlsx");
    expect(formFileName(0, 3, { name: "..\\a:b/c*?<>|\u0001 ", year: 2024 })).toBe("01_..abc_2024年填报表.xlsx");
  });

  it("holds the files as they are", async () => {
    const bytes = await formFile(form());
    const zip = archiveOf(new Map([["03_县教育局.xlsx", bytes]]));
    const { unzipSync } = await import("fflate");
    expect(unzipSync(zip)["03_县教育局.xlsx"]).toEqual(bytes);
  });
});
