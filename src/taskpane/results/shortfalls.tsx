import type { ReactNode } from "react";
import { asOfSentence } from "../../assessment/as-of";
import { shortText } from "../../assessment/breakdown";
import type { YearResults } from "../../assessment/year-results";
import { say, t } from "../../locale";
import { isQuantified } from "../../matrix/limits";
import { Page, SmallText } from "../layout/page";
import { isShort, Rows } from "./rows";

/** 未完成: every number that falls short and every overdue task; pressing one selects its cell. */
export function Shortfalls({ results, controls }: { results: YearResults; controls: ReactNode }) {
  // Numbers first, the furthest from their targets leading; then tasks, the longest overdue first.
  const short = results.rows
    .filter(isShort)
    .sort(
      (a, b) =>
        Number(!isQuantified(a)) - Number(!isQuantified(b)) ||
        (b.daysOverdue ?? 0) - (a.daysOverdue ?? 0) ||
        (a.ratio ?? 1) - (b.ratio ?? 1),
    );
  const told = shortText(results);
  return (
    <Page title={t("{{year}} 年未完成", { year: results.year })} aside={controls}>
      <div aria-live="polite">
        <SmallText>
          {told
            ? t("{{day}}：{{told}}。点一项即可转到单元格。", { day: say(asOfSentence(results)), told: say(told) })
            : t("没有未达标或滞后的指标，也没有逾期的任务。")}
        </SmallText>
      </div>
      <Rows rows={short} />
    </Page>
  );
}
