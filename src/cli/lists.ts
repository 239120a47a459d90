import { makeList, type ListKind } from "../excel/assessment";
import { openWorkbookFile, runCommand, saveWorkbookFile, takeYear } from "./workbook-file";

const kinds: readonly ListKind[] = ["dashboard", "units", "shortfalls"];

/** `npm run lists -- MATRIX.xlsx [--year=2025]`: 未达标清单, 单位对照 and 看板, made or made again in the workbook. A year that is given becomes its 评估年度. */
void runCommand(async () => {
  const args = process.argv.slice(2);
  const [matrix] = args.filter((arg) => !arg.startsWith("--"));
  const host = await openWorkbookFile(matrix, "write");
  try {
    await takeYear(args);
    const told: string[] = [];
    for (const kind of kinds) {
      const { sheet, year: judged, short, kept } = await makeList(kind);
      told.push(`${sheet}（${judged} 年${short === undefined ? "" : `，未完成 ${short} 项`}${kept ? `，另保留 ${kept} 行` : ""}）`);
    }
    await saveWorkbookFile(host, matrix!, args);
    process.stdout.write(`${matrix}：已生成${told.join("、")}\n`);
  } finally {
    host.dispose();
  }
});
