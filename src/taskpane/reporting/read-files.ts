import type { RefusedFile, ReturnedForm } from "../../assessment/collect";

export interface ReadFiles {
  forms: ReturnedForm[];
  refused: RefusedFile[];
}

/** Reads returned files one after the other, so that hundreds of them never lie in memory together; each on its own. */
export async function readFiles(files: readonly File[], { onProgress, signal }: { onProgress: (done: number) => void; signal: AbortSignal }): Promise<ReadFiles> {
  const { FormFileError, largestForm, readForm } = await import("../../documents/forms/read");
  const read: ReadFiles = { forms: [], refused: [] };
  for (const [index, file] of files.entries()) {
    if (signal.aborted) break;
    try {
      // Not even read into memory.
      if (file.size > largestForm) throw new FormFileError("tooLarge");
      read.forms.push(readForm(file.name, new Uint8Array(await file.arrayBuffer()), new Date(file.lastModified).toISOString()));
    } catch (error) {
      // A file that was deleted or is held by another program fails on reading.
      read.refused.push({ file: file.name, problem: error instanceof FormFileError ? error.problem : "corrupt" });
    }
    onProgress(index + 1);
    // The pane is drawn in between.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return read;
}

/** Files of both, the later of two with one name. */
export function together(a: ReadFiles, b: ReadFiles): ReadFiles {
  const names = new Set([...b.forms, ...b.refused].map(({ file }) => file));
  return { forms: [...a.forms.filter(({ file }) => !names.has(file)), ...b.forms], refused: [...a.refused.filter(({ file }) => !names.has(file)), ...b.refused] };
}
