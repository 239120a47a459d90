import { actualYear, nameInKey } from "../matrix/columns";
import type { LocatedMatrix, LocatedRow } from "../matrix/locate";
import { identityOf } from "../matrix/located-rows";
import { marks } from "../matrix/rows";
import type { CellValue } from "../matrix/sheet";
import { mapPausably, type Pausable } from "../plan/pausable";
import type { AssessedRow } from "./assess";
import { voicesIn, type Detail } from "./details";

/** A row of the matrix, as the report needs it. */
export interface ReportedRow extends AssessedRow {
  /** The hidden key's text, by which the row is found wherever it was sorted. */
  key: string;
  task: string;
  section: string;
  /** 完成时限, in the plan's words. */
  deadline: string;
  leads: string[];
}

/** A row with what units have said besides the number. */
export interface ExplainedRow extends ReportedRow {
  number: string;
  explanation: string;
  /** 进展情况 as the sheet has it. */
  progress: string;
}

const text = (value: CellValue | undefined): string => String(value ?? "");

/** The rows as the assessment needs them, in the order of the sheet. */
export function reportedRows({ rows, columns }: Pick<LocatedMatrix, "rows" | "columns">): ReportedRow[] {
  const years = yearColumns(columns);
  return rows.map((row) => reportedRow(row, years));
}

/** Keys and years of the columns of actuals. */
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
 * The plan's rows with what units have said of them in `year`. Rows that people have added belong to no task and are
 * left out.
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

/** Explanations by row identity, with the units' names where there are several. */
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
