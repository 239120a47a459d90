import { useState } from "react";
import { Button, Checkbox, makeStyles, Text } from "@fluentui/react-components";
import { t } from "../../../locale";
import { differenceOf, formOf, type ReadingDifference } from "../../../plan/by-hand/taught-form";
import { withName, type NameRole } from "../../../plan/by-hand/assign-name";
import { withForm, withoutUnit } from "../../../plan/by-hand/taught";
import type { Corrections } from "../../../plan/corrections";
import type { TaughtForm } from "../../../plan/decisions";
import type { Span } from "../../../plan/model";
import { inBackground } from "../../background";
import type { EditablePlan } from "../../open-plan/use-open-plan";
import { FormPreview } from "./form-preview";
import { smallTextDense } from "../../layout/small-text";

const useStyles = makeStyles({
  actions: { display: "flex", flexDirection: "column", gap: "4px" },
  row: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center" },
  quiet: smallTextDense,
});

interface NameActionsProps {
  openPlan: EditablePlan;
  span: Span;
  onApply: (change: (before: Corrections) => Corrections, told: string) => void;
}

/** Says what a name is: lead, responsible, or no unit; at this place alone, or wherever the plan writes it this way. */
export function NameActions({ openPlan, span, onApply }: NameActionsProps) {
  const styles = useStyles();
  const { source, plan, corrections } = openPlan;
  const name = source.slice(...span);
  const [everywhere, setEverywhere] = useState(false);
  const [preview, setPreview] = useState<{ form: TaughtForm; difference?: ReadingDifference }>();
  const [isUnclear, setUnclear] = useState(false);
  const here = (role: NameRole): void =>
    onApply(
      (before) => withName(before, source, plan, span, role),
      role === "lead" ? t("“{{name}}”已作为牵头单位。", { name }) : t("“{{name}}”已作为责任单位。", { name }),
    );
  const look = (role: NameRole): void => {
    const form = formOf(source, span, role);
    setUnclear(form === undefined);
    if (!form) return;
    setPreview({ form });
    void inBackground("readText", source, withForm(corrections, form)).then(
      (read) => setPreview((now) => (now?.form === form ? { form, difference: differenceOf(plan, read.plan) } : now)),
      () => setPreview(undefined),
    );
  };
  const choose = (role: NameRole): void => (everywhere ? look(role) : here(role));
  if (preview) {
    return (
      <FormPreview
        {...preview}
        onTake={() => onApply((before) => withForm(before, preview.form), t("同样写法的都已这样读。"))}
        onCancel={() => setPreview(undefined)}
      />
    );
  }
  return (
    <div className={styles.actions} role="group" aria-label={t("“{{name}}”是", { name })}>
      <div className={styles.row}>
        <Button size="small" onClick={() => choose("lead")}>
          {t("牵头")}
        </Button>
        <Button size="small" onClick={() => choose("responsible")}>
          {t("责任")}
        </Button>
        <Button
          size="small"
          onClick={() => onApply((before) => withoutUnit(before, name), t("“{{name}}”不再作为单位。", { name }))}
        >
          {t("不是单位")}
        </Button>
      </div>
      <Checkbox
        label={t("同样写法的都这样读")}
        checked={everywhere}
        onChange={(_, { checked }) => setEverywhere(checked === true)}
      />
      {isUnclear && (
        <Text className={styles.quiet} role="status">
          {t("前后文字看不出写法，只能改这一处。")}
        </Text>
      )}
    </div>
  );
}
