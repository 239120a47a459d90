import { chooseTotals } from "../../../src/excel/assessment";
import { generateMatrix } from "../../../src/excel/generate";
import type { Host } from "../../../src/host/node";
import { plan, task } from "../../plans";
import { withMatrix } from "../each-test";
import { everything, locate } from "../workbook";
import { sync, year } from "../sync/workbooks";

jest.setTimeout(60_000);

let host: Host;
withMatrix((opened) => void (host = opened));

/** An Excel that takes custom XML parts and does not keep what is in them, as was reported of Excel on Mac. */
async function notKeeping<T>(work: () => Promise<T>): Promise<T> {
  const results = Object.getPrototypeOf(new host.Excel.RequestContext().workbook.customXmlParts.getCount()) as object;
  const usual = Object.getOwnPropertyDescriptor(results, "value")!;
  const first = host.book.xmlParts.length;
  let read = 0;
  Object.defineProperty(results, "value", {
    ...usual,
    get(this: unknown) {
      const value: unknown = usual.get!.call(this);
      // What is read at first is there; what is read back is not.
      return typeof value === "string" && value.startsWith("<") && ++read > first ? "" : value;
    },
  });
  try {
    return await work();
  } finally {
    Object.defineProperty(results, "value", usual);
  }
}

const revised = plan({ tasks: [...plan().tasks, task("t9")] });

describe("a record that Excel does not keep", () => {
  it.each<[string, () => Promise<unknown>, RegExp]>([
    ["when the matrix is generated", () => generateMatrix(revised, year), /责任矩阵已写好/],
    ["in a sync", () => sync(revised), /表格已同步/],
    ["of a setting", () => chooseTotals(["i2"], true), /这项设置没能存进工作簿/],
  ])("is told %s, never taken for one that is there", async (_, work, said) => {
    await expect(notKeeping(work)).rejects.toMatchObject({
      code: "StoreLost",
      userMessage: expect.stringMatching(said),
    });
  });

  it("costs nothing of the matrix", async () => {
    await notKeeping(() => generateMatrix(revised, year)).catch(() => undefined);
    expect((await locate(host, revised)).rows).toHaveLength(6);
    expect(await everything(host)).toContain("任务t9");
  });
});
