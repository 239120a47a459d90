import { inChinese, type Sentence, type Spoken } from "../plan/sentence";
import type { Values } from "./english";

/**
 * The words of the pane and of the ribbon's notices. The Chinese sentence in the code is its own key, so that who reads
 * the code reads what the user reads; English is looked up in `en-US.json`, by a library, and both are loaded only
 * where they are wanted. Sentences made below the pane come as data and are said by `say`. Numbers and names stand as
 * `{{name}}`; with `count`, English has a singular (`…_one`) and a plural (`…_other`).
 */
type English = typeof import("./english");

/** Absent: Chinese. */
let english: English | undefined;

/** A sentence in the user's language; Chinese where nobody has translated it. */
export const t = (text: string, values: Values = {}): string =>
  english ? english.translate(text, values) : inChinese({ text, values });

/** Whether sentences are wanted as they stand in the code. */
const isChinese = (): boolean => english === undefined;

/** For dates, and for what a page says of itself: `zh-CN` or `en-US`. */
export const languageTag = (): string => (isChinese() ? "zh-CN" : "en-US");

/**
 * What the code below the pane has to tell, in the user's language: sentences, and what stands in them, one in the
 * other.
 */
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

/** Names in a row. */
export const listed = (names: readonly string[]): string => names.join(t("、"));

/** Sentences one after the other; English parts them by a space. What is not to be said is left out. */
export const paragraph = (...sentences: readonly (string | false)[]): string =>
  sentences.filter(Boolean).join(isChinese() ? "" : " ");

/**
 * Sets the language, before anything is shown: Chinese for any kind of it, else English.
 * @param display Office's display language, e.g. `zh-CN`, `zh-TW`, `en-GB`
 */
export async function setDisplayLanguage(display: string): Promise<void> {
  // Where English does not come, Chinese is better than an empty pane.
  english = /^zh\b/i.test(display) ? undefined : await import("./english").catch(() => undefined);
}

/** What is looked up for a failure of this code, and for a returned form that is not taken. */
export const failureKey = (code: string): string => `failure ${code}`;
export const refusalKey = (problem: string): string => `refusal ${problem}`;

/**
 * What went wrong, in the user's language. In Chinese a code may have several sentences
 * (`excel/failure-sentences.ts`); in another language there is one for each code.
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

/** Why a returned form is not taken, likewise; `about` is its unit or year. */
export const refusalText = (problem: string, about: string, chinese: string): string =>
  isChinese() ? chinese : t(refusalKey(problem), { about });
