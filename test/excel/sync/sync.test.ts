import { generateMatrix } from "../../../src/excel/generate";
import { previewSync, undoSync } from "../../../src/excel/sync";
import { loadPlan } from "../../../src/excel/store";
import { logSheetName, removedSheetName } from "../../../src/excel/sheet-names";
import { plan, task } from "../../plans";
import { layoutOf, locate, openWorkbook, readSheet, rowOf, typeInto } from "../workbook";
import { hosts, opened } from "./opened";
import { now, sync, year } from "./workbooks";

jest.setTimeout(60_000);

const revised = plan({
  units: [...plan().units, { name: "县体育局", aliases: [] }],
  tasks: [
    task("t1"),
    task("t2", { lead: ["县体育局"], responsible: ["县文化和旅游局"], groups: ["各成员单位"] }),
    task("t4", { span: [250, 260] }),
  ],
  indicators: [
    plan().indicators[0]!,
    plan().indicators[1]!,
    { ...plan().indicators[2]!, value: 80 },
    plan().indicators[3]!,
  ],
});

describe("a revised plan, synced into a sheet in use", () => {
  it("changes what the plan changed, and nothing that people typed", async () => {
    const host = await opened();
    const report = await sync(revised);
    const located = await locate(host, revised);
    expect(report.changes.map(({ kind }) => kind).sort()).toEqual(
      ["分工调整", "新增任务", "新增单位", "指标调整", "移出任务"].sort(),
    );
    expect(rowOf(located, "培训教师").cells).toMatchObject({
      target: "≥80",
      "actual:2022": 40.25,
      remark: "含民办学校",
    });
    expect(rowOf(located, "开展活动").cells).toMatchObject({
      "actual:2021": 31.5,
      "unit:县体育局": "●",
      "unit:县文化和旅游局": "○",
    });
    expect(rowOf(located, "任务t4").cells).toMatchObject({ "unit:县教育局": "●" });
    expect(rowOf(located, "任务t4").formulas.status).toMatch(/^=/);
    expect(located.rows.some(({ cells }) => cells.task === "任务t3")).toBe(false);
    expect((await readSheet(host, removedSheetName))!.values.flat()).toContain("任务t3");
    expect((await readSheet(host, logSheetName))!.values).toHaveLength(1 + report.changes.length);
    expect(await loadPlan()).toMatchObject({ tasks: revised.tasks });
  });

  it("is in step afterwards: a second sync is one reading and no writing", async () => {
    const host = await opened();
    await sync(revised);
    host.book.log.reset();
    expect(await previewSync(revised)).toMatchObject({ inStep: true });
    expect([host.book.log.syncs, host.book.log.cellsWritten]).toEqual([1, 0]);
    const before = await readSheet(host);
    await sync(revised);
    expect(host.book.log.cellsWritten).toBe(0);
    expect(await readSheet(host)).toEqual(before);
  });

  it("is taken back by 撤销, cell for cell", async () => {
    const host = await opened();
    const before = await readSheet(host);
    const layout = layoutOf(host) as { tables: unknown; names: unknown };
    await sync(revised);
    const { history } = (await previewSync(revised))!;
    await undoSync(history[0]!.id, now());
    expect(await readSheet(host)).toEqual(before);
    expect((layoutOf(host) as typeof layout).tables).toEqual(layout.tables);
    expect(await loadPlan()).toMatchObject({ tasks: plan().tasks });
    expect((await previewSync(plan()))!.inStep).toBe(true);
  });

  it("looks as a matrix made of the revised plan does, where nobody has worked", async () => {
    const host = openWorkbook();
    hosts.push(host);
    await generateMatrix(plan(), year);
    await sync(revised);
    const fresh = openWorkbook();
    hosts.push(fresh);
    await generateMatrix(revised, year);
    expect((await readSheet(host))!.values).toEqual((await readSheet(fresh))!.values);
    expect((await readSheet(host))!.formulas).toEqual((await readSheet(fresh))!.formulas);
    // A later rule replaces an earlier one where they overlap, so their order means nothing.
    const beside = ({ tables, names, formats, validations }: Record<string, unknown>): unknown => ({
      tables,
      names,
      formats,
      validations: (validations as unknown[]).map((one) => JSON.stringify(one)).sort(),
    });
    expect(beside(layoutOf(host) as Record<string, unknown>)).toEqual(
      beside(layoutOf(fresh) as Record<string, unknown>),
    );
  });

  it("leaves what is unticked, and lists it as kept by hand from then on", async () => {
    const host = await opened();
    await sync(revised, (change) => change.default && change.kind !== "indicatorChanged");
    expect(rowOf(await locate(host, revised), "培训教师").cells.target).toBe("≥50");
    const { inStep, changes } = (await previewSync(revised))!;
    expect([inStep, changes.map(({ kind, before, after }) => [kind, before, after])]).toEqual([
      true,
      [["manual", "≥50", "≥80"]],
    ]);
    await sync(revised, () => true);
    expect(rowOf(await locate(host, revised), "培训教师").cells.target).toBe("≥80");
  });

  it("gives a task that comes back its numbers back", async () => {
    const host = await opened();
    await typeInto(host, "任务t3", "remark", "三号的备注");
    await sync(revised);
    await sync(plan());
    expect(rowOf(await locate(host), "任务t3").cells.remark).toBe("三号的备注");
  });
});
