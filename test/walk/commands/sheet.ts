import fc from "fast-check";
import { isFormOf } from "../../../src/plan/units/short-names";
import { changeView, chooseHeaders, chooseMonth, readView, showAll, type ViewChange } from "../../../src/excel/views";
import { goTo } from "../../../src/excel/status";
import { claim, difference, said } from "../broken";
import { rowName } from "../keys";
import { underHeaders } from "../settle";
import { attempt, type Office } from "../office";
import { seenMatrix, type SeenMatrix } from "../seen";
import { chapters, months, years } from "../stock";
import type { Action, AnyAction } from "../step";
import { rowAt } from "./typing";

const tableName = "责任矩阵表";

/** Turns Excel's own filters off, which would get in the way of rows that come and go. */
const unfiltered = (sheet: Excel.Worksheet): void => sheet.tables.getItem(tableName).clearFilters();

const rowOf = (matrix: SeenMatrix, title: string, indicator: string): number =>
  matrix.rows.find(({ cells }) => cells["任务"] === title && cells["指标"] === indicator)!.at;

const deleting: AnyAction = fc.nat({ max: 11 }).map((at): Action => ({
  says: `delete row ${at} by hand`,
  act: async (model, office) => {
    if (model.rows.size <= 2) return;
    const row = rowAt(model, at);
    model.steps.push(`  ${rowName(row.key)}`);
    const line = rowOf(seenMatrix(office.host)!, row.shown.title, row.shown.indicator) + 1;
    await office.byHand((sheet) => {
      unfiltered(sheet);
      sheet.getRange(`${line}:${line}`).delete("Up");
    });
    model.rows.delete(row.key);
    model.deleted.set(row.key, row.typed);
  },
}));

const inserting: AnyAction = fc
  .record({ at: fc.nat({ max: 11 }), number: fc.nat({ max: 99 }), typed: fc.boolean() })
  .map(({ at, number, typed }): Action => ({
    says: `insert a row of one's own above row ${at}${typed ? ", with a remark" : ""}`,
    act: async (model, office) => {
      if (model.rows.size === 0) return;
      const row = rowAt(model, at);
      const matrix = seenMatrix(office.host)!;
      const place = rowOf(matrix, row.shown.title, row.shown.indicator);
      let name = `本局自加的事项${number}`;
      while (model.own.has(name)) name = `${name}续`;
      await office.byHand((sheet) => {
        unfiltered(sheet);
        sheet.getRange(`${place + 1}:${place + 1}`).insert("Down");
      });
      await office.type(place, matrix.columns.get("任务")!, name);
      if (typed) await office.type(place, matrix.columns.get("备注")!, "年底补报");
      model.own.set(name, typed ? { 备注: { as: "text", text: "年底补报" } } : {});
    },
  }));

const sorting: AnyAction = fc
  .record({ header: fc.constantFrom("任务", "指标", "状态", "板块", "备注", "2023年"), ascending: fc.boolean() })
  .map(({ header, ascending }): Action => ({
    says: `sort by ${header}, ${ascending ? "up" : "down"}`,
    act: async (_, office) => {
      if (header === "状态") await office.calculate();
      const matrix = seenMatrix(office.host)!;
      const left = Math.min(...matrix.columns.values());
      await office.byHand((sheet) => {
        unfiltered(sheet);
        sheet.tables.getItem(tableName).sort.apply([{ key: matrix.columns.get(header)! - left, ascending }]);
      });
    },
  }));

const filtering: AnyAction = fc.constantFrom("板块", "状态", "备注").map((header): Action => ({
  says: `filter by what stands first under ${header}`,
  act: async (_, office) => {
    if (header === "状态") await office.calculate();
    const matrix = seenMatrix(office.host)!;
    const left = Math.min(...matrix.columns.values());
    const value = String(matrix.rows[0]?.cells[header] ?? "");
    await office.byHand(
      (sheet) =>
        void sheet.tables
          .getItem(tableName)
          .columns.getItemAt(matrix.columns.get(header)! - left)
          .filter.applyValuesFilter([value]),
    );
  },
}));

const choosingYear: AnyAction = fc.constantFrom(...years).map((year): Action => ({
  says: `choose ${year} as 评估年度`,
  act: async (model, office) => {
    await office.byHand(
      (sheet) => void (sheet.context.workbook.names.getItem("评估年度").getRange().values = [[year]]),
    );
    model.year = year;
  },
}));

const choosingMonth: AnyAction = fc
  .record({ month: fc.constantFrom(...months), byHand: fc.boolean() })
  .map(({ month, byHand }): Action => ({
    says: `choose 截至${month}月 in the ${byHand ? "sheet" : "pane"}`,
    act: async (model, office) => {
      // Each month is a round of forms. The model does not know yet what several rounds of a year say together.
      if (model.sent.length > 0) return;
      if (byHand)
        await office.byHand(
          (sheet) => void (sheet.context.workbook.names.getItem("截至").getRange().values = [[`截至${month}月`]]),
        );
      else {
        const outcome = await attempt(() => chooseMonth(month));
        claim(outcome.failure === undefined, "a month is not refused", () => said(outcome.failure?.userMessage));
        office.isCalculated = false;
      }
      model.month = month;
    },
  }));

