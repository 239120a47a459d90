import { inChinese } from "../../../src/plan/sentence";
import { previewSync, syncMatrix } from "../../../src/excel/sync";
import { logSheetName, removedSheetName } from "../../../src/excel/sheet-names";
import { cellAddress } from "../../../src/matrix/address";
import { matrixSheetName, matrixTableName } from "../../../src/matrix/sheet-name";
import { locateMatrix, type LocatedMatrix } from "../../../src/matrix/locate";
import { openHost, type Host } from "../../../src/host/node";
import { saveXlsx } from "../../../src/host/xlsx/save";
import type { CellValue } from "../../../src/matrix/sheet";
import type { Plan } from "../../../src/plan/model";
import { plan, task } from "../../plans";
import { change, everything, locate, readSheet, rowOf, sortRows, typeInto, wholeColumn, wholeRow } from "../workbook";
import { now, sync, use, used } from "./workbooks";

jest.setTimeout(120_000);

/** A raised target, a reworded task, one that is gone and one that is new, and a renamed unit. */
const revised = plan({
  units: [...plan().units.slice(0, 2), { name: "县文化旅游体育局", aliases: [] }],
  tasks: [
    task("t1", { title: "任务一改写" }),
    task("t2", { lead: ["县文化旅游体育局"], responsible: [], groups: ["各成员单位"] }),
    task("t4", { span: [450, 460] }),
  ],
  indicators: plan().indicators.map((one) => (one.id === "i2" ? { ...one, value: 80 } : one)),
});

interface Work {
  name: string;
  /** What people did after the matrix was made and filled in. */
  by: (host: Host) => Promise<unknown>;
  /** The name of the sheet after that. */
  sheet?: string;
  /** What else must hold after the sync. The raised target and all typed values are always checked. */
  then?: (located: LocatedMatrix, host: Host, notes: string[]) => void | Promise<void>;
  /** Typed values that people removed themselves. */
  dropped?: CellValue[];
  /** Set where the change cannot be made, because its column is gone. */
  withoutTarget?: boolean;
}

const columnOf = async (host: Host, key: string): Promise<number> => (await locate(host)).columns.get(key)!;
const placed = async (host: Host, name: string): Promise<number> => rowOf(await locate(host), name).row;
const titlesIn = ({ rows }: LocatedMatrix): CellValue[] =>
  [...rows].sort((a, b) => a.row - b.row).map(({ cells }) => cells.task!);

