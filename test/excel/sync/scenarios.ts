import type { Host } from "../../../src/host/node";
import { matrixSheetName } from "../../../src/matrix/sheet-name";
import type { Plan } from "../../../src/plan/model";
import { indicator, plan, task } from "../../plans";
import type { Change } from "../../../src/sync/change";
import { change, locate, rowOf, sortRows, typeInto, wholeColumn, wholeRow } from "../workbook";
import { sync } from "./workbooks";

/** What the plan becomes; people have worked in the sheet before. */
export interface Scenario {
  name: string;
  incoming: Plan;
  /** What people did to the sheet before, in addition to the usual. */
  before?: (host: Host) => Promise<void>;
  /** Which changes of the list are taken; if absent, those that it proposes. */
  isChosen?: (change: Change) => boolean;
}

/** Deletes a row of the plan, as a person does who deletes too much. */
export async function deleteRow(host: Host, name: string): Promise<void> {
  const { row } = rowOf(await locate(host), name);
  await change(host, (sheet) => void wholeRow(sheet, row).delete("Up"));
}

const base = plan();
const [t1, t2, t3] = base.tasks as [Plan["tasks"][0], Plan["tasks"][0], Plan["tasks"][0]];
const [i0, i1, i2, i3] = base.indicators as [
  Plan["indicators"][0],
  Plan["indicators"][0],
  Plan["indicators"][0],
  Plan["indicators"][0],
];
const unit = (name: string): Plan["units"][0] => ({ name, aliases: [] });
const [education, finance, culture] = base.units as [Plan["units"][0], Plan["units"][0], Plan["units"][0]];
const at = (start: number): { span: [number, number] } => ({ span: [start, start + 9] });

const whole = plan({
  title: "青山县全民阅读实施方案（2021—2025年）（修订）",
  units: [education, unit("县融媒体中心"), culture],
  tasks: [
    task("t5", { ...at(10), lead: ["县融媒体中心"], responsible: [] }),
    { ...t2, title: "任务二改写", section: ["保障措施"] },
    { ...t1, path: "二/(一)/9", ...at(400), lead: ["县文化和旅游局"], responsible: ["县教育局"] },
  ],
  indicators: [
    i0,
    { ...i2, value: 70, unit: "人" },
    { ...i3, name: "开展读书活动" },
    indicator("i9", { taskId: "t5", ...at(12) }),
  ],
});

