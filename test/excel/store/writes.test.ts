import {
  freshStore,
  isStored,
  linesOf,
  parseStore,
  writeChange,
  writeWhole,
  formatStore,
  type Hunk,
  type QueuedStore,
  type ReadStore,
  type StoreWrite,
} from "../../../src/excel/store";
import {
  emptyJournal,
  formattingJournal,
  journalNamespace,
  parsingJournal,
  type HistoryEntry,
  type Journal,
  type PendingSync,
} from "../../../src/excel/store/journal";
import { runToEnd } from "../../../src/plan/pausable";
import { plan } from "../../plans";

/** A custom XML part as Excel holds it. */
class Part {
  gone = false;
  constructor(public xml: string) {}
  setXml(xml: string): void {
    this.xml = xml;
  }
  getXml(): { value: string } {
    return { value: this.xml };
  }
  delete(): void {
    this.gone = true;
  }
}

/** A workbook with so many parts of each kind. */
function workbook(
  wholes: number,
  journals: number,
): { found: QueuedStore; context: Excel.RequestContext; there: () => Part[] } {
  const parts: Part[] = [];
  const add = (xml: string): Part => {
    parts.push(new Part(xml));
    return parts.at(-1)!;
  };
  const queued = (count: number, text: string) => {
    const items = Array.from({ length: count }, () => add(text));
    return { scoped: { items }, only: items[0], count: { value: count }, xml: { value: text } };
  };
  return {
    found: { whole: queued(wholes, "whole"), journal: queued(journals, "journal") } as unknown as QueuedStore,
    context: { workbook: { customXmlParts: { add } } } as unknown as Excel.RequestContext,
    there: () => parts.filter(({ gone }) => !gone),
  };
}

const stored = { plan: plan() };
const read = (more: Partial<Journal> = {}): ReadStore => {
  const fresh = freshStore(stored);
  return { ...fresh, journal: { ...fresh.journal, ...more } };
};
const queue = (writes: readonly StoreWrite[]): void => writes.forEach((write) => write.queue());
const journalIn = ({ xml }: Part): Journal => runToEnd(parsingJournal(xml))!;
const hunk = (text: string): Hunk => [1, 0, text];
const entry = (id: string, plan = "方案"): HistoryEntry => ({
  id,
  at: id,
  plan,
  changes: [],
  undo: [],
  back: [],
  after: "",
});

/** Text that hardly gets smaller. */
function noise(seed: number, length: number): string {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return String.fromCharCode(0x4e00 + (Math.floor(state / 4096) % 20_000));
  }).join("");
}

describe("a plan that is written whole", () => {
  it.each([0, 1, 3])("is the only one of its kind afterwards, where there were %i", async (count) => {
    const { found, context, there } = workbook(count, 0);
    const writes = await writeWhole(context, found, stored);
    expect(writes.map(({ isConfirmed }) => isConfirmed())).toEqual([false]);
    queue(writes);
    expect(there().map(({ xml }) => xml)).toEqual([formatStore(stored)]);
    expect(writes.map(({ isConfirmed }) => isConfirmed())).toEqual([true]);
    expect(writes[0]!.bytes).toBeGreaterThan(formatStore(stored).length);
  });

  it("empties the journal where there is one", async () => {
    const { found, context, there } = workbook(1, 1);
    queue(await writeWhole(context, found, stored));
    const [whole, journal] = there();
    expect(parseStore([whole!.xml], [journal!.xml])).toMatchObject({
      kind: "read",
      journal: { deltas: [], history: [] },
      journalDamaged: false,
    });
    expect(journalIn(journal!)).toEqual(emptyJournal(read().journal.of));
  });

  it("is not confirmed where something else is read back", async () => {
    const { found, context } = workbook(1, 0);
    (found.whole.only as unknown as Part).getXml = () => ({ value: formatStore({ plan: plan({ title: "别的" }) }) });
    const writes = await writeWhole(context, found, stored);
    queue(writes);
    expect(writes.map(({ isConfirmed }) => isConfirmed())).toEqual([false]);
  });

  it("is written once more into the part that was made for it", async () => {
    const { found, context, there } = workbook(0, 0);
    queue(await writeWhole(context, found, stored));
    queue(await writeWhole(context, found, { plan: plan({ title: "别的" }) }));
    expect(there()).toHaveLength(1);
  });
});

