import { readFileSync } from "node:fs";
import { join } from "node:path";
import { noteSent, readForms } from "../../src/excel/assessment";
import { generateMatrix } from "../../src/excel/generate";
import { onNotice } from "../../src/excel/notices";
import { loadPlan } from "../../src/excel/store";
import { isSamePart } from "../../src/excel/store/part";
import { sentSheetName } from "../../src/excel/sheet-names";
import { changeView, readView } from "../../src/excel/views";
import { openHost, type Host } from "../../src/host/node";
import type { SwitchName } from "../../src/host/switches";
import { cellAddress } from "../../src/matrix/address";
import { matrixSheetName, matrixTableName } from "../../src/matrix/sheet-name";
import { inChinese } from "../../src/plan/sentence";
import { plan, task } from "../plans";
import { sync, use, year } from "./sync/workbooks";
import { change, columnOf, locate, openWorkbook, readSheet, rowOf, typeInto } from "./workbook";

jest.setTimeout(120_000);

/**
 * The places where real Excel does something else than the host by itself, by their numbers (docs/decisions.md has the
 * list): what must hold there, with the switch of the host on (src/host/switches.ts). `switches.test.ts` runs all
 * scenarios with each.
 */
interface Row {
  row: number | "undocumented";
  switch?: SwitchName;
  /** The ExcelApi version of an older Excel. */
  excelApi?: number;
  holds: string;
  test: (host: Host) => Promise<void>;
}

const base = plan();
const more = plan({ tasks: [task("t0", { span: [1, 9] }), ...base.tasks] });
const longer = plan({ years: [2021, 2026] });
const note = async (made: string): Promise<void> =>
  noteSent((await readForms({ year, deadline: "", made })).map((form) => ({ form, file: "表.xlsx" })));

async function told(work: () => Promise<unknown>): Promise<string[]> {
  const said: string[] = [];
  const end = onNotice((one) => void said.push(inChinese(one)));
  await work().finally(end);
  return said;
}

