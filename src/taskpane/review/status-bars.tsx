import { makeStyles, tokens } from "@fluentui/react-components";
import { nobody, type Share } from "../../assessment/breakdown";
import { t } from "../../locale";
import { statusKeys, type StatusKey } from "../../matrix/statuses";
import { Expandable } from "../expandable";
import { statusColour } from "./status-colour";
import { statusName } from "./status-name";

const useStyles = makeStyles({
  item: { display: "flex", flexDirection: "column", gap: "3px" },
  name: {
    display: "flex",
    justifyContent: "space-between",
    gap: "8px",
    font: "inherit",
    color: "inherit",
    textAlign: "left",
    padding: "2px 0",
    border: "none",
    background: "none",
    cursor: "pointer",
    overflowWrap: "anywhere",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  count: { color: tokens.colorNeutralForeground3, fontSize: "12px", whiteSpace: "nowrap" },
  bar: { display: "flex", gap: "1px", height: "14px" },
  piece: {
    minWidth: "4px",
    padding: 0,
    border: "none",
    cursor: "pointer",
    borderRadius: tokens.borderRadiusSmall,
    // The colours are the message; a contrast theme keeps them, and the words above say the same.
    forcedColorAdjust: "none",
    ":hover": { opacity: 0.8 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
});

/** A section's or a lead's name stands in the plan; the one for rows without a lead is ours. */
export const shareName = (name: string): string => (name === nobody ? t(nobody) : name);

interface StatusBarsProps {
  shares: readonly Share[];
  /** A whole bar, or one status of it. */
  onChoose: (name: string, status?: StatusKey) => void;
}

/** A bar for each name, as long as it has rows, in pieces by status. */
export function StatusBars({ shares, onChoose }: StatusBarsProps) {
  const styles = useStyles();
  const most = Math.max(1, ...shares.map(({ rows }) => rows));
  return (
    <Expandable
      items={shares}
      render={({ name, rows, counts }) => (
        <li key={name} className={styles.item}>
          <button type="button" className={styles.name} onClick={() => onChoose(name)}>
            <span>{shareName(name)}</span>
            <span className={styles.count}>{t("{{count}} 项", { count: rows })}</span>
          </button>
          <div className={styles.bar} style={{ width: `${(rows / most) * 100}%` }}>
            {statusKeys
              .filter((key) => counts[key] > 0)
              .map((key) => {
                const label = t("{{name}}：{{status}} {{count}} 项", { name: shareName(name), status: statusName(key), count: counts[key] });
                return <button key={key} type="button" className={styles.piece} style={{ flexGrow: counts[key], flexBasis: 0, backgroundColor: statusColour(key) }} aria-label={label} title={label} onClick={() => onChoose(name, key)} />;
              })}
          </div>
        </li>
      )}
    />
  );
}
