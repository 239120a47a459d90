import { asFailure, ExcelFailure } from "../../src/excel/failure";
import { generateMatrix } from "../../src/excel/generate";
import { openWorkbook, readSheet } from "./workbook";
import { plan } from "../plans";

jest.setTimeout(60_000);

/** The codes of Microsoft's list of application-specific errors that Excel gives. */
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
    // Office.js still gives back what the run had in hand.
    await readSheet(host);
    host.dispose();
  });
});
