import type { RefusedFile, ReturnedForm } from "../../assessment/returned-form";
import type { FormProblem } from "../../assessment/form-problems";
import { maxFormBytes } from "../../documents/forms/limits";
import { inBackground } from "../background";

export interface ReadFiles {
  forms: ReturnedForm[];
  refused: RefusedFile[];
}

/** Reads returned files one after the other, so that hundreds of them never lie in memory together; each on its own. */
export async function readFiles(
  files: readonly File[],
  { onProgress, signal }: { onProgress: (done: number) => void; signal: AbortSignal },
): Promise<ReadFiles> {
  const read: ReadFiles = { forms: [], refused: [] };
  for (const [index, file] of files.entries()) {
    if (signal.aborted) break;
    // Not even read into memory.
    const form = file.size > maxFormBytes ? "tooLarge" : await formIn(file);
    if (typeof form === "string") read.refused.push({ file: file.name, problem: form });
    else read.forms.push(form);
    onProgress(index + 1);
  }
  return read;
}

async function formIn(file: File): Promise<ReturnedForm | FormProblem> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // A file that was deleted or is held by another program fails on reading.
    return "corrupt";
  }
  return inBackground("readForm", file.name, bytes, new Date(file.lastModified).toISOString());
}

/** Files of both, the later of two with one name. */
export function together(a: ReadFiles, b: ReadFiles): ReadFiles {
  const names = new Set([...b.forms, ...b.refused].map(({ file }) => file));
  return {
    forms: [...a.forms.filter(({ file }) => !names.has(file)), ...b.forms],
    refused: [...a.refused.filter(({ file }) => !names.has(file)), ...b.refused],
  };
}
