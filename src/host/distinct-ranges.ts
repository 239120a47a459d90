import { IFormulaDependencyGenerator } from "@univerjs/engine-formula";
import type { FUniver } from "@univerjs/core/lib/facade";

interface UnitRange {
  unitId: string;
  sheetId: string;
  /** With the kinds of its ends (`$`): what is one range for a formula may be two for its copies. */
  range: {
    startRow: number;
    startColumn: number;
    endRow: number;
    endColumn: number;
    startAbsoluteRefType?: number;
    endAbsoluteRefType?: number;
  };
}

/**
 * Univer takes each mention of a range in a formula for one more range that the formula depends on. Our status formulas
 * mention a dozen cells a hundred times; taken once each, a workbook of a thousand rows is ready in a good deal less.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function dependOnDistinctRanges(univer: any & FUniver): void {
  const generator = univer._injector.get(IFormulaDependencyGenerator) as {
    _getRangeListByNode(node: unknown): Promise<UnitRange[]>;
  };
  const ranges = generator._getRangeListByNode.bind(generator);
  generator._getRangeListByNode = async (node) => distinct(await ranges(node));
}

/** The same ranges in the same order, each once. */
export function distinct(ranges: readonly UnitRange[]): UnitRange[] {
  const seen = new Set<string>();
  return ranges.filter(({ unitId, sheetId, range }) => {
    const { startRow, startColumn, endRow, endColumn, startAbsoluteRefType, endAbsoluteRefType } = range;
    const key = [
      unitId,
      sheetId,
      startRow,
      startColumn,
      endRow,
      endColumn,
      startAbsoluteRefType,
      endAbsoluteRefType,
    ].join(" ");
    return !seen.has(key) && seen.add(key);
  });
}
