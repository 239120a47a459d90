/** What was left out of a document's text, counted. */
export interface LeftOut {
  deletions: number;
  moves: number;
  hidden: number;
  notes: number;
  comments: number;
  contents: number;
  heads: number;
  embedded: number;
}

const SENTENCES: readonly (readonly [keyof LeftOut, (count: number) => string])[] = [
  ["deletions", (count) => `已略去 ${count} 处修订删除的文字，保留修订插入的文字。`],
  ["moves", (count) => `有 ${count} 处移动过的文字，只在新位置读取一次。`],
  ["hidden", (count) => `已略去 ${count} 处隐藏文字。`],
  ["notes", (count) => `已略去 ${count} 处脚注或尾注。`],
  ["comments", (count) => `已略去 ${count} 处批注。`],
  ["contents", (count) => `已略去 ${count} 处自动目录。`],
  ["heads", (count) => `已略去 ${count} 处页眉页脚。`],
  ["embedded", (count) => `有 ${count} 处嵌入的其他文件没有读取，请另外打开查看。`],
];

export function nothingLeftOut(): LeftOut {
  return { deletions: 0, moves: 0, hidden: 0, notes: 0, comments: 0, contents: 0, heads: 0, embedded: 0 };
}

/** A Chinese sentence for each kind that occurred. */
export function leftOutNotes(leftOut: LeftOut): string[] {
  return SENTENCES.filter(([kind]) => leftOut[kind] > 0).map(([kind, sentence]) => sentence(leftOut[kind]));
}
