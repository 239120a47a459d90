import type { ReactNode } from "react";
import type { Review } from "../../assessment/review";
import { t } from "../../locale";
import { Page, Quiet } from "../layout/page";
import { isShort, Rows } from "./rows";

/** 未完成: every row that falls short, with a way to its cell. */
export function Shortfalls({ review, controls }: { review: Review; controls: ReactNode }) {
  // What is furthest from its target first.
  const short = review.rows.filter(isShort).sort((a, b) => (a.ratio ?? 1) - (b.ratio ?? 1));
  return (
    <Page title={t("{{year}} 年未完成", { year: review.year })} aside={controls}>
      <div aria-live="polite">
        <Quiet>{short.length === 0 ? t("没有未达标或滞后的指标。") : t("{{count}} 项未完成，点一项即可转到单元格。", { count: short.length })}</Quiet>
      </div>
      <Rows rows={short} />
    </Page>
  );
}
