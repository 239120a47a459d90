import type { ReturnedForm } from "../../assessment/returned-form";
import type { FormProblem } from "../../assessment/form-problems";
import type { Report } from "../../assessment/report";
import type { UnitForm } from "../../assessment/forms";
import type { Corrections } from "../../plan/corrections";
import type { ReadText } from "../open-plan/read-text";
import type { correctionsFor } from "../open-plan/corrections-for";

/** Work that takes long and needs neither Excel nor the page. Each job loads its code when it is first run. */
export const jobs = {
  readText: async (source: string, corrections: Corrections): Promise<ReadText> =>
    (await import("../open-plan/read-text")).readText(source, corrections),
  /** The corrections that apply to a text, carried over from the text that it revises. */
  correctionsFor: async (
    ...given: Parameters<typeof correctionsFor>
  ): Promise<Awaited<ReturnType<typeof correctionsFor>>> =>
    (await import("../open-plan/corrections-for")).correctionsFor(...given),
  formFile: async (form: UnitForm): Promise<Uint8Array> => (await import("../../documents/forms/write")).formFile(form),
  /** Returns the problem as a word instead of throwing it: an error would lose its class when it is copied. */
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

/** Runs a job in the calling thread. */
export const runJob = (name: JobName, given: readonly unknown[]): Promise<unknown> =>
  (jobs[name] as (...all: readonly unknown[]) => Promise<unknown>)(...given);
