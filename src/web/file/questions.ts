/**
 * Questions asked before something could be lost, with their answers. The last answer is taken if the dialog is closed.
 */
export const questions = {
  /** Before another workbook replaces one with unsaved changes. */
  unsaved: (name: string) => ({
    sentence: `“${name}”有改动还没有保存。`,
    answers: [
      { label: "先保存", value: "save" },
      { label: "不保存", value: "discard" },
      { label: "取消", value: "cancel" },
    ],
  }),
  /** Before saving a file that was changed by someone else since it was opened. */
  newerOnDisk: (name: string) => ({
    sentence: `“${name}”打开以后，被别的程序或别的人改过。现在保存，会盖掉他们的改动。`,
    answers: [
      { label: "另存为…", value: "saveAs" },
      { label: "仍然保存", value: "save" },
      { label: "取消", value: "cancel" },
    ],
  }),
} as const;