const rows: readonly Row[] = [
  {
    row: 2,
    switch: "printerWithoutA3",
    holds: "a printer without A3 costs no matrix, and it is said",
    test: async (host) => {
      const said = await told(() => generateMatrix(base, year));
      expect(said).toEqual([expect.stringMatching(/没有接受 A3 纸.*没有改动/)]);
      expect([host.book.tables.map(({ name }) => name), (await loadPlan())?.title]).toEqual([
        [matrixTableName],
        base.title,
      ]);
    },
  },
  {
    row: 3,
    switch: "zoomDoesNotStick",
    holds: "a zoom that is not kept is set again, or it is said",
    test: async (host) => {
      const said = await told(() => generateMatrix(base, year));
      const { zoom } = host.book.findSheet(matrixSheetName)!.page;
      expect(said.length > 0 ? said : [zoom]).toEqual([
        said.length > 0
          ? expect.stringContaining("没有保留“缩放到一页宽”")
          : expect.objectContaining({ horizontalFitToPages: 1 }),
      ]);
    },
  },
  {
    row: 4,
    switch: "filterLoadThrows",
    holds: "filters are put back so that they can be read afterwards",
    test: async (host) => {
      await generateMatrix(base, year);
      await changeView({ unit: "unit:县财政局" });
      await sync(more);
      await sync(plan({ tasks: [...more.tasks, task("t8")] }));
      expect((await readView())!.view.unit).toBe("unit:县财政局");
      expect(host.book.tables).toHaveLength(1);
    },
  },
  {
    row: 5,
    switch: "otherWorkbookInFront",
    holds: "what fails while another workbook is in front is said to be just that",
    test: async (host) => {
      await expect(generateMatrix(base, year)).rejects.toMatchObject({
        userMessage: expect.stringMatching(/另一个工作簿正在前面.*没有丢失.*再试一次/),
      });
      host.book.switches.clear();
      await generateMatrix(base, year);
      expect((await locate(host)).rows).toHaveLength(5);
    },
  },
  {
    row: 6,
    switch: "xmlEquivalent",
    holds: "a store that comes back in other XML is no lost one",
    test: async () => {
      await generateMatrix(base, year);
      await sync(more);
      expect((await loadPlan())!.tasks).toHaveLength(4);
    },
  },
  {
    row: 7,
    switch: "columnsRefilled",
    holds: "what is typed over a formula stays, and so does a formula of the user's own, its texts included",
    test: async (host) => {
      await generateMatrix(base, year);
      // A person has undone the refilling; later Excel does it again.
      host.book.switches.delete("columnsRefilled");
      await typeInto(host, "培训教师", "status", "领导已定");
      const located = await locate(host);
      const { row } = rowOf(located, "开展活动");
      await change(
        host,
        (sheet) =>
          void (sheet.getCell(row, columnOf(located, "status")).formulas = [
            [`=IF(LEN(G${row + 1})>0,"见 G${row + 1}","")`],
          ]),
      );
      host.book.switches.add("columnsRefilled");
      await sync(more);
      const after = await locate(host, more);
      const moved = rowOf(after, "开展活动");
      expect([rowOf(after, "培训教师").cells.status, moved.formulas.status]).toEqual([
        "领导已定",
        `=IF(LEN(G${moved.row + 1})>0,"见 G${row + 1}","")`,
      ]);
      expect(rowOf(after, "建成示范学校").formulas.status).toMatch(/^=IFERROR/);
    },
  },
  {
    row: 8,
    switch: "mixedRulesRefused",
    holds: "rules are set over cells whose rules differ",
    test: async (host) => {
      await generateMatrix(base, year);
      await sync(longer);
      const at = rowOf(await locate(host, longer), "培训教师");
      expect(
        host.book.validations.some(({ area, prompt }) => area.row === at.row && prompt?.title === "培训教师"),
      ).toBe(true);
    },
  },
  {
    row: 11,
    switch: "rowsAddRefused",
    holds: "rows come to tables without a merge conflict for co-authors",
    test: async (host) => {
      await generateMatrix(base, year);
      await note("2023-01-01T00:00:00.000Z");
      await note("2023-02-01T00:00:00.000Z");
      await sync(plan({ tasks: [...base.tasks, task("t9")] }));
      const sent = host.book.tables.find(({ name }) => name !== matrixTableName)!;
      expect(sent.area.rows).toBe((await readSheet(host, sentSheetName))!.values.length);
      const { area } = host.book.tables.find(({ name }) => name === matrixTableName)!;
      expect(area.row + area.rows - 1).toBe(rowOf(await locate(host), "任务t9").row);
    },
  },
  {
    row: 17,
    switch: "frozenHiddenRefused",
    holds: "panes are frozen before anything is hidden",
    test: async (host) => {
      await generateMatrix(base, year);
      expect((await locate(host)).rows).toHaveLength(5);
      expect(await isHidden(host, 0)).toBe(true);
    },
  },
  {
    row: 19,
    switch: "insideBordersRefused",
    holds: "an area of one row has no inside borders",
    test: async (host) => {
      await generateMatrix(plan({ tasks: [task("t1")], indicators: [] }), year);
      await sync(plan({ tasks: [task("t1"), task("t2")], indicators: [] }));
      expect((await locate(host)).rows).toHaveLength(2);
    },
  },
  {
    row: 20,
    switch: "sizingShows",
    holds: "the column of the keys stays hidden",
    test: async (host) => {
      await generateMatrix(base, year);
      expect(await isHidden(host, 0)).toBe(true);
    },
  },
  {
    row: 23,
    excelApi: 1.12,
    holds: "a calculated column of the user's own in 下发记录 goes on in the rows that come",
    test: async (host) => {
      await generateMatrix(base, year);
      await note("2023-01-01T00:00:00.000Z");
      const { values } = (await readSheet(host, sentSheetName))!;
      const right = values[0]!.length;
      await host.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(sentSheetName);
        sheet.tables
          .getItem(host.book.tables.find(({ name }) => name !== matrixTableName)!.name)
          .columns.add(undefined, undefined, "几天");
        sheet.getRangeByIndexes(1, right, values.length - 1, 1).formulas = values
          .slice(1)
          .map((_, index) => [`=ROW(A${index + 2})*1`]);
        await context.sync();
      });
      await note("2023-02-01T00:00:00.000Z");
      const after = (await readSheet(host, sentSheetName))!.values;
      expect(after.map((line) => line[right])).toEqual(["几天", ...after.slice(1).map((_, index) => index + 2)]);
    },
  },
  {
    row: "undocumented",
    switch: "nullObjectsNotFollowed",
    holds: "a first request that follows what is not there is asked with care",
    test: async (host) => {
      await generateMatrix(base, year);
      expect((await locate(host)).rows).toHaveLength(5);
    },
  },
  {
    row: "undocumented",
    switch: "autoFilterRefused",
    holds: "somebody's own table without buttons is in no one's way",
    test: async (host) => {
      await host.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.getRange("A1:B2").values = [
          ["甲", "乙"],
          [1, 2],
        ];
        sheet.tables.add("A1:B2", true).showFilterButton = false;
        await context.sync();
      });
      await generateMatrix(base, year);
      await sync(more);
      expect((await locate(host, more)).rows).toHaveLength(6);
    },
  },
];

