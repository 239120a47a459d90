import { finding } from "../finding";
import type { Finding } from "../model";
import { sentence, type Sentence } from "../sentence";
import type { Rule } from "./rule";

/** Each mark in both widths, looked at only between Chinese characters. */
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

/** Finds a mixture of half- and full-width marks: one finding per mark with its counts, at the first half-width one. */
export const mixedWidth: Rule = {
  name: "mixed-width",
  check: ({ clean }) =>
    PAIRS.flatMap(({ name, half, full }): Finding[] => {
      const narrow = [...clean.source.matchAll(half)];
      const wide = [...clean.source.matchAll(full)];
      const first = narrow[0];
      if (!first || wide.length === 0) return [];
      const message = sentence("{{mark}}全角、半角混用：半角 {{narrow}} 处，全角 {{wide}} 处，建议统一用全角。", {
        mark: name,
        narrow: narrow.length,
        wide: wide.length,
      });
      return [finding("mixed-width", "info", message, [first.index, first.index + 1])];
    }),
};
