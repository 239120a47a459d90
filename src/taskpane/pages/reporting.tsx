import { useCallback, useEffect, useState } from "react";
import { Spinner } from "@fluentui/react-components";
import { readReporting } from "../../excel/assessment";
import { t } from "../../locale";
import { FailureBar } from "../failure-bar";
import { Page, Quiet } from "../layout/page";
import { YearControls } from "../layout/year-controls";
import type { GoTo, PartKey } from "../navigation";
import { NoMatrix } from "../no-matrix";
import { Parts } from "../parts";
import { SendForms } from "../reporting/send-forms";
import { TakeForms } from "../reporting/take-forms";
import { useTask } from "../use-task";

/** 填报: forms out to the units, and back. */
export function ReportingPage({ part, onGo }: { part?: PartKey; onGo: GoTo }) {
  const chosen = part === "collect" ? "collect" : "send";
  const [year, setYear] = useState<number>();
  const work = useCallback(() => readReporting(year), [year]);
  const { state, run } = useTask(work);
  useEffect(() => void run(), [run]);
  const again = useCallback(() => void run(), [run]);
  const overview = state.phase === "done" ? state.value : state.phase === "working" ? state.last : undefined;
  const isEmpty = state.phase === "failed" && state.failure.code === "NoMatrix";
  const asked = overview?.units.filter((unit) => unit.asked > 0) ?? [];
  const reported = asked.filter(({ hasReported }) => hasReported).length;
  const unclear = overview ? asked.length - reported - overview.chase.missing.length : 0;
  const controls = overview && <YearControls label={t("填报年度")} year={overview.year} years={overview.years} onYear={setYear} onRefresh={again} />;
  return (
    <Parts label={t("填报的部分")} parts={{ send: t("下发"), collect: t("回收") }} chosen={chosen} onChoose={(to) => onGo({ page: "reporting", part: to })}>
      <Page title={chosen === "send" ? t("下发填报表") : t("回收填报表")} aside={controls}>
        {overview && <Quiet>{unclear > 0 ? t("{{year}} 年已交 {{reported}} / {{asked}} 个单位，另有 {{count}} 个交来的数没有认出", { year: overview.year, reported, asked: asked.length, count: unclear }) : t("{{year}} 年已交 {{reported}} / {{asked}} 个单位", { year: overview.year, reported, asked: asked.length })}</Quiet>}
        {state.phase === "working" && !overview && <Spinner size="small" label={t("正在读取工作表…")} />}
        {isEmpty && <NoMatrix onGenerate={() => onGo({ page: "matrix", part: "generate" })} />}
        {state.phase === "failed" && !isEmpty && <FailureBar failure={state.failure} onRetry={again} />}
        {overview && chosen === "send" && <SendForms key={overview.year} overview={overview} onChange={again} />}
        {overview && chosen === "collect" && <TakeForms key={overview.year} year={overview.year} chase={overview.chase} onChange={again} />}
      </Page>
    </Parts>
  );
}
