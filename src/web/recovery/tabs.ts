import type { OpenFile, TabRecord } from "./store";

/** What tabs tell each other: that they are there, and what they have just done with their file. */
export type TabMessage = { kind: "who" } | { kind: "here" | "opened" | "saved"; tab: string };

const channelName = "responsibility-matrix";
const lockOf = (tab: string): string => `responsibility-matrix tab ${tab}`;
/** So long a tab may take to answer, ms. */
const answerTimeout = 600;

/** This tab among the others that have the web edition open. */
export class Tabs {
  private readonly channel = new BroadcastChannel(channelName);
  private readonly here = new Set<string>();
  /** Another tab has opened or saved something. */
  onMessage: (message: { kind: "opened" | "saved"; tab: string }) => void = () => undefined;

  private constructor(readonly tab: string) {
    this.channel.addEventListener("message", ({ data }: MessageEvent<TabMessage>) => {
      if (data.kind === "who") this.send({ kind: "here", tab });
      else if (data.kind === "here") this.here.add(data.tab);
      else this.onMessage(data as { kind: "opened" | "saved"; tab: string });
    });
  }

  /**
   * Takes the tab's name, which a page loaded again in the same tab takes again. A tab that was made as a copy of
   * another would have the same one, and gets its own.
   */
  static async claim(memory: Storage = sessionStorage): Promise<Tabs> {
    const known = memory.getItem("tab");
    const tab =
      known && (await isFree(known)) ? known : `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
    memory.setItem("tab", tab);
    if (tab !== known) await isFree(tab);
    return new Tabs(tab);
  }

  send(message: TabMessage): void {
    this.channel.postMessage(message);
  }

  /**
   * The other tabs that are open now. Locks tell at once, also of a tab that sleeps; plain http has none, there they
   * are asked.
   */
  async others(): Promise<Set<string>> {
    if (navigator.locks) {
      const { held = [] } = await navigator.locks.query();
      const prefix = lockOf("");
      return new Set(
        held.flatMap(({ name }) =>
          name?.startsWith(prefix) && name !== lockOf(this.tab) ? [name.slice(prefix.length)] : [],
        ),
      );
    }
    this.here.clear();
    this.send({ kind: "who" });
    await new Promise((resolve) => setTimeout(resolve, answerTimeout));
    return new Set(this.here);
  }
}

/**
 * Takes the lock of a tab's name for as long as the page lives. The page before it in the same tab may be a moment in
 * going.
 */
async function isFree(tab: string): Promise<boolean> {
  if (!navigator.locks) return true;
  return new Promise((resolve) => {
    void navigator.locks
      .request(lockOf(tab), { signal: AbortSignal.timeout(answerTimeout) }, () => {
        resolve(true);
        return new Promise<never>(() => undefined);
      })
      .catch(() => resolve(false));
  });
}

/**
 * Whether two tabs have the same file open. Without a way into the file it is taken for the same by its name, size and
 * time.
 */
export async function isSameFile(one: OpenFile, other: OpenFile): Promise<boolean> {
  if (one.name === undefined || other.name === undefined) return false;
  if (one.handle && other.handle) return one.handle.isSameEntry(other.handle);
  return (
    one.name === other.name && one.bytes?.length === other.bytes?.length && one.lastModified === other.lastModified
  );
}

/**
 * Of what the browser keeps of all tabs: copies whose tab is gone, latest first, and records of gone tabs that are of
 * no use.
 */
export function leftBehind(
  records: readonly TabRecord[],
  own: string,
  others: ReadonlySet<string>,
): { copies: (TabRecord & { copy: NonNullable<TabRecord["copy"]> })[]; useless: TabRecord[] } {
  const gone = records.filter(({ tab }) => tab !== own && !others.has(tab));
  const hasCopy = (record: TabRecord): record is TabRecord & { copy: NonNullable<TabRecord["copy"]> } =>
    record.copy !== undefined;
  return {
    copies: gone.filter(hasCopy).sort((a, b) => b.copy.at - a.copy.at),
    useless: gone.filter((record) => !hasCopy(record)),
  };
}
