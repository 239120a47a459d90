import {
  holdUntil,
  inExcel,
  requestEach,
  sendParts,
  writingInExcel,
  type Course,
  type RequestPart,
} from "../../src/excel/session";

/** Requests as they are sent: what was queued for each, in order. */
function excel(): {
  context: Excel.RequestContext;
  part: (name: string, bytes: number) => RequestPart;
  sent: string[][];
} {
  const sent: string[][] = [];
  let queued: string[] = [];
  const sync = async (): Promise<void> => {
    sent.push(queued);
    queued = [];
  };
  return {
    context: { sync } as unknown as Excel.RequestContext,
    part: (name, bytes) => ({ bytes, queue: () => void queued.push(name) }),
    sent,
  };
}

/** The requests that parts of these sizes go in, each as the sum of its sizes. */
async function requestsOf(sizes: readonly number[], course?: Course): Promise<number[][]> {
  const { context, part, sent } = excel();
  await sendParts(
    context,
    sizes.map((bytes) => part(String(bytes), bytes)),
    course,
  );
  return sent.map((names) => names.map(Number));
}

describe("parts of a long write", () => {
  it.each([
    [[], []],
    [[40], [[40]]],
    [[40, 60], [[40, 60]]],
    [
      [40, 61],
      [[40], [61]],
    ],
    [
      [40, 30, 30, 1],
      [[40, 30, 30], [1]],
    ],
    // One that is larger than the limit goes alone.
    [
      [10, 250, 10],
      [[10], [250], [10]],
    ],
    [
      [60, 60, 40, 60],
      [[60], [60, 40], [60]],
    ],
  ])("of the sizes %j go in the requests %j, of at most 100", async (sizes, requests) => {
    expect(await requestsOf(sizes, { limit: 100 })).toEqual(requests);
  });

  it("go in requests of a megabyte where nothing else is said", async () => {
    expect(await requestsOf([600_000, 400_000, 1])).toEqual([[600_000, 400_000], [1]]);
  });

  it("are told of as they are sent, and may be stopped before each request but the first", async () => {
    const told: unknown[] = [];
    const { context, part, sent } = excel();
    const parts = ["a", "b", "c"].map((name) => part(name, 80));
    await sendParts(context, parts, {
      limit: 100,
      onProgress: (done, all) => told.push([done, all]),
      mayGoOn: () => void told.push(`before ${sent.length + 1}`),
    });
    expect(told).toEqual([[1, 3], "before 2", [2, 3], "before 3", [3, 3]]);
    let left = 1;
    const stopped = sendParts(context, parts, {
      limit: 100,
      mayGoOn: () => {
        if (left-- === 0) throw new Error("stopped");
      },
    });
    await expect(stopped).rejects.toThrow("stopped");
    expect(sent).toEqual([["a"], ["b"], ["c"], ["a"], ["b"]]);
  });
});

it("a list of requests is sent one after the other, each told of by its number", async () => {
  const { context, part, sent } = excel();
  const told: number[] = [];
  await requestEach(
    context,
    ["a", "b"].map((name) => part(name, 1).queue),
    (done) => told.push(done),
  );
  expect([sent, told]).toEqual([
    [["a"], ["b"]],
    [1, 2],
  ]);
});

describe("runs", () => {
  type Handler = (event: { source: string }) => Promise<void>;
  let handlers: Handler[];
  let refusals: string[];
  const context = {
    workbook: { worksheets: { onChanged: { add: (handler: Handler) => void handlers.push(handler) } } },
    sync: async () => {
      const code = refusals.shift();
      if (code !== undefined) throw Object.assign(new Error(code), { code });
    },
  } as unknown as Excel.RequestContext;
  beforeEach(() => {
    [handlers, refusals] = [[], []];
    Object.assign(globalThis, { Excel: { run: (work: (of: Excel.RequestContext) => unknown) => work(context) } });
  });
  const edit = (source = "Remote"): Promise<unknown> => Promise.all(handlers.map((handler) => handler({ source })));
  /** One that sends a request of this part; `before` is done first. */
  const writing =
    (before: () => Promise<unknown> = async () => undefined) =>
    async (of: Excel.RequestContext): Promise<string> => {
      await before();
      await sendParts(of, [{ bytes: 1, queue: () => undefined }]);
      return "done";
    };

  it("come one after the other, also where one of them fails", async () => {
    const told: string[] = [];
    const first = inExcel(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      told.push("first");
      throw Object.assign(new Error("x"), { code: "Timeout" });
    });
    const second = writingInExcel(async () => void told.push("second"));
    const third = inExcel(async () => void told.push("third"));
    await expect(first).rejects.toMatchObject({ code: "Timeout", userMessage: expect.stringMatching(/./) });
    await Promise.all([second, third]);
    expect(told).toEqual(["first", "second", "third"]);
  });

  it("listen for co-authors once a page, from the first run on that succeeds", async () => {
    refusals = ["Timeout"];
    await expect(inExcel((of) => of.sync())).rejects.toMatchObject({ code: "Timeout" });
    await inExcel((of) => of.sync());
    await inExcel((of) => of.sync());
    expect(handlers).toHaveLength(2);
  });

  it("that write start over where co-authors edit meanwhile, three times at most", async () => {
    let attempts = 0;
    const disturbed = (times: number): Promise<string> => {
      attempts = 0;
      return writingInExcel(writing(async () => (++attempts <= times ? edit() : undefined)));
    };
    expect([await disturbed(0), attempts]).toEqual(["done", 1]);
    expect([await disturbed(2), attempts]).toEqual(["done", 3]);
    await expect(disturbed(3)).rejects.toMatchObject({ code: "OthersInBetween" });
    expect(attempts).toBe(3);
    // What happened before is past.
    expect([await disturbed(0), attempts]).toEqual(["done", 1]);
  });

  it("go on where the edit is the user's own, where they only read, and after another failure", async () => {
    let attempts = 0;
    await writingInExcel(writing(async () => void (++attempts, await edit("Local"))));
    expect(attempts).toBe(1);
    expect(await inExcel(writing(() => edit()))).toBe("done");
    await expect(
      writingInExcel(async () => {
        attempts++;
        throw Object.assign(new Error("x"), { code: "Timeout" });
      }),
    ).rejects.toMatchObject({ code: "Timeout" });
    expect(attempts).toBe(2);
    // The one after it is not watched any more.
    expect(await inExcel(writing(() => edit()))).toBe("done");
  });

  it("wait until Excel is ready, and fail where it never is", async () => {
    let ready = (): void => undefined;
    holdUntil(new Promise<void>((resolve) => (ready = resolve)));
    let isDone = false;
    const run = inExcel(async () => void (isDone = true));
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(isDone).toBe(false);
    ready();
    await run;
    expect(isDone).toBe(true);
    holdUntil(Promise.reject(new Error("no Excel")));
    await expect(inExcel(async () => undefined)).rejects.toMatchObject({ detail: expect.stringContaining("no Excel") });
    holdUntil(Promise.resolve());
    await inExcel(async () => undefined);
  });
});
