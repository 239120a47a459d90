import { tokens } from "@fluentui/react-components";

// Without a word that only TypeScript knows: Griffel's loader runs this file as it stands when it works styles out.
const grey = Object.freeze({ color: tokens.colorNeutralForeground3, fontSize: "12px", overflowWrap: "anywhere" });

/** Small grey text, as a style to spread into `makeStyles`. As an element of its own it is `SmallText` in `page.tsx`. */
export const smallText = { ...grey, lineHeight: "18px" };

/** The same with less space between its lines, for lists and cards. */
export const smallTextDense = { ...grey, lineHeight: "16px" };
