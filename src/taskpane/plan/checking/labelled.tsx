import type { ReactNode } from "react";
import { makeStyles, mergeClasses } from "@fluentui/react-components";

const useStyles = makeStyles({
  field: { display: "flex", flexDirection: "column", justifyContent: "flex-end", gap: "2px", minWidth: 0 },
  label: { fontSize: "12px", lineHeight: "16px" },
});

/** A field below its name. In a row of several, contents alone would not tell them apart. */
export function Labelled({
  label,
  className,
  children,
}: {
  label: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <label className={mergeClasses(styles.field, className)}>
      <span className={styles.label}>{label}</span>
      {children}
    </label>
  );
}
