import { useMemo, useState } from "react";
import { Button, Input, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { listed, t } from "../../locale";
import type { UnitDecisions } from "../../plan/corrections";
import type { Unit } from "../../plan/model";
import { Expandable } from "../expandable";
import type { Reading } from "../reading/use-reading";

const useStyles = makeStyles({
  row: { display: "flex", gap: "8px", justifyContent: "space-between", alignItems: "baseline" },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "16px", overflowWrap: "anywhere" },
  form: { display: "flex", flexDirection: "column", gap: "6px", margin: "6px 0", padding: "8px", backgroundColor: tokens.colorNeutralBackground2, borderRadius: tokens.borderRadiusMedium },
  line: { display: "flex", gap: "6px", alignItems: "center", flexWrap: "wrap" },
  field: { flex: 1, minWidth: "min(120px, 100%)" },
});

/** Units by how much they lead; each can be renamed, joined with another, and its other names parted from it. */
export function UnitList({ reading }: { reading: Reading }) {
  const styles = useStyles();
  const { plan } = reading;
  const [open, setOpen] = useState<string>();
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
    <Expandable
      items={units}
      render={({ unit, leads, helps }) => (
        <li key={unit.name}>
          <div className={styles.row}>
            <Text>{unit.name}</Text>
            <span>
              <Text className={styles.quiet}>
                {t("牵头 {{leads}} · 责任 {{helps}}", { leads, helps })}{" "}
              </Text>
              <Button size="small" appearance="subtle" aria-expanded={open === unit.name} onClick={() => setOpen(open === unit.name ? undefined : unit.name)}>
                {t("修改")}
              </Button>
            </span>
          </div>
          {unit.aliases.length > 0 && <Text className={styles.quiet}>{t("又作：{{aliases}}", { aliases: listed(unit.aliases) })}</Text>}
          {open === unit.name && <UnitForm unit={unit} reading={reading} onDone={() => setOpen(undefined)} />}
        </li>
      )}
    />
  );
}

function UnitForm({ unit, reading, onDone }: { unit: Unit; reading: Reading; onDone: () => void }) {
  const styles = useStyles();
  const [name, setName] = useState(unit.name);
  const [other, setOther] = useState("");
  const decide = (change: (units: UnitDecisions) => UnitDecisions): void => {
    reading.correct((before) => ({ ...before, units: change(before.units) }));
    onDone();
  };
  // A name that a person gave stands for the one that was read.
  const read = Object.entries(reading.corrections.units.renamed).find(([, given]) => given === unit.name)?.[0] ?? unit.name;
  return (
    <div className={styles.form} role="group" aria-label={t("修改{{name}}", { name: unit.name })}>
      <div className={styles.line}>
        <Input className={styles.field} size="small" aria-label={t("单位名称")} value={name} onChange={(_, { value }) => setName(value.trim())} />
        <Button size="small" disabled={name === "" || name === unit.name} onClick={() => decide((units) => ({ ...units, renamed: { ...units.renamed, [read]: name } }))}>
          {t("改名")}
        </Button>
      </div>
      <div className={styles.line}>
        <Select className={styles.field} size="small" aria-label={t("并入的单位")} value={other} onChange={(_, { value }) => setOther(value)}>
          <option value="">{t("选择另一个单位")}</option>
          {reading.plan.units.filter((one) => one.name !== unit.name).map((one) => (
            <option key={one.name} value={one.name}>
              {one.name}
            </option>
          ))}
        </Select>
        <Button size="small" disabled={other === ""} onClick={() => decide((units) => ({ ...units, same: [...units.same, [other, read]] }))}>
          {t("并入")}
        </Button>
      </div>
      {unit.aliases.map((alias) => (
        <div className={styles.line} key={alias}>
          <Text className={styles.quiet}>{t("“{{alias}}”其实是另一个单位", { alias })}</Text>
          <Button size="small" onClick={() => decide((units) => ({ ...units, apart: [...units.apart, alias] }))}>
            {t("拆开")}
          </Button>
        </div>
      ))}
    </div>
  );
}
