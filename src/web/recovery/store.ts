/** What is open in a tab, as last opened or saved. Without bytes it is a new workbook. */
export interface OpenFile {
  name?: string;
  handle?: FileSystemFileHandle;
  /** The file's modification time when it was last read or written. */
  lastModified?: number;
  bytes?: Uint8Array;
}

/** A copy of the workbook with unsaved changes. */
export interface Copy {
  bytes: Uint8Array;
  /** When the copy was made, ms since 1970. */
  at: number;
}

/** What is stored of a tab, so that it can be restored after a reload or a crash. */
export interface TabRecord {
  tab: string;
  open: OpenFile;
  copy?: Copy;
  /**
   * What the page opens at its next load, instead of `open`: a file, or a copy left by the tab `from`. `tried` is set
   * before opening it: a page that finds it set knows that the previous attempt crashed.
   */
  next?: OpenFile & { copy?: Copy; from?: string; tried?: boolean };
  /** A sentence to show at the next load. */
  say?: string;
}

/** A recently opened file. Only files with a handle are listed. */
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

/** The browser's database, on this computer only. */
export class Store {
  private constructor(private readonly db: IDBDatabase) {}

  static async open(): Promise<Store> {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(tabs, { keyPath: "tab" });
      request.result.createObjectStore(recent);
    };
    const db = await answer(request);
    // A later version of the page, in another tab, may need to upgrade the database.
    db.onversionchange = () => db.close();
    return new Store(db);
  }

  /** Runs a transaction. Resolves when it is on the disk, since the page may be closed next. */
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
