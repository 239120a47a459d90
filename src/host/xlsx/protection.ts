import { isOn } from "./xml";

/** The names of permissions on a protected sheet: in Office.js, and in a file. */
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

/**
 * The attributes of `sheetProtection`. They say what is locked: 0 allows, and an absent one locks, except for
 * selection, objects and scenarios.
 */
export function savedProtection(options: Record<string, unknown>): Record<string, number | undefined> {
  const { selectionMode } = options;
  return {
    sheet: 1,
    ...Object.fromEntries(
      Object.entries(allowed).map(([name, saved]) => [saved, options[name] === true ? 0 : undefined]),
    ),
    objects: options.allowEditObjects === true ? undefined : 1,
    scenarios: options.allowEditScenarios === true ? undefined : 1,
    selectLockedCells: selectionMode === "Unlocked" || selectionMode === "None" ? 1 : undefined,
    selectUnlockedCells: selectionMode === "None" ? 1 : undefined,
  };
}

export function openedProtection(saved: Readonly<Record<string, string>>): Record<string, unknown> {
  const isAllowed = (name: string): boolean => saved[name] !== undefined && !isOn(saved[name]);
  const on = Object.entries(allowed)
    .filter(([, name]) => isAllowed(name))
    .map(([name]) => [name, true]);
  const mode = isOn(saved.selectUnlockedCells) ? "None" : isOn(saved.selectLockedCells) ? "Unlocked" : undefined;
  return { ...Object.fromEntries(on), ...(mode ? { selectionMode: mode } : {}) };
}
