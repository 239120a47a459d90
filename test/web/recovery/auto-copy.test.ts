import { AutoCopy } from "../../../src/web/recovery/auto-copy";

describe("copies of what is not saved", () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ["queueMicrotask", "nextTick"] }));
  afterEach(() => void jest.useRealTimers());

  function keeping(copy: () => Promise<Uint8Array> = async () => new Uint8Array([1])) {
    const kept: number[] = [];
    const failures: unknown[] = [];
    let made = 0;
    const autoCopy = new AutoCopy({
      copy: () => {
        made++;
        return copy();
      },
      put: async (bytes) => void kept.push(bytes[0]!),
      whenIdle: (work) => work(),
      failed: (error) => failures.push(error),
      idle: 1_000,
      maxDelay: 5_000,
    });
    return { autoCopy, kept, failures, made: () => made };
  }

  it("are made when it has been quiet, once for many changes", async () => {
    const { autoCopy, kept } = keeping();
    for (let change = 0; change < 10; change++) {
      autoCopy.changed();
      await jest.advanceTimersByTimeAsync(100);
    }
    expect(kept).toEqual([]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(kept).toEqual([1]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(kept).toEqual([1]);
  });

  it("are made also where it never gets quiet", async () => {
    const { autoCopy, kept } = keeping();
    for (let change = 0; change < 20; change++) {
      autoCopy.changed();
      await jest.advanceTimersByTimeAsync(500);
    }
    expect(kept.length).toBeGreaterThanOrEqual(1);
  });

  it("are not made of what has been saved, and one that was begun before the save is thrown away", async () => {
    let finish: (bytes: Uint8Array) => void = () => undefined;
    const { autoCopy, kept, made } = keeping(() => new Promise((resolve) => (finish = resolve)));
    autoCopy.changed();
    autoCopy.saved();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(made()).toBe(0);
    autoCopy.changed();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(made()).toBe(1);
    autoCopy.saved();
    finish(new Uint8Array([2]));
    await jest.advanceTimersByTimeAsync(10);
    expect(kept).toEqual([]);
  });

  it("are made at once where the page is about to go, and not again where nothing has changed since", async () => {
    const { autoCopy, kept } = keeping();
    autoCopy.changed();
    await autoCopy.flush();
    await autoCopy.flush();
    expect(kept).toEqual([1]);
  });

  it("that could not be kept are told, and the next is tried", async () => {
    let full = true;
    const { autoCopy, kept, failures } = keeping(async () => {
      if (full) throw new DOMException("", "QuotaExceededError");
      return new Uint8Array([3]);
    });
    autoCopy.changed();
    await autoCopy.flush();
    expect(failures).toHaveLength(1);
    full = false;
    autoCopy.changed();
    await autoCopy.flush();
    expect(kept).toEqual([3]);
  });
});
