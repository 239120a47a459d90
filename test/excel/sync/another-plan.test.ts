import { lookAtMatrix, previewSync } from "../../../src/excel/sync";
import { generateMatrix } from "../../../src/excel/generate";
import { noCorrections } from "../../../src/plan/corrections";
import type { Host } from "../../../src/host/node";
import { bundledPlan, plan, task } from "../../plans";
import { withMatrix } from "../each-test";
import { openWorkbook } from "../workbook";
import { year } from "./workbooks";

jest.setTimeout(60_000);

let host: Host;
withMatrix((opened) => void (host = opened));

const revised = plan({ tasks: [...plan().tasks, task("t9")] });
const other = bundledPlan();

describe("the plan that a matrix follows", () => {
  it("is this one, or a revision of it", async () => {
    host.book.log.reset();
    expect(await lookAtMatrix(plan())).toEqual({ isEarlier: false });
    expect([host.book.log.syncs, host.book.log.cellsWritten]).toEqual([1, 0]);
    expect(await lookAtMatrix(revised)).toEqual({ isEarlier: false });
  });

  it("is another one, by its title", async () => {
    const another = { following: plan().title, shared: 0 };
    expect(await lookAtMatrix(other)).toEqual({ another, isEarlier: false });
    expect(await previewSync(other)).toMatchObject({
      another,
      following: plan().title,
      inStep: false,
      changes: [],
      notes: [],
      doubtful: [],
    });
    // Who says that it is a revision all the same sees the list.
    const told = (await previewSync(other, undefined, true))!;
    expect([told.another, told.changes.length > 0]).toEqual([undefined, true]);
  });

  it("is called by its file where it has no title, and by nothing where nobody knows", async () => {
    const untitled = plan({ title: "" });
    await generateMatrix(untitled, year, { source: "", name: "方案.docx", corrections: noCorrections });
    expect((await lookAtMatrix(other))!.another!.following).toBe("方案.docx");
    expect((await previewSync(untitled))!.following).toBe("方案.docx");
    host.book.xmlParts.length = 0;
    expect((await lookAtMatrix(other))!.another!.following).toBe("");
  });

  it("is none where there is no matrix", async () => {
    const empty = openWorkbook();
    expect([await lookAtMatrix(plan()), await previewSync(plan())]).toEqual([undefined, undefined]);
    empty.dispose();
  });

  it("is not written over where that was not asked for", async () => {
    await expect(generateMatrix(other, year, undefined, { unlessAnother: true })).rejects.toMatchObject({
      code: "AnotherPlan",
      userMessage: expect.stringContaining(`“${plan().title}”`),
    });
    expect(await lookAtMatrix(plan())).toEqual({ isEarlier: false });
    await generateMatrix(revised, year, undefined, { unlessAnother: true });
    expect((await previewSync(revised))!.inStep).toBe(true);
  });
});
