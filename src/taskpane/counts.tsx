import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  list: { display: "flex", flexWrap: "wrap", gap: "6px", margin: 0 },
  item: {
    flex: "1 1 auto",
    boxSizing: "border-box",
    padding: "10px 8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    // Visible only in a contrast theme, which removes the background.
    border: `1px solid ${tokens.colorTransparentStroke}`,
    display: "flex",
    flexDirection: "column-reverse",
  },
  value: { fontSize: "24px", lineHeight: "32px", fontWeight: 600, margin: 0, color: tokens.colorBrandForeground1 },
  label: { fontSize: "12px", lineHeight: "16px", color: tokens.colorNeutralForeground3 },
});

/** A few large numbers side by side. */
export function Counts({ items }: { items: { label: string; value: number }[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {items.map(({ label, value }) => (
        <div className={styles.item} key={label}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
