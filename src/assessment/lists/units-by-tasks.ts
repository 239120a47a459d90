import { distinctHeader } from "../../matrix/columns";
import type { LocatedMatrix } from "../../matrix/locate";
import * as look from "../../matrix/look";
import { isFilled } from "../../matrix/ownership";
import { marks } from "../../matrix/rows";
import type { Area, CellStyle, CellValue, SheetData } from "../../matrix/sheet";
import type { Plan } from "../../plan/model";
import { reportersOf, roleIn, type Role } from "../answering";
import { quantified, shortOf } from "../breakdown";
import type { Review } from "../review";
import { centred, keyWidth, listHeader, listMark, pageOf, planName, titleStyles, top } from "./page";
import { keptAbove, keyHeader, type HeldList } from "./typed";

const result: CellStyle = { ...centred, fill: look.colours.result };
/** Before the tasks' columns. Tasks are counted as such, numbers promised one by one. */
const fixed: readonly { header: string; width: number; style?: CellStyle }[] = [
  { header: keyHeader, width: keyWidth, style: { wrap: false } },
  { header: "序号", width: 30, style: centred },
  { header: "单位", width: 150, style: { wrap: false } },
  { header: "牵头任务", width: 46, style: centred },
  { header: "责任任务", width: 46, style: centred },
  { header: "牵头指标", width: 46, style: result },
  { header: "达标", width: 34, style: result },
  { header: "未完成", width: 36, style: { ...result, bold: true } },
];

export const unitHeaders = fixed.map(({ header }) => header);

const roleMarks: Record<Role, string> = { lead: marks.lead, responsible: marks.responsible, member: marks.expanded };
const rank: readonly Role[] = ["member", "responsible", "lead"];
const taskWidth = 19;
const uprightCharacter = 12.8;
/** Characters of a task's title, one under the other; the sheet is to fit its page. */
const longestTitle = 24;

const keyStart = "u1|";

interface TaskColumn {
  header: string;
  /** By reporter's name. */
  roles: Map<string, Role>;
}

/** 单位对照: who has a part in what, units as rows and tasks as columns, with how far each has come. */
export function unitsByTasks(review: Review, plan: Plan, matrix: LocatedMatrix, tableName: string, sheetName: string, held?: HeldList): SheetData {
  const reporters = reportersOf(plan, matrix);
  const taken = new Set(unitHeaders.map((header) => header.toLowerCase()));
  const tasks = tasksOf(plan, matrix, taken);
  const own = ownHeaders(held, taken);
  const before = new Map((held?.rows ?? []).map((row) => [row.key, row.cells]));
  const keys = new Set(reporters.map(({ name }) => keyStart + name));
  const lines = reporters.map(({ name }, index): Record<string, CellValue> => {
    const unit = review.units.find((one) => one.name === name)!;
    const count = (role: Role | "helping"): number => tasks.filter(({ roles }) => (role === "helping" ? roles.has(name) && roles.get(name) !== "lead" : roles.get(name) === role)).length;
    return {
      [keyHeader]: keyStart + name,
      序号: index + 1,
      单位: name,
      牵头任务: count("lead"),
      责任任务: count("helping"),
      牵头指标: quantified(unit),
      达标: unit.counts.reached,
      未完成: shortOf(unit),
      ...Object.fromEntries(tasks.map(({ header, roles }) => [header, roles.has(name) ? roleMarks[roles.get(name)!] : ""])),
      ...Object.fromEntries(own.map((header) => [header, before.get(keyStart + name)?.[header] ?? ""])),
    };
  });
  // Units that are gone, and rows that somebody wrote, stay for what was typed in them.
  const others = (held?.rows ?? []).filter(({ key, cells }) => !keys.has(key) && (!key.startsWith(keyStart) || own.some((header) => isFilled(cells[header])))).map(({ cells }) => ({ ...cells, 序号: "" }));
  return layOut(review, [...lines, ...others], tasks, own, tableName, sheetName, held);
}

function tasksOf(plan: Plan, matrix: LocatedMatrix, taken: Set<string>): TaskColumn[] {
  const reporters = reportersOf(plan, matrix);
  const tasks = new Map<string, TaskColumn>();
  for (const row of matrix.rows) {
    const id = row.key?.taskId;
    if (id === undefined) continue;
    const title = String(row.cells.task ?? "").trim() || String(row.cells.number ?? "").trim() || id;
    const letters = [...title];
    const known = tasks.get(id) ?? { header: distinctHeader(letters.length > longestTitle ? `${letters.slice(0, longestTitle - 1).join("")}…` : title, taken), roles: new Map<string, Role>() };
    tasks.set(id, known);
    // The rows of a task may differ where people have changed marks: the strongest is told.
    for (const reporter of reporters) {
      const role = roleIn(row, reporter, plan);
      const before = known.roles.get(reporter.name);
      if (role && (!before || rank.indexOf(role) > rank.indexOf(before))) known.roles.set(reporter.name, role);
    }
  }
  return [...tasks.values()];
}

