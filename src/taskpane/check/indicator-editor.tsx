import { Button, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { IndicatorCorrection } from "../../plan/corrections";
import type { Indicator, Op, Period } from "../../plan/model";
import { ShortText } from "./short-text";

const useStyles = makeStyles({
  box: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: "6px", padding: "8px", borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground2 },
  wide: { gridColumn: "1 / -1" },
  foot: { gridColumn: "1 / -1", display: "flex", justifyContent: "flex-end" },
});

const ops: Record<Op, string> = { ">=": "不少于", ">": "超过", "<=": "不超过", "<": "少于", "~": "约", range: "区间", "=": "等于" };
const periods: Record<Period, string> = { perYear: "每年", perTerm: "每学期", cumulative: "累计", byDeadline: "到某年", other: "其他" };

/** One indicator's reading; every field can be set right, and the whole taken out. */
export function IndicatorEditor({ indicator, onChange, onRemove }: { indicator: Indicator; onChange: (change: IndicatorCorrection) => void; onRemove: () => void }) {
  const styles = useStyles();
  const { name, op, value, max, unit, period, deadline } = indicator;
  return (
    <div className={styles.box} role="group" aria-label={`指标：${name}`}>
      <ShortText className={styles.wide} label="指标" text={name} onCommit={(text) => onChange({ name: text })} />
      <Select size="small" aria-label="比较方式" value={op} onChange={(_, { value: next }) => onChange({ op: next as Op, ...(next === "range" ? {} : { max: null }) })}>
        {Object.entries(ops).map(([key, label]) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </Select>
      <ShortText label="目标数" text={String(value)} numeric needed onCommit={(text) => onChange({ value: Number(text) })} />
      {op === "range" && <ShortText label="上限" text={max === undefined ? "" : String(max)} numeric onCommit={(text) => onChange({ max: text === "" ? null : Number(text) })} />}
      <ShortText label="计量单位" text={unit} onCommit={(text) => onChange({ unit: text })} />
      <Select size="small" aria-label="口径" value={period} onChange={(_, { value: next }) => onChange({ period: next as Period })}>
        {Object.entries(periods).map(([key, label]) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </Select>
      <ShortText label="完成年份" text={deadline === undefined ? "" : String(deadline)} numeric onCommit={(text) => onChange({ deadline: text === "" ? null : Number(text) })} />
      <div className={styles.foot}>
        <Button size="small" appearance="subtle" onClick={onRemove}>
          不是指标，去掉
        </Button>
      </div>
    </div>
  );
}
