import { execFile } from "node:child_process";
import { findProgram } from "./programs";

/** The faults that the Open XML validator finds in a file (.xlsx, .xlsm, .docx), each as `part place: what`, sorted. */
export function findingsIn(file: string): Promise<string[]> {
  const validator = findProgram("ooxml-validator");
  if (!validator) throw new Error("ooxml-validator is not installed");
  return new Promise((resolve, reject) => {
    execFile(validator, [file], { encoding: "utf8", maxBuffer: 1 << 28 }, (error, stdout) => {
      // It exits with 1 if it has found something.
      if (error && error.code !== 1) return reject(error);
      const { ok, errors } = JSON.parse(stdout) as {
        ok: boolean;
        errors: { description: string; path: string | null; xPath: string | null }[];
      };
      if (ok !== (errors.length === 0)) return reject(new Error(stdout));
      resolve(errors.map(({ description, path, xPath }) => `${path} ${xPath}: ${description}`).sort());
    });
  });
}

/**
 * The same for several files, two at a time.
 * @returns the faults by file, only for files that have any
 */
export async function findingsInEach(files: readonly string[]): Promise<Record<string, string[]>> {
  const waiting = [...files];
  const found: Record<string, string[]> = {};
  const worker = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      // Each worker runs one program at a time.
      const findings = await findingsIn(file);
      if (findings.length > 0) found[file] = findings;
    }
  };
  await Promise.all([worker(), worker()]);
  return found;
}
