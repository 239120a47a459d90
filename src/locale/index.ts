import { inChinese, type Sentence, type Spoken } from "../plan/sentence";
import type { Values } from "./english";

/**
 * The words of the pane and of the ribbon's notices. The Chinese sentence in the code is its own key, so that readers
 * of the code read what the user reads. English is looked up in `en-US.json` by i18next; both are loaded on demand.
 * Sentences made below the pane come as data, and `say` puts them into words. Numbers and names are written
 * `{{name}}`; with `count`, English has a singular (`…_one`) and a plural (`…_other`).
 */
type English = typeof import("./english");

/** Absent while the language is Chinese. */
let english: English | undefined;

/** A sentence in the user's language; in Chinese if it has no translation. */
export const t = (text: string, values: Values = {}): string =>
  english ? english.translate(text, values) : inChinese({ text, values });

/** Whether sentences are shown as they are in the code. */
const isChinese = (): boolean => english === undefined;

/** The language for dates and for the `lang` of a page: `zh-CN` or `en-US`. */
export const languageTag = (): string => (isChinese() ? "zh-CN" : "en-US");

/**
 * A date and time as the user's language writes them: `2025年12月20日 14:30`.
 * @param iso ISO 8601
 */
export const dateTimeText = (iso: string): string =>
  new Date(iso).toLocaleString(languageTag(), { dateStyle: "medium", timeStyle: "short" });

/** Puts a sentence made below the pane, and the sentences nested in it, into the user's language. */
export function say(words: Spoken): string {
  if (isChinese() || typeof words !== "object") return inChinese(words);
  if ("items" in words) return words.items.map(say).join(t(words.mark));
  return t(words.text, said(words.values));
}

/** Values in the user's language; numbers stay numbers, since English has a singular and a plural. */
const said = (values: Sentence["values"]): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "number" ? value : say(value)]),
  );

/** Names as a list, joined by 、 or a comma. */
export const listed = (names: readonly string[]): string => names.join(t("、"));

/** Joins sentences into a paragraph, in English with spaces between. `false` and empty ones are left out. */
export const paragraph = (...sentences: readonly (string | false)[]): string =>
  sentences.filter(Boolean).join(isChinese() ? "" : " ");

/**
 * Sets the language before anything is shown: Chinese for any variety of Chinese, else English.
 * @param display Office's display language, e.g. `zh-CN`, `zh-TW`, `en-GB`
 */
export async function setDisplayLanguage(display: string): Promise<void> {
  // If the English file cannot be loaded, Chinese is better than an empty pane.
  english = /^zh\b/i.test(display) ? undefined : await import("./english").catch(() => undefined);
}

/** Keys in `en-US.json` for a failure's code, and for the problem of a returned form. */
export const failureKey = (code: string): string => `failure ${code}`;
export const refusalKey = (problem: string): string => `refusal ${problem}`;

/**
 * A failure in the user's language. In Chinese a code may have several sentences (`excel/failure-sentences.ts`); English has
 * one for each code.
 */
export function failureText({
  code,
  userMessage,
  values = {},
}: {
  code: string;
  userMessage: string;
  values?: Readonly<Record<string, Spoken>>;
}): string {
  if (isChinese()) return userMessage;
  return t(english?.isTranslated(failureKey(code)) ? failureKey(code) : failureKey("Unexpected"), said(values));
}

/**
 * Why a returned form is not taken, in the user's language.
 * @param about the form's unit or year
 * @param chinese the Chinese sentence
 */
export const refusalText = (problem: string, about: string, chinese: string): string =>
  isChinese() ? chinese : t(refusalKey(problem), { about });
