import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generateMatrix } from "../../../src/excel/generate";
import { previewSync, syncMatrix, type SyncPreview, type SyncReport } from "../../../src/excel/sync";
import { openHost, type Host } from "../../../src/host/node";
import type { CellValue } from "../../../src/matrix/sheet";
import type { Plan } from "../../../src/plan/model";
import type { Change } from "../../../src/sync/change";
import { plan } from "../../plans";
import { addColumn, calculatedOnce, change, columnOf, locate, openWorkbook, rowOf, typeInto } from "../workbook";

/** The year in which the matrix is made. */
export const year = 2023;

export const use = (host: Host): void => void Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });

let clock = Date.UTC(2026, 0, 1);

/** Syncs as a person does: reads the list, and takes what it proposes (or what `isChosen` selects). */
export async function sync(
  given: Plan,
  isChosen: (change: Change) => boolean = (one) => one.default,
): Promise<SyncReport> {
  const preview = (await previewSync(given))!;
  return syncAs(given, preview, isChosen);
}

export function syncAs(
  given: Plan,
  preview: SyncPreview,
  isChosen: (change: Change) => boolean = (one) => one.default,
): Promise<SyncReport> {
  clock += 60_000;
  return syncMatrix(given, {
    seen: preview.changes,
    chosen: new Set(preview.changes.filter(isChosen).map(({ id }) => id)),
    now: new Date(clock),
  });
}

export const now = (): Date => new Date((clock += 60_000));

/** A workbook in which people have worked, and what they have typed. */
export async function used(of: Plan = plan()): Promise<{ host: Host; typed: CellValue[] }> {
  const host = openWorkbook();
  await calculatedOnce(host, async () => {
    await generateMatrix(of, year);
    await typeInto(host, "培训教师", "actual:2022", 40.25);
    const located = await locate(host, of);
    const cell = (name: string, key: string): [row: number, column: number] => [
      rowOf(located, name).row,
      columnOf(located, key),
    ];
    await change(host, (sheet) => {
      sheet.getCell(...cell("培训教师", "remark")).values = [["含民办学校"]];
      sheet.getCell(...cell("开展活动", "actual:2021")).values = [[31.5]];
      sheet.getCell(...cell("居民综合阅读率", "evidence")).values = [["问卷.pdf"]];
    });
    await addColumn(host, ["联系人", "张三", "李四"], of);
  });
  return { host, typed: [40.25, "含民办学校", 31.5, "问卷.pdf", "联系人", "张三", "李四"] };
}

const earlier = new Uint8Array(readFileSync(join(__dirname, "../../earlier-layout/worked-on.xlsx")));

/** The same workbook, as made and saved by the version before deadlines and 简称. */
export async function usedEarlier(): Promise<{ host: Host; typed: CellValue[] }> {
  const host = await openHost({ file: earlier });
  use(host);
  return { host, typed: [40.25, "含民办学校", 31.5, "问卷.pdf", "联系人", "张三", "李四"] };
}
