/** Office.js's names for what stays allowed on a protected sheet, and the file's. */
const allowed: Record<string, string> = {
  allowAutoFilter: "autoFilter",
  allowDeleteColumns: "deleteColumns",
  allowDeleteRows: "deleteRows",
  allowFormatCells: "formatCells",
  allowFormatColumns: "formatColumns",
  allowFormatRows: "formatRows",
  allowInsertColumns: "insertColumns",
  allowInsertHyperlinks: "insertHyperlinks",
  allowInsertRows: "insertRows",
  allowPivotTables: "pivotTables",
  allowSort: "sort",
};

export function savedProtection(options: Record<string, unknown>): Record<string, boolean> {
  const on = Object.entries(allowed).filter(([name]) => options[name] === true).map(([, saved]) => [saved, true]);
  const { selectionMode } = options;
  return {
    ...Object.fromEntries(on),
    ...(options.allowEditObjects === true ? { objects: true } : {}),
    ...(options.allowEditScenarios === true ? { scenarios: true } : {}),
    ...(selectionMode === "Unlocked" || selectionMode === "None" ? { selectLockedCells: false } : {}),
    ...(selectionMode === "None" ? { selectUnlockedCells: false } : {}),
  };
}

export function openedProtection(saved: Record<string, unknown>): Record<string, unknown> {
  const on = Object.entries(allowed).filter(([, name]) => saved[name] === true).map(([name]) => [name, true]);
  const mode = saved.selectUnlockedCells === false ? "None" : saved.selectLockedCells === false ? "Unlocked" : undefined;
  return { ...Object.fromEntries(on), ...(mode ? { selectionMode: mode } : {}) };
}
