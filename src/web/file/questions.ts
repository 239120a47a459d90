/** What is asked before something could be lost, with its answers; the last one is taken where nobody answers. */
export const questions = {
  /** Before another workbook takes the place of one with changes. */
  unsaved: (name: string) => ({
    sentence: `“${name}”有改动还没有保存。`,
    answers: [
      { label: "先保存", value: "save" },
      { label: "不保存", value: "discard" },
      { label: "取消", value: "cancel" },
    ],
  }),
  /** Before a save where somebody else has written the file meanwhile. */
  newerOnDisk: (name: string) => ({
    sentence: `“${name}”打开以后，被别的程序或别的人改过。现在保存，会盖掉他们的改动。`,
    answers: [
      { label: "另存为…", value: "saveAs" },
      { label: "仍然保存", value: "save" },
      { label: "取消", value: "cancel" },
    ],
  }),
} as const;
