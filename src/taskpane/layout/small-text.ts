import { tokens } from "@fluentui/react-components";

const grey = { color: tokens.colorNeutralForeground3, fontSize: "12px", overflowWrap: "anywhere" } as const;

/** Small grey text, as a style to spread into `makeStyles`. As an element of its own it is `SmallText` in `page.tsx`. */
export const smallText = { ...grey, lineHeight: "18px" } as const;

/** The same with less space between its lines, for lists and cards. */
export const smallTextDense = { ...grey, lineHeight: "16px" } as const;
