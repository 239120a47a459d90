import type { ListKind } from "../excel/assessment";
import { statuses } from "../matrix/statuses";
import { asFailure } from "../excel/failure";
import { failureText, paragraph, say, setDisplayLanguage, t } from "../locale";
import { keepAvailability } from "./availability";
import { generateOnce } from "./generate";
import { inOrder } from "./in-order";
import { openPage } from "./open-page";

/**
 * The ribbon's buttons. They run in the pane's runtime, which Excel starts even while the pane is closed. So they show
 * messages in a small dialog of their own, and load code only when pressed.
 */
function notice(text: string): void {
  const address = new URL("notice.html", location.href);
  address.hash = new URLSearchParams({ text }).toString();
  Office.context.ui.displayDialogAsync(address.href, { height: 22, width: 30, displayInIframe: true });
}

function command(work: () => Promise<void>): (event: Office.AddinCommands.Event) => void {
  return (event) => {
    work()
      .catch((error: unknown) => notice(failureText(asFailure(error))))
      .finally(() => event.completed());
  };
}

/**
 * 检查未达标: selects the row with the largest gap, or the task longest overdue; shows a message if nothing falls short
 * or there is no matrix.
 */
async function check(): Promise<void> {
  const { goTo, goToMatrix, readStatus } = await import("../excel/status");
  const status = await readStatus();
  if (!status) return notice(t("本工作簿还没有责任矩阵，请先点“生成责任矩阵”。"));
  const [worst] = status.shortfalls;
  if (worst) {
    const shown = await goTo(worst.key);
    return shown.length > 0 ? notice(paragraph(...shown.map(say))) : undefined;
  }
  await goToMatrix();
  const countOf = (key: "notReported" | "unreadable"): number =>
    status.counts.find(({ status: name }) => name === statuses[key].name)?.count ?? 0;
  const [missing, unclear] = [countOf("notReported"), countOf("unreadable")];
  notice(
    paragraph(
      t("{{year}} 年没有未达标或滞后的指标，也没有逾期的任务。", { year: status.year }),
      ...(missing > 0 ? [t("还有 {{count}} 项没有填报。", { count: missing })] : []),
      ...(unclear > 0 ? [t("还有 {{count}} 项填的数要核对，没有判断，见“检查”页的“待核”。", { count: unclear })] : []),
    ),
  );
}

/** 未达标清单, 单位对照, 看板: makes the list, or makes it again, and shows it. */
async function list(kind: ListKind): Promise<void> {
  const { makeList } = await import("../excel/assessment");
  await makeList(kind);
}

void Office.onReady(async () => {
  Office.actions.associate(
    "importPlan",
    command(() => openPage("plan")),
  );
  Office.actions.associate("generateMatrix", command(generateOnce));
  Office.actions.associate(
    "syncPlan",
    command(() => openPage("matrix", "sync")),
  );
  Office.actions.associate(
    "sendForms",
    command(() => openPage("reporting", "send")),
  );
  Office.actions.associate(
    "collectForms",
    command(() => openPage("reporting", "collect")),
  );
  Office.actions.associate(
    "checkShortfalls",
    command(() => inOrder(check)),
  );
  Office.actions.associate(
    "listShortfalls",
    command(() => inOrder(() => list("shortfalls"))),
  );
  Office.actions.associate(
    "compareUnits",
    command(() => inOrder(() => list("units"))),
  );
  Office.actions.associate(
    "showBoard",
    command(() => inOrder(() => list("dashboard"))),
  );
  Office.actions.associate(
    "writeReport",
    command(() => openPage("report")),
  );
  await setDisplayLanguage(Office.context.displayLanguage ?? "");
  await keepAvailability();
});
