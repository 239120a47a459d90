/** What is open in a tab, as it was opened or saved last; without bytes a workbook of one empty sheet. */
export interface OpenFile {
  name?: string;
  handle?: FileSystemFileHandle;
  /** The file's own time when it was read or written last. */
  lastModified?: number;
  bytes?: Uint8Array;
}

/** The workbook with changes that are in no file yet. */
export interface Copy {
  bytes: Uint8Array;
  /** When it was made, ms since 1970. */
  at: number;
}

/** What the browser keeps of one tab, so that a page loaded again goes on where it was. */
export interface TabRecord {
  tab: string;
  open: OpenFile;
  copy?: Copy;
  /**
   * What the page shall open when it is loaded the next time, in place of `open`: a file, or a copy that the tab `from`
   * has left. `tried`: it has been begun; whoever finds it so knows that the page did not survive it.
   */
  next?: OpenFile & { copy?: Copy; from?: string; tried?: boolean };
  /** To be said when the page is loaded the next time. */
  say?: string;
}

/** A file that was open lately; only such to which the browser keeps a way. */
export interface RecentFile {
  name: string;
  handle: FileSystemFileHandle;
  at: number;
}

const database = "responsibility-matrix";
const tabs = "tabs";
const recent = "recent";

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** The browser's own database, on this computer only. */
export class Store {
  private constructor(private readonly db: IDBDatabase) {}

  static async open(): Promise<Store> {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(tabs, { keyPath: "tab" });
      request.result.createObjectStore(recent);
    };
    const db = await answer(request);
    // A later version of the page, in another tab, may want it otherwise.
    db.onversionchange = () => db.close();
    return new Store(db);
  }

  /** Resolves when it is on the disk, and not only promised: what follows may be that the page is gone. */
  private async written(name: string, work: (store: IDBObjectStore) => unknown): Promise<void> {
    const transaction = this.db.transaction(name, "readwrite", { durability: "strict" });
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
    work(transaction.objectStore(name));
    await done;
  }

  tab(id: string): Promise<TabRecord | undefined> {
    return answer(this.db.transaction(tabs).objectStore(tabs).get(id) as IDBRequest<TabRecord | undefined>);
  }

  allTabs(): Promise<TabRecord[]> {
    return answer(this.db.transaction(tabs).objectStore(tabs).getAll() as IDBRequest<TabRecord[]>);
  }

  putTab(record: TabRecord): Promise<void> {
    return this.written(tabs, (store) => store.put(record));
  }

  removeTab(id: string): Promise<void> {
    return this.written(tabs, (store) => store.delete(id));
  }

  recentFiles(): Promise<RecentFile[]> {
    return answer(
      this.db.transaction(recent).objectStore(recent).get("list") as IDBRequest<RecentFile[] | undefined>,
    ).then((list) => list ?? []);
  }

  putRecentFiles(list: RecentFile[]): Promise<void> {
    return this.written(recent, (store) => store.put(list, "list"));
  }
}
