import { asFailure } from "../excel/failure";
import { generateMatrix } from "../excel/generate";
import { goTo, goToMatrix, readStatus } from "../excel/status";
import { loadPlan } from "../excel/store";
import { bundledPlan } from "../documents/bundled-plan";

/** The ribbon's buttons; they work with the pane closed, and so speak in a small window of their own. */
function say(text: string): void {
  const address = new URL("notice.html", location.href);
  address.hash = new URLSearchParams({ text }).toString();
  Office.context.ui.displayDialogAsync(address.href, { height: 22, width: 30, displayInIframe: true });
}

function command(work: () => Promise<void>): (event: Office.AddinCommands.Event) => void {
  return (event) => {
    work()
      .catch((error: unknown) => say(asFailure(error).userMessage))
      .finally(() => event.completed());
  };
}

/** 生成责任矩阵: the plan of this workbook, or else the bundled one. */
export async function generate(): Promise<void> {
  const plan = (await loadPlan()) ?? bundledPlan();
  await generateMatrix(plan, new Date().getFullYear());
}

/** 检查未达标: to the row with the largest gap; says so where nothing falls short or there is no matrix yet. */
export async function check(): Promise<void> {
  const status = await readStatus();
  if (!status) return say("本工作簿还没有责任矩阵，请先点“生成责任矩阵”。");
  const [worst] = status.shortfalls;
  if (worst) return goTo(worst.key);
  await goToMatrix();
  say(`${status.year} 年没有未达标或滞后的指标。`);
}

void Office.onReady(() => {
  Office.actions.associate("generateMatrix", command(generate));
  Office.actions.associate("checkShortfalls", command(check));
});
