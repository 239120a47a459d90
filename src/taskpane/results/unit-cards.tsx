import { useState, type ReactNode } from "react";
import { Badge, Button, makeStyles, Select, tokens } from "@fluentui/react-components";
import { shortOf, sumOf } from "../../assessment/breakdown";
import type { YearResults, UnitResult } from "../../assessment/year-results";
import { listed, t } from "../../locale";
import { Counts } from "../counts";
import { Page, SmallText, Section } from "../layout/page";
import { Rows } from "./rows";

const useStyles = makeStyles({
  head: { display: "flex", gap: "8px", alignItems: "center", flexWrap: "wrap" },
  choice: { flex: 1, minWidth: "min(230px, 100%)" },
  missing: { color: tokens.colorPaletteRedForeground1 },
});

/** 单位: everything that a unit leads or helps with, and its results. */
export function UnitCards({ results, controls }: { results: YearResults; controls: ReactNode }) {
  const styles = useStyles();
  // The units with most tasks come first: they are asked about most.
  const units = [...results.units].sort((a, b) => b.leads.tasks - a.leads.tasks || b.helps.tasks - a.helps.tasks);
  const [name, setName] = useState<string>();
  const unit = units.find((one) => one.name === name) ?? units[0];
  const missing = units.filter(({ isMissing }) => isMissing);
  return (
    <Page title={t("各单位")} aside={controls}>
      {unit && (
        <div className={styles.head}>
          <Select
            className={styles.choice}
            aria-label={t("单位")}
            value={unit.name}
            onChange={(_, { value }) => setName(value)}
          >
            {units.map((one) => (
              <option key={one.name} value={one.name}>
                {t("{{name}}（牵头任务 {{leads}}，责任任务 {{helps}}）", {
                  name: one.name,
                  leads: one.leads.tasks,
                  helps: one.helps.tasks,
                })}
              </option>
            ))}
          </Select>
          {unit.asked > 0 && (
            <Badge color={unit.hasReported ? "success" : "warning"}>
              {unit.hasReported ? t("已交") : unit.isMissing ? t("尚未报送") : t("交来的没有认出")}
            </Badge>
          )}
        </div>
      )}
      {unit && <UnitCard unit={unit} results={results} />}
      {missing.length > 0 && (
        <Section
          id="missing-units"
          title={t("尚未报送的单位（{{count}}）", { count: missing.length })}
          aside={
            <Button
              size="small"
              onClick={() => void navigator.clipboard?.writeText(listed(missing.map((one) => one.name)))}
            >
              {t("复制名单")}
            </Button>
          }
        >
          <SmallText>{listed(missing.map((one) => one.name))}</SmallText>
        </Section>
      )}
    </Page>
  );
}

function UnitCard({
  unit: { name, leads, helps, counts, tasks },
  results: { rows },
}: {
  unit: UnitResult;
  results: YearResults;
}) {
  const led = rows.filter((row) => row.leads.includes(name));
  const helped = rows.filter((row) => row.helpers.includes(name));
  return (
    <>
      <Counts
        items={[
          { label: t("牵头任务"), value: leads.tasks },
          { label: t("责任任务"), value: helps.tasks },
          { label: t("达标"), value: counts.reached },
          ...(sumOf(tasks) > 0 ? [{ label: t("完成"), value: counts.done }] : []),
          { label: t("未完成"), value: shortOf({ counts }) },
        ]}
      />
      {led.length > 0 && (
        <Section
          id="unit-leads"
          title={t("牵头（{{tasks}} 项任务，{{indicators}} 项指标）", {
            tasks: leads.tasks,
            indicators: leads.indicators,
          })}
        >
          <Rows rows={led} />
        </Section>
      )}
      {helped.length > 0 && (
        <Section
          id="unit-helps"
          title={t("责任（{{tasks}} 项任务，{{indicators}} 项指标）", {
            tasks: helps.tasks,
            indicators: helps.indicators,
          })}
        >
          <Rows rows={helped} />
        </Section>
      )}
    </>
  );
}
