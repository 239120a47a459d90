import { makeList, type ListKind } from "../excel/assessment";
import { takeRound } from "./round";
import { runCommand } from "./run-command";
import { openWorkbookFile, saveWorkbookFile } from "./workbook-file";

const kinds: readonly ListKind[] = ["dashboard", "units", "shortfalls"];

/** `npm run lists`: makes 未达标清单, 单位对照 and 看板 in the workbook, again if they exist. A given year becomes its 评估年度. */
void runCommand("lists", async ({ files: [matrix], options }) => {
  const host = await openWorkbookFile(matrix!, "write");
  try {
    await takeRound(options);
    const told: string[] = [];
    for (const kind of kinds) {
      const { sheet, year: judged, short, kept } = await makeList(kind);
      told.push(
        `${sheet}（${judged} 年${short === undefined ? "" : `，未完成 ${short} 项`}${kept ? `，另保留 ${kept} 行` : ""}）`,
      );
    }
    await saveWorkbookFile(host, matrix!, options);
    process.stdout.write(`${matrix}：已生成${told.join("、")}\n`);
  } finally {
    host.dispose();
  }
});
