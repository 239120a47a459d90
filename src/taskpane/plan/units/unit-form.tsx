import { useState } from "react";
import { Button, Input, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { t } from "../../../locale";
import { shortNamesOf } from "../../../matrix/columns";
import type { Unit } from "../../../plan/model";
import type { EditablePlan } from "../../open-plan/use-open-plan";
import { longestShortName } from "../../../plan/units/short-names";
import { withAction, type UnitAction } from "./unit-action";
import { UnitMerge } from "./unit-merge";
import { smallTextDense } from "../../layout/small-text";

const useStyles = makeStyles({
  quiet: smallTextDense,
  form: {
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    margin: "6px 0",
    padding: "8px",
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  line: { display: "flex", gap: "6px", alignItems: "center", flexWrap: "wrap" },
  field: { flex: 1, minWidth: "min(120px, 100%)" },
});

interface UnitFormProps {
  unit: Unit;
  openPlan: EditablePlan;
  onAction: (act: UnitAction) => void;
}

/** Edits a unit: its name and short name, merging it into another unit, splitting off its aliases. */
export function UnitForm({ unit, openPlan, onAction }: UnitFormProps) {
  const styles = useStyles();
  const { units, groups } = openPlan.plan;
  const [name, setName] = useState(unit.name);
  const now = shortNamesOf(openPlan.plan).get(unit.name) ?? unit.name;
  const [short, setShort] = useState(now);
  const [other, setOther] = useState("");
  /** The unit to merge into, and whether the user came here by renaming. */
  const [merging, setMerging] = useState<{ into: Unit; isRename: boolean }>();
  const act = (one: UnitAction): void => {
    openPlan.correct((before) => withAction(before, one));
    onAction(one);
  };
  const others = units.filter((one) => one.name !== unit.name);
  const isGroup = groups.some((group) => group.name === name);
  const rename = (): void => {
    // Two units must never share a name: offer to merge them.
    const into = others.find((one) => one.name === name) ?? others.find(({ aliases }) => aliases.includes(name));
    if (into) setMerging({ into, isRename: true });
    else act({ do: "rename", unit: unit.name, given: name });
  };
  const merge = (): void => {
    const into = others.find((one) => one.name === other);
    if (into) setMerging({ into, isRename: false });
  };
  // A short name chosen by the rules gives way; one that the user chose does not.
  const namesake = others.find(({ shortName }) => shortName === short);
  if (merging) {
    return (
      <div className={styles.form} role="group" aria-label={t("并入{{name}}", { name: merging.into.name })}>
        <UnitMerge
          unit={unit}
          {...merging}
          plan={openPlan.plan}
          onMerge={() => act({ do: "merge", unit: unit.name, into: merging.into.name })}
          onCancel={() => setMerging(undefined)}
        />
      </div>
    );
  }
  return (
    <div className={styles.form} role="group" aria-label={t("修改{{name}}", { name: unit.name })}>
      <div className={styles.line}>
        <Input
          className={styles.field}
          size="small"
          aria-label={t("单位名称")}
          value={name}
          onChange={(_, { value }) => setName(value.trim())}
        />
        <Button size="small" disabled={name === "" || name === unit.name || isGroup} onClick={rename}>
          {t("改名")}
        </Button>
      </div>
      {isGroup && (
        <Text className={styles.quiet} role="status">
          {t("“{{name}}”是集合称谓，单位不能用这个名称。", { name })}
        </Text>
      )}
      <div className={styles.line}>
        <Input
          className={styles.field}
          size="small"
          aria-label={t("简称（表头用）")}
          value={short}
          maxLength={longestShortName}
          onChange={(_, { value }) => setShort(value.trim())}
        />
        <Button
          size="small"
          disabled={short === now || short === "" || namesake !== undefined}
          onClick={() => act({ do: "shorten", unit: unit.name, given: short })}
        >
          {t("设为简称")}
        </Button>
        {unit.shortName && (
          <Button size="small" onClick={() => act({ do: "shorten", unit: unit.name, given: "" })}>
            {t("恢复默认简称")}
          </Button>
        )}
      </div>
      {namesake && (
        <Text className={styles.quiet} role="status">
          {t("“{{short}}”已是“{{name}}”的简称，请另取一个。", { short, name: namesake.name })}
        </Text>
      )}
      <div className={styles.line}>
        <Select
          className={styles.field}
          size="small"
          aria-label={t("并入的单位")}
          value={other}
          onChange={(_, { value }) => setOther(value)}
        >
          <option value="">{t("选择另一个单位")}</option>
          {others.map((one) => (
            <option key={one.name} value={one.name}>
              {one.name}
            </option>
          ))}
        </Select>
        <Button size="small" disabled={other === ""} onClick={merge}>
          {t("并入")}
        </Button>
      </div>
      {unit.aliases.map((alias) => (
        <div className={styles.line} key={alias}>
          <Text className={styles.quiet}>{t("“{{alias}}”其实是另一个单位", { alias })}</Text>
          <Button
            size="small"
            aria-label={t("拆开“{{alias}}”", { alias })}
            onClick={() => act({ do: "part", unit: unit.name, alias })}
          >
            {t("拆开")}
          </Button>
        </div>
      ))}
    </div>
  );
}
