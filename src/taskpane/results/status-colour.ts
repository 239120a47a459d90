import { tokens } from "@fluentui/react-components";
import type { StatusKey } from "../../matrix/statuses";

/**
 * One colour for each status, in every chart and list of the pane. It is never the only sign: the status is named
 * beside it.
 */
const colours: Readonly<Record<StatusKey, string>> = {
  reached: tokens.colorPaletteGreenBackground3,
  onPace: tokens.colorPaletteLightGreenBackground3,
  underWay: tokens.colorPaletteYellowBackground3,
  behind: tokens.colorPaletteDarkOrangeBackground3,
  missed: tokens.colorPaletteRedBackground3,
  unreadable: tokens.colorPaletteMarigoldBackground3,
  notReported: tokens.colorNeutralStroke1,
  done: tokens.colorPaletteGreenBackground3,
  notStarted: tokens.colorNeutralStroke2,
  overdue: tokens.colorPaletteRedBackground3,
};

export const statusColour = (status: StatusKey): string => colours[status];
