import { generateMatrix } from "../../../src/excel/generate";
import type { Host } from "../../../src/host/node";
import { makeForms } from "../../../src/taskpane/reporting/make-forms";
import { openWorkbook } from "../../excel/workbook";
import { plan } from "../../plans";

describe("forms made one after the other", () => {
  let host: Host;
  beforeEach(async () => {
    host = openWorkbook();
    await generateMatrix(plan(), 2023);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    host.dispose();
  });

  const request = { year: 2023, made: "2023-12-01T00:00:00.000Z", deadline: "" };

  it("leave a core a rest between them, longer after more work, and never one that is felt", async () => {
    const rests: number[] = [];
    const wait = globalThis.setTimeout;
    let clock = 0;
    jest.spyOn(performance, "now").mockImplementation(() => clock);
    jest.spyOn(globalThis, "setTimeout").mockImplementation((work: () => void, time = 0) => {
      if (time > 0) rests.push(time);
      return wait(work, 0);
    });
    const worked = [40, 400, 4_000];
    const made = await makeForms(request, { onProgress: (done) => void (clock += worked[done - 1] ?? 0) });
    expect(made).toHaveLength(3);
    expect(rests).toEqual([10, 100, 250]);
  });

  it("stop where somebody says so, with nothing made", async () => {
    const stop = new AbortController();
    expect(await makeForms(request, { signal: stop.signal, onProgress: () => stop.abort() })).toBeUndefined();
  });
});
