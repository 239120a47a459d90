import { showOpened } from "../host/browser";
import type { HostWorkbook } from "../host/workbook";
import type { Store, TabRecord } from "./recovery/store";
import { clockText } from "./time-text";
import { openingFailed } from "./workbench";

/** What the page has opened: the tab's present record, and the sentences to show. */
export interface Opened {
  record: TabRecord;
  say: string[];
  /** What of the workbook is kept but cannot be shown: `["1 个图表"]`. */
  unshown: string[];
}

/** The tab's record after `next` has been opened. */
function after({ tab, next, open, copy }: TabRecord): TabRecord {
  if (!next) return { tab, open, ...(copy ? { copy } : {}) };
  const { copy: left, from: _from, tried: _tried, ...file } = next;
  return { tab, open: file, ...(left ? { copy: left } : {}) };
}

/**
 * The tab's record after opening has failed: what was open before, or the file without its unsaved copy, or an empty
 * workbook. A copy that cannot be opened is kept under a record of its own (`apart`), for another attempt.
 */
function before({ tab, next, open, copy }: TabRecord, sentence: string): { record: TabRecord; apart?: TabRecord } {
  if (next) return { record: { tab, open, say: sentence, ...(copy ? { copy } : {}) } };
  if (copy) return { record: { tab, open, say: sentence }, apart: { tab: `${tab}-${copy.at}`, open, copy } };
  return { record: { tab, open: {}, say: sentence } };
}

/**
 * Fills the page's new workbook with what the tab is to show.
 * @returns undefined if that failed. The record then says what to show instead, and the page must be reloaded, since
 * the workbook may be half filled
 */
export async function openTab(tab: string, book: HostWorkbook, store: Store): Promise<Opened | undefined> {
  const record = (await store.tab(tab)) ?? { tab, open: {} };
  const now = after(record);
  const bytes = now.copy?.bytes ?? now.open.bytes;
  let unshown: string[] = [];
  try {
    if (record.next?.tried) throw new Error("the page did not survive opening it");
    if (record.next) await store.putTab({ ...record, next: { ...record.next, tried: true } });
    if (bytes) {
      const { openXlsx } = await import("../host/xlsx/open");
      await openXlsx(book, bytes);
      const [{ originOf }, { unshownIn }] = await Promise.all([
        import("../host/xlsx/origin"),
        import("../host/xlsx/unshown-parts"),
      ]);
      unshown = unshownIn(originOf(book)!.package);
      showOpened(book);
    }
  } catch (error) {
    const { record: instead, apart } = before(
      record,
      `${openingFailed(now.open.name, error)}${record.next && record.open.bytes ? "原来的工作簿还开着。" : ""}`,
    );
    if (apart) await store.putTab(apart);
    await store.putTab(instead);
    return undefined;
  }
  await store.putTab(now);
  if (record.next?.from) await store.removeTab(record.next.from);
  const recovered =
    now.copy && `这是 ${clockText(now.copy.at)} 自动留下的副本，里面的改动还没有保存到文件。请看一遍，再点“保存”。`;
  return {
    record: now,
    say: [record.say, recovered].filter((sentence) => sentence !== undefined),
    unshown,
  };
}
