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

/** The lengths of the common beginning and end of two texts; they never overlap. */
export function commonEnds(before: string, after: string): { prefix: number; suffix: number } {
  const most = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < most && before[prefix] === after[prefix]) prefix++;
  let suffix = 0;
  while (suffix < most - prefix && before[before.length - 1 - suffix] === after[after.length - 1 - suffix]) suffix++;
  return { prefix, suffix };
}

/** Before and after side by side, or one above the other in a narrow pane; the difference is marked. */
export function Difference({ before, after }: { before: string; after: string }) {
  const styles = useStyles();
  const { prefix, suffix } = commonEnds(before, after);
  const parts = (text: string): [string, string, string] => [
    text.slice(0, prefix),
    text.slice(prefix, text.length - suffix),
    text.slice(text.length - suffix),
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