describe("a change of the plan", () => {
  const change = async (
    journal: Partial<Journal>,
    delta: Hunk[],
    next: Partial<Pick<Journal, "history" | "pending">> = {},
  ): Promise<Part[]> => {
    const { found, context, there } = workbook(1, 1);
    queue(await writeChange(context, found, read(journal), delta, { history: [], ...next }));
    return there();
  };
  const some = (count: number): Hunk[][] => Array.from({ length: count }, (_, index) => [hunk(`S"${index}"`)]);

  it("goes into the journal alone, behind the others", async () => {
    const [whole, journal] = await change({ deltas: some(2) }, [hunk("S1")], { history: [entry("a")] });
    expect(whole!.xml).toBe("whole");
    expect(journalIn(journal!)).toEqual({
      of: read().journal.of,
      deltas: [...some(2), [hunk("S1")]],
      history: [entry("a")],
    });
  });

  it("is none where nothing changed but the journal's own", async () => {
    const [, journal] = await change({ deltas: some(2) }, []);
    expect(journalIn(journal!).deltas).toEqual(some(2));
  });

  it("is written with the whole plan after forty of them, or where they are long", async () => {
    const isWhole = async (deltas: Hunk[][], delta: Hunk[]): Promise<boolean> => {
      const [whole, journal] = await change({ deltas }, delta);
      const found = whole!.xml === "whole" ? undefined : parseStore([whole!.xml], [journal!.xml]);
      if (found)
        expect(found).toMatchObject({
          kind: "read",
          journal: { deltas: [] },
          lines: expect.arrayContaining([delta[0]![2]]),
        });
      return found !== undefined;
    };
    expect(await isWhole(some(39), [hunk(`S"新"`)])).toBe(false);
    expect(await isWhole(some(40), [hunk(`S"新"`)])).toBe(true);
    // `[[[1,0,"S\\"…\\""]]]` of exactly 200 000 characters, and of one more.
    const long = (length: number): Hunk[] => [
      hunk(`S"${"长".repeat(length - JSON.stringify([[hunk(`S""`)]]).length)}"`),
    ];
    expect(JSON.stringify([long(200_000)])).toHaveLength(200_000);
    expect(await isWhole([], long(200_000))).toBe(false);
    expect(await isWhole([], long(200_001))).toBe(true);
  });
});

describe("whether the workbook holds the plan", () => {
  const found = (more: Partial<ReadStore> = {}): ReadStore => ({ ...read(), ...more });
  const holds = (store: Parameters<typeof isStored>[0], wholes = 1): boolean =>
    isStored(store, workbook(wholes, 0).found, stored);

  it("is so only for just this plan, once, with nothing begun and a sound journal", () => {
    expect(holds(found())).toBe(true);
    expect(holds({ kind: "absent" })).toBe(false);
    expect(holds(found(), 2)).toBe(false);
    expect(holds(found({ lines: linesOf({ plan: plan({ title: "别的" }) }) }))).toBe(false);
    expect(holds(found({ journal: { ...read().journal, pending: {} as PendingSync } }))).toBe(false);
    expect(holds(found({ journalDamaged: true }))).toBe(false);
  });
});

describe("the journal", () => {
  const of = read().journal.of;
  const format = (journal: Journal): string => runToEnd(formattingJournal(journal));

  it("keeps the last twenty syncs", () => {
    const history = Array.from({ length: 23 }, (_, index) => entry(`s${index}`));
    const kept = runToEnd(parsingJournal(format({ of, deltas: [], history })))!;
    expect(kept.history.map(({ id }) => id)).toEqual(history.slice(3).map(({ id }) => id));
  });

  it("lets the oldest syncs go where it would be too large for Excel, and no more of them than it must", () => {
    const history = Array.from({ length: 8 }, (_, index) => entry(`s${index}`, noise(index + 1, 60_000)));
    const xml = format({ of, deltas: [], history });
    expect(xml.length).toBeLessThanOrEqual(900_000);
    expect(runToEnd(parsingJournal(xml))!.history.map(({ id }) => id)).toEqual(["s4", "s5", "s6", "s7"]);
  });

  it("is refused where what is begun is too large alone", async () => {
    const { found, context } = workbook(1, 1);
    const pending = { entry: entry("a", noise(7, 400_000)) } as PendingSync;
    await expect(writeChange(context, found, read(), [], { history: [entry("b")], pending })).rejects.toMatchObject({
      code: "ChangesTooLarge",
    });
  });

  it("is applied to the plan it was written for, and of another plan tells only what was done", () => {
    const [first] = linesOf(stored);
    const delta: Hunk = [0, 1, first!.replace("青山县", "绿水县")];
    const journal: Journal = { of, deltas: [[delta]], history: [entry("a")] };
    const whole = formatStore(stored);
    expect(parseStore([whole], [format(journal)])).toMatchObject({
      stored: { plan: { title: expect.stringContaining("绿水县") } },
      journal,
      journalDamaged: false,
    });
    expect(parseStore([whole], [format({ ...journal, of: "other" })])).toMatchObject({
      stored: { plan: { title: expect.stringContaining("青山县") } },
      journal: { of, deltas: [], history: [entry("a")] },
      journalDamaged: false,
    });
  });

  it("is damaged where none of it can be read; one that can be is enough", () => {
    const whole = formatStore(stored);
    const sound = format({ of, deltas: [], history: [entry("a")] });
    const spoilt = [
      `<journal xmlns="${journalNamespace}"/>`,
      format({ of, deltas: [], history: [] }).replace(/>.{4}/, ">AAAA"),
    ];
    expect(parseStore([whole], spoilt)).toMatchObject({ journalDamaged: true, journal: { history: [] } });
    expect(parseStore([whole], [...spoilt, sound])).toMatchObject({
      journalDamaged: false,
      journal: { history: [entry("a")] },
    });
    expect(parseStore([whole], [])).toMatchObject({ journalDamaged: false });
  });

  it("of several plans the last sound one counts, and the damage is told where there is none", () => {
    const other = formatStore({ plan: plan({ title: "别的" }) });
    expect(parseStore([formatStore(stored), other, "<store/>"])).toMatchObject({ stored: { plan: { title: "别的" } } });
    expect(parseStore(["<store/>", "文"])).toEqual({ kind: "damaged", reason: expect.stringMatching(/./) });
    expect(parseStore([], [format(emptyJournal(of))])).toEqual({ kind: "absent" });
  });
});
