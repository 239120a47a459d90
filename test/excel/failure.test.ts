import { asFailure, ExcelFailure, failedWith } from "../../src/excel/failure";
import { failureSentences, type FailureKey } from "../../src/excel/failure-sentences";
import { generateMatrix } from "../../src/excel/generate";
import { openWorkbook, readSheet } from "./workbook";
import { plan } from "../plans";

jest.setTimeout(60_000);

/** The codes that Excel returns, from Microsoft's list of application-specific errors. */
const codes = [
  "AccessDenied",
  "ActivityLimitReached",
  "ApiNotAvailable",
  "ApiNotFound",
  "BadPassword",
  "Conflict",
  "ContentLengthRequired",
  "EmptyChartSeries",
  "FilteredRangeConflict",
  "FormulaLengthExceedsLimit",
  "GeneralException",
  "HostRestartNeeded",
  "InactiveWorkbook",
  "InsertDeleteConflict",
  "InvalidArgument",
  "InvalidBinding",
  "InvalidOperation",
  "InvalidOperationInCellEditMode",
  "InvalidReference",
  "InvalidRequest",
  "InvalidSelection",
  "ItemAlreadyExists",
  "ItemNotFound",
  "MergedRangeConflict",
  "NonBlankCellOffSheet",
  "NotImplemented",
  "OperationCellsExceedLimit",
  "PivotTableRangeConflict",
  "RangeExceedsLimit",
  "RequestAborted",
  "RequestPayloadSizeLimitExceeded",
  "ResponsePayloadSizeLimitExceeded",
  "ServiceNotAvailable",
  "TableConflict",
  "Timeout",
  "Unauthenticated",
  "UnsupportedFeature",
  "UnsupportedOperation",
  "UnsupportedSheet",
];
const sentence = /^[\p{Script=Han}\p{N}A-Za-z，。；“”、 ]+。$/u;
const officeError = (code: string): object => ({
  code,
  message: "The text of Excel",
  debugInfo: { errorLocation: "Range.values" },
});

const rows = Object.entries(failureSentences) as [FailureKey, string][];

describe("the table of failures", () => {
  it.each(rows)("says in the row %s what happened, what became of the data, and what to do", (_, text) => {
    expect(text.replace(/\{\{\w+\}\}/g, "甲")).toMatch(/^[^。]+。([^。]+。)+$/);
    expect(text).toMatch(/没有改动|没有丢失|未作任何改动|没有作任何改动|都保留|重复执行不会造成重复|请保存工作簿/);
    expect(text).toMatch(/请|需要时可以|再点一次|不能再撤销|没有可撤销/);
  });

  it("fills in what stands in the sentence, and keeps it for the other language", () => {
    const failure = new ExcelFailure("SheetTooLarge", { sheet: "任务", area: "A1:C9" });
    expect(failure.userMessage).toMatch(/^工作表“任务”用到的范围是 A1:C9，/);
    expect([failure.code, failure.values]).toEqual(["SheetTooLarge", { sheet: "任务", area: "A1:C9" }]);
    // @ts-expect-error a sentence cannot be said without its values
    expect(new ExcelFailure("SheetGone", {}).userMessage).toContain("{{sheet}}");
  });

  it("has one code for all sentences of a code", () => {
    const failures = [new ExcelFailure("NoRemark.noColumn", {}), new ExcelFailure("NoRemark.formula", {})];
    expect(failures.map(({ code }) => code)).toEqual(["NoRemark", "NoRemark"]);
    expect(failures.map((failure) => failedWith(failure, "NoMatrix", "NoRemark"))).toEqual([true, true]);
    expect(failedWith(failures[0], "NoMatrix")).toBe(false);
    expect(failedWith({ code: "NoRemark" }, "NoRemark")).toBe(false);
  });
});

describe("what the user is told", () => {
  it.each(codes)("of %s is Chinese, says what to do, and keeps code and place for support", (code) => {
    const failure = asFailure(officeError(code));
    expect(failure).toBeInstanceOf(ExcelFailure);
    expect(failure.userMessage).toMatch(sentence);
    expect(failure.userMessage).toMatch(/请/);
    expect(failure.userMessage).not.toContain("The text of Excel");
    expect([failure.code, failure.detail]).toEqual([code, "The text of Excel (Range.values)"]);
  });

  it("tells the common causes apart", () => {
    const told = [
      "InvalidOperationInCellEditMode",
      "AccessDenied",
      "ItemNotFound",
      "Timeout",
      "FilteredRangeConflict",
      "GeneralException",
    ].map((code) => asFailure(officeError(code)).userMessage);
    expect(new Set(told).size).toBe(told.length);
    expect(told[0]).toContain("正在编辑");
    expect(told[1]).toContain("撤销保护");
  });

  it.each<[string, unknown]>([
    ["an unknown code", officeError("SomethingNew")],
    ["the name of a member of every object", officeError("constructor")],
    ["an error of the program", new TypeError("x is undefined")],
    ["a text", "broken"],
    ["nothing", undefined],
  ])("of %s is a Chinese sentence too", (_, thrown) => {
    expect(asFailure(thrown).userMessage).toMatch(sentence);
    expect(asFailure(thrown).detail).toMatch(/./);
  });

  it("is not wrapped twice", () => {
    const failure = asFailure(officeError("Timeout"));
    expect(asFailure(failure)).toBe(failure);
  });

  it("comes out of a run that Excel refuses: while a cell is edited, and on a protected sheet", async () => {
    const host = openWorkbook();
    host.book.faults.failRequest(0, { kind: "refused", code: "InvalidOperationInCellEditMode" });
    await expect(generateMatrix(plan(), 2023)).rejects.toMatchObject({
      name: "ExcelFailure",
      code: "InvalidOperationInCellEditMode",
    });
    await generateMatrix(plan(), 2023);
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("责任矩阵").protection.protect();
      await context.sync();
    });
    await expect(generateMatrix(plan({ tasks: [] }), 2023)).rejects.toMatchObject({
      code: "AccessDenied",
      userMessage: expect.stringContaining("撤销保护"),
    });
    // Office.js still releases the ranges that the run was using.
    await readSheet(host);
    host.dispose();
  });
});
