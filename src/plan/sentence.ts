/**
 * Something told to the user, before it is put into a language: plain data, so that it can be kept beside what it is
 * about and sent from a worker to the page. The Chinese sentence is its own key, as it is in the pane; what goes into
 * the workbook, a document or a terminal is its Chinese.
 */
export interface Sentence {
  /** Chinese; what differs from time to time stands as `{{name}}`. */
  readonly text: string;
  readonly values: Readonly<Record<string, Spoken>>;
}

/** The marks that stand between things in a row; the pane has them in its other language too. */
export const seriesMarks = ["、", "，", "；"] as const;

/** Several in a row. */
export interface Series {
  readonly items: readonly Spoken[];
  readonly mark: (typeof seriesMarks)[number];
}

/** A name or a number stands as it is in every language; sentences may stand in sentences. */
export type Spoken = string | number | Sentence | Series;

/** Mostly the plan's or the user's own words; a sentence where they are ours. */
export type Words = string | Sentence;

/**
 * @param text written out where it is asked for: a test reads the code for what must be translated
 * @param values `count` is a number that the other language makes a singular or a plural of
 */
export const sentence = (text: string, values: Sentence["values"] = {}): Sentence => ({ text, values });

export const series = (items: Series["items"], mark: Series["mark"] = "、"): Series => ({ items, mark });

/** In Chinese, to the letter. */
export function inChinese(words: Spoken): string {
  if (typeof words !== "object") return String(words);
  if ("items" in words) return words.items.map(inChinese).join(words.mark);
  return words.text.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) =>
    name in words.values ? inChinese(words.values[name]!) : placeholder,
  );
}
