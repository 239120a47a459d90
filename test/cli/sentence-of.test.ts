import { ExcelFailure } from "../../src/excel/failure";
import { CommandError } from "../../src/cli/command-error";
import { sentenceOf } from "../../src/cli/sentence-of";

const refused = (code: string): Error =>
  Object.assign(new Error(`${code}: refused`), { code, syscall: "open", path: "责任矩阵.xlsx" });

describe("what a command says of what went wrong", () => {
  it.each<[string, unknown, RegExp]>([
    ["what it was told wrongly", new CommandError("请给出方案文件的路径"), /^请给出方案文件的路径$/],
    [
      "what the add-in's code refuses",
      new ExcelFailure("NoMatrix", {}),
      /^本工作簿还没有责任矩阵.*请先生成责任矩阵。$/,
    ],
    [
      "what the embedded host cannot do, which another Excel would not change",
      new ExcelFailure("NotImplemented", {}, { detail: "Range.moveTo" }),
      /^命令行做不了.*没有写入.*请在 Excel 中打开/,
    ],
    ["a file without rights", refused("EACCES"), /^没有权限：责任矩阵\.xlsx$/],
    ["a full disk", refused("ENOSPC"), /^磁盘已满/],
    ["a refusal of the system that has no words here", refused("EIO"), /^无法读写文件（EIO）：责任矩阵\.xlsx$/],
  ])("is one sentence for %s", (_, error, sentence) => {
    expect(sentenceOf(error)).toMatch(sentence);
    expect(sentenceOf(error)).not.toMatch(/Excel 2021|\n/);
  });

  it("is no sentence for a fault of the program: where in the code it was is wanted then", () => {
    const fault = new TypeError("x is not a function");
    expect(() => sentenceOf(fault)).toThrow(fault);
  });
});
