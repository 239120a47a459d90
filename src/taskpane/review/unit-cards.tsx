import { useState, type ReactNode } from "react";
import { Badge, Button, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { Review, ReviewUnit } from "../../assessment/review";
import { listed, t } from "../../locale";
import { statuses, statusKeys, type StatusKey } from "../../matrix/statuses";
import { Counts } from "../counts";
import { Page, Quiet, Section } from "../layout/page";
import { Rows } from "./rows";

const useStyles = makeStyles({ head: { display: "flex", gap: "8px", alignItems: "center", flexWrap: "wrap" }, choice: { flex: 1, minWidth: "min(230px, 100%)" }, missing: { color: tokens.colorPaletteRedForeground1 } });

const total = (counts: Record<StatusKey, number>, holds: (key: StatusKey) => boolean): number => statusKeys.reduce((sum, key) => sum + (holds(key) ? counts[key] : 0), 0);

/** 单位: everything that a unit leads or helps with, and how it stands. */
export function UnitCards({ review, controls }: { review: Review; controls: ReactNode }) {
  const styles = useStyles();
  // Who has most to do is asked for most.
  const units = [...review.units].sort((a, b) => b.leads - a.leads || b.helps - a.helps);
  const [name, setName] = useState<string>();
  const unit = units.find((one) => one.name === name) ?? units[0];
  const missing = units.filter(({ leads, hasReported }) => leads > 0 && !hasReported);
  return (
    <Page title={t("各单位")} aside={controls}>
      {unit && (
        <div className={styles.head}>
          <Select className={styles.choice} aria-label={t("单位")} value={unit.name} onChange={(_, { value }) => setName(value)}>
            {units.map((one) => (
              <option key={one.name} value={one.name}>
                {t("{{name}}（牵头 {{leads}}，责任 {{helps}}）", { name: one.name, leads: one.leads, helps: one.helps })}
              </option>
            ))}
          </Select>
          {unit.leads > 0 && <Badge color={unit.hasReported ? "success" : "warning"}>{unit.hasReported ? t("已交") : t("未交")}</Badge>}
        </div>
      )}
      {unit && <UnitCard unit={unit} review={review} />}
      {missing.length > 0 && (
        <Section
          id="missing-units"
          title={t("牵头而未交的单位（{{count}}）", { count: missing.length })}
          aside={
            <Button size="small" onClick={() => void navigator.clipboard?.writeText(listed(missing.map((one) => one.name)))}>
              {t("复制名单")}
            </Button>
          }
        >
          <Quiet>{listed(missing.map((one) => one.name))}</Quiet>
        </Section>
      )}
    </Page>
  );
}

function UnitCard({ unit: { name, leads, helps, counts }, review: { rows } }: { unit: ReviewUnit; review: Review }) {
  const led = rows.filter((row) => row.leads.includes(name));
  const helped = rows.filter((row) => row.helpers.includes(name));
  return (
    <>
      <Counts
        items={[
          { label: t("牵头"), value: leads },
          { label: t("责任"), value: helps },
          { label: t("达标"), value: counts.reached },
          { label: t("未完成"), value: total(counts, (key) => statuses[key].short) },
        ]}
      />
      {led.length > 0 && (
        <Section id="unit-leads" title={t("牵头（{{count}}）", { count: led.length })}>
          <Rows rows={led} />
        </Section>
      )}
      {helped.length > 0 && (
        <Section id="unit-helps" title={t("责任（{{count}}）", { count: helped.length })}>
          <Rows rows={helped} />
        </Section>
      )}
    </>
  );
}
