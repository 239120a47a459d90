import { countToCheck } from "../../assessment/breakdown";
import { t } from "../../locale";
import { partOf, type GoTo, type PartKey } from "../navigation";
import { Parts } from "../parts";
import { EntriesToCheck } from "../results/entries-to-check";
import { Overview } from "../results/overview";
import { Shortfalls } from "../results/shortfalls";
import { UnitCards } from "../results/unit-cards";
import { WithResults } from "../results/with-results";
import { isShort } from "../results/rows";

/** 检查: the year's results, the shortfalls, the entries to check, and each unit's tasks. */
export function CheckPage({ part, onGo }: { part?: PartKey; onGo: GoTo }) {
  const chosen = partOf("check", part) ?? "overview";
  return (
    <WithResults title={t("检查")} onGo={onGo}>
      {({ results, controls, again }) => {
        const short = results.rows.filter(isShort).length;
        const toCheck = countToCheck(results.rows);
        const named = (name: string, count: number): string => (count > 0 ? `${name} ${count}` : name);
        const parts = {
          overview: t("概况"),
          shortfalls: named(t("未完成"), short),
          entries: named(t("待核"), toCheck),
          units: t("单位"),
        };
        return (
          <Parts
            label={t("检查的部分")}
            parts={parts}
            chosen={chosen}
            onChoose={(to) => onGo({ page: "check", part: to })}
          >
            {chosen === "overview" && <Overview results={results} controls={controls} />}
            {chosen === "shortfalls" && <Shortfalls results={results} controls={controls} />}
            {chosen === "entries" && <EntriesToCheck results={results} controls={controls} onChange={again} />}
            {chosen === "units" && <UnitCards results={results} controls={controls} />}
          </Parts>
        );
      }}
    </WithResults>
  );
}
