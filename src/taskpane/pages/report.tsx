import { t } from "../../locale";
import { Page } from "../layout/page";
import type { GoTo } from "../navigation";
import { MakeLists } from "../report/make-lists";
import { WriteReport } from "../report/write-report";
import { WithResults } from "../results/with-results";

/** 报告: the report, lists and dashboard for the leadership. */
export function ReportPage({ onGo }: { onGo: GoTo }) {
  return (
    <WithResults title={t("报告和清单")} onGo={onGo}>
      {({ results, controls }) => (
        <Page title={t("报告和清单")} aside={controls}>
          <WriteReport results={results} />
          <MakeLists />
        </Page>
      )}
    </WithResults>
  );
}
