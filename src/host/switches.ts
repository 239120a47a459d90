/**
 * How some Excels differ from the host's default behaviour. Each switch is off until a test, the web edition or a
 * command turns it on (`host.book.switches.add("noDownloads")`), to see what the add-in does in such an Excel.
 */
interface Row {
  /** What Excel does, in one sentence. */
  excel: string;
  /** `documented` by Microsoft, `reported` in an issue of office-js, or from `knowledge` of Excel. */
  from: "documented" | "reported" | "knowledge";
  /** W: Windows, O: on the web, M: Mac. */
  on: string;
  source?: string;
}

const rows = {
  noDownloads: {
    excel: "A download from a pane does nothing, and says nothing.",
    from: "reported",
    on: "M",
    source: "office-js 2700, 3385, 4681",
  },
  createWorkbookBlocked: {
    excel: "Excel.createWorkbook fails with InvalidOperation where the machine is hardened.",
    from: "reported",
    on: "W O",
    source: "office-js 3568, 3646, 4899, 6531",
  },
  printerWithoutA3: { excel: "A paper size that the default printer lacks is refused.", from: "knowledge", on: "W" },
  zoomDoesNotStick: {
    excel: "PageLayout.zoom takes a value and keeps its old one, once or for good.",
    from: "reported",
    on: "W",
    source: "office-js 1860",
  },
  columnsRefilled: {
    excel: "A formula written into one cell of a table's column fills the whole column, over what was typed.",
    from: "reported",
    on: "W O M",
    source: "office-js 2093, 5909, 6745",
  },
  xmlEquivalent: {
    excel: "A custom XML part comes back with a declaration, line ends and spaces of the serializer's own.",
    from: "knowledge",
    on: "W O M",
  },
  answersLimited: {
    excel: "An answer over 5 MB is refused with ResponsePayloadSizeLimitExceeded.",
    from: "documented",
    on: "O",
    source: "excel/performance",
  },
  mixedRulesRefused: {
    excel: "A validation set over cells whose rules differ is refused with InvalidArgument.",
    from: "reported",
    on: "O",
    source: "office-js 2594",
  },
  longFormulasRefused: {
    excel: "A custom validation's formula over 255 characters is refused with InvalidArgument.",
    from: "documented",
    on: "W O M",
  },
  longAlertsRefused: {
    excel: "A validation's alert over 225 characters is refused with InvalidArgument.",
    from: "documented",
    on: "W O M",
  },
  largePartsRefused: {
    excel: "A custom XML part over a million characters is refused.",
    from: "reported",
    on: "O",
    source: "office-js 394, 2408",
  },
  otherWorkbookInFront: {
    excel: "While another workbook is in front, some members fail, each with a code of its own.",
    from: "documented",
    on: "W M",
    source: "excel/excel-add-ins-troubleshooting",
  },
  noEventForPicks: {
    excel: "A value picked from a validation's list raises no change event.",
    from: "reported",
    on: "O",
    source: "office-js 3888, 4066",
  },
  englishColumnNames: { excel: "A table's new column is named Column1, not 列1.", from: "knowledge", on: "W O M" },
  filterLoadThrows: {
    excel:
      "After filters were put back by Filter.apply, loading any filter of the table fails until it is cleared by hand.",
    from: "reported",
    on: "W",
    source: "office-js 3030",
  },
  nullObjectsNotFollowed: {
    excel: "A method of an object from getItemOrNullObject that is not there fails with ItemNotFound.",
    from: "knowledge",
    on: "W O M",
  },
  autoFilterRefused: {
    excel: "autoFilter of a table without filter buttons fails with GeneralException.",
    from: "knowledge",
    on: "W O M",
  },
  insideBordersRefused: {
    excel: "InsideHorizontal of one row, and InsideVertical of one column, is refused with InvalidArgument.",
    from: "knowledge",
    on: "W O M",
  },
  sizingShows: { excel: "Sizing a hidden column or row shows it again.", from: "knowledge", on: "W O M" },
  frozenHiddenRefused: {
    excel: "The first freeze over hidden columns or rows is misplaced; the host refuses it, so that a test sees it.",
    from: "reported",
    on: "W",
    source: "office-js 4266",
  },
  rowsAddRefused: {
    excel: "Table.rows.add is a merge conflict for co-authors; the host refuses it, so that a test sees it.",
    from: "documented",
    on: "W O M",
    source: "excel/co-authoring-in-excel-add-ins",
  },
} satisfies Record<string, Row>;

export type SwitchName = keyof typeof rows;

export const switches: Readonly<Record<SwitchName, Row>> = rows;

export const switchNames = Object.keys(rows) as SwitchName[];
