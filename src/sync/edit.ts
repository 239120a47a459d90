import type { CellValue } from "../matrix/sheet";

/**
 * What a change does to the sheet, as plain data. Rows go by their identity (`rowIdentity`), columns by their key,
 * never by position: between being listed and being applied, and again until it is undone, people sort, insert and
 * move.
 */

/** Right below which row something stood: the nearest row of the plan above it, and how many other rows lay between. */
export interface Anchor {
  /** Absent: nothing of the plan stood above. */
  row?: string;
  between: number;
}

export type RowCells = Readonly<Record<string, CellValue>>;

export type Edit =
  /** One cell of a row. Never one that people type in. */
  | { do: "set"; row: string; column: string; before: CellValue; after: CellValue }
  /** A hidden row key; `row` becomes `as`. */
  | { do: "key"; row: string; as: string; before: string; after: string }
  /** A header's text. */
  | { do: "header"; column: string; before: string; after: string }
  /** A column's hidden key. */
  | { do: "columnKey"; column: string; as: string }
  /** A text in the title block, found by what it says. */
  | { do: "title"; before: string; after: string }
  /** What 评估方式 offers: the hidden list, its mark first. */
  | { do: "methods"; before: readonly string[]; after: readonly string[] }
  /** `at` absent: where the plan's order puts it. `copy`: although there is a row of this identity already. */
  | { do: "addRow"; row: string; keyText: string; cells: RowCells; at?: Anchor; copy?: boolean }
  /** `cells`: what was written into the row when it came, where this takes that back. */
  | { do: "removeRow"; row: string; cells?: RowCells }
  /** Brings the rows into the plan's order. */
  | { do: "order" }
  | { do: "moveRow"; row: string; at: Anchor }
  /** `after` is the key of the column on its left. `cells` are by row identity. */
  | { do: "addColumn"; column: string; header: string; after?: string; cells: RowCells }
  /** `cells` likewise, by row identity. */
  | { do: "removeColumn"; column: string; cells?: RowCells }
  /** Calculated cells of a row get their formulas back; `before` is what stood there instead. */
  | { do: "formulas"; row: string; before: RowCells }
  /** All calculated cells follow the plan's years. */
  | { do: "years"; before: readonly [number, number]; after: readonly [number, number] };

/**
 * Names first, then structure, so that cells find their columns; rows leave before others come, so that positions stay
 * small.
 */
const rank: Record<Edit["do"], number> = {
  columnKey: 0,
  key: 1,
  removeColumn: 2,
  header: 3,
  addColumn: 4,
  years: 5,
  set: 6,
  formulas: 7,
  removeRow: 8,
  order: 9,
  moveRow: 9,
  addRow: 10,
  title: 11,
  methods: 12,
};

/** The edits in the order in which they are applied, whatever the order of the changes that they come from. */
export const inOrder = (edits: readonly Edit[]): Edit[] =>
  edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => rank[a.edit.do] - rank[b.edit.do] || a.index - b.index)
    .map(({ edit }) => edit);
