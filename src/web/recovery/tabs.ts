import type { OpenFile, TabRecord } from "./store";

/** Messages between tabs: that they are open, and what they have just done with their file. */
export type TabMessage = { kind: "who" } | { kind: "here" | "opened" | "saved"; tab: string };

const channelName = "responsibility-matrix";
const lockOf = (tab: string): string => `responsibility-matrix tab ${tab}`;
/** How long to wait for other tabs, ms. */
const answerTimeout = 600;

/** Communicates with the other tabs that have the web edition open. */
export class Tabs {
  private readonly channel = new BroadcastChannel(channelName);
  private readonly here = new Set<string>();
  /** Called when another tab has opened or saved something. */
  onMessage: (message: { kind: "opened" | "saved"; tab: string }) => void = () => undefined;

  private constructor(readonly tab: string) {
    this.channel.addEventListener("message", ({ data }: MessageEvent<TabMessage>) => {
      if (data.kind === "who") this.send({ kind: "here", tab });
      else if (data.kind === "here") this.here.add(data.tab);
      else this.onMessage(data as { kind: "opened" | "saved"; tab: string });
    });
  }

  /**
   * Claims an id for this tab. After a reload, the tab keeps its id; a duplicated tab, which has the same one, gets a
   * new id.
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
   * The ids of the other open tabs. Locks tell at once, even of suspended tabs; over plain http there are none, so the
   * tabs are asked.
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
 * Takes the lock of a tab's id for as long as the page lives. The previous page of the same tab may need a moment to
 * release it.
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

/** Whether two tabs have the same file open. Without handles, files are compared by name, size and time. */
export async function isSameFile(one: OpenFile, other: OpenFile): Promise<boolean> {
  if (one.name === undefined || other.name === undefined) return false;
  if (one.handle && other.handle) return one.handle.isSameEntry(other.handle);
  return (
    one.name === other.name && one.bytes?.length === other.bytes?.length && one.lastModified === other.lastModified
  );
}

/** The stored records of closed tabs: those with a copy, latest first, and those that can be removed. */
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
