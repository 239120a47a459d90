import { distinctHeader } from "../../matrix/columns";
import type { LocatedMatrix } from "../../matrix/locate";
import * as look from "../../matrix/look";
import { isFilled } from "../../matrix/ownership";
import { marks } from "../../matrix/rows";
import type { CellStyle, CellValue, SheetData, StyledArea } from "../../matrix/sheet";
import type { Plan } from "../../plan/model";
import { inChinese } from "../../plan/sentence";
import { reportersOf, rolesIn, type Role } from "../answering";
import { asOfSentence } from "../as-of";
import { shortOf } from "../breakdown";
import type { YearResults } from "../year-results";
import { listSheet, ownColumns, type ListColumn, type ListTitle } from "./list-sheet";
import { planName } from "../plan-name";
import { centred, keyWidth, listHeader, titleStyles } from "./page";
import { keepingOwn, keyHeader, type HeldList } from "./typed";

const result: CellStyle = { ...centred, fill: look.colours.result };
/** Counts the finished ones of the tasks without a number that the unit leads. */
const doneHeader = "完成";
/** The columns before those of the tasks. A task counts once, promised numbers each count. */
const fixed: readonly ListColumn[] = [
  { header: keyHeader, width: keyWidth, style: { wrap: false } },
  { header: "序号", width: 30, style: centred },
  { header: "单位", width: 150, style: { wrap: false } },
  { header: "牵头任务", width: 46, style: centred },
  { header: "责任任务", width: 46, style: centred },
  { header: "牵头指标", width: 46, style: result },
  { header: "达标", width: 34, style: result },
  { header: doneHeader, width: 36, style: result },
  { header: "未完成", width: 36, style: { ...result, bold: true } },
];

export const unitHeaders = fixed.map(({ header }) => header);

const roleMarks: Record<Role, string> = { lead: marks.lead, responsible: marks.responsible, member: marks.expanded };
const rank: readonly Role[] = ["member", "responsible", "lead"];
const taskWidth = 19;
const uprightCharacter = 12.8;
/** The most characters of a task's title, set upright, so that the sheet fits its page. */
const longestTitle = 24;

const keyStart = "u2|";
const formerStart = "u1|";

interface TaskColumn {
  header: string;
  /** By unit name. */
  roles: Map<string, Role>;
}

/** 单位对照: which unit has a part in which task (units are rows, tasks are columns), with each unit's progress. */
export function unitsByTasks(
  results: YearResults,
  plan: Plan,
  matrix: LocatedMatrix,
  tableName: string,
  sheetName: string,
  found?: HeldList,
): SheetData {
  const held = found && presentKeys(keepingOwn(found, doneHeader, formerStart));
  const reporters = reportersOf(plan, matrix);
  const taken = new Set(unitHeaders.map((header) => header.toLowerCase()));
  const tasks = tasksOf(plan, matrix, taken);
  const own = ownHeaders(held, taken);
  const before = new Map((held?.rows ?? []).map((row) => [row.key, row.cells]));
  const keys = new Set(reporters.map(({ name }) => keyStart + name));
  const lines = reporters.map(({ name }, index): Record<string, CellValue> => {
    const unit = results.units.find((one) => one.name === name)!;
    return {
      [keyHeader]: keyStart + name,
      序号: index + 1,
      单位: name,
      牵头任务: unit.leads.tasks,
      责任任务: unit.helps.tasks,
      牵头指标: unit.leads.indicators,
      达标: unit.counts.reached,
      [doneHeader]: unit.counts.done,
      未完成: shortOf(unit),
      ...Object.fromEntries(
        tasks.map(({ header, roles }) => [header, roles.has(name) ? roleMarks[roles.get(name)!] : ""]),
      ),
      ...Object.fromEntries(own.map((header) => [header, before.get(keyStart + name)?.[header] ?? ""])),
    };
  });
  // Units that are gone and rows that somebody has added stay if something was typed in them.
  const others = (held?.rows ?? [])
    .filter(
      ({ key, cells }) =>
        !keys.has(key) && (!key.startsWith(keyStart) || own.some((header) => isFilled(cells[header]))),
    )
    .map(({ cells }) => ({ ...cells, 序号: "" }));
  return layOut(results, [...lines, ...others], { tasks, own }, { tableName, sheetName, held });
}

