import { useCallback, type ReactNode } from "react";
import { Spinner } from "@fluentui/react-components";
import { readYearResults } from "../../excel/assessment";
import type { YearResults } from "../../assessment/year-results";
import { t } from "../../locale";
import { FailureBar } from "../failure-bar";
import { Page } from "../layout/page";
import { useYear } from "../layout/use-year";
import { YearControls } from "../layout/year-controls";
import type { GoTo } from "../navigation";
import { NoMatrix } from "../no-matrix";
import { shownOf, useAsync } from "../use-async";
import { useWatch } from "../use-watch";

interface Given {
  results: YearResults;
  /** 评估年度 and 刷新, for the page's title line. */
  controls: ReactNode;
  again: () => void;
}

/**
 * Reads the year's results, follows edits in the workbook, and shows what prevents reading.
 * @param title the page's title while there is nothing to show yet
 */
export function WithResults({
  title,
  onGo,
  children,
}: {
  title: string;
  onGo: GoTo;
  children: (given: Given) => ReactNode;
}) {
  const { state, run } = useAsync(readYearResults);
  useWatch(run);
  const again = useCallback(() => void run(), [run]);
  const { wanted, wantedMonth, failure, choose, chooseMonth } = useYear(again);
  const results = shownOf(state);
  const isEmpty = state.phase === "failed" && state.failure.code === "NoMatrix";
  if (isEmpty || !results) {
    return (
      <Page title={title}>
        {isEmpty && <NoMatrix onGenerate={() => onGo({ page: "matrix", part: "generate" })} />}
        {state.phase === "failed" && !isEmpty && <FailureBar failure={state.failure} onRetry={again} />}
        {state.phase !== "failed" && <Spinner size="small" label={t("正在读取工作表…")} />}
      </Page>
    );
  }
  const controls = (
    <YearControls
      year={wanted ?? results.year}
      years={results.years}
      month={wantedMonth ?? results.month}
      onYear={choose}
      onMonth={chooseMonth}
      onRefresh={again}
    />
  );
  return (
    <>
      {state.phase === "failed" && <FailureBar failure={state.failure} onRetry={again} />}
      {failure && <FailureBar failure={failure} onRetry={again} />}
      {children({ results, controls, again })}
    </>
  );
}
