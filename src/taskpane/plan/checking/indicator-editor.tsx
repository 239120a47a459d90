import { Button, makeStyles, Select, tokens } from "@fluentui/react-components";
import { say, t } from "../../../locale";
import { correctedIndicator, type IndicatorCorrection } from "../../../plan/corrections";
import type { Indicator, Op, Period } from "../../../plan/model";
import { Labelled } from "./labelled";
import {
  isRefused,
  shownOf,
  typedMax,
  typedName,
  typedTarget,
  typedUnit,
  typedYear,
  type Refusal,
} from "../../../plan/by-hand/typed-amount";
import { ShortText, type Committed } from "./short-text";

const useStyles = makeStyles({
  box: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(84px, 1fr))",
    gap: "8px 6px",
    padding: "8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  wide: { gridColumn: "1 / -1" },
  foot: { gridColumn: "1 / -1", display: "flex", justifyContent: "flex-end" },
});

const opNames = (): Record<Op, string> => ({
  ">=": t("不少于"),
  ">": t("超过"),
  "<=": t("不超过"),
  "<": t("少于"),
  "~": t("约"),
  range: t("区间"),
  "=": t("等于"),
});
const periodNames = (): Record<Period, string> => ({
  perYear: t("每年"),
  perTerm: t("每学期"),
  cumulative: t("累计"),
  byDeadline: t("到某年"),
  other: t("其他"),
});

/** One indicator as read: every field can be corrected, and the indicator removed. */
export function IndicatorEditor({
  indicator,
  onChange,
  onRemove,
}: {
  indicator: Indicator;
  onChange: (change: IndicatorCorrection) => void;
  onRemove: () => void;
}) {
  const styles = useStyles();
  const { name, op, period, deadline } = indicator;
  const { value, max, unit } = shownOf(indicator);
  const take = (read: IndicatorCorrection | Refusal): Committed => {
    if (isRefused(read)) return { refusal: say(read.refusal) };
    if (fieldsOf(correctedIndicator(indicator, read)) === fieldsOf(indicator)) return "same";
    onChange(read);
    return "taken";
  };
  return (
    <div className={styles.box} role="group" aria-label={t("指标：{{name}}", { name })}>
      <ShortText className={styles.wide} label={t("指标")} text={name} onCommit={(text) => take(typedName(text))} />
      <Choice
        label={t("比较方式")}
        names={opNames()}
        value={op}
        onChoose={(next) => onChange({ op: next, ...(next === "range" ? {} : { max: null }) })}
      />
      <ShortText
        label={t("目标数")}
        text={String(value)}
        numeric
        onCommit={(text) => take(typedTarget(text, indicator))}
      />
      {op === "range" && (
        <ShortText
          label={t("上限")}
          text={max === undefined ? "" : String(max)}
          numeric
          onCommit={(text) => take(typedMax(text, indicator))}
        />
      )}
      <ShortText label={t("计量单位")} text={unit} onCommit={(text) => take(typedUnit(text, indicator))} />
      <Choice label={t("口径")} names={periodNames()} value={period} onChoose={(next) => onChange({ period: next })} />
      <ShortText
        label={t("完成年份")}
        text={deadline === undefined ? "" : String(deadline)}
        numeric
        onCommit={(text) => take(typedYear(text))}
      />
      <div className={styles.foot}>
        <Button size="small" appearance="subtle" onClick={onRemove}>
          {t("不是指标，去掉")}
        </Button>
      </div>
    </div>
  );
}

/** All fields of an indicator that can be corrected, as one comparable text. */
const fieldsOf = ({ name, op, value, max, unit, period, deadline, printed }: Indicator): string =>
  [name, op, value, max, unit, period, deadline, printed?.unit].join("\n");

function Choice<K extends string>({
  label,
  names,
  value,
  onChoose,
}: {
  label: string;
  names: Readonly<Record<K, string>>;
  value: K;
  onChoose: (value: K) => void;
}) {
  return (
    <Labelled label={label}>
      <Select size="small" aria-label={label} value={value} onChange={(_, { value: next }) => onChoose(next as K)}>
        {(Object.keys(names) as K[]).map((key) => (
          <option key={key} value={key}>
            {names[key]}
          </option>
        ))}
      </Select>
    </Labelled>
  );
}
