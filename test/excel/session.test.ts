import { requestEach, sendParts, type Course, type RequestPart } from "../../src/excel/session";

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
