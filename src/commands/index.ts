import { asFailure } from "../excel/failure";
import { keepAvailability } from "./availability";
import { openPage } from "./open-page";
import { spoken } from "./texts";

/**
 * The ribbon's buttons. They run in the pane's runtime, which Excel starts for them while the pane is closed; so they speak
 * in a small window of their own, and load what they need when they are pressed.
 */
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
async function generate(): Promise<void> {
  const [{ generateMatrix }, { loadPlan }, { bundledPlan }] = await Promise.all([import("../excel/generate"), import("../excel/store"), import("../documents/bundled-plan")]);
  const plan = (await loadPlan()) ?? bundledPlan();
  await generateMatrix(plan, new Date().getFullYear());
}

/** 检查未达标: to the row with the largest gap; says so where nothing falls short or there is no matrix yet. */
async function check(): Promise<void> {
  const { goTo, goToMatrix, readStatus } = await import("../excel/status");
  const status = await readStatus();
  if (!status) return say(spoken().noMatrix);
  const [worst] = status.shortfalls;
  if (worst) return goTo(worst.key);
  await goToMatrix();
  say(spoken().nothingFallsShort(status.year));
}

void Office.onReady(() => {
  Office.actions.associate("importPlan", command(() => openPage("plan")));
  Office.actions.associate("generateMatrix", command(generate));
  Office.actions.associate("syncPlan", command(() => openPage("matrix", "sync")));
  Office.actions.associate("sendForms", command(() => openPage("reporting", "send")));
  Office.actions.associate("collectForms", command(() => openPage("reporting", "collect")));
  Office.actions.associate("checkShortfalls", command(check));
  Office.actions.associate("listShortfalls", command(() => openPage("check", "shortfalls")));
  Office.actions.associate("compareUnits", command(() => openPage("check", "units")));
  Office.actions.associate("showBoard", command(() => openPage("check", "board")));
  Office.actions.associate("writeReport", command(() => openPage("report")));
  return keepAvailability();
});
