import { t } from "../../../locale";

/** The sentence that says by which way of writing something was read. */
export const notationSaid = (notation: string): string => t("写法“{{notation}}”", { notation });
