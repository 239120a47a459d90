import { finding } from "../finding";
import type { Finding } from "../model";
import { sentence, type Sentence } from "../sentence";
import type { Rule } from "./rule";

/** Pairs of one mark in two widths, each looked at only between Chinese characters. */
const PAIRS: readonly { name: Sentence; half: RegExp; full: RegExp }[] = [
  {
    name: sentence("括号"),
    half: /(?<=[\u4e00-\u9fff”])\((?=[\u4e00-\u9fff“])|^\((?=[一二三四五六七八九十])/gm,
    full: /(?<=[\u4e00-\u9fff”])（(?=[\u4e00-\u9fff“])|^（(?=[一二三四五六七八九十])/gm,
  },
  {
    name: sentence("冒号"),
    half: /(?<=[\u4e00-\u9fff]):(?=\s?[\u4e00-\u9fff“])/g,
    full: /(?<=[\u4e00-\u9fff])：(?=\s?[\u4e00-\u9fff“])/g,
  },
  {
    name: sentence("逗号"),
    half: /(?<=[\u4e00-\u9fff”]),(?=\s?[\u4e00-\u9fff“])/g,
    full: /(?<=[\u4e00-\u9fff”])，(?=\s?[\u4e00-\u9fff“])/g,
  },
  {
    name: sentence("分号"),
    half: /(?<=[\u4e00-\u9fff”]);(?=\s?[\u4e00-\u9fff“])/g,
    full: /(?<=[\u4e00-\u9fff”])；(?=\s?[\u4e00-\u9fff“])/g,
  },
];

/** Half- and full-width marks side by side: told once for each mark, at the first half-width one, with counts. */
export const mixedWidth: Rule = {
  name: "mixed-width",
  check: ({ clean }) =>
    PAIRS.flatMap(({ name, half, full }): Finding[] => {
      const narrow = [...clean.source.matchAll(half)];
      const wide = [...clean.source.matchAll(full)];
      const first = narrow[0];
      if (!first || wide.length === 0) return [];
      const said = sentence("{{mark}}全角、半角混用：半角 {{narrow}} 处，全角 {{wide}} 处，建议统一用全角。", {
        mark: name,
        narrow: narrow.length,
        wide: wide.length,
      });
      return [finding("mixed-width", "info", said, [first.index, first.index + 1])];
    }),
};
