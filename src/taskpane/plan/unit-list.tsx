import { useMemo, useState } from "react";
import { Button, makeStyles, MessageBar, MessageBarBody, Text } from "@fluentui/react-components";
import { listed, t } from "../../locale";
import { shortNamesOf } from "../../matrix/columns";
import type { Plan } from "../../plan/model";
import { Expandable } from "../expandable";
import type { EditablePlan } from "../open-plan/use-open-plan";
import { UnitForm } from "./units/unit-form";
import { outcomeOf, type UnitAction } from "./units/unit-action";
import { smallTextDense } from "../layout/small-text";

const useStyles = makeStyles({
  row: { display: "flex", gap: "8px", justifyContent: "space-between", alignItems: "baseline" },
  short: { ...smallTextDense, marginRight: "12px" },
  quiet: smallTextDense,
});

/** Units, those that lead most first. Each can be edited; the outcome of the last action is shown on top. */
export function UnitList({ openPlan }: { openPlan: EditablePlan }) {
  const styles = useStyles();
  const { plan } = openPlan;
  const [open, setOpen] = useState<string>();
  // The outcome is known once the plan has been read again.
  const [done, setDone] = useState<{ act: UnitAction; before: Plan }>();
  const came = done && !openPlan.isReading && done.before !== plan ? outcomeOf(done.act, plan) : undefined;
  const act = (one: UnitAction): void => {
    setDone({ act: one, before: plan });
    setOpen(undefined);
  };
  const short = useMemo(() => shortNamesOf(plan), [plan]);
  const units = useMemo(
    () =>
      plan.units
        .map((unit) => ({
          unit,
          leads: plan.tasks.filter(({ lead }) => lead.includes(unit.name)).length,
          helps: plan.tasks.filter(({ responsible }) => responsible.includes(unit.name)).length,
        }))
        .sort((a, b) => b.leads - a.leads || b.helps - a.helps),
    [plan],
  );
  return (
    <>
      <div aria-live="polite">
        {came && (
          <MessageBar intent={came.isDone ? "success" : "warning"} layout="multiline" data-landing tabIndex={-1}>
            <MessageBarBody>{came.text}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <Expandable
        items={units}
        render={({ unit, leads, helps }) => (
          <li key={unit.name}>
            <div className={styles.row}>
              <Text>{unit.name}</Text>
              <span>
                <Text className={styles.quiet}>{t("牵头 {{leads}} · 责任 {{helps}}", { leads, helps })} </Text>
                <Button
                  size="small"
                  appearance="subtle"
                  aria-expanded={open === unit.name}
                  onClick={() => setOpen(open === unit.name ? undefined : unit.name)}
                >
                  {t("修改")}
                </Button>
              </span>
            </div>
            {short.get(unit.name) !== unit.name && (
              <Text className={styles.short}>{t("简称：{{short}}", { short: short.get(unit.name)! })}</Text>
            )}
            {unit.aliases.length > 0 && (
              <Text className={styles.quiet}>{t("又作：{{aliases}}", { aliases: listed(unit.aliases) })}</Text>
            )}
            {open === unit.name && <UnitForm unit={unit} openPlan={openPlan} onAction={act} />}
          </li>
        )}
      />
    </>
  );
}
