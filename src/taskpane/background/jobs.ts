import type { ReturnedForm } from "../../assessment/returned-form";
import type { FormProblem } from "../../assessment/form-problems";
import type { Report } from "../../assessment/report";
import type { UnitForm } from "../../assessment/forms";
import type { Corrections } from "../../plan/corrections";
import type { ReadText } from "../open-plan/read-text";
import type { correctionsFor } from "../open-plan/corrections-for";

/** What takes long and asks neither Excel nor the page; each loads what it needs when it is first asked for. */
export const jobs = {
  readText: async (source: string, corrections: Corrections): Promise<ReadText> =>
    (await import("../open-plan/read-text")).readText(source, corrections),
  /** What was settled about a text that the other is a revision of. */
  correctionsFor: async (
    ...given: Parameters<typeof correctionsFor>
  ): Promise<Awaited<ReturnType<typeof correctionsFor>>> =>
    (await import("../open-plan/corrections-for")).correctionsFor(...given),
  formFile: async (form: UnitForm): Promise<Uint8Array> => (await import("../../documents/forms/write")).formFile(form),
  /** What is wrong with a file comes back as a word: an error would lose its kind on the way. */
  readForm: async (file: string, bytes: Uint8Array, changed: string): Promise<ReturnedForm | FormProblem> => {
    const { FormFileError, readForm } = await import("../../documents/forms/read");
    try {
      return readForm(file, bytes, changed);
    } catch (error) {
      return error instanceof FormFileError ? error.problem : "corrupt";
    }
  },
  reportFile: async (report: Report): Promise<Uint8Array> =>
    (await import("../../documents/report/write")).reportFile(report),
};

export type JobName = keyof typeof jobs;
export type JobArguments<N extends JobName> = Parameters<(typeof jobs)[N]>;
export type JobResult<N extends JobName> = Awaited<ReturnType<(typeof jobs)[N]>>;

/** Does one of them in the thread that asks. */
export const runJob = (name: JobName, given: readonly unknown[]): Promise<unknown> =>
  (jobs[name] as (...all: readonly unknown[]) => Promise<unknown>)(...given);
