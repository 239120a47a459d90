import { makeStyles, tokens } from "@fluentui/react-components";
import { elsewhere, nobody, type Share } from "../../assessment/breakdown";
import { listed, t } from "../../locale";
import { statusKeys, type StatusKey } from "../../matrix/statuses";
import { Expandable } from "../expandable";
import { statusFill } from "./status-fill";
import { statusName } from "./status-name";

const useStyles = makeStyles({
  share: {
    display: "flex",
    flexDirection: "column",
    gap: "3px",
    width: "100%",
    font: "inherit",
    color: "inherit",
    textAlign: "left",
    padding: "2px 0",
    border: "none",
    background: "none",
    cursor: "pointer",
    overflowWrap: "anywhere",
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  name: { display: "flex", justifyContent: "space-between", alignItems: "baseline", gap: "8px" },
  count: { color: tokens.colorNeutralForeground3, fontSize: "12px", whiteSpace: "nowrap" },
  bar: { display: "flex", gap: "1px", height: "14px" },
  piece: {
    minWidth: "4px",
    borderRadius: tokens.borderRadiusSmall,
    // A contrast theme keeps the colours and patterns, which the legend explains.
    forcedColorAdjust: "none",
    ":hover": { opacity: 0.8 },
  },
  unseen: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

/**
 * Names of sections and leads are the plan's and stay as they are; the names for rows that have none are translated.
 */
export const shareName = (name: string): string => (name === nobody || name === elsewhere ? t(name) : name);

interface StatusBarsProps {
  shares: readonly Share[];
  /** Called for a whole bar, or for one status of it. */
  onChoose: (name: string, status?: StatusKey) => void;
}

/**
 * A bar for each name: its length shows the number of rows, its segments their statuses. A segment is a shortcut for
 * the mouse and may be narrow. Keyboard, touch and screen readers use the whole bar; the page that it opens has a
 * button for each status.
 */
export function StatusBars({ shares, onChoose }: StatusBarsProps) {
  const styles = useStyles();
  const most = Math.max(1, ...shares.map(({ rows }) => rows));
  return (
    <Expandable
      items={shares}
      render={({ name, rows, counts }) => {
        const held = statusKeys.filter((key) => counts[key] > 0);
        const said = (key: StatusKey): string =>
          t("{{status}} {{count}} 项", { status: statusName(key), count: counts[key] });
        return (
          <li key={name}>
            <button
              type="button"
              className={styles.share}
              onClick={({ target }) =>
                onChoose(
                  name,
                  held.find((key) => key === (target as HTMLElement).dataset["status"]),
                )
              }
            >
              <span className={styles.name}>
                <span>{shareName(name)}</span>
                <span className={styles.count}>{t("{{count}} 项", { count: rows })}</span>
              </span>
              <span className={styles.bar} style={{ width: `${(rows / most) * 100}%` }} aria-hidden>
                {held.map((key) => (
                  <span
                    key={key}
                    className={styles.piece}
                    style={{ flexGrow: counts[key], flexBasis: 0, ...statusFill(key) }}
                    data-status={key}
                    title={said(key)}
                  />
                ))}
              </span>
              <span className={styles.unseen}>{listed(held.map(said))}</span>
            </button>
          </li>
        );
      }}
    />
  );
}
