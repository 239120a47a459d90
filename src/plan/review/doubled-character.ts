import { finding } from "../finding";
import type { Finding } from "../model";
import { sentence } from "../sentence";
import { shortened, type Rule } from "./rule";

const TWICE = /([\u4e00-\u9fff])\1/g;
const HAN = /[\u4e00-\u9fff]/;

/**
 * Finds a character typed twice (实施科科普). Many doubled characters are two words that meet (工作作风) or one word (人人). The
 * text itself decides: the corrected words must occur elsewhere as one word, and the text must not contain a word that
 * ends with the first of the two characters.
 */
export const doubledCharacter: Rule = {
  name: "doubled-character",
  check: ({ clean }) => {
    const { text } = clean;
    const findings: Finding[] = [];
    for (const found of text.matchAll(TWICE)) {
      const at = found.index;
      const c = found[1]!;
      const before = text[at - 1] ?? "";
      const after = text.slice(at + 2, at + 5);
      if (!HAN.test(before) || !/^[\u4e00-\u9fff]{3}$/.test(after)) continue;
      const single = c + after;
      if (!occurs(text, single, (i) => i !== at + 1 && text[i - 1] !== c)) continue;
      if (c === before || c === after[0] || endsWord(text, before, c, at - 1)) continue;
      const message = sentence("“{{words}}”中“{{character}}”重复，建议改为“{{better}}”。", {
        words: shortened(before + c + c + after),
        character: c,
        better: shortened(before + single),
      });
      findings.push(finding("doubled-character", "warning", message, clean.span(at, at + 2)));
    }
    return findings;
  },
};

/**
 * Whether `before + c` ends a word somewhere. In 工作会议 it does: only 工 ever comes before 作会. If c and the character
 * after it also follow other characters (实施科技, 农村科技), the word starts with c instead.
 */
function endsWord(text: string, before: string, c: string, except: number): boolean {
  return occurs(text, before + c, (i) => {
    const next = text[i + 2] ?? "";
    return i !== except && !(HAN.test(next) && occurs(text, c + next, (k) => text[k - 1] !== before));
  });
}

/** How many occurrences are checked before a word counts as not found; keeps the work on hostile text linear. */
const MAX_PLACES = 60;

function occurs(text: string, word: string, accept: (at: number) => boolean): boolean {
  let at = text.indexOf(word);
  for (let places = 0; at >= 0 && places < MAX_PLACES; places++) {
    if (accept(at)) return true;
    at = text.indexOf(word, at + 1);
  }
  return false;
}
