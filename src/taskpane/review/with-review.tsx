import { useCallback, type ReactNode } from "react";
import { Spinner } from "@fluentui/react-components";
import { readReview } from "../../excel/assessment";
import type { Review } from "../../assessment/review";
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
  review: Review;
  /** 评估年度 and 刷新, for the page's title line. */
  controls: ReactNode;
  again: () => void;
}

/**
 * Reads where everything stands, follows the edits in the workbook, and says what is in the way.
 * @param title of the page while there is nothing to show on it
 */
export function WithReview({
  title,
  onGo,
  children,
}: {
  title: string;
  onGo: GoTo;
  children: (given: Given) => ReactNode;
}) {
  const { state, run } = useAsync(readReview);
  useWatch(run);
  const again = useCallback(() => void run(), [run]);
  const { wanted, wantedMonth, failure, choose, chooseMonth } = useYear(again);
  const review = shownOf(state);
  const isEmpty = state.phase === "failed" && state.failure.code === "NoMatrix";
  if (isEmpty || !review) {
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
      year={wanted ?? review.year}
      years={review.years}
      month={wantedMonth ?? review.month}
      onYear={choose}
      onMonth={chooseMonth}
      onRefresh={again}
    />
  );
  return (
    <>
      {state.phase === "failed" && <FailureBar failure={state.failure} onRetry={again} />}
      {failure && <FailureBar failure={failure} onRetry={again} />}
      {children({ review, controls, again })}
    </>
  );
}
