import { t } from "../../locale";
import { Page } from "../layout/page";
import type { GoTo } from "../navigation";
import { MakeLists } from "../report/make-lists";
import { WriteReport } from "../report/write-report";
import { WithReview } from "../review/with-review";

/** 报告: what goes to the leaders. */
export function ReportPage({ onGo }: { onGo: GoTo }) {
  return (
    <WithReview title={t("报告和清单")} onGo={onGo}>
      {({ review, controls }) => (
        <Page title={t("报告和清单")} aside={controls}>
          <WriteReport review={review} />
          <MakeLists />
        </Page>
      )}
    </WithReview>
  );
}