const presentKeys = (held: HeldList): HeldList => ({
  ...held,
  rows: held.rows.map((row) => ({
    ...row,
    key: row.key.startsWith(formerStart) ? keyStart + row.key.slice(formerStart.length) : row.key,
  })),
});

function tasksOf(plan: Plan, matrix: LocatedMatrix, taken: Set<string>): TaskColumn[] {
  const reporters = reportersOf(plan, matrix);
  const tasks = new Map<string, TaskColumn>();
  for (const row of matrix.rows) {
    const id = row.key?.taskId;
    if (id === undefined) continue;
    const title = String(row.cells.task ?? "").trim() || String(row.cells.number ?? "").trim() || id;
    const letters = [...title];
    const known = tasks.get(id) ?? {
      header: distinctHeader(
        letters.length > longestTitle ? `${letters.slice(0, longestTitle - 1).join("")}…` : title,
        taken,
      ),
      roles: new Map<string, Role>(),
    };
    tasks.set(id, known);
    // The rows of a task may differ where people have changed marks; the strongest role counts.
    const roles = rolesIn(row, reporters, plan);
    for (const [index, reporter] of reporters.entries()) {
      const role = roles[index];
      const before = known.roles.get(reporter.name);
      if (role && (!before || rank.indexOf(role) > rank.indexOf(before))) known.roles.set(reporter.name, role);
    }
  }
  return [...tasks.values()];
}

/** Columns that people have added. Former columns of tasks hold nothing but marks and go. */
function ownHeaders(held: HeldList | undefined, taken: ReadonlySet<string>): string[] {
  const known: readonly unknown[] = Object.values(marks);
  return (held?.headers ?? []).filter(
    (header) =>
      !taken.has(header.toLowerCase()) &&
      held!.rows.some(({ cells }) => isFilled(cells[header]) && !known.includes(cells[header])),
  );
}

const titleText = ({ plan }: YearResults): string => `${planName(plan)}单位任务对照表`;
const noteText = (results: YearResults): string =>
  `按 ${results.year} 年评估，${inChinese(asOfSentence(results))}。图例：${marks.lead} 牵头　${marks.responsible} 责任　${marks.expanded} 集合称谓所含。“责任任务”含集合称谓；“牵头指标”为牵头的量化指标，“达标”为其中达标的；“完成”为牵头的没有量化指标的任务中完成的；“未完成”为牵头的未达标、滞后和逾期的。自加的列重新生成时保留。`;

function layOut(
  results: YearResults,
  rows: readonly Record<string, CellValue>[],
  { tasks, own }: { tasks: readonly TaskColumn[]; own: readonly string[] },
  { tableName, sheetName, held }: { tableName: string; sheetName: string; held: HeldList | undefined },
): SheetData {
  const added = ownColumns(own, held);
  const shown: ListColumn[] = [...fixed, ...tasks.map(({ header }) => ({ header, width: taskWidth })), ...added];
  const title: ListTitle = {
    kind: "units",
    title: titleText(results),
    note: noteText(results),
    isNote: /^按 \d{4} 年评估[。，]/,
  };
  const longest = Math.max(4, ...tasks.map(({ header }) => [...header].length));
  const { header, body, ...sheet } = listSheet(title, shown, rows, held, {
    tableName,
    headerHeight: Math.min(400, 14 + longest * uprightCharacter),
    paper: "a3",
  });
  const styled = (from: number, list: readonly ListColumn[]): StyledArea[] =>
    list.flatMap(({ style }, index) => (style ? [{ area: { ...body, column: from + index, columns: 1 }, style }] : []));
  const taskColumns = { column: fixed.length, columns: tasks.length };
  return {
    ...sheet,
    name: sheetName,
    tabColor: look.colours.tab,
    styles: [
      ...titleStyles(),
      { area: header, style: { ...listHeader, vertical: "bottom" } },
      ...(tasks.length > 0 ? [{ area: { ...header, ...taskColumns }, style: look.unitHeader }] : []),
      { area: body, style: look.body },
      ...styled(0, fixed),
      ...(tasks.length > 0 ? [{ area: { ...body, ...taskColumns }, style: { ...centred, wrap: false } }] : []),
      ...styled(fixed.length + tasks.length, added),
    ],
    conditionalFormats: [],
    freeze: { rows: body.row, columns: 3 },
  };
}
