import type { CellStyle } from "./sheet";

/**
 * Colours and fonts of every sheet that the add-in makes. The fonts are on Windows and in WPS in Chinese. Tints are
 * light enough for black text on them to print well, and every colour is accompanied by a text that says the same.
 */
export const colours = {
  ink: "#1F2937",
  muted: "#6B7280",
  rule: "#C9CED6",
  /** For lines between groups of rows: dark enough to stand out among the thin lines on a photocopy. */
  strongRule: "#1F2937",
  header: "#D3E1F0",
  headerText: "#16365C",
  unitHeader: "#EDF3FA",
  input: "#FFF9E6",
  result: "#F3F4F6",
  shortFill: "#F9D6D5",
  shortText: "#9C0006",
  reachedFill: "#DDF0DE",
  reachedText: "#1E6B2A",
  progressFill: "#FFF0CC",
  tab: "#1F4E79",
  bar: "#8FB4DB",
} as const;

export const fonts = { body: "宋体", heading: "黑体" } as const;

export const title: CellStyle = {
  fontName: fonts.heading,
  fontSize: 18,
  bold: true,
  color: colours.ink,
  horizontal: "left",
  vertical: "middle",
};
export const note: CellStyle = { fontName: fonts.body, fontSize: 9, color: colours.ink, vertical: "middle" };
export const input: CellStyle = {
  fontName: fonts.body,
  fill: colours.input,
  bold: true,
  fontSize: 10,
  horizontal: "center",
  vertical: "middle",
  border: colours.rule,
  unlocked: true,
};
export const header: CellStyle = {
  fill: colours.header,
  color: colours.headerText,
  bold: true,
  fontName: fonts.heading,
  fontSize: 9,
  horizontal: "center",
  // Excel's filter buttons cover the bottom of the cell.
  vertical: "middle",
  wrap: true,
  border: colours.rule,
};
export const unitHeader: CellStyle = {
  fill: colours.unitHeader,
  color: colours.ink,
  bold: false,
  fontSize: 9,
  stacked: true,
  vertical: "top",
  wrap: false,
};
export const body: CellStyle = {
  fontName: fonts.body,
  fontSize: 10,
  color: colours.ink,
  vertical: "middle",
  wrap: true,
  border: colours.rule,
};
