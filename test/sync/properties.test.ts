import fc from "fast-check";
import { isTypedColumn } from "../../src/matrix/ownership";
import type { LocatedMatrix } from "../../src/matrix/locate";
import { applyEdits } from "../../src/sync/apply";
import { compare, isInStep } from "../../src/sync/compare";
import { anyPlan } from "../plans";
import { runs } from "../runs";
import { sheetOf, shown, synced, tableOf } from "./sheets";
import { anyState as state, anyWork, worked } from "./worked-on";

jest.setTimeout(300_000);

const seed = 20261124;
const often = { numRuns: runs(2000), seed };

beforeAll(() => {
  process.stdout.write(`sync properties: ${often.numRuns} runs each, seed ${seed}\n`);
});

describe("any two plans and any worked-on sheet", () => {
  it("are in step once the changes are applied", () => {
    fc.assert(
      fc.property(state, ({ base, incoming, sheet }) => {
        const once = synced(base, incoming, sheet);
        const again = compare({ plan: once.comparison.plan, known: true }, incoming, once.sheet);
        expect(again.changes.filter((change) => change.default).map(({ description }) => description)).toEqual([]);
        expect(isInStep(again)).toBe(true);
      }),
      often,
    );
  });

  it("give a second sync nothing to write", () => {
    fc.assert(
      fc.property(state, ({ base, incoming, sheet }) => {
        const once = synced(base, incoming, sheet);
        expect(synced(once.comparison.plan, incoming, once.sheet).operations).toEqual([]);
      }),
      often,
    );
  });

  it("have only a task's own cells written where one task has changed", () => {
    const anyChange = fc.record({
      title: fc.constantFrom("任务改写", "=1+1"),
      section: fc.constantFrom<string[]>(["保障措施"], ["重点任务"]),
      path: fc.constantFrom("四/9", "一/(一)/1"),
      value: fc.nat(99),
      roles: fc.nat(),
    });
    let wrote = 0;
    fc.assert(
      fc.property(anyPlan, anyWork, fc.nat(), anyChange, (base, work, at, { title, section, path, value, roles }) => {
        fc.pre(base.tasks.length > 0);
        const changed = base.tasks[at % base.tasks.length]!;
        const units = base.units.map(({ name }) => name).filter((_, index) => (roles >> index) % 2 === 1);
        const incoming = {
          ...base,
          tasks: base.tasks.map((one) =>
            one === changed
              ? { ...one, title, section, path, lead: units.slice(0, 1), responsible: units.slice(1) }
              : one,
          ),
          indicators: base.indicators.map((one) => (one.taskId === changed.id ? { ...one, value } : one)),
        };
        const sheet = sheetOf(base, (one) => worked(one, work));
        const own = new Set(sheet.rows.filter(({ key }) => key?.taskId === changed.id).map(({ row }) => row));
        // What people delete or overwrite elsewhere would be mended or left as always; here they have only typed and
        // sorted.
        const { operations } = synced(base, incoming, sheet);
        for (const operation of operations) {
          if (operation.op === "dress") {
            // The validation follows the target; nothing else about the cells may change.
            expect([operation.styles, operation.formats]).toEqual([[], []]);
            for (const { area } of operation.validations) expect(own).toContain(area.row);
            continue;
          }
          expect(operation.op).toBe("write");
          if (operation.op !== "write") continue;
          for (let line = 0; line < operation.values.length; line++) expect(own).toContain(operation.row + line);
          wrote++;
        }
      }),
      often,
    );
    expect(wrote).toBeGreaterThan(often.numRuns / 2);
  });

  it("keep every typed cell beside its row, and no change touches one", () => {
    fc.assert(
      fc.property(state, ({ base, incoming, sheet }) => {
        const { sheet: after, comparison } = synced(base, incoming, sheet, () => true);
        const sets = comparison.changes
          .flatMap(({ edits }) => edits)
          .flatMap((edit) => (edit.do === "set" ? [edit.column] : []));
        expect(sets.filter(isTypedColumn)).toEqual([]);
        const typedIn = (one: LocatedMatrix): string[] =>
          one.rows.map(({ cells }) =>
            JSON.stringify(
              Object.entries(cells)
                .filter(([key, value]) => isTypedColumn(key) && value !== "")
                .sort(),
            ),
          );
        const left = new Set(
          comparison.changes
            .flatMap(({ edits }) => edits)
            .flatMap((edit) => (edit.do === "removeRow" ? [edit.row] : [])),
        );
        if (left.size === 0)
          expect(
            typedIn(after)
              .filter((row) => row !== "[]")
              .sort(),
          ).toEqual(
            typedIn(sheet)
              .filter((row) => row !== "[]")
              .sort(),
          );
      }),
      often,
    );
  });

  it("are as before once the sync is undone", () => {
    fc.assert(
      fc.property(state, ({ base, incoming, sheet }) => {
        const { sheet: after, inverse, comparison } = synced(base, incoming, sheet);
        const back = applyEdits(after, inverse, {
          ...comparison.context,
          order: [],
          years: base.years,
          table: tableOf(after),
        });
        expect(shown(back.sheet)).toEqual(shown(comparison.sheet));
      }),
      often,
    );
  });

  it("come to the same whatever order the changes are taken in", () => {
    fc.assert(
      fc.property(state, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), ({ base, incoming, sheet }, picks) => {
        const together = synced(base, incoming, sheet);
        const { comparison } = together;
        const lots = comparison.changes.filter((change) => change.default);
        const shuffled = lots
          .map((change, index) => ({ change, at: picks[index % picks.length]! + index / 100 }))
          .sort((a, b) => a.at - b.at);
        let now = applyEdits(comparison.sheet, comparison.upkeep, {
          ...comparison.context,
          table: tableOf(sheet),
        }).sheet;
        for (const { change } of shuffled)
          now = applyEdits(now, change.edits, { ...comparison.context, table: tableOf(now) }).sheet;
        const rows = (one: LocatedMatrix): string[] =>
          shown(one)
            .slice(1)
            .map((row) => JSON.stringify(row))
            .sort();
        // Where headers differ only in case, the later one gets a number.
        const headers = (one: LocatedMatrix): string[] =>
          shown(one)[0]!.map((header) =>
            String(header)
              .replace(/(?:（\d+）)+$/, "")
              .toLowerCase(),
          );
        expect(headers(now)).toEqual(headers(together.sheet));
        expect(rows(now)).toEqual(rows(together.sheet));
      }),
      often,
    );
  });
});