const addingColumn: AnyAction = fc.constantFrom("联系人", "分管领导").map((header): Action => ({
  says: `add a column ${header}, and write into it`,
  act: async (model, office) => {
    const matrix = seenMatrix(office.host)!;
    if (matrix.columns.has(header) || model.rows.size === 0) return;
    const at = Math.max(...matrix.columns.values()) + 1;
    await office.byHand((sheet) => {
      unfiltered(sheet);
      sheet.tables.getItem(tableName).columns.add();
    });
    await office.type(matrix.headerRow, at, header);
    const row = rowAt(model, 0);
    await office.type(rowOf(matrix, row.shown.title, row.shown.indicator), at, "张三");
    model.ownColumns.push(header);
    model.set(row.key, (known) => ({ ...known, typed: { ...known.typed, [header]: { as: "text", text: "张三" } } }));
  },
}));

/** The target that somebody writes over the plan's. */
const retargeting: AnyAction = fc
  .record({ at: fc.nat({ max: 11 }), share: fc.constantFrom(0.5, 2) })
  .map(({ at, share }): Action => ({
    says: `write ${share} times its target over the target of row ${at}`,
    act: async (model, office) => {
      const promised = [...model.rows.values()].filter(({ shown }) => shown.target !== "");
      if (promised.length === 0) return;
      const row = promised[at % promised.length]!;
      const target = `${row.shown.target[0]}${Math.max(1, Math.min(row.shown.measure === "%" ? 100 : Infinity, Math.round(Number(row.shown.target.slice(1)) * share)))}`;
      const matrix = seenMatrix(office.host)!;
      await office.type(rowOf(matrix, row.shown.title, row.shown.indicator), matrix.columns.get("目标")!, target);
      model.set(row.key, (known) => ({ ...known, shown: { ...known.shown, target } }));
    },
  }));

/** Afterwards marks are under other headers, but belong to the same units. */
const heading: AnyAction = fc.constantFrom("short" as const, "full" as const).map((style): Action => ({
  says: style === "short" ? "give 简称 to the headers" : "give full names to the headers",
  act: async (model, office) => {
    const outcome = await attempt(() => chooseHeaders(style));
    claim(outcome.failure === undefined, "headers are not refused", () => said(outcome.failure?.userMessage));
    office.isCalculated = false;
    const { units } = seenMatrix(office.host)!;
    const found = difference([...model.columns.values()], [...units.values()]);
    claim(found === undefined, "other headers are the same units'", () => found!);
    // If a renaming was left out, its header stayed as it was.
    if (style === "full")
      claim(
        [...units].every(([header, name]) => header === name || !isFormOf(name, header)),
        "full headers are full names",
        () => said([...units]),
      );
    for (const { key } of model.rows.values())
      model.set(key, (row) => ({ ...row, marks: underHeaders(row.marks, model.columns, units) }));
    model.columns = units;
  },
}));

const anyView: fc.Arbitrary<ViewChange> = fc.oneof(
  fc.record({ years: fc.constantFrom("all" as const, "assessed" as const, "none" as const) }),
  fc.record({ section: fc.constantFrom(...chapters, null) }),
  fc.record({ short: fc.boolean() }),
  fc.record({ purpose: fc.constantFrom("both" as const, "meeting" as const, "entry" as const) }),
);

const isInView = ({ host: { book } }: Office, row: number): boolean =>
  book.grid.sheet(book.findSheet("责任矩阵")!.id).getSheet().getRowVisible(row) as boolean;

const rowsInView = (office: Office): number =>
  seenMatrix(office.host)!.rows.filter(({ at }) => isInView(office, at)).length;

const viewing: AnyAction = fc
  .oneof(
    anyView.map((change) => ({ change: change })),
    fc.constant({ change: "all" as const }),
  )
  .map(({ change }): Action => ({
    says: change === "all" ? "show all" : `choose a view: ${JSON.stringify(change)}`,
    act: async (model, office) => {
      if (change !== "all" && change.short !== undefined) await office.calculate();
      const outcome = await attempt(() => (change === "all" ? showAll() : changeView(change)));
      claim(outcome.failure === undefined, "a view is not refused", () => said(outcome.failure?.userMessage));
      const view = (await readView())!;
      const found = difference({ all: model.rows.size + model.own.size, shown: rowsInView(office) }, view.rows);
      claim(found === undefined, "显示 tells how many rows are in view", () => found!);
      if (change === "all") claim(view.rows.shown === view.rows.all, "showing all shows all", () => said(view.rows));
    },
  }));

const jumping: AnyAction = fc.nat({ max: 11 }).map((at): Action => ({
  says: `jump to row ${at}`,
  act: async (model, office) => {
    if (model.rows.size === 0) return;
    const row = rowAt(model, at);
    const matrix = seenMatrix(office.host)!;
    const seen = matrix.rows.find(
      ({ cells }) => cells["任务"] === row.shown.title && cells["指标"] === row.shown.indicator,
    )!;
    const outcome = await attempt(() => goTo(String(seen.cells["键"])));
    claim(outcome.failure === undefined, "a jump finds its row", () => said(outcome.failure?.userMessage));
    claim(
      office.host.book.selection.area.row === seen.at,
      "a jump finds its row",
      () => `row ${office.host.book.selection.area.row} is selected, not ${seen.at}`,
    );
    claim(isInView(office, seen.at), "a jump shows its row", () => `${rowName(row.key)} is hidden`);
  },
}));

export const sheet: readonly AnyAction[] = [
  deleting,
  inserting,
  sorting,
  filtering,
  choosingYear,
  choosingMonth,
  retargeting,
  heading,
  viewing,
  jumping,
];

/** What is done once or twice in a sheet's life. */
export const furnishing: readonly AnyAction[] = [addingColumn];