const works: Work[] = [
  {
    name: "sorted its rows",
    by: (host) => sortRows(host, (rows) => [...rows].reverse()),
    then: (located) =>
      expect(
        titlesIn(located)
          .filter((title) => title !== "任务t4")
          .slice(0, 3),
      ).toEqual(["任务t2", "任务一改写", "任务一改写"]),
  },
  {
    name: "filtered it",
    by: async (host) => {
      const status = await columnOf(host, "status");
      await change(host, (sheet) =>
        sheet.tables.getItem(matrixTableName).columns.getItemAt(status).filter.applyValuesFilter(["未报"]),
      );
    },
  },
  {
    name: "hid rows and columns",
    by: async (host) => {
      const [row, column] = [await placed(host, "培训教师"), await columnOf(host, "target")];
      await change(host, (sheet) => {
        wholeRow(sheet, row).rowHidden = true;
        wholeColumn(sheet, column).columnHidden = true;
      });
    },
    then: async (located, host) => {
      await host.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(matrixSheetName);
        const [row, column] = [
          wholeRow(sheet, rowOf(located, "培训教师").row),
          wholeColumn(sheet, located.columns.get("target")!),
        ];
        row.load("rowHidden");
        column.load("columnHidden");
        await context.sync();
        expect([row.rowHidden, column.columnHidden]).toEqual([true, true]);
      });
    },
  },
  {
    name: "put rows above it, and rows and columns of their own into it",
    by: async (host) => {
      const [row, task, column] = [
        await placed(host, "培训教师"),
        await columnOf(host, "task"),
        await columnOf(host, "target"),
      ];
      await change(host, (sheet) => {
        wholeColumn(sheet, column).insert("Right");
        sheet.getRangeByIndexes(row, column, 1, 1).values = [["自己的列"]];
        wholeRow(sheet, row).insert("Down");
        sheet.getRangeByIndexes(row, task, 1, 1).values = [["自己的行"]];
        sheet.getRange("1:3").insert("Down");
        sheet.getRange("B2").values = [["会议材料之三"]];
      });
    },
    then: async (located, host) => {
      const all = await everything(host);
      expect(["自己的列", "自己的行", "会议材料之三"].filter((text) => !all.has(text))).toEqual([]);
      const own = located.rows.find(({ cells }) => Object.values(cells).includes("自己的行"))!;
      expect(own.row).toBe(rowOf(located, "培训教师").row - 1);
    },
  },
  {
    name: "moved a column to the end",
    by: async (host) => {
      const column = await columnOf(host, "remark");
      const { values, top } = (await readSheet(host))!;
      await change(host, (sheet) => {
        sheet.getRangeByIndexes(top, values[0]!.length, values.length, 1).values = values.map((row) => [row[column]!]);
        wholeColumn(sheet, column).delete("Left");
      });
    },
    then: (located) => expect(rowOf(located, "培训教师").cells.remark).toBe("含民办学校"),
  },
  {
    name: "renamed the sheet",
    sheet: "2024年底稿",
    by: (host) => change(host, (sheet) => void (sheet.name = "2024年底稿")),
  },
  {
    name: "copied the sheet, and filled in the copy",
    by: async (host) => {
      await change(host, (sheet) => void sheet.copy("End"));
      const [row, column] = [await placed(host, "开展活动"), await columnOf(host, "remark")];
      await host.Excel.run(async (context) => {
        context.workbook.worksheets.getItem(`${matrixSheetName} (2)`).getCell(row, column).values = [["抄件上的字"]];
        await context.sync();
      });
    },
    then: async (_, host) => {
      const copy = await readSheet(host, `${matrixSheetName} (2)`);
      expect(copy!.values.flat()).toEqual(expect.arrayContaining(["抄件上的字", "≥50", "任务t3"]));
    },
  },
  {
    name: "made a row twice",
    by: async (host) => {
      const { rows, columns } = await locate(host);
      const row = rowOf({ rows } as LocatedMatrix, "培训教师");
      await change(host, (sheet) => {
        wholeRow(sheet, row.row + 1).insert("Down");
        sheet
          .getRangeByIndexes(row.row + 1, 0, 1, columns.size)
          .copyFrom(sheet.getRangeByIndexes(row.row, 0, 1, columns.size));
        sheet.getRangeByIndexes(row.row + 1, columns.get("remark")!, 1, 1).values = [["分校另计"]];
      });
    },
    then: (located, _, notes) => {
      const both = located.rows.filter(({ cells }) => cells.indicator === "培训教师");
      expect(both.map(({ cells }) => [cells.target, cells.remark])).toEqual([
        ["≥80", "含民办学校"],
        ["≥50", "分校另计"],
      ]);
      expect(notes).toContain("有 1 行是从别的行复制来的，按您自己的行保留，不随方案改动。");
    },
  },
  {
    name: "deleted the key column",
    by: async (host) => {
      const column = await columnOf(host, "key");
      await change(host, (sheet) => wholeColumn(sheet, column).delete("Left"));
    },
    then: (located, _, notes) => {
      expect(located.rows.every(({ key }) => key)).toBe(true);
      expect([located.year, located.month]).toEqual([2023, 12]);
      expect(notes).toContain("隐藏的键列被删除，已按板块、任务和指标的文字重新对上，同步时补回。");
    },
  },
  {
    name: "cleared some keys",
    by: async (host) => {
      const [row, key] = [await placed(host, "培训教师"), await columnOf(host, "key")];
      await change(host, (sheet) => sheet.getRangeByIndexes(row, key, 2, 1).clear("Contents"));
    },
    then: (located) => expect(located.rows.every(({ key }) => key)).toBe(true),
  },
  {
    name: "deleted the hidden row of column keys",
    by: async (host) => {
      const { keyRow } = await locate(host);
      await change(host, (sheet) => wholeRow(sheet, keyRow!).delete("Up"));
    },
  },
  {
    name: "turned the table into plain cells",
    by: (host) => change(host, (sheet) => void sheet.tables.getItem(matrixTableName).convertToRange()),
  },
  {
    name: "renamed headers",
    by: async (host) => {
      const { headerRow, columns } = await locate(host);
      await change(host, (sheet) => {
        for (const [key, header] of [
          ["target", "指标值"],
          ["status", "完成情况"],
          ["unit:县财政局", "财政"],
          ["actual:2022", "去年完成"],
        ])
          sheet.getRangeByIndexes(headerRow, columns.get(key!)!, 1, 1).values = [[header]];
      });
    },
    then: (located) => {
      expect(["target", "status", "unit:县财政局", "actual:2022"].map((key) => located.headers.get(key))).toEqual([
        "指标值",
        "完成情况",
        "财政",
        "去年完成",
      ]);
      expect(rowOf(located, "培训教师").cells["actual:2022"]).toBe(40.25);
    },
  },
  {
    name: "merged the cells that repeat",
    by: async (host) => {
      await change(host, (sheet) => void sheet.tables.getItem(matrixTableName).convertToRange());
      const [row, section, title] = [
        await placed(host, "建成示范学校"),
        await columnOf(host, "section"),
        await columnOf(host, "task"),
      ];
      await change(host, (sheet) => {
        for (const column of [section, title]) {
          sheet.getRangeByIndexes(row + 1, column, 1, 1).clear("Contents");
          sheet.getRangeByIndexes(row, column, 2, 1).merge();
        }
      });
    },
    then: (located) => {
      expect(rowOf(located, "建成示范学校").cells.task).toBe("任务一改写");
      expect(rowOf(located, "培训教师").cells.task).toBe("");
    },
  },
  {
    name: "deleted a unit's column and the 完成率 column",
    by: async (host) => {
      for (const key of ["unit:县财政局", "ratio"]) {
        const column = await columnOf(host, key);
        await change(host, (sheet) => wholeColumn(sheet, column).delete("Left"));
      }
    },
    then: (located, _, notes) => {
      expect([located.columns.has("unit:县财政局"), located.columns.has("ratio")]).toEqual([false, false]);
      expect(notes).toContain("表中没有“完成率”列，可能已被删除；这些列不再更新，其余照常。");
    },
  },
  {
    name: "deleted the 目标 column",
    withoutTarget: true,
    by: async (host) => {
      const column = await columnOf(host, "target");
      await change(host, (sheet) => wholeColumn(sheet, column).delete("Left"));
    },
    then: (located) => expect(rowOf(located, "建成示范学校").cells.task).toBe("任务一改写"),
  },
  {
    name: "wrote formulas of their own, and typed over ours",
    by: async (host) => {
      const { columns, headerRow } = await locate(host);
      const row = await placed(host, "培训教师");
      await change(host, (sheet) => {
        sheet.getRangeByIndexes(headerRow, columns.size, 1, 1).values = [["合计"]];
        sheet.getRangeByIndexes(row, columns.size, 1, 1).formulas = [
          [`=SUM(${cellAddress(row, columns.get("actual:2021")!)}:${cellAddress(row, columns.get("actual:2025")!)})`],
        ];
        sheet.getRangeByIndexes(row, columns.get("status")!, 1, 1).values = [["免考核"]];
        sheet.getRangeByIndexes(row + 1, columns.get("status")!, 1, 1).clear("Contents");
      });
    },
    then: (located) => {
      const { cells, formulas } = rowOf(located, "培训教师");
      expect([cells.status, formulas.status, cells["user:合计"]]).toEqual(["免考核", undefined, 40.25]);
      expect(formulas["user:合计"]).toMatch(/^=SUM\(/);
      expect(rowOf(located, "开展活动").formulas.status).toMatch(/^=/);
    },
  },
  {
    name: "deleted a row of the plan",
    dropped: [31.5],
    by: async (host) => {
      const row = await placed(host, "开展活动");
      await change(host, (sheet) => wholeRow(sheet, row).delete("Up"));
    },
    then: (located) => expect(rowOf(located, "开展活动")).toBeUndefined(),
  },
  {
    name: "coloured cells",
    by: async (host) => {
      const [row, task] = [await placed(host, "培训教师"), await columnOf(host, "task")];
      await change(host, (sheet) => void (sheet.getRangeByIndexes(row, task, 1, 6).format.fill.color = "#FFCC00"));
    },
    then: async (located, host) => {
      const { row } = rowOf(located, "培训教师");
      await host.Excel.run(async (context) => {
        const { fill } = context.workbook.worksheets
          .getItem(matrixSheetName)
          .getRangeByIndexes(row, located.columns.get("target")!, 1, 1).format;
        fill.load("color");
        await context.sync();
        expect(fill.color).toBe("#FFCC00");
      });
    },
  },
  { name: "lost the stored plan", by: async (host) => void host.book.xmlParts.splice(0) },
  {
    name: "damaged the stored plan",
    by: async (host) => host.book.xmlParts.forEach((part) => void (part.xml = part.xml.replace(/>[^<]{20}/, ">"))),
  },
  {
    name: "brought the stored plan in twice",
    by: async (host) =>
      void host.book.xmlParts.push(
        ...host.book.xmlParts.map((part) => ({ ...part, id: `{${part.id.slice(1, -2)}X}` })),
      ),
  },
];

