import { WorkbookFileError } from "../host/xlsx/errors";
import {
  chooseFile,
  chooseTarget,
  DiskError,
  download,
  isNewerOnDisk,
  readHandle,
  writeHandle,
  type ChosenFile,
} from "./file/disk";
import { firstName, isUnsaved, refusedByName, unnamed, type SaveState } from "./file/save-state";
import { questions } from "./file/questions";
import { withRecent } from "./file/recent";
import { recentMenu, showSaveState } from "./page/header";
import { ask, type Notices } from "./page/notices";
import { AutoCopy } from "./recovery/auto-copy";
import type { Store, TabRecord } from "./recovery/store";
import { isSameFile, leftBehind, type Tabs } from "./recovery/tabs";
import { dateText } from "./time-text";

/** What the workbench needs. */
interface Parts {
  store: Store;
  tabs: Tabs;
  notices: Notices;
  /** The record of what this page has opened. */
  record: TabRecord;
  /** Enters the text of a cell that is being edited. */
  finishTyping(): Promise<void>;
  /** The workbook as a file's bytes. */
  bytes(): Promise<Uint8Array>;
}

/** A sentence for an error while opening: what happened, and that nothing was lost. */
export function openingFailed(name: string | undefined, error: unknown): string {
  const which = name === undefined ? "" : `“${name}”：`;
  if (error instanceof WorkbookFileError) return `${which}${error.userMessage}。`;
  return `${which}这个工作簿里有打不开的内容，没有打开，文件没有改动。请在 WPS 或 Excel 里打开它，另存为 .xlsx，再打开一次。`;
}

/**
 * Keeps what is open, the file it belongs to, and whether it has unsaved changes. To open another workbook, its bytes
 * are put into the browser's database and the page is reloaded, so that grid, host and pane start afresh and nothing of
 * the previous workbook is left.
 */
export class Workbench {
  private record: TabRecord;
  private saveState: SaveState = { kind: "untouched" };
  /** The number of changes so far, to detect those made while a save is running. */
  private changes = 0;
  private isLeaving = false;
  private readonly autoCopy: AutoCopy;
  private readonly showRecent = recentMenu(({ handle }) => void this.openHandle(handle));

  constructor(private readonly parts: Parts) {
    this.record = parts.record;
    this.autoCopy = new AutoCopy({
      copy: parts.bytes,
      put: async (bytes, at) => this.keep({ ...this.record, copy: { bytes, at } }),
      whenIdle: (work) =>
        window.requestIdleCallback ? window.requestIdleCallback(work, { timeout: 5_000 }) : setTimeout(work, 0),
      failed: () =>
        parts.notices.say(
          "copy",
          "浏览器没有地方留副本了，万一网页关掉，没有保存的改动会丢。请现在就点“保存”。",
          [],
          "warning",
        ),
    });
    if (this.record.copy) this.saveState = { kind: "changed" };
    parts.tabs.onMessage = (message) => void this.onTabMessage(message);
    this.show();
  }

  /** Something in the workbook has changed. */
  changed(): void {
    this.changes++;
    this.autoCopy.changed();
    if (this.saveState.kind === "saving") return;
    this.saveState = { kind: "changed" };
    this.show();
  }

  /** Whether the browser should ask before the page is closed. */
  get asksBeforeLeaving(): boolean {
    return isUnsaved(this.saveState) && !this.isLeaving;
  }

  // ---- opening

  async newWorkbook(): Promise<void> {
    if (await this.mayLeave()) await this.openInstead({});
  }

  async choose(): Promise<void> {
    await this.tell(async () => {
      const file = await chooseFile();
      if (file) await this.open(file);
    });
  }

  /** Opens a file that was chosen, dropped or passed by the system, after asking what to do with unsaved changes. */
  async open(file: ChosenFile): Promise<void> {
    const refused = refusedByName(file.name);
    if (refused) return this.parts.notices.say("open", refused, [], "warning");
    if (await this.mayLeave()) await this.openInstead(file);
  }

  async openHandle(handle: FileSystemFileHandle): Promise<void> {
    if (this.record.open.handle && (await this.record.open.handle.isSameEntry(handle))) return;
    await this.tell(async () => this.open(await readHandle(handle)));
  }

  /**
   * Reloads the page with another workbook. The present one stays in the database until that is open; if opening fails,
   * the page comes back to it with all changes.
   */
  private async openInstead(next: NonNullable<TabRecord["next"]>): Promise<void> {
    await this.autoCopy.flush();
    await this.tell(async () => {
      await this.parts.store.putTab({ ...this.record, next });
      this.reload();
    });
  }

  private reload(): void {
    this.isLeaving = true;
    // Without the fragment, but with the query, which has language and theme.
    location.replace(location.pathname + location.search);
  }

  /** Reloads the page with the same workbook and its unsaved changes. */
  async reloadKeepingChanges(): Promise<void> {
    await this.autoCopy.flush();
    this.reload();
  }

  private async mayLeave(): Promise<boolean> {
    await this.parts.finishTyping();
    if (!isUnsaved(this.saveState)) return true;
    const { sentence, answers } = questions.unsaved(this.name);
    const answer = await ask(sentence, answers);
    if (answer === "save") return this.save();
    return answer === "discard";
  }

  // ---- saving

  private get name(): string {
    return this.record.open.name ?? unnamed;
  }

