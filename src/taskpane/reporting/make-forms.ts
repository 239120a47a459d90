import type { FormsRequest, UnitForm } from "../../assessment/forms";
import { readForms } from "../../excel/assessment";
import { inBackground } from "../background";

export interface MadeForm {
  form: UnitForm;
  file: string;
  bytes: Uint8Array;
}

interface Course {
  onProgress?: (done: number, all: number) => void;
  signal?: AbortSignal;
}

/**
 * Excel offers to restart an add-in that keeps a core above 90 % for fifteen seconds, so the pane rests a fifth of
 * the time.
 * @param worked milliseconds
 */
const rest = (worked: number): Promise<void> => new Promise((done) => setTimeout(done, Math.min(250, worked / 4)));

/**
 * Makes forms one after the other, as .xlsx files, while the pane goes on answering. Nothing is noted in the
 * workbook.
 * @param request `units`: only these; their file names are numbered as among all
 * @returns undefined if it was stopped
 */
export async function makeForms(
  { units, ...request }: Omit<FormsRequest, "totals">,
  { onProgress, signal }: Course = {},
): Promise<MadeForm[] | undefined> {
  const forms = await readForms(request);
  const { formFileName } = await import("../../documents/forms/archive");
  const wanted = forms
    .map((form, index) => ({ form, file: formFileName(index, forms.length, form) }))
    .filter(({ form }) => !units || units.includes(form.name));
  const made: MadeForm[] = [];
  for (const one of wanted) {
    if (signal?.aborted) return undefined;
    const begun = performance.now();
    made.push({ ...one, bytes: await inBackground("formFile", one.form) });
    onProgress?.(made.length, wanted.length);
    await rest(performance.now() - begun);
  }
  return signal?.aborted ? undefined : made;
}
