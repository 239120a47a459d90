import { sentence, type Sentence } from "../../plan/sentence";

/** How many items of each kind were left out of a document's text. */
export interface LeftOut {
  deletions: number;
  moves: number;
  hidden: number;
  notes: number;
  comments: number;
  contents: number;
  headersAndFooters: number;
  embedded: number;
}

const SENTENCES: readonly (readonly [keyof LeftOut, (count: number) => Sentence])[] = [
  ["deletions", (count) => sentence("已略去 {{count}} 处修订删除的文字，保留修订插入的文字。", { count })],
  ["moves", (count) => sentence("有 {{count}} 处移动过的文字，只在新位置读取一次。", { count })],
  ["hidden", (count) => sentence("已略去 {{count}} 处隐藏文字。", { count })],
  ["notes", (count) => sentence("已略去 {{count}} 处脚注或尾注。", { count })],
  ["comments", (count) => sentence("已略去 {{count}} 处批注。", { count })],
  ["contents", (count) => sentence("已略去 {{count}} 处自动目录。", { count })],
  ["headersAndFooters", (count) => sentence("已略去 {{count}} 处页眉页脚。", { count })],
  ["embedded", (count) => sentence("有 {{count}} 处嵌入的其他文件没有读取，请另外打开查看。", { count })],
];

/** Counts that are all zero, to begin with. */
export function nothingLeftOut(): LeftOut {
  return { deletions: 0, moves: 0, hidden: 0, notes: 0, comments: 0, contents: 0, headersAndFooters: 0, embedded: 0 };
}

/** A sentence for the user about each kind that occurred. */
export function leftOutNotes(leftOut: LeftOut): Sentence[] {
  return SENTENCES.filter(([kind]) => leftOut[kind] > 0).map(([kind, write]) => write(leftOut[kind]));
}