export const scenarios: Scenario[] = [
  { name: "a task comes in at the head", incoming: plan({ tasks: [task("t0", at(1)), ...base.tasks] }) },
  { name: "a task comes in between", incoming: plan({ tasks: [t1, task("t9", at(150)), t2, t3] }) },
  { name: "a task comes in at the end", incoming: plan({ tasks: [...base.tasks, task("t4")] }) },
  {
    name: "three tasks come in, with indicators",
    incoming: plan({
      tasks: [...base.tasks, task("t4"), task("t5"), task("t6")],
      indicators: [...base.indicators, indicator("i5", { taskId: "t5" }), indicator("i6", { taskId: "t5" })],
    }),
  },
  { name: "a task leaves that nobody filled in", incoming: plan({ tasks: [t1, t2] }) },
  { name: "a task leaves with its numbers", incoming: plan({ tasks: [t2, t3], indicators: [i0, i3] }) },
  { name: "all tasks leave but one", incoming: plan({ tasks: [t3], indicators: [] }) },
  { name: "a task is reworded", incoming: plan({ tasks: [t1, { ...t2, title: "任务二，改写后" }, t3] }) },
  {
    name: "a task's text is reworded, which the sheet does not show",
    incoming: plan({ tasks: [t1, { ...t2, text: "改写后的内容" }, t3] }),
  },
  {
    name: "tasks are renumbered",
    incoming: plan({ tasks: base.tasks.map((one) => ({ ...one, path: `二/${one.path}` })) }),
  },
  { name: "a task moves to another section", incoming: plan({ tasks: [t1, { ...t2, section: ["保障措施"] }, t3] }) },
  {
    name: "tasks change places",
    incoming: plan({
      tasks: [
        { ...t3, ...at(1) },
        { ...t2, ...at(20) },
        { ...t1, ...at(400) },
      ],
      indicators: [i0, { ...i3, ...at(21) }, { ...i1, ...at(401) }, { ...i2, ...at(411) }],
    }),
  },
  { name: "a target is raised", incoming: plan({ indicators: [i0, i1, { ...i2, value: 80 }, i3] }) },
  {
    name: "comparator, period, deadline and measure change",
    incoming: plan({
      indicators: [{ ...i0, op: ">", deadline: 2024 }, i1, { ...i2, period: "cumulative", unit: "人" }, i3],
    }),
  },
  {
    name: "an indicator comes in",
    incoming: plan({ indicators: [...base.indicators, indicator("i7", { taskId: "t1", ...at(125) })] }),
  },
  {
    name: "a task without one is given its first indicator",
    incoming: plan({ indicators: [...base.indicators, indicator("i8", { taskId: "t3", ...at(310) })] }),
  },
  { name: "an indicator leaves with its numbers", incoming: plan({ indicators: [i0, i1, i3] }) },
  { name: "a task loses its only indicator", incoming: plan({ indicators: [i0, i1, i2] }) },
  {
    name: "an indicator goes to another task",
    incoming: plan({ indicators: [i0, i1, { ...i2, taskId: "t3", ...at(310) }, i3] }),
  },
  {
    name: "a unit comes in",
    incoming: plan({ units: [...base.units, unit("县体育局")], tasks: [t1, { ...t2, responsible: ["县体育局"] }, t3] }),
  },
  {
    name: "a unit leaves",
    incoming: plan({
      units: [education, culture],
      tasks: [{ ...t1, responsible: [] }, t2, { ...t3, responsible: [] }],
    }),
  },
  {
    name: "a unit leaves in whose column someone wrote",
    before: (host) => typeInto(host, "任务t3", "unit:县财政局", "只管拨款"),
    incoming: plan({
      units: [education, culture],
      tasks: [{ ...t1, responsible: [] }, t2, { ...t3, responsible: [] }],
    }),
  },
  {
    name: "a unit is renamed",
    incoming: plan({
      units: [education, finance, unit("县文化体育和旅游局")],
      tasks: [t1, { ...t2, lead: ["县文化体育和旅游局"] }, t3],
    }),
  },
  {
    name: "two units become one",
    incoming: plan({
      units: [education, unit("县财政和文化旅游局")],
      tasks: [
        { ...t1, responsible: ["县财政和文化旅游局"] },
        { ...t2, lead: ["县财政和文化旅游局"] },
        { ...t3, responsible: ["县财政和文化旅游局"] },
      ],
    }),
  },
  {
    name: "a group comes in and one leaves",
    incoming: plan({ groups: [{ name: "各镇人民政府" }], tasks: [t1, { ...t2, groups: ["各镇人民政府"] }, t3] }),
  },
  {
    name: "lead and responsible change places",
    incoming: plan({ tasks: [{ ...t1, lead: ["县财政局"], responsible: ["县教育局"] }, t2, t3] }),
  },
  { name: "the plan runs a year longer", incoming: plan({ years: [2021, 2026] }) },
  { name: "the plan begins a year later, where nobody has typed", incoming: plan({ years: [2021, 2024] }) },
  {
    name: "title and number change",
    incoming: plan({ title: "青山县全民阅读促进方案", docNumber: "青政发〔2024〕3号" }),
  },
  { name: "nearly everything changes", incoming: whole },
  {
    name: "nearly everything changes in a sheet that was sorted",
    incoming: whole,
    before: (host) => sortRows(host, ([first, ...rest]) => [...rest.reverse(), first!]),
  },
  {
    name: "rows of their own stand between the plan's",
    before: async (host) => {
      const { headerRow, columns } = await locate(host);
      await change(host, (sheet) => {
        wholeRow(sheet, headerRow + 1).insert("Down");
        sheet.getCell(headerRow + 3, columns.get("task")!).values = [["我们自己的任务"]];
      });
    },
    incoming: whole,
  },
  {
    name: "the target was changed by hand too",
    before: (host) => typeInto(host, "培训教师", "target", "≥60"),
    incoming: plan({ indicators: [i0, i1, { ...i2, value: 80 }, i3] }),
  },
  {
    name: "the store is lost",
    before: async (host) => void (host.book.xmlParts.length = 0),
    incoming: plan({ tasks: [...base.tasks, task("t4")] }),
  },
  {
    name: "the store is damaged",
    before: async (host) => void (host.book.xmlParts[0]!.xml = host.book.xmlParts[0]!.xml.slice(0, 300)),
    incoming: plan({ tasks: [...base.tasks, task("t4")] }),
  },
  {
    name: "the key column was deleted",
    before: async (host) => {
      const column = (await locate(host)).columns.get("key")!;
      await change(host, (sheet) => void wholeColumn(sheet, column).delete("Left"));
    },
    incoming: plan({ indicators: [i0, i1, { ...i2, value: 80 }, i3] }),
  },
  {
    name: "the table was turned into plain cells",
    before: (host) => change(host, (sheet) => void sheet.tables.getItem("责任矩阵表").convertToRange()),
    incoming: whole,
  },
  {
    name: "the sheet was renamed",
    before: (host) => change(host, (sheet) => void (sheet.name = `${matrixSheetName}2024`)),
    incoming: plan({ tasks: [...base.tasks, task("t4")] }),
  },
  {
    name: "a task that leaves is kept, with the unit that only it has",
    isChosen: (one) => one.default && one.kind !== "taskRemoved",
    incoming: plan({ units: [education, finance], tasks: [t1, t3], indicators: [i0, i1, i2] }),
  },
  {
    name: "two units become one while a row is kept that one of them answers for",
    isChosen: (one) => one.default && one.kind !== "taskRemoved",
    incoming: plan({
      units: [education, { name: "县财政局", aliases: ["县文化和旅游局"] }],
      tasks: [t1, t3],
      indicators: [i0, i1, i2],
    }),
  },
  {
    name: "a unit takes the name of a column that was kept",
    before: async () =>
      void (await sync(
        plan({ units: [education, finance], tasks: [t1, t3], indicators: [i0, i1, i2] }),
        (one) => one.default && one.kind !== "taskRemoved",
      )),
    incoming: plan({
      units: [education, culture],
      tasks: [
        { ...t1, responsible: ["县文化和旅游局"] },
        { ...t3, responsible: ["县文化和旅游局"] },
      ],
      indicators: [i0, i1, i2],
    }),
  },
  {
    name: "rows that were deleted by hand are put back",
    before: (host) => deleteRow(host, "任务t3"),
    isChosen: (one) => one.default || one.kind === "lost",
    incoming: plan({ indicators: [i0, i1, { ...i2, value: 80 }, i3] }),
  },
  {
    name: "rows that were deleted by hand stay so",
    before: (host) => deleteRow(host, "任务t3"),
    incoming: plan({ indicators: [i0, i1, { ...i2, value: 80 }, i3] }),
  },
  {
    name: "a new task and a new unit are left out",
    isChosen: (one) => one.default && one.kind !== "taskAdded" && one.kind !== "unitAdded",
    incoming: plan({
      units: [...base.units, unit("县体育局")],
      tasks: [...base.tasks, task("t4", { responsible: ["县体育局"] })],
      indicators: [i0, i1, { ...i2, value: 80 }, i3],
    }),
  },
  {
    name: "a task that had left comes back",
    before: async () => void (await sync(plan({ tasks: [t2, t3], indicators: [i0, i3] }))),
    incoming: base,
  },
];
