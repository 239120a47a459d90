import { makeStyles, tokens } from "@fluentui/react-components";
import { t } from "../../../locale";

const useStyles = makeStyles({
  sides: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(120px, 1fr))", gap: "6px", marginTop: "4px" },
  side: {
    padding: "4px 8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    fontSize: "12px",
    lineHeight: "18px",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    maxHeight: "144px",
    overflowY: "auto",
  },
  label: { display: "block", color: tokens.colorNeutralForeground3 },
  gone: {
    backgroundColor: tokens.colorPaletteRedBackground1,
    color: tokens.colorPaletteRedForeground1,
    textDecorationLine: "line-through",
  },
  come: {
    backgroundColor: tokens.colorPaletteGreenBackground1,
    color: tokens.colorPaletteGreenForeground1,
    textDecorationLine: "none",
  },
});

/** What two texts have in common at their beginning and end. */
export function commonEnds(before: string, after: string): { head: number; tail: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { head, tail };
}

/** Before and after side by side, one above the other where the pane is narrow; what differs is marked. */
export function Difference({ before, after }: { before: string; after: string }) {
  const styles = useStyles();
  const { head, tail } = commonEnds(before, after);
  const parts = (text: string): [string, string, string] => [
    text.slice(0, head),
    text.slice(head, text.length - tail),
    text.slice(text.length - tail),
  ];
  const [a, gone, b] = parts(before);
  const [c, come, d] = parts(after);
  return (
    <div className={styles.sides}>
      <div className={styles.side} tabIndex={before.length > 200 ? 0 : undefined}>
        <span className={styles.label}>{t("改前")}</span>
        {a}
        {gone !== "" && <del className={styles.gone}>{gone}</del>}
        {b}
        {before === "" && t("（空）")}
      </div>
      <div className={styles.side} tabIndex={after.length > 200 ? 0 : undefined}>
        <span className={styles.label}>{t("改后")}</span>
        {c}
        {come !== "" && <ins className={styles.come}>{come}</ins>}
        {d}
        {after === "" && t("（空）")}
      </div>
    </div>
  );
}
