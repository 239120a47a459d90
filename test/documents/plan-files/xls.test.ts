import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inChinese } from "../../../src/plan/sentence";
import { readPlanFile } from "../../../src/documents/plan-files";
import { convertWithLibreOffice } from "../../tools/libreoffice";
import { describeWith } from "../../tools/programs";
import {
  characters,
  f64,
  label,
  merged,
  oldExcelFile,
  sharedLabel,
  u16,
  u32,
  xlString,
  type XlsRecord,
} from "./old-excel-file";
import { workbookFile } from "./workbook-file";
import { tableOf } from "./table-places";

const HEAD = [label(0, 0, "序号"), label(0, 1, "重点任务"), label(0, 2, "责任单位"), label(0, 3, "数")];
const read = async (records: readonly XlsRecord[], shared?: readonly XlsRecord[]) =>
  tableOf((await readPlanFile("分解表.xls", oldExcelFile([{ name: "Sheet1", records }], shared))).text);
const place = (row: number, column: number, format = 0) => [...u16(row), ...u16(column), ...u16(format)];
const cellFormat = (code: number): XlsRecord => [0x00e0, [0, 0, ...u16(code), ...new Array<number>(16).fill(0)]];

describe("a workbook of Excel 97", () => {
  it("has its numbers in every form that Excel writes them, as shown", async () => {
    const half = new DataView(new ArrayBuffer(8));
    half.setFloat64(0, 1.5);
    const records: XlsRecord[] = [
      ...HEAD,
      label(1, 1, "修路"),
      [0x0203, [...place(1, 3, 1), ...f64(0.85)]],
      [0x027e, [...place(2, 3), ...u32((12 << 2) | 2)]],
      [0x00bd, [...u16(3), ...u16(2), 0, 0, ...u32((1250 << 2) | 3), 2, 0, ...u32(half.getUint32(0)), ...u16(3)]],
      [0x0203, [...place(4, 3, 3), ...f64(45838)]],
    ];
    expect(
      await read(records, [
        [0x041e, [...u16(164), ...xlString('yyyy"年"m"月"')]],
        cellFormat(0),
        cellFormat(9),
        cellFormat(2),
        cellFormat(164),
      ]),
    ).toEqual([
      ["序号", "重点任务", "责任单位", "数"],
      ["", "修路", "", "85%"],
      ["", "", "", "12"],
      ["", "", "12.5", "1.50"],
      ["", "", "", "2025年6月"],
    ]);
  });

  it("has what its formulas were last seen to give", async () => {
    const formula = (row: number, column: number, result: number[]): XlsRecord => [
      0x0006,
      [...place(row, column), ...result, 0, 0, 0, 0, 0, 0, 0, 0],
    ];
    const records: XlsRecord[] = [
      ...HEAD,
      formula(1, 0, f64(7)),
      formula(1, 1, [0, 0, 0, 0, 0, 0, 255, 255]),
      [0x0207, xlString("修路（甲）")],
      formula(1, 2, [1, 0, 1, 0, 0, 0, 255, 255]),
      formula(1, 3, [2, 0, 0x2a, 0, 0, 0, 255, 255]),
      [0x0205, [...place(2, 3), 0x17, 1]],
    ];
    expect(await read(records)).toEqual([
      ["序号", "重点任务", "责任单位", "数"],
      ["7", "修路（甲）", "TRUE", "#N/A"],
      ["", "", "", "#REF!"],
    ]);
  });

  it("reads shared texts that go on in the next record, wide or not, with what is laid over and behind them", async () => {
    const rich = [...u16(2), 9, ...u16(1), ...characters("修桥", true), 0, 0, 0, 0];
    const phonetic = [...u16(4), 4, ...u32(6), ...characters("ABCD", false), 1, 2, 3, 4, 5, 6];
    const first = [...u32(3), ...u32(3), ...rich, ...phonetic, ...u16(6), 0, ...characters("AB", false)];
    const shared: XlsRecord[] = [
      [0x00fc, first],
      [0x003c, [1, ...characters("中", true)]],
      [0x003c, [0, ...characters("CDE", false)]],
    ];
    const places = await read([...HEAD, sharedLabel(1, 1, 0), sharedLabel(2, 1, 1), sharedLabel(3, 1, 2)], shared);
    expect(places.slice(1).map(([, text]) => text)).toEqual(["修桥", "ABCD", "AB中CDE"]);
  });

  it("passes over a chart's records, and knows merged cells", async () => {
    const records: XlsRecord[] = [
      ...HEAD,
      label(1, 1, "修路"),
      label(1, 2, "县交通局"),
      [0x0809, [...u16(0x600), ...u16(0x20)]],
      label(9, 9, "图"),
      [0x000a, []],
      label(2, 1, "架桥"),
      merged([1, 2, 2, 2]),
    ];
    expect(await read(records)).toEqual([
      ["序号", "重点任务", "责任单位"].concat("数"),
      ["", "修路", "县交通局", ""],
      ["", "架桥", "<down>", ""],
    ]);
  });

  it("has numbers below zero, in hundredths, and too large for a packed number", async () => {
    const half = new DataView(new ArrayBuffer(8));
    half.setFloat64(0, -2.5);
    const packed = (row: number, code: number): XlsRecord => [0x027e, [...place(row, 3), ...u32(code)]];
    const rows = await read([
      ...HEAD,
      packed(1, ((-12 << 2) | 2) >>> 0),
      packed(2, ((-1250 << 2) | 3) >>> 0),
      packed(3, half.getUint32(0)),
      packed(4, half.getUint32(0) | 1),
      [0x0203, [...place(5, 3), ...f64(Infinity)]],
      [0x0203, [...place(6, 3), ...f64(1e9)]],
    ]);
    expect(rows.slice(1).map((cells) => cells[3])).toEqual(["-12", "-12.5", "-2.5", "-0.025", "1000000000"]);
  });

  it("has truth values, errors that nobody knows, and formatted texts", async () => {
    const rows = await read([
      ...HEAD,
      [0x0205, [...place(1, 0), 1, 0]],
      [0x0205, [...place(1, 1), 0, 0]],
      [0x0205, [...place(1, 2), 0x99, 1]],
      [0x00d6, [...place(1, 3), ...xlString("富文本"), 1, 0, 0, 0, 0, 0]],
      [0x0006, [...place(2, 1), 1, 0, 0, 0, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0]],
      [0x0006, [...place(2, 2), 3, 0, 0, 0, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0]],
      [0x0207, xlString("不属于公式")],
      [0x00fd, [...place(2, 3), ...u32(9)]],
    ]);
    expect(rows.slice(1)).toEqual([
      ["TRUE", "FALSE", "#N/A", "富文本"],
      ["", "FALSE", "", ""],
    ]);
  });

  it("counts its days from 1904 where it says so", async () => {
    const day: XlsRecord = [0x0203, [...place(1, 3), ...f64(45838 - 1462)]];
    const shared = (is1904: number): XlsRecord[] => [[0x0022, u16(is1904)], cellFormat(14)];
    expect((await read([...HEAD, day], shared(1)))[1]![3]).toBe("2025/6/30");
    expect((await read([...HEAD, day], shared(0)))[1]![3]).toBe("2021/6/29");
  });

  it("leaves out what is hidden: sheets, rows and columns", async () => {
    const rowRecord = (row: number, flags: number): XlsRecord => [
      0x0208,
      [...u16(row), ...new Array<number>(10).fill(0), flags, 0, 0, 0],
    ];
    const columns = (first: number, last: number, flags: number): XlsRecord => [
      0x007d,
      [...u16(first), ...u16(last), 0, 0, 0, 0, ...u16(flags), 0, 0],
    ];
    const records = [
      columns(1, 1, 0),
      columns(3, 900, 1),
      rowRecord(1, 0x20),
      rowRecord(2, 0x40),
      ...HEAD,
      label(1, 1, "藏"),
      label(2, 1, "修路"),
    ];
    const bytes = oldExcelFile([
      { name: "一", records },
      { name: "二", state: 1, records: HEAD },
      { name: "三", state: 2, records: HEAD },
    ]);
    const { text, notes } = await readPlanFile("分解表.xls", bytes);
    expect(tableOf(text)).toEqual([
      ["序号", "重点任务", "责任单位"],
      ["", "修路", ""],
    ]);
    expect(notes.map(inChinese)).toEqual([
      "没有读取隐藏的工作表：二、三。如需读入，请在 Excel 中取消隐藏、保存后再打开。",
      "工作表“一”有 1 行被隐藏或筛选掉，没有读取。如需读入，请取消隐藏或清除筛选、保存后再打开。",
      "工作表“一”有 1 列被隐藏，没有读取。如需读入，请取消隐藏、保存后再打开。",
    ]);
  });

  it("knows as many merged cells as its record holds, whatever it says", async () => {
    const [type, content] = merged([1, 2, 2, 2]);
    const rows = await read([
      ...HEAD,
      label(1, 1, "修路"),
      label(1, 2, "县交通局"),
      label(2, 1, "架桥"),
      [type, [...u16(9), ...content.slice(2), 7, 0]],
    ]);
    expect(rows[2]).toEqual(["", "架桥", "<down>", ""]);
  });

  it.each<[what: string, shared: XlsRecord[], code: string]>([
    ["has a password", [[0x002f, [1, 0]]], "password"],
    ["holds texts that end before they are complete", [[0x00fc, [...u32(1), ...u32(1), 200, 0, 1, 65, 0]]], "corrupt"],
  ])("is refused where it %s", async (_, shared, code) => {
    await expect(
      readPlanFile("分解表.xls", oldExcelFile([{ name: "a", records: HEAD }], shared)),
    ).rejects.toMatchObject({ code });
  });
});

