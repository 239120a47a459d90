/**
 * A message to the user before it is put into a language: plain data, so that it can be stored with what it is about
 * and sent from a worker to the page. The Chinese sentence is the translation key, as in the pane; workbook, documents
 * and terminal use the Chinese.
 */
export interface Sentence {
  /** Chinese, with `{{name}}` for each value. */
  readonly text: string;
  readonly values: Readonly<Record<string, Spoken>>;
}

/** The marks between the items of a series; the pane translates them too. */
export const seriesMarks = ["、", "，", "；"] as const;

/** Several items with a mark between them. */
export interface Series {
  readonly items: readonly Spoken[];
  readonly mark: (typeof seriesMarks)[number];
}

/** A value of a sentence. Names and numbers are not translated; sentences may be nested. */
export type Spoken = string | number | Sentence | Series;

/** Words to show: a string for the plan's or the user's own words, a sentence for ours. */
export type Words = string | Sentence;

/**
 * Makes a sentence.
 * @param text a literal: a test reads the code for what must be translated
 * @param values `count` chooses between singular and plural in the other language
 */
export const sentence = (text: string, values: Sentence["values"] = {}): Sentence => ({ text, values });

export const series = (items: Series["items"], mark: Series["mark"] = "、"): Series => ({ items, mark });

/** The words in Chinese, values filled in. Placeholders without a value stay as they are. */
export function inChinese(words: Spoken): string {
  if (typeof words !== "object") return String(words);
  if ("items" in words) return words.items.map(inChinese).join(words.mark);
  return words.text.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) =>
    name in words.values ? inChinese(words.values[name]!) : placeholder,
  );
}
