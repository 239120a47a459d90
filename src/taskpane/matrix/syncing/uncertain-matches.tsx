import { makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import { t } from "../../../locale";
import type { SyncPreview } from "../../../excel/sync";
import { Expandable } from "../../expandable";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: "8px" },
  heading: { fontSize: "14px", lineHeight: "20px", fontWeight: 600, margin: 0 },
  card: {
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: "anywhere",
  },
  side: { margin: 0 },
  label: { color: tokens.colorNeutralForeground3, fontSize: "12px", marginRight: "12px" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "6px" },
});

const inSheet = (kind: "task" | "indicator" | "unit"): string =>
  ({ task: t("表中任务"), indicator: t("表中指标"), unit: t("表中单位") })[kind];

/** Pairs that may or may not be the same item; the assumption is pressed, and the user can change it. */
export function UncertainMatches({
  doubtful,
  onDecide,
}: {
  doubtful: SyncPreview["doubtful"];
  onDecide: (incoming: string, base: string, same: boolean) => void;
}) {
  const styles = useStyles();
  if (doubtful.length === 0) return null;
  return (
    <section className={styles.section} aria-label={t("请确认是不是同一项")}>
      <h2 className={styles.heading}>{t("请确认是不是同一项（{{count}}）", { count: doubtful.length })}</h2>
      <Expandable
        items={doubtful}
        render={({ kind, incoming, base, incomingText, baseText, matched }) => (
          <li key={`${incoming} ${base}`} className={styles.card}>
            <p className={styles.side}>
              <span className={styles.label}>{inSheet(kind)}</span>
              {baseText}
            </p>
            <p className={styles.side}>
              <span className={styles.label}>{t("方案中")}</span>
              {incomingText}
            </p>
            <div className={styles.buttons}>
              <ToggleButton size="small" checked={matched} onClick={() => onDecide(incoming, base, true)}>
                {t("是同一项")}
              </ToggleButton>
              <ToggleButton size="small" checked={!matched} onClick={() => onDecide(incoming, base, false)}>
                {t("不是同一项")}
              </ToggleButton>
            </div>
          </li>
        )}
      />
    </section>
  );
}
