import i18next from "i18next";
import texts from "./en-US.json";

/** The values that fill in a sentence's `{{name}}`, by name. */
export type Values = Readonly<Record<string, string | number>>;

/** English, looked up by the Chinese sentence. Loaded on demand: most users never need it. */
void i18next.init({
  lng: "en-US",
  fallbackLng: false,
  resources: { "en-US": { translation: texts } },
  keySeparator: false,
  nsSeparator: false,
  // React already escapes texts.
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** The English sentence, or the Chinese one if it has no translation. */
export const translate = (text: string, values?: Values): string => i18next.t(text, { ...values });

export const isTranslated = (key: string): boolean => i18next.exists(key);
