import { finding } from "../finding";
import type { Finding } from "../model";
import { sentence } from "../sentence";
import { shortened, type Rule } from "./rule";

const BLANK = /(?<=[\u4e00-\u9fff、，。；：“”])[ \t\u00a0\u3000]+(?=[\u4e00-\u9fff“”（(])/g;
/** A line with at least this many gaps is laid out on purpose: a table, a spaced heading, a list of names. */
const LAID_OUT = 3;

/** Finds spaces and tabs between Chinese characters, left over from typing or from another program. */
export const blankInWord: Rule = {
  name: "blank-in-word",
  check: ({ clean }) => {
    const findings: Finding[] = [];
    let start = 0;
    const lines = clean.source.split(/(?<=\n)/);
    for (const [index, line] of lines.entries()) {
      // A heading between the rows of a table has two cells; so do the rows of a table of labels and values.
      const isRow = isTableRow(line) || (hasTab(line) && (hasTab(lines[index - 1]) || hasTab(lines[index + 1])));
      const gaps = isRow
        ? []
        : [...line.trimEnd().matchAll(BLANK)].filter(
            (found) => found.index > 0 && line.slice(0, found.index).trim() !== "",
          );
      if (gaps.length > 0 && gaps.length < LAID_OUT) findings.push(...gaps.map((gap) => gapFinding(line, start, gap)));
      start += line.length;
    }
    return findings;
  },
};

const hasTab = (line: string | undefined): boolean => line !== undefined && line.trim().includes("\t");

const isTableRow = (line: string | undefined): boolean => line !== undefined && line.trim().split("\t").length > 2;

function gapFinding(line: string, start: number, gap: RegExpMatchArray): Finding {
  const at = gap.index!;
  const around =
    line.slice(Math.max(0, at - 6), at).trimStart() +
    "□" +
    line.slice(at + gap[0].length, at + gap[0].length + 6).trimEnd();
  const words = shortened(around);
  const message = gap[0].includes("\t")
    ? sentence("文字中间有多余的制表符：“{{words}}”（□处），建议删去。", { words })
    : sentence("文字中间有多余的空格：“{{words}}”（□处），建议删去。", { words });
  return finding("blank-in-word", "info", message, [start + at, start + at + gap[0].length]);
}
