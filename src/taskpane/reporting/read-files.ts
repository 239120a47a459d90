import type { RefusedFile, ReturnedForm } from "../../assessment/returned-form";
import type { FormProblem } from "../../assessment/form-problems";
import { maxFormBytes } from "../../documents/forms/limits";
import { inBackground } from "../background";

export interface ReadFiles {
  forms: ReturnedForm[];
  refused: RefusedFile[];
}

/**
 * Reads returned files one after the other, so that hundreds of them are never in memory together. A file that cannot
 * be read does not stop the others.
 */
export async function readFiles(
  files: readonly File[],
  { onProgress, signal }: { onProgress: (done: number) => void; signal: AbortSignal },
): Promise<ReadFiles> {
  const read: ReadFiles = { forms: [], refused: [] };
  for (const [index, file] of files.entries()) {
    if (signal.aborted) break;
    // Refused before it is read into memory.
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
    // Reading fails if the file was deleted or is locked by another program.
    return "corrupt";
  }
  return inBackground("readForm", file.name, bytes, new Date(file.lastModified).toISOString());
}

/** Joins two lists of files; of two with the same name, the one in `b` wins. */
export function together(a: ReadFiles, b: ReadFiles): ReadFiles {
  const names = new Set([...b.forms, ...b.refused].map(({ file }) => file));
  return {
    forms: [...a.forms.filter(({ file }) => !names.has(file)), ...b.forms],
    refused: [...a.refused.filter(({ file }) => !names.has(file)), ...b.refused],
  };
}
