import { doubtfulCells } from "../../assessment/breakdown";
import { t } from "../../locale";
import type { GoTo, PartKey } from "../navigation";
import { Parts } from "../parts";
import { Entries } from "../review/entries";
import { Overview } from "../review/overview";
import { Shortfalls } from "../review/shortfalls";
import { UnitCards } from "../review/unit-cards";
import { WithReview } from "../review/with-review";
import { isShort } from "../review/rows";

type CheckPart = "overview" | "shortfalls" | "entries" | "units";
const isOurs = (part: PartKey | undefined): part is CheckPart =>
  part === "overview" || part === "shortfalls" || part === "entries" || part === "units";

/** 检查: where every row stands in the assessment year, what falls short, what cannot be read, who answers for what. */
export function CheckPage({ part, onGo }: { part?: PartKey; onGo: GoTo }) {
  const chosen = isOurs(part) ? part : "overview";
  return (
    <WithReview title={t("检查")} onGo={onGo}>
      {({ review, controls, again }) => {
        const short = review.rows.filter(isShort).length;
        const unreadable = doubtfulCells(review.rows);
        const named = (name: string, count: number): string => (count > 0 ? `${name} ${count}` : name);
        const parts = {
          overview: t("概况"),
          shortfalls: named(t("未完成"), short),
          entries: named(t("待核"), unreadable),
          units: t("单位"),
        };
        return (
          <Parts
            label={t("检查的部分")}
            parts={parts}
            chosen={chosen}
            onChoose={(to) => onGo({ page: "check", part: to })}
          >
            {chosen === "overview" && <Overview review={review} controls={controls} />}
            {chosen === "shortfalls" && <Shortfalls review={review} controls={controls} />}
            {chosen === "entries" && <Entries review={review} controls={controls} onChange={again} />}
            {chosen === "units" && <UnitCards review={review} controls={controls} />}
          </Parts>
        );
      }}
    </WithReview>
  );
}
