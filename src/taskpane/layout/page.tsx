import type { ReactNode } from "react";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

/** What all pages share: one title, a word beside it, one column of sections with even gaps. */
const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    gap: "16px",
    // A list without entries, small print that is not known, a place where something will be told: no gap of its own.
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
  /** Controls that concern the whole page: a year, 刷新. */
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
  /** Of the heading, by which the section is named for a screen reader. */
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

/** Small print. */
export function SmallText({ children, inline = false }: { children: ReactNode; inline?: boolean }) {
  const styles = useStyles();
  return <span className={mergeClasses(styles.quiet, !inline && styles.block)}>{children}</span>;
}
