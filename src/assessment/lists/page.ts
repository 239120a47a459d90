import * as look from "../../matrix/look";
import type { CellStyle, PageSetup, StyledArea } from "../../matrix/sheet";

/**
 * What all lists share: a hidden first column with keys, whose first cell marks the sheet as ours; beside it the title
 * and a line of notes.
 */
export type ListKind = "shortfalls" | "units" | "dashboard";

export const listMark = (kind: ListKind): string => `#list|${kind}`;

/** Zero-based rows above the first header. */
export const top = { title: 0, note: 1 } as const;

export const keyWidth = 20;

export const titleStyles = (): StyledArea[] => [
  { area: { row: top.title, column: 1, rows: 1, columns: 1 }, style: { ...look.title, fontSize: 18 } },
  { area: { row: top.note, column: 1, rows: 1, columns: 1 }, style: look.note },
];

export const listHeader: CellStyle = { ...look.header, vertical: "middle" };
export const centred: CellStyle = { horizontal: "center" };

export const pageOf = (paper: PageSetup["paper"], header?: number): PageSetup => ({
  paper,
  orientation: "landscape",
  pagesWide: 1,
  ...(header === undefined ? {} : { titleRows: [header, header] as const }),
  footerLeft: "&9&A",
  footerCenter: "&9第 &P 页，共 &N 页",
  footerRight: "&9&D",
  margins: { top: 42, bottom: 42, left: 34, right: 34, header: 20, footer: 20 },
});
