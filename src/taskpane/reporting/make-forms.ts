import type { FormsRequest, UnitForm } from "../../assessment/forms";
import { readForms } from "../../excel/assessment";

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
 * Makes forms one after the other, as compressed files; the pane is drawn in between. Nothing is noted in the workbook.
 * @param request `units`: only these, under the names that they have among all
 * @returns undefined where it was stopped
 */
export async function makeForms({ units, ...request }: Omit<FormsRequest, "totals">, { onProgress, signal }: Course = {}): Promise<MadeForm[] | undefined> {
  const forms = await readForms(request);
  const [{ formFile }, { formFileName }] = await Promise.all([import("../../documents/forms/write"), import("../../documents/forms/archive")]);
  const wanted = forms.map((form, index) => ({ form, file: formFileName(index, forms.length, form) })).filter(({ form }) => !units || units.includes(form.name));
  const made: MadeForm[] = [];
  for (const one of wanted) {
    if (signal?.aborted) return undefined;
    made.push({ ...one, bytes: await formFile(one.form) });
    onProgress?.(made.length, wanted.length);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return signal?.aborted ? undefined : made;
}
