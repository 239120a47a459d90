import { makeList, noteSent, readForms, readProgress } from "../../src/excel/assessment";
import { generateMatrix } from "../../src/excel/generate";
import { previewSync } from "../../src/excel/sync";
import { readView } from "../../src/excel/views";
import type { Host } from "../../src/host/node";
import { actualKey } from "../../src/matrix/columns";
import type { Plan } from "../../src/plan/model";
import { plan, task } from "../plans";
import { syncAs, year } from "./sync/workbooks";
import { calculatedOnce, change, columnOf, everything, locate, rowOf } from "./workbook";
import { withWorkbook } from "./each-test";

jest.setTimeout(120_000);

let host: Host;
withWorkbook((opened) => void (host = opened));

describe("a workbook of which all cells are more than 5 MB, where larger answers are refused", () => {
  /** The fewest rows that exceed the limit, with notes of a page or two. */
  const rows = 64;
  const many = plan({ tasks: Array.from({ length: rows }, (_, index) => task(`t${index + 1}`)), indicators: [] });
  const note = (index: number): string => `第${index}项：${"已召开推进会，完成阶段任务。".repeat(380)}`;

  it("is read in pieces: generating anew, a sync, a list, forms, views and the start page go on, and no note is lost", async () => {
    await calculatedOnce(host, async () => {
      await generateMatrix(many, year);
      const located = await locate(host, many);
      await change(host, (sheet) => {
        located.rows.forEach(({ row }, index) => {
          for (const key of ["progress", "evidence", "remark"])
            sheet.getCell(row, columnOf(located, key)).values = [[`${key}${note(index)}`]];
        });
        sheet.getCell(rowOf(located, "任务t5").row, columnOf(located, actualKey(year))).values = [["推进中"]];
      });
      host.book.switches.add("answersLimited");
      // The switch is effective: all cells in one answer are refused.
      await expect(
        host.Excel.run(async (context) => {
          context.workbook.worksheets.getActiveWorksheet().getUsedRange().load("values,formulas");
          await context.sync();
        }),
      ).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
      const more: Plan = { ...many, tasks: [...many.tasks, task("t99")] };
      await generateMatrix({ ...many, title: `${many.title}（修订）` }, year);
      await syncAs(more, (await previewSync(more))!);
      await makeList("units");
      await noteSent(
        (await readForms({ year, deadline: "", made: "2023-01-01T00:00:00.000Z" })).map((form) => ({
          form,
          file: "表.xlsx",
        })),
      );
      expect(await readView()).toMatchObject({ rows: { all: rows + 1 } });
      expect(await readProgress()).toBeDefined();
      host.book.switches.delete("answersLimited");
    });
    const there = await everything(host);
    expect(
      many.tasks.flatMap((_, index) =>
        ["progress", "evidence", "remark"].filter((key) => !there.has(`${key}${note(index)}`)),
      ),
    ).toEqual([]);
  });
});

describe("a plan whose record comes near to the largest part, where larger ones are refused", () => {
  /** Text that can hardly be compressed; the same for the same seed. */
  function text(seed: number, length: number): string {
    let state = seed;
    return Array.from({ length }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return String.fromCharCode(0x4e00 + (Math.floor(state / 4096) % 20_000));
    }).join("");
  }
  const wordy = (seed: number, length: number): Plan =>
    plan({
      tasks: ["t1", "t2", "t3"].map((id, index) => task(id, { text: text(seed + index, length) })),
      indicators: [],
    });

  beforeEach(() => void host.book.switches.add("largePartsRefused"));

  it("is kept, and is synced where a little changes", async () => {
    const given = wordy(1, 100_000);
    await generateMatrix(given, year);
    expect(Math.max(...host.book.xmlParts.map(({ xml }) => xml.length))).toBeGreaterThan(600_000);
    const changed: Plan = { ...given, tasks: [...given.tasks, task("t4")] };
    await syncAs(changed, (await previewSync(changed))!);
    expect(rowOf(await locate(host, changed), "任务t4")).toBeDefined();
    expect((await previewSync(changed))!.inStep).toBe(true);
  });

  it("is refused with a sentence where it is too long, before anything is written", async () => {
    await expect(generateMatrix(wordy(1, 160_000), year)).rejects.toMatchObject({
      code: "PlanTooLarge",
      userMessage: expect.stringMatching(/没有写入.*没有改动/),
    });
    expect([host.book.tables.length, host.book.xmlParts.length]).toEqual([0, 0]);
  });

  it("is not synced where nearly all of it changes, which is said; generating it anew goes on", async () => {
    await generateMatrix(wordy(1, 100_000), year);
    const other = wordy(500, 100_000);
    const preview = (await previewSync(other, undefined, true))!;
    await expect(syncAs(other, preview)).rejects.toMatchObject({
      code: "ChangesTooLarge",
      userMessage: expect.stringMatching(/没有写入.*没有改动.*生成/),
    });
    await generateMatrix(other, year);
    expect((await previewSync(other))!.inStep).toBe(true);
  });
});
