import { finding } from "../finding";
import type { Finding } from "../model";
import { sentence, type Sentence } from "../sentence";
import { shortened, type Rule } from "./rule";

const OPENING: Readonly<Record<string, string>> = {
  "（": "）",
  "(": ")",
  "【": "】",
  "〔": "〕",
  "《": "》",
  "「": "」",
};
const CLOSING: Readonly<Record<string, string>> = {
  "）": "（",
  ")": "(",
  "】": "【",
  "〕": "〔",
  "》": "《",
  "」": "「",
};
/** Item numbers such as `1)` and `一）` have a closing bracket only. */
const NUMBER_BEFORE = /(?:^|\n)[\s\u3000]*[\d一二三四五六七八九十]{1,3}$/;

/** Finds brackets within a paragraph that are closed by the wrong kind, or lack their partner. */
export const mismatchedBracket: Rule = {
  name: "mismatched-bracket",
  check: ({ clean }) => {
    const text = clean.source;
    const findings: Finding[] = [];
    let open: { c: string; at: number; line: number }[] = [];
    let line = 0;
    const report = (message: Sentence, start: number, end: number): void =>
      void findings.push(finding("mismatched-bracket", "warning", message, [start, end]));
    for (let i = 0; i <= text.length; i++) {
      const c = text[i] ?? "\n";
      if (OPENING[c]) {
        open.push({ c, at: i, line });
      } else if (CLOSING[c]) {
        const top = open.pop();
        if (!top) {
          if (!NUMBER_BEFORE.test(text.slice(Math.max(0, i - 8), i)))
            report(sentence("只有右括号“{{bracket}}”，缺少左括号。", { bracket: c }), i, i + 1);
        } else if (OPENING[top.c] !== c) {
          const words = shortened(text.slice(top.at, i + 1));
          report(
            sentence("括号不配对：以“{{left}}”开始、以“{{right}}”结束，“{{words}}”。", {
              left: top.c,
              right: c,
              words,
            }),
            top.at,
            i + 1,
          );
        }
      } else if (c === "\n" || c === "\r") {
        for (const { c: left, at, line: opened } of open) {
          if (left !== "《" || opened < line || i === text.length)
            report(sentence("只有左括号“{{bracket}}”，缺少右括号。", { bracket: left }), at, at + 1);
        }
        // A title may be broken over two lines, so 《 stays open until the end of the next line.
        open = open.filter((o) => o.c === "《" && o.line === line);
        if (c === "\n") line++;
      }
    }
    return findings;
  },
};
