import i18next from "i18next";
import texts from "./en-US.json";

/** What stands in a sentence, by name. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * English, looked up by the Chinese sentence. Loaded only where it is wanted: most of the pane's users never need it.
 */
void i18next.init({
  lng: "en-US",
  fallbackLng: false,
  resources: { "en-US": { translation: texts } },
  keySeparator: false,
  nsSeparator: false,
  // React puts texts into the page as texts.
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** The Chinese sentence itself where nobody has translated it. */
export const translate = (text: string, values?: Values): string => i18next.t(text, { ...values });

export const isTranslated = (key: string): boolean => i18next.exists(key);
