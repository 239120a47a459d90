import { openPreview } from "../../test/browser/preview-page";
import { findProgram } from "../../test/tools/programs";
import type { Figure } from "./index";
import { longestBlock, noteBlocks } from "./pane-work";
import { seedTextTimes } from "./seed";

/** The number of copies of the bundled plan's tasks, 340 tasks in all. */
const copies = 10;
const long = { timeout: 300_000 };

/** How long the web edition is unresponsive, where grid, host and pane share one thread. */
export async function measureWeb(): Promise<Figure[]> {
  if (!findProgram("Chromium")) {
    process.stderr.write("SKIPPED: web.* needs Chromium, not installed here\n");
    return [];
  }
  const { page, pane, to, close } = await openPreview({ width: 1366, height: 768 }, "nothing open");
  try {
    await page.evaluate("globalThis.__name = (work) => work");
    await page.evaluate(noteBlocks);
    // Loading the page is not measured.
    await longestBlock(page);
    await to("plan");
    await pane.getByRole("button", { name: "粘贴文字" }).first().click(long);
    await pane.getByRole("textbox").first().fill(seedTextTimes(copies));
    await pane.getByRole("button", { name: "读取粘贴的文字" }).click();
    await pane.getByText("读取结果").first().waitFor(long);
    await to("matrix", "generate");
    process.stderr.write(`  longest task, reading: ${await longestBlock(page)} ms\n`);
    await pane.getByRole("button", { name: "生成责任矩阵" }).click();
    await pane.getByText("已生成责任矩阵").waitFor(long);
    const generating = await longestBlock(page);
    // The recovery copy is made some moments later.
    await page.waitForTimeout(5_000);
    const copying = await longestBlock(page);
    process.stderr.write(`  longest task, generating: ${generating} ms; keeping a copy: ${copying} ms\n`);
    return [
      {
        key: "web.longestBlockMs",
        value: generating,
        meaning: "longest task of the web edition's page while it generates 340 tasks",
      },
      {
        key: "web.copyBlockMs",
        value: copying,
        meaning: "the same while the copy is made that is kept for after a crash",
      },
    ];
  } finally {
    await close();
  }
}