const targetOf = (located: LocatedMatrix): unknown =>
  located.rows.find(({ cells }) => cells.indicator === "培训教师")?.cells.target;

describe("a revised plan comes into a sheet of which people", () => {
  it.each(works.map((work) => [work.name, work] as const))(
    "%s",
    async (_, { by, sheet = matrixSheetName, then, dropped = [], withoutTarget }) => {
      const { host, typed } = await used();
      try {
        await by(host);
        const { notes } = (await previewSync(revised))!;
        await sync(revised);
        const reading = (await readSheet(host, sheet))!;
        const located = locateMatrix(reading, [revised, plan()])!;
        if (!withoutTarget) expect(targetOf(located)).toBe("≥80");
        expect(located.headers.get("unit:县文化旅游体育局")).toBe("文体旅局");
        const there = await everything(host);
        expect(typed.filter((value) => !there.has(value) && !dropped.includes(value))).toEqual([]);
        expect(await previewSync(revised)).toMatchObject({ inStep: true });
        await then?.(located, host, notes.map(inChinese));
      } finally {
        host.dispose();
      }
    },
  );
});

describe("a workbook", () => {
  it("that was saved by the host, mailed and opened again has everything that a sync needs", async () => {
    const { host, typed } = await used();
    await sync(revised);
    const file = await saveXlsx(host.book);
    host.dispose();
    const other = await openHost({ file });
    try {
      use(other);
      expect(await previewSync(revised)).toMatchObject({ inStep: true, following: revised.title });
      await sync(plan());
      expect((await locate(other)).rows.map(({ cells }) => cells.task)).toContain("任务t3");
      const there = await everything(other);
      expect(typed.filter((value) => !there.has(value))).toEqual([]);
    } finally {
      other.dispose();
    }
  });

  it("with a sheet of that name that is no matrix is left alone, with a message", async () => {
    const host = openHost();
    use(host);
    try {
      await host.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add(matrixSheetName);
        sheet.getRange("A1:B2").values = [
          ["科室", "电话"],
          ["办公室", 123],
        ];
        await context.sync();
      });
      expect(await previewSync(plan())).toBeUndefined();
      await expect(syncMatrix(plan(), { seen: [], chosen: new Set(), now: now() })).rejects.toMatchObject({
        userMessage: expect.stringContaining("没有责任矩阵"),
      });
      expect((await readSheet(host))!.values).toEqual([
        ["科室", "电话"],
        ["办公室", 123],
      ]);
    } finally {
      host.dispose();
    }
  });

  it("whose matrix was made before columns had hidden keys is found by its headers", async () => {
    const { host } = await used();
    try {
      const { keyRow, columns } = await locate(host);
      await change(host, (sheet) => sheet.getRangeByIndexes(keyRow!, 0, 1, columns.size).clear("Contents"));
      await sync(revised);
      expect(targetOf(await locate(host, revised))).toBe("≥80");
    } finally {
      host.dispose();
    }
  });

  it("whose sheets of ours were given other names by the user keeps those, and gets new ones", async () => {
    const { host } = await used();
    try {
      await sync(revised);
      await host.Excel.run(async (context) => {
        context.workbook.worksheets.getItem(logSheetName).name = "旧记录";
        await context.sync();
      });
      await sync(plan());
      const names = host.book.allSheets.map((sheet) => host.book.sheetName(sheet));
      expect(names).toEqual(expect.arrayContaining(["旧记录", logSheetName, removedSheetName, matrixSheetName]));
    } finally {
      host.dispose();
    }
  });
});

describe("a number typed where the plan has its text", () => {
  it("stays as it is, whatever the plan says next", async () => {
    const { host } = await used();
    try {
      await typeInto(host, "培训教师", "target", "≥55");
      await sync(revised);
      expect(targetOf(await locate(host, revised))).toBe("≥55");
      const settled: Plan = {
        ...revised,
        indicators: revised.indicators.map((one) => (one.id === "i2" ? { ...one, value: 90 } : one)),
      };
      const { changes } = (await previewSync(settled))!;
      expect(changes.map(({ kind, default: taken }) => [kind, taken])).toEqual([["conflict", false]]);
      await sync(settled, () => true);
      expect(targetOf(await locate(host, settled))).toBe("≥90");
    } finally {
      host.dispose();
    }
  });
});
