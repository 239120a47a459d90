import type { ReactNode } from "react";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

/** Layout that all pages share: a title line and one column of sections with even gaps. */
const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    gap: "16px",
    // Empty lists, texts and live regions must not add a gap of their own.
    "> div:empty, > ul:empty, > span:empty": { marginTop: "-16px" },
  },
  head: { display: "flex", justifyContent: "space-between", alignItems: "center", gap: "8px", flexWrap: "wrap" },
  title: {
    fontSize: "18px",
    lineHeight: "26px",
    fontWeight: 600,
    margin: 0,
    overflowWrap: "anywhere",
    display: "flex",
    alignItems: "center",
    gap: "8px",
  },
  aside: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center" },
  section: { display: "flex", flexDirection: "column", gap: "10px" },
  heading: { fontSize: "15px", lineHeight: "22px", fontWeight: 600, margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "18px", overflowWrap: "anywhere" },
  block: { display: "block" },
});

interface PageProps {
  title: ReactNode;
  /** Controls for the whole page: the year, 刷新. */
  aside?: ReactNode;
  children: ReactNode;
}

export function Page({ title, aside, children }: PageProps) {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title} tabIndex={-1}>
          {title}
        </h1>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </div>
  );
}

interface SectionProps {
  title: string;
  /** The heading's id; screen readers name the section by it. */
  id: string;
  aside?: ReactNode;
  children: ReactNode;
}

export function Section({ title, id, aside, children }: SectionProps) {
  const styles = useStyles();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 className={styles.heading} id={id}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** A line of small grey text. */
export function SmallText({ children, inline = false }: { children: ReactNode; inline?: boolean }) {
  const styles = useStyles();
  return <span className={mergeClasses(styles.quiet, !inline && styles.block)}>{children}</span>;
}
