import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { ReturnedForm } from "../../src/assessment/returned-form";
import { maxFormBytes } from "../../src/documents/forms/limits";
import { readForm } from "../../src/documents/forms/read";
import { cellId, cellsOf, noChoice, previewCollect, takeIn } from "../../src/excel/assessment";
import { filledFile, type Filling } from "../../test/excel/assessment/returned";
import { onFreshHost } from "./build";
import type { Figure } from "./index";
import { median, rounded, timed } from "./measure";
import { syncClock } from "./sync";
import { few, formsOfUnits, many, year } from "./units";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** The used bytes, after garbage collection. */
function heapBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Every unit's returned form as files, with a number in each of its cells. */
async function returnedFiles(count: number, folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (const form of await formsOfUnits(count)) {
    const asked = form.blocks.flatMap(({ rows }) => rows).filter(({ asks }) => asks === "number");
    const filling: Filling = Object.fromEntries(
      asked.map(({ indicator }, index) => [indicator, { entry: index + 7, evidence: "名册" }]),
    );
    const path = join(folder, `${paths.length}.xlsx`);
    writeFileSync(path, await filledFile(form, filling));
    paths.push(path);
  }
  return paths;
}

interface Cost {
  perFormMs: number;
  /** The part of it that the add-in itself takes. */
  ownMs: number;
  heldMB: number;
}

async function costOf(count: number, runs: number): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), "collect-"));
  try {
    const times: number[] = [];
    const own: number[] = [];
    let most = 0;
    for (let run = 0; run < runs; run++) {
      await onFreshHost(async (host) => {
        const paths = await returnedFiles(count, folder);
        const before = heapBytes();
        const read = (each: () => void): ReturnedForm[] =>
          paths.map((path) => {
            const bytes = new Uint8Array(readFileSync(path));
            if (bytes.length > maxFormBytes) throw new Error(path);
            const form = readForm(`${path}.xlsx`, bytes, "2025-12-05T00:00:00.000Z");
            each();
            return form;
          });
        const clock = syncClock(host);
        const ms = await timed(async () => {
          const forms = read(() => undefined);
          const preview = await previewCollect(forms, year);
          const cells = cellsOf(preview, noChoice);
          const { cells: written } = await takeIn(
            forms,
            year,
            noChoice,
            new Map(cells.map((cell) => [cellId(cell), cell.before])),
          );
          if (written < count) throw new Error(`${written} cells of ${count} forms`);
        });
        times.push(ms);
        own.push(ms - clock.ms());
        let number = 0;
        const forms = read(() => {
          if (++number % 25 === 0) most = Math.max(most, heapBytes() - before);
        });
        const preview = await previewCollect(forms, year);
        most = Math.max(most, heapBytes() - before);
        if (preview.collection.files.length !== count) throw new Error("not all forms were taken");
      });
    }
    return { perFormMs: median(times) / count, ownMs: median(own) / count, heldMB: most / 1e6 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Measures returned forms, for growing numbers of them. */
export async function measureCollect(): Promise<Figure[]> {
  const small = await costOf(few, 4);
  const large = await costOf(many, 1);
  return [
    {
      key: "collect.growth",
      value: rounded(large.perFormMs / small.perFormMs, 3),
      meaning: `forms back, read, compared and written: time per form at ${many} ÷ at ${few}, the host included`,
    },
    {
      key: "collect.growthOwn",
      value: rounded(large.ownMs / small.ownMs, 3),
      meaning: "the same without the time within context.sync()",
    },
    {
      key: "collect.peakMB",
      value: rounded(large.heldMB, 3),
      meaning: `MB held at most (heap and buffers after garbage collection) beyond those before, while ${many} forms are read one by one and compared`,
    },
  ];
}