  /**
   * Saves into the open file.
   * @returns whether everything is saved
   */
  async save(): Promise<boolean> {
    await this.parts.finishTyping();
    const { handle, lastModified, name } = this.record.open;
    if (!handle) return window.showSaveFilePicker ? this.saveAs() : this.write("download", name ?? firstName);
    if (lastModified !== undefined && (await isNewerOnDisk(handle, lastModified))) {
      const { sentence, answers } = questions.newerOnDisk(handle.name);
      const answer = await ask(sentence, answers);
      if (answer === "saveAs") return this.saveAs();
      if (answer === "cancel") return false;
    }
    return this.write(handle, handle.name);
  }

  async saveAs(): Promise<boolean> {
    await this.parts.finishTyping();
    const name = this.record.open.name ?? firstName;
    let saved = false;
    await this.tell(async () => {
      const target = await chooseTarget(name);
      if (target) saved = await this.write(target, target === "download" ? name : target.name);
    });
    return saved;
  }

  private async write(target: FileSystemFileHandle | "download", name: string): Promise<boolean> {
    if (this.saveState.kind === "saving") return false;
    this.saveState = { kind: "saving" };
    this.show();
    let changes = this.changes;
    let bytes = new Uint8Array();
    const made = async (): Promise<Uint8Array> => {
      changes = this.changes;
      return (bytes = new Uint8Array(await this.parts.bytes()));
    };
    const isSaved = await this.tell(async () => {
      const handle = target === "download" ? undefined : target;
      const lastModified = handle ? await writeHandle(handle, made) : undefined;
      if (!handle) download(await made(), name);
      await this.noteSaved(
        { name, bytes, ...(handle ? { handle } : {}), ...(lastModified === undefined ? {} : { lastModified }) },
        changes,
      );
    });
    if (!isSaved) this.saveState = { kind: "changed" };
    this.show();
    return isSaved && !isUnsaved(this.saveState);
  }

  private async noteSaved(open: TabRecord["open"], changes: number): Promise<void> {
    const isAll = changes === this.changes;
    this.saveState = isAll
      ? { kind: "saved", at: Date.now(), where: open.handle ? "file" : "download" }
      : { kind: "changed" };
    if (isAll) this.autoCopy.saved();
    const { copy, ...rest } = this.record;
    await this.keep(isAll || !copy ? { ...rest, open } : { ...rest, copy, open });
    for (const key of ["open", "save", "recovered", "saved elsewhere"]) this.parts.notices.close(key);
    this.parts.tabs.send({ kind: "saved", tab: this.parts.tabs.tab });
    await this.noteRecent();
  }

  /** Stores the record. A failing database does not undo what is saved in a file. */
  private async keep(record: TabRecord): Promise<void> {
    this.record = record;
    await this.parts.store.putTab(record);
  }

  // ---- what else there is

  /** Adds the open file to the list of recent files. */
  async noteRecent(): Promise<void> {
    const { store } = this.parts;
    const { handle, name } = this.record.open;
    if (handle && name !== undefined)
      await store
        .putRecentFiles(await withRecent(await store.recentFiles(), { handle, name, at: Date.now() }))
        .catch(() => undefined);
    this.showRecent(await store.recentFiles());
  }

  /** Looks for other tabs with the same file, and for copies left by closed or crashed tabs. */
  async checkOtherTabs(): Promise<void> {
    const { store, tabs, notices } = this.parts;
    const [records, others] = [await store.allTabs(), await tabs.others()];
    for (const record of records) if (others.has(record.tab)) await this.compare(record);
    tabs.send({ kind: "opened", tab: tabs.tab });
    const { copies, useless } = leftBehind(records, tabs.tab, others);
    for (const { tab } of useless) await store.removeTab(tab);
    for (const { tab, open, copy } of copies) {
      notices.say(`copy of ${tab}`, `“${open.name ?? unnamed}”上次有改动没有保存，留有 ${dateText(copy.at)} 的副本。`, [
        { label: "打开副本", act: () => void this.openCopy(tab) },
        { label: "不要了", act: () => void store.removeTab(tab) },
      ]);
    }
  }

  private async openCopy(tab: string): Promise<void> {
    const left = await this.parts.store.tab(tab);
    if (left?.copy && (await this.mayLeave())) await this.openInstead({ ...left.open, copy: left.copy, from: tab });
    else await this.checkOtherTabs();
  }

  private async compare(record: TabRecord): Promise<void> {
    if (!(await isSameFile(this.record.open, record.open))) return;
    this.parts.notices.say(
      "same file",
      `“${this.name}”在另一个标签页里也开着。两边都改，后保存的会盖掉先保存的；请只在一个标签页里改，关掉另一个。`,
      [],
      "warning",
    );
  }

  private async onTabMessage({ kind, tab }: { kind: "opened" | "saved"; tab: string }): Promise<void> {
    const record = await this.parts.store.tab(tab);
    if (!record || !(await isSameFile(this.record.open, record.open))) return;
    if (kind === "opened") return this.compare(record);
    this.parts.notices.close("same file");
    this.parts.notices.say(
      "saved elsewhere",
      `“${this.name}”刚刚在另一个标签页里保存过，这一页是保存以前的样子。请点“打开…”重新打开，或者关掉这一页。`,
      [],
      "warning",
    );
  }

  /**
   * Runs `work` and tells the user what went wrong.
   * @returns whether it succeeded
   */
  private async tell(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      const sentence =
        error instanceof DiskError
          ? error.message
          : "没有做成，改动都还在这一页。请再试一次；仍不行时点“另存为…”存一份。";
      this.parts.notices.say("save", sentence, [], "warning");
      return false;
    }
  }

  private show(): void {
    showSaveState(this.record.open.name, this.saveState);
  }
}
