import { useCallback } from "react";
import { Spinner } from "@fluentui/react-components";
import { roundSentence } from "../../assessment/as-of";
import { readReporting, type ReportingOverview } from "../../excel/assessment";
import { say, t } from "../../locale";
import { wholeYear } from "../../matrix/as-of";
import { FailureBar } from "../failure-bar";
import { Page, SmallText } from "../layout/page";
import { useYear } from "../layout/use-year";
import { YearControls } from "../layout/year-controls";
import type { GoTo, PartKey } from "../navigation";
import { NoMatrix } from "../no-matrix";
import { Parts } from "../parts";
import { SendForms } from "../reporting/send-forms";
import { CollectForms } from "../reporting/collect-forms";
import { shownOf, useAsync } from "../use-async";
import { useWatch } from "../use-watch";

/** 填报: sends forms to the units and collects them. */
export function ReportingPage({ part, onGo }: { part?: PartKey; onGo: GoTo }) {
  const chosen = part === "collect" ? "collect" : "send";
  const { state, run } = useAsync(readReporting);
  useWatch(run);
  const again = useCallback(() => void run(), [run]);
  const { wanted, wantedMonth, failure, choose, chooseMonth } = useYear(again);
  const isEmpty = state.phase === "failed" && state.failure.code === "NoMatrix";
  // If reading fails, the page keeps its content: it may list files that have not been taken in yet.
  const overview = isEmpty ? undefined : shownOf(state);
  const controls = overview && (
    <YearControls
      year={wanted ?? overview.year}
      years={overview.years}
      {...(overview.hasMonth ? { month: wantedMonth ?? overview.month } : {})}
      onYear={choose}
      onMonth={chooseMonth}
      onRefresh={again}
    />
  );
  return (
    <Parts
      label={t("填报的部分")}
      parts={{ send: t("下发"), collect: t("回收") }}
      chosen={chosen}
      onChoose={(to) => onGo({ page: "reporting", part: to })}
    >
      <Page title={chosen === "send" ? t("下发填报表") : t("回收填报表")} aside={controls}>
        {overview && <RoundSummary overview={overview} />}
        {state.phase === "working" && !overview && <Spinner size="small" label={t("正在读取工作表…")} />}
        {isEmpty && <NoMatrix onGenerate={() => onGo({ page: "matrix", part: "generate" })} />}
        {state.phase === "failed" && !isEmpty && <FailureBar failure={state.failure} onRetry={again} />}
        {failure && <FailureBar failure={failure} onRetry={again} />}
        {overview && chosen === "send" && (
          <SendForms key={`${overview.year}-${overview.month}`} overview={overview} onChange={again} />
        )}
        {overview && chosen === "collect" && (
          <CollectForms
            key={`${overview.year}-${overview.month}`}
            year={overview.year}
            chase={overview.chase}
            onChange={again}
          />
        )}
      </Page>
    </Parts>
  );
}

/** How many of the units asked have reported in the round under way. */
function RoundSummary({ overview }: { overview: ReportingOverview }) {
  const asked = overview.units.filter((unit) => unit.asked > 0);
  const reported = asked.filter(({ hasReported }) => hasReported).length;
  const unclear = asked.length - reported - overview.chase.missing.length;
  const sentence = say(roundSentence(overview));
  const round = overview.month === wholeYear ? sentence : t("本轮（{{round}}）", { round: sentence });
  return (
    <SmallText>
      {unclear > 0
        ? t("{{round}}已交 {{reported}} / {{asked}} 个单位，另有 {{count}} 个交来的数没有认出", {
            round,
            reported,
            asked: asked.length,
            count: unclear,
          })
        : t("{{round}}已交 {{reported}} / {{asked}} 个单位", { round, reported, asked: asked.length })}
    </SmallText>
  );
}
