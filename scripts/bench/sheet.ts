import { readFileSync } from "node:fs";
import { join } from "node:path";
import { firstScreenOf, laptop, planOfManyUnits, type FirstScreen } from "../../test/browser/first-screen";
import { root } from "../../test/browser/build-preview";
import { openPreview } from "../../test/browser/preview-page";
import { findProgram } from "../../test/tools/programs";
import type { Figure } from "./index";
import { rounded } from "./measure";

/** What the first screen of a new sheet shows on an office laptop. */
export async function measureSheet(): Promise<Figure[]> {
  if (!findProgram("Chromium")) {
    process.stderr.write("SKIPPED: sheet.* needs Chromium, not installed here\n");
    return [];
  }
  const preview = await openPreview(laptop, "nothing open");
  try {
    return figures(
      await firstScreenOf(
        readFileSync(join(root, "seeds", "达拉特旗全民科学素质行动规划纲要实施方案（2021—2025年）.txt"), "utf8"),
        preview,
        laptop,
      ),
      await firstScreenOf(planOfManyUnits(60), preview, laptop),
    );
  } finally {
    await preview.close();
  }
}

const figures = (bundled: FirstScreen, many: FirstScreen): Figure[] => [
  {
    key: "sheet.rowsInView",
    value: bundled.rows,
    meaning: "whole rows of the bundled plan's fresh sheet at 1366 × 768 beside the open pane",
  },
  { key: "sheet.unitsInView", value: bundled.marked, meaning: "unit columns with marks, of the same" },
  { key: "sheet.frozenPx", value: rounded(bundled.frozenHeight), meaning: "pixels of rows that stay when one scrolls" },
  { key: "sheet.rowsInView60", value: many.rows, meaning: "whole rows of a plan with 60 units of long names" },
];
