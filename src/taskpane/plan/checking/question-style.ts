import { tokens } from "@fluentui/react-components";

// No TypeScript syntax: Griffel's loader runs this file as plain JavaScript.

/** How a question is framed, asked alone or as one of several; to spread into `makeStyles`. */
export const questionStyle = Object.freeze({
  padding: "10px 12px",
  borderRadius: tokens.borderRadiusMedium,
  border: `1px solid ${tokens.colorNeutralStroke2}`,
  borderLeft: `4px solid ${tokens.colorPaletteYellowBorderActive}`,
  overflowWrap: "anywhere",
});
