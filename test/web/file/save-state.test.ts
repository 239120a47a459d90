import { isUnsaved, pageTitle, refusedByName, saveStateText, type SaveState } from "../../../src/web/file/save-state";

const at = new Date(2025, 5, 3, 15, 20).getTime();
const states: readonly (readonly [SaveState, boolean, string, string])[] = [
  [{ kind: "untouched" }, false, "空白，没有改动", "新工作簿 - 责任矩阵"],
  [{ kind: "untouched" }, true, "没有改动", "年报.xlsx - 责任矩阵"],
  [{ kind: "changed" }, true, "有改动未保存", "● 年报.xlsx - 责任矩阵"],
  [{ kind: "saving" }, true, "正在保存…", "● 年报.xlsx - 责任矩阵"],
  [{ kind: "saved", at, where: "file" }, true, "已保存 15:20", "年报.xlsx - 责任矩阵"],
  [{ kind: "saved", at, where: "download" }, true, "已下载 15:20", "年报.xlsx - 责任矩阵"],
];

describe("what is open and whether it is saved", () => {
  it.each(states)("%j, with a file: %s", (state, hasFile, words, title) => {
    expect(saveStateText(state, hasFile)).toBe(words);
    expect(pageTitle(hasFile ? "年报.xlsx" : undefined, state)).toBe(title);
  });

  it("is lost by leaving only while something of it is in no file", () => {
    expect(states.filter(([state]) => isUnsaved(state)).map(([{ kind }]) => kind)).toEqual(["changed", "saving"]);
  });
});

describe("a file that is no workbook by its name", () => {
  it("is a plan, which belongs to the pane, and the user is told so", () => {
    for (const name of ["实施方案.docx", "方案.DOC", "方案.wps", "方案.pdf", "方案.ofd"])
      expect(refusedByName(name)).toContain("右边面板");
  });

  it("is not judged where it may be one: its content says what it is", () => {
    for (const name of ["矩阵.xlsx", "矩阵.xlsm", "矩阵", "旧表.xls", "表.et"])
      expect(refusedByName(name)).toBeUndefined();
  });
});