describeWith(["LibreOffice"], "a workbook that LibreOffice saves as .xls", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "xls-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("reads as the .xlsx it comes from", async () => {
    const long = Array.from({ length: 400 }, (_, k) => [
      k + 1,
      `任务${k + 1}：${"建设便民驿站".repeat(20)}`,
      "县民政局\n县财政局",
      0.5 + k,
    ]);
    const bytes = await workbookFile({
      分解表: {
        rows: [["青山县任务分解表"], ["序号", "重点任务", "责任单位", "完成率"], ...long],
        merges: ["A1:D1", "C3:C5"],
        formats: { D3: "0%", D4: '0"个"' },
        hiddenRows: [6],
      },
      说明: { rows: [["填表说明"]] },
      旧表: {
        rows: [
          ["序号", "任务", "责任单位"],
          [1, "旧任务", "县旧局"],
        ],
        state: "hidden",
      },
    });
    const file = join(folder, "分解表.xlsx");
    writeFileSync(file, bytes);
    const old = await readPlanFile(
      "分解表.xls",
      new Uint8Array(readFileSync(convertWithLibreOffice(file, "xls", folder))),
    );
    expect(old).toEqual({ ...(await readPlanFile("分解表.xlsx", bytes)), kind: "xls" });
    expect(old.notes).toHaveLength(3);
  }, 120_000);
});
