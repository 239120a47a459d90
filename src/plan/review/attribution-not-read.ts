import { finding } from "../finding";
import { sentence } from "../sentence";
import { shortened, type Rule } from "./rule";

/** Words that name who answers for something; where they stand outside every attribution, units may have been missed. */
const LABEL = /(?:牵头|责任|配合|协办|参加|主办|承办)(?:单位|部门)[:：]|[\u4e00-\u9fff](?:局|委|办|厅|部|中心)(?:牵头|负责)[)）。；]/g;

/** How far before a label the tab of its table row is looked for. */
const farthestTab = 200;

/** A label of units whose units were not read. */
export const attributionNotRead: Rule = {
  name: "attribution-not-read",
  check: ({ clean, drafts }) => {
    const read = drafts.flatMap(({ attributions }) => attributions).sort((a, b) => a.start - b.start);
    let k = 0;
    return [...clean.text.matchAll(LABEL)].flatMap((found) => {
      const [start, end] = [found.index, found.index + found[0].length];
      while (k < read.length && read[k]!.end < start) k++;
      const inside = k < read.length && read[k]!.start <= end;
      const before = clean.text.slice(Math.max(0, start - farthestTab), start);
      const inTable = before.lastIndexOf("\t") > before.lastIndexOf("\n");
      if (inside || inTable) return [];
      const words = clean.text.slice(start, Math.min(clean.text.length, end + 16)).split("\n")[0]!;
      return [finding("attribution-not-read", "warning", sentence("“{{words}}”处像是写了单位，没有读出，请核对。", { words: shortened(words) }), clean.span(start, end))];
    });
  },
};
