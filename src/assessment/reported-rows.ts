import { actualYear, nameInKey } from "../matrix/columns";
import type { LocatedMatrix, LocatedRow } from "../matrix/locate";
import { identityOf } from "../matrix/located-rows";
import { marks } from "../matrix/rows";
import type { CellValue } from "../matrix/sheet";
import { mapPausably, type Pausable } from "../plan/pausable";
import type { AssessedRow } from "./assess";
import { voicesIn, type Detail } from "./details";

/** A row of the matrix as it is read for a report. */
export interface ReportedRow extends AssessedRow {
  /** The hidden key's text: finds the row again wherever it has been sorted to. */
  key: string;
  task: string;
  section: string;
  /** 完成时限, in the plan's words. */
  deadline: string;
  leads: string[];
}

/** A row with what units have said beside the number. */
export interface ExplainedRow extends ReportedRow {
  number: string;
  explanation: string;
  /** 进展情况: what stands in the sheet of how far it is. */
  progress: string;
}

const text = (value: CellValue | undefined): string => String(value ?? "");

/** The located rows as the assessment wants them, in the order of the sheet. */
export function reportedRows({ rows, columns }: Pick<LocatedMatrix, "rows" | "columns">): ReportedRow[] {
  const years = yearColumns(columns);
  return rows.map((row) => reportedRow(row, years));
}

/** The columns of the years' numbers. */
const yearColumns = (columns: LocatedMatrix["columns"]): [key: string, year: number][] =>
  [...columns.keys()].flatMap((key) => {
    const year = actualYear(key);
    return year === undefined ? [] : [[key, year]];
  });

function reportedRow(row: LocatedRow, years: readonly (readonly [key: string, year: number])[]): ReportedRow {
  return {
    key: row.keyText,
    section: text(row.cells.section),
    task: text(row.cells.task),
    indicator: text(row.cells.indicator),
    period: text(row.cells.period),
    target: row.cells.target ?? "",
    measure: text(row.cells.measure),
    remark: row.cells.remark ?? "",
    due: row.cells.due ?? "",
    deadline: text(row.cells.deadline),
    entries: new Map(years.flatMap(([key, year]) => (key in row.cells ? [[year, row.cells[key]!]] : []))),
    leads: Object.keys(row.cells)
      .filter((key) => row.cells[key] === marks.lead)
      .map(nameInKey),
  };
}

/**
 * The plan's rows with what units have said of them in `year`; rows that people wrote themselves belong to no task of
 * the plan.
 */
export function* explainingRows(
  { rows, columns }: Pick<LocatedMatrix, "rows" | "columns">,
  details: readonly Detail[],
  year: number,
): Pausable<{ explained: ExplainedRow; row: LocatedRow; identity: string }[]> {
  const told = explanations(details, year);
  const years = yearColumns(columns);
  const explained = yield* mapPausably(rows, (row) => {
    const identity = identityOf(row);
    if (identity === undefined) return [];
    return [
      {
        explained: {
          ...reportedRow(row, years),
          number: text(row.cells.number),
          explanation: told.get(identity) ?? "",
          progress: text(row.cells.progress).trim(),
        },
        row,
        identity,
      },
    ];
  });
  return explained.flat();
}

/** What units have said of a row, with their names where several have. */
function explanations(details: readonly Detail[], year: number): Map<string, string> {
  const told = new Map<string, Detail[]>();
  for (const detail of voicesIn(details, year)) {
    if (detail.explanation.content !== "") told.set(detail.identity, [...(told.get(detail.identity) ?? []), detail]);
  }
  return new Map(
    [...told].map(([identity, all]) => [
      identity,
      all
        .map(({ unit, former, explanation }) =>
          all.length > 1 ? `${former ?? unit}：${explanation.content}` : explanation.content,
        )
        .join("；"),
    ]),
  );
}
