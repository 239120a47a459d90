import { failureText, isCancelled } from "./failures";

/** A file that the user has chosen. Without a handle the browser cannot write it, so saving is a download. */
export interface ChosenFile {
  name: string;
  bytes: Uint8Array;
  handle?: FileSystemFileHandle;
  /** The file's modification time when it was read, ms since 1970. */
  lastModified: number;
}

/** An operation on a file failed. The message is a Chinese sentence for the user. */
export class DiskError extends Error {}

const mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const types: FilePickerOptions["types"] = [
  {
    description: "Excel 工作簿",
    accept: { [mime]: [".xlsx"], "application/vnd.ms-excel.sheet.macroEnabled.12": [".xlsm"] },
  },
];

async function read(file: File, handle?: FileSystemFileHandle): Promise<ChosenFile> {
  try {
    return {
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
      lastModified: file.lastModified,
      ...(handle ? { handle } : {}),
    };
  } catch (error) {
    throw new DiskError(`“${file.name}”：${failureText(error, "reading")}。`);
  }
}

/**
 * Reads a file by its handle, asking for permission if that has expired.
 * @throws DiskError
 */
export async function readHandle(handle: FileSystemFileHandle): Promise<ChosenFile> {
  try {
    await ensurePermission(handle, "read");
    return await read(await handle.getFile(), handle);
  } catch (error) {
    throw error instanceof DiskError ? error : new DiskError(`“${handle.name}”：${failureText(error, "reading")}。`);
  }
}

/**
 * Lets the user choose a workbook.
 * @returns undefined if they chose none
 */
export async function chooseFile(): Promise<ChosenFile | undefined> {
  if (!window.showOpenFilePicker) return chooseByInput();
  try {
    const [handle] = await window.showOpenFilePicker({ types: types!, id: "workbook" });
    return handle && (await readHandle(handle));
  } catch (error) {
    if (isCancelled(error)) return undefined;
    throw error;
  }
}

function chooseByInput(): Promise<ChosenFile | undefined> {
  return new Promise((resolve, reject) => {
    const input = document.createElement("input");
    input.type = "file";
    // Extensions, since Windows may not know the types.
    input.accept = ".xlsx,.xlsm";
    input.addEventListener("change", () => {
      const [file] = input.files ?? [];
      if (file) read(file).then(resolve, reject);
      else resolve(undefined);
    });
    input.addEventListener("cancel", () => resolve(undefined));
    input.click();
  });
}

/** The first dropped file. Must be called during the event: browsers clear the list afterwards. */
export async function droppedFile(transfer: DataTransfer): Promise<ChosenFile | undefined> {
  const item = [...transfer.items].find(({ kind }) => kind === "file");
  const file = item?.getAsFile();
  const handle = await item?.getAsFileSystemHandle?.().catch(() => null);
  if (handle?.kind === "file") return readHandle(handle as FileSystemFileHandle);
  return file ? read(file) : undefined;
}

async function ensurePermission(handle: FileSystemFileHandle, mode: "read" | "readwrite"): Promise<void> {
  if (!handle.queryPermission || (await handle.queryPermission({ mode })) === "granted") return;
  if ((await handle.requestPermission?.({ mode })) !== "granted") throw new DOMException("no leave", "NotAllowedError");
}

/** Whether the file was written since `lastModified`; false if that cannot be found out. */
export const isNewerOnDisk = (handle: FileSystemFileHandle, lastModified: number): Promise<boolean> =>
  handle.getFile().then(
    (file) => file.lastModified > lastModified,
    () => false,
  );

/**
 * Writes a file completely or not at all: the browser writes a temporary file and replaces the original at the end.
 * @param made makes the bytes; called after permission is given
 * @returns the file's new modification time
 * @throws DiskError
 */
export async function writeHandle(handle: FileSystemFileHandle, made: () => Promise<Uint8Array>): Promise<number> {
  let stream: FileSystemWritableFileStream | undefined;
  try {
    // Permission first: the browser asks for it only shortly after a click.
    await ensurePermission(handle, "readwrite");
    const bytes = await made();
    stream = await handle.createWritable();
    await stream.write(bytes as BufferSource & Uint8Array<ArrayBuffer>);
    await stream.close();
    return (await handle.getFile()).lastModified;
  } catch (error) {
    await stream?.abort().catch(() => undefined);
    throw new DiskError(`“${handle.name}”：${failureText(error, "writing")}。`);
  }
}

/**
 * Lets the user choose where to save.
 * @returns "download" if the browser offers no choice, undefined if they cancelled
 * @throws DiskError
 */
export async function chooseTarget(name: string): Promise<FileSystemFileHandle | "download" | undefined> {
  if (!window.showSaveFilePicker) return "download";
  try {
    return await window.showSaveFilePicker({ suggestedName: name, types: types!, id: "workbook" });
  } catch (error) {
    if (isCancelled(error)) return undefined;
    throw new DiskError(`“${name}”：${failureText(error, "writing")}。`);
  }
}

/** Downloads a file. */
export function download(bytes: Uint8Array, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes as BlobPart], { type: mime }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
