import type { CellValue } from "../matrix/sheet";

/**
 * What a change does to the sheet, as plain data. Rows are named by identity (`rowIdentity`) and columns by key, never
 * by position: people sort, insert and move between listing, applying and undoing.
 */

/** The place below a row: the nearest row of the plan above, and how many other rows are in between. */
export interface Anchor {
  /** Absent where no row of the plan is above. */
  row?: string;
  between: number;
}

export type RowCells = Readonly<Record<string, CellValue>>;

export type Edit =
  /** Sets one cell of a row; never one that people type in. */
  | { do: "set"; row: string; column: string; before: CellValue; after: CellValue }
  /** Sets a hidden row key; the identity `row` becomes `as`. */
  | { do: "key"; row: string; as: string; before: string; after: string }
  /** Sets a header's text. */
  | { do: "header"; column: string; before: string; after: string }
  /** Sets a column's hidden key. */
  | { do: "columnKey"; column: string; as: string }
  /** Replaces a text in the title block, found by its content. */
  | { do: "title"; before: string; after: string }
  /** Replaces the items of 评估方式: the hidden list, its mark first. */
  | { do: "methods"; before: readonly string[]; after: readonly string[] }
  /** `at`: absent for the place by the plan's order. `copy`: adds the row although there is one with this identity. */
  | { do: "addRow"; row: string; keyText: string; cells: RowCells; at?: Anchor; copy?: boolean }
  /** `cells`: what had been written into the row when it was added, if this undoes that. */
  | { do: "removeRow"; row: string; cells?: RowCells }
  /** Sorts the rows into the plan's order. */
  | { do: "order" }
  | { do: "moveRow"; row: string; at: Anchor }
  /** `after`: key of the column to its left. `cells`: by row identity. */
  | { do: "addColumn"; column: string; header: string; after?: string; cells: RowCells }
  /** `cells`: by row identity. */
  | { do: "removeColumn"; column: string; cells?: RowCells }
  /** Restores the formulas of a row's calculated cells; `before` is what the cells held instead. */
  | { do: "formulas"; row: string; before: RowCells }
  /** Rewrites all calculated cells for the plan's years. */
  | { do: "years"; before: readonly [number, number]; after: readonly [number, number] };

/**
 * Names first, then structure, so that cells find their columns. Rows are removed before others are added, so that
 * positions stay small.
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

/** The edits in the order in which to apply them, whatever changes they come from. */
export const inOrder = (edits: readonly Edit[]): Edit[] =>
  edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => rank[a.edit.do] - rank[b.edit.do] || a.index - b.index)
    .map(({ edit }) => edit);
