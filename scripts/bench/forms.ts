import { archiveOf, formFileName } from "../../src/documents/forms/archive";
import { formFile } from "../../src/documents/forms/write";
import { noteSent, readForms } from "../../src/excel/assessment";
import { onFreshHost } from "./build";
import type { Figure } from "./index";
import { median, rounded, timed } from "./measure";
import { few, formsOfUnits, many, year } from "./units";

/** Milliseconds per form, from reading the matrix to the archive and the record of what was sent. */
async function perForm(): Promise<number> {
  let count = 0;
  const ms = await timed(async () => {
    const forms = await readForms({ year, deadline: "", made: new Date().toISOString() });
    const named = forms.map((form, index) => ({ form, file: formFileName(index, forms.length, form) }));
    const files = new Map<string, Uint8Array>();
    for (const { form, file } of named) files.set(file, await formFile(form));
    archiveOf(files);
    await noteSent(named);
    count = files.size;
  });
  return ms / count;
}

/** Measures the forms of a year, for growing numbers of units. */
export async function measureForms(): Promise<Figure[]> {
  const costs: number[] = [];
  for (const [count, runs] of [
    [few, 6],
    [many, 1],
  ] as const) {
    const cost = await onFreshHost(async () => {
      await formsOfUnits(count);
      const all: number[] = [];
      // The first run of the small plan loads and warms up what makes the files.
      for (let run = 0; run < runs; run++) all.push(await perForm());
      return median(all);
    });
    costs.push(cost);
  }
  return [
    {
      key: "forms.growth",
      value: rounded(costs[1]! / costs[0]!, 3),
      meaning: `forms out: time per form at ${many} units ÷ at ${few}, the host included`,
    },
  ];
}