async function isHidden(host: Host, column: number): Promise<boolean> {
  return host.Excel.run(async (context) => {
    const range = context.workbook.worksheets
      .getItem(matrixSheetName)
      .getRange(`${cellAddress(0, column)}:${cellAddress(0, column)}`);
    range.load("columnHidden");
    await context.sync();
    return range.columnHidden;
  });
}

describe("where real Excel does something else", () => {
  it.each(rows.map((row) => [row.row, row.switch ?? "by nature", row.holds, row] as const))(
    "row %s (%s): %s",
    async (_row, _switch, _holds, { switch: name, excelApi, test }) => {
      const host = excelApi === undefined ? openWorkbook() : openHost({ excelApi });
      use(host);
      try {
        if (name) host.book.switches.add(name);
        await test(host);
      } finally {
        host.dispose();
      }
    },
  );
});

/** Rows that other suites test. */
const held: readonly [row: number, file: string, title: string][] = [
  [
    1,
    "test/taskpane/reporting/send-forms.test.tsx",
    "downloads once where 下发记录 cannot be written, and notes it later without another download",
  ],
  [1, "test/taskpane/reporting/send-forms.test.tsx", "offers no download where none arrives"],
  [
    9,
    "test/matrix/first-sight.test.ts",
    "thirteen units beside it all in the bundled plan, and frozen columns that take at most a third",
  ],
  [
    10,
    "test/excel/large-workbooks.test.ts",
    "is read in pieces: generating anew, a sync, a list, forms, views and the start page go on, and no note is lost",
  ],
  [12, "test/taskpane/reporting/send-forms.test.tsx", "says so where Excel does not open it"],
  [
    14,
    "test/taskpane/reporting/send-forms.test.tsx",
    "is read again when somebody comes back to it, though a pick from a list is told by no event",
  ],
  [
    15,
    "test/commands/open-page.test.ts",
    "asks for the pane once, however often it is pressed before the pane is there, and shows what was pressed last",
  ],
  [
    16,
    "test/excel/large-workbooks.test.ts",
    "is refused with a sentence where it is too long, before anything is written",
  ],
  [
    16,
    "test/excel/large-workbooks.test.ts",
    "is not synced where nearly all of it changes, which is said; generating it anew goes on",
  ],
  [
    18,
    "test/taskpane/reporting/make-forms.test.ts",
    "leave a core a rest between them, longer after more work, and never one that is felt",
  ],
  [22, "test/sync/gaps.test.ts", "are an empty column that has only the name which Excel gave it in its language: %s"],
];

describe("where another suite holds it", () => {
  it.each(held)("row %d: %s: %s", (_, file, title) => {
    expect(readFileSync(join(__dirname, "../..", file), "utf8")).toMatch(
      new RegExp(`\\bit(?:\\.each\\(.*\\))?\\(\\s*"${title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}"`),
    );
  });
});

it("tells a part in other XML from one that says something else", () => {
  const written = '<journal xmlns="urn:x" version="2" of="a1" checksum="12345678">QUJD</journal>';
  const same = [
    '<?xml version="1.0"?>\r\n<m:journal xmlns:m="urn:x" checksum=\'12345678\' of="a1" version="2">\r\n QUJD\r\n</m:journal>\r\n',
    `${written}<!-- saved -->`,
  ];
  const other = [
    written.replace("a1", "a2"),
    written.replace("QUJD", "QUJE"),
    written.replace("12345678", "12345679"),
    "",
  ];
  expect([...same, ...other].map((xml) => isSamePart(xml, written))).toEqual([true, true, false, false, false, false]);
});
