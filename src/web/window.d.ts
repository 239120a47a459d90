import type { BrowserHost } from "../host/browser";
import type { RibbonState } from "./page/ribbon";

declare global {
  /** APIs of Chromium that TypeScript's DOM types lack: File System Access, file handling of installed pages. */
  interface FilePickerOptions {
    types?: { description: string; accept: Record<string, string[]> }[];
    suggestedName?: string;
    id?: string;
  }
  interface FileSystemHandle {
    queryPermission?(wanted: { mode: "read" | "readwrite" }): Promise<PermissionState>;
    requestPermission?(wanted: { mode: "read" | "readwrite" }): Promise<PermissionState>;
  }
  interface DataTransferItem {
    getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
  }
  interface Window {
    responsibilityMatrixHost: BrowserHost & {
      displayDialog(url: string): void;
      showPane(): void;
      updateRibbon(state: RibbonState): void;
    };
    showOpenFilePicker?(options: FilePickerOptions): Promise<FileSystemFileHandle[]>;
    showSaveFilePicker?(options: FilePickerOptions): Promise<FileSystemFileHandle>;
    launchQueue?: { setConsumer(take: (launch: { files?: readonly FileSystemHandle[] }) => void): void };
  }
}