/** Columns that people have added; those of tasks that are gone hold nothing but marks. */
function ownHeaders(held: HeldList | undefined, taken: ReadonlySet<string>): string[] {
  const known: readonly unknown[] = Object.values(marks);
  return (held?.headers ?? []).filter((header) => !taken.has(header.toLowerCase()) && held!.rows.some(({ cells }) => isFilled(cells[header]) && !known.includes(cells[header])));
}

const titleText = ({ plan }: Review): string => `《${planName(plan)}》单位任务对照表`;
const noteText = ({ year }: Review): string =>
  `按 ${year} 年评估。图例：${marks.lead} 牵头　${marks.responsible} 责任　${marks.expanded} 集合称谓所含。“责任任务”含集合称谓；“牵头指标”为牵头的量化指标，“未完成”为其中未达标和滞后的。自加的列重新生成时保留。`;

function layOut(review: Review, rows: readonly Record<string, CellValue>[], tasks: readonly TaskColumn[], own: readonly string[], tableName: string, sheetName: string, held: HeldList | undefined): SheetData {
  const mark = listMark("units");
  const places = new Set([`${top.title} 0`, `${top.title} 1`, `${top.note} 1`]);
  const { kept, lines } = keptAbove(held, ({ row, column, value }) => places.has(`${row} ${column}`) || value === mark || value === titleText(review) || /^按 \d{4} 年评估。/.test(String(value)), 2);
  const shown = [
    ...fixed,
    ...tasks.map(({ header }) => ({ header, width: taskWidth, style: { ...centred, wrap: false } as CellStyle })),
    ...own.map((header) => ({ header, width: 80, style: { fill: look.colours.input, unlocked: true, ...(held?.formats[header] ? { numberFormat: held.formats[header] } : {}) } as CellStyle })),
  ];
  const width = Math.max(shown.length, ...kept.map(({ column }) => column + 1));
  const cells: CellValue[][] = Array.from({ length: lines }, () => Array.from({ length: width }, () => ""));
  for (const { row, column, value } of kept) cells[row]![column] = value;
  cells[top.title]![0] = mark;
  cells[top.title]![1] = titleText(review);
  cells[top.note]![1] = noteText(review);
  const padded = (line: CellValue[]): CellValue[] => [...line, ...Array.from({ length: width - line.length }, () => "")];
  cells.push(padded(shown.map(({ header }) => header)));
  for (const row of rows.length > 0 ? rows : [{} as Record<string, CellValue>]) cells.push(padded(shown.map(({ header }) => row[header] ?? "")));
  const body: Area = { row: lines + 1, column: 0, rows: Math.max(1, rows.length), columns: shown.length };
  const headerArea: Area = { row: lines, column: 0, rows: 1, columns: shown.length };
  const longest = Math.max(4, ...tasks.map(({ header }) => [...header].length));
  return {
    name: sheetName,
    tabColor: look.colours.tab,
    cells,
    formulas: [],
    filledFormulas: [],
    styles: [
      ...titleStyles(),
      { area: headerArea, style: { ...listHeader, vertical: "bottom" } },
      ...(tasks.length > 0 ? [{ area: { ...headerArea, column: fixed.length, columns: tasks.length }, style: look.unitHeader }] : []),
      { area: body, style: look.body },
      ...shown.flatMap(({ style }, column) => (style && column < fixed.length ? [{ area: { ...body, column, columns: 1 }, style }] : [])),
      ...(tasks.length > 0 ? [{ area: { ...body, column: fixed.length, columns: tasks.length }, style: { ...centred, wrap: false } }] : []),
      ...shown.slice(fixed.length + tasks.length).map(({ style }, index) => ({ area: { ...body, column: fixed.length + tasks.length + index, columns: 1 }, style: style! })),
    ],
    columnWidths: shown.map(({ width: points }) => points),
    rowHeights: [30, 18, ...Array.from({ length: lines - 2 }, () => 18), Math.min(400, 14 + longest * uprightCharacter), ...Array.from({ length: body.rows }, () => undefined)],
    hiddenColumns: [0],
    hiddenRows: [],
    table: { name: tableName, area: { ...headerArea, rows: body.rows + 1 }, style: "TableStyleLight1" },
    names: [],
    conditionalFormats: [],
    validations: [],
    hideGridlines: true,
    freeze: { rows: lines + 1, columns: 3 },
    page: pageOf("a3", lines),
  };
}
