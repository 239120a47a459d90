import { actualYear, groupOfKey, headerOfUserKey, isMarkColumn, nameOfMark, userKey } from "../matrix/columns";
import type { LocatedMatrix, LocatedRow } from "../matrix/locate";
import { isFilled } from "../matrix/ownership";
import { marks } from "../matrix/rows";
import type { RowKey } from "../matrix/row-key";
import { parsePeriod, parseTarget } from "../matrix/target-text";
import type { CellValue } from "../matrix/sheet";
import type { Indicator, Plan, Task } from "../plan/model";
import { measureParts } from "../plan/amount-scales";

const text = (value: CellValue | undefined): string => String(value ?? "").trim();

/** An empty plan, used where none is available. */
export const unknownPlan: Plan = {
  title: "",
  years: [0, 0],
  units: [],
  groups: [],
  tasks: [],
  indicators: [],
  findings: [],
  safeguards: [],
};

/**
 * Rebuilds a plan from the sheet, for a workbook whose stored plan is lost or damaged: hidden keys give the identities,
 * cells the contents. Spans only preserve the order.
 * @param incoming tells collective names from units
 */
export function rebuildPlan(held: LocatedMatrix, incoming: Plan): Plan {
  const years = [...held.columns.keys()].map(actualYear).filter((year) => year !== undefined);
  const span: Plan["years"] = years.length > 0 ? [Math.min(...years), Math.max(...years)] : incoming.years;
  const columns = markColumns(held);
  const groups = new Set(incoming.groups.map(({ name }) => name));
  const isGroup = ({ key, name }: { key: string; name: string }): boolean =>
    groupOfKey(key) !== undefined || (headerOfUserKey(key) !== undefined && groups.has(name));
  const tasks = new Map<string, Task>();
  const indicators = new Map<string, Indicator>();
  held.rows.forEach((row, index) => {
    const { key } = row;
    if (key?.taskId !== undefined && !tasks.has(key.taskId)) {
      const marked = (mark: string, group: boolean): string[] =>
        columns.filter((column) => isGroup(column) === group && row.cells[column.key] === mark).map(({ name }) => name);
      tasks.set(key.taskId, {
        id: key.taskId,
        path: text(row.cells.number),
        section: sectionOf(row),
        title: text(row.cells.task),
        text: "",
        lead: [...marked(marks.lead, false), ...marked(marks.lead, true)],
        responsible: marked(marks.responsible, false),
        groups: [...marked(marks.responsible, true), ...marked(marks.lead, true)],
        leadBasis: "stated",
        evidence: [],
        span: [index, index],
      });
    }
    if (key?.indicatorId !== undefined && !indicators.has(key.indicatorId))
      indicators.set(key.indicatorId, indicatorOf(row, key.indicatorId, index, span[1]));
  });
  return {
    title: incoming.title,
    years: span,
    units: columns.filter((column) => !isGroup(column)).map(({ name }) => ({ name, aliases: [] })),
    groups: columns.filter(isGroup).map(({ name }) => ({ name })),
    tasks: [...tasks.values()],
    indicators: [...indicators.values()],
    findings: [],
    safeguards: [],
  };
}

const sectionOf = ({ cells }: LocatedRow): string[] =>
  text(cells.section)
    .split(" / ")
    .filter((part) => part !== "");

/** Columns of units and groups, recognised by their hidden keys or by holding nothing but marks. */
function markColumns(held: LocatedMatrix): { key: string; name: string }[] {
  return [...held.columns.keys()].flatMap((key) => {
    if (isMarkColumn(key)) return [{ key, name: nameOfMark(key) }];
    const header = held.headers.get(key)!;
    const filled = held.rows.map(({ cells }) => cells[key]).filter(isFilled);
    const onlyMarks = filled.length > 0 && filled.every((value) => Object.values<unknown>(marks).includes(value));
    return key === userKey(header) && onlyMarks ? [{ key, name: header }] : [];
  });
}

function indicatorOf({ key, cells }: LocatedRow, id: string, index: number, lastYear: number): Indicator {
  const promised: NonNullable<RowKey["promised"]> = key!.promised ?? {
    op: ">=" as const,
    value: 0,
    ...parseTarget(cells.target ?? ""),
    ...periodOf(cells.period, lastYear),
  };
  return {
    id,
    ...(key!.taskId === undefined ? { section: sectionOf({ cells } as LocatedRow) } : { taskId: key!.taskId }),
    name: text(cells.indicator),
    quote: "",
    unit: promised.printed ? measureParts(promised.printed.unit).unit : text(cells.measure),
    ...promised,
    evidence: [],
    span: [index, index],
  };
}

function periodOf(cell: CellValue | undefined, lastYear: number): Pick<Indicator, "period" | "deadline"> {
  const { period, due } = parsePeriod(text(cell), lastYear);
  return period === "byDeadline" || period === "cumulative" ? { period, deadline: due } : { period };
}
