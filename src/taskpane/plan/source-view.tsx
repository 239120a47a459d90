import { useEffect, useMemo, useRef } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { t } from "../../locale";
import type { Span } from "../../plan/model";
import { around, stretchesOf } from "./stretches";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", gap: "12px" },
  // The way back stays in sight, wherever in the text one is.
  head: { position: "sticky", top: "-16px", zIndex: 1, margin: "-16px -16px 0", padding: "12px 16px", display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "8px", backgroundColor: tokens.colorNeutralBackground1, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  text: { margin: 0, padding: "8px", whiteSpace: "pre-wrap", overflowWrap: "anywhere", font: "inherit", fontSize: "13px", lineHeight: "22px", backgroundColor: tokens.colorNeutralBackground2 },
  // A long plan is laid out where it is looked at, not all of it at once; until then a stretch is taken to be 50 lines high.
  stretch: { display: "block", contentVisibility: "auto", containIntrinsicSize: "auto 1100px" },
  line: { display: "block" },
  mark: { backgroundColor: tokens.colorPaletteYellowBackground2, color: "inherit", outline: `1px solid ${tokens.colorPaletteYellowBorderActive}` },
  title: { fontSize: "14px", lineHeight: "20px", margin: 0, fontWeight: 600 },
});

/** The plan's whole text, brought to one place of it. */
export function SourceView({ source, span, note, onBack }: { source: string; span: Span; note: string; onBack: () => void }) {
  const styles = useStyles();
  const mark = useRef<HTMLElement>(null);
  // Newer engines return a promise, which React would take for what is to be done at the end.
  useEffect(() => void mark.current?.scrollIntoView?.({ block: "center" }), [span]);
  const { left, right, before, after } = useMemo(() => {
    const parts = around(source, span);
    return { ...parts, before: stretchesOf(parts.before), after: stretchesOf(parts.after) };
  }, [source, span]);
  const stretch = (text: string, index: number) => (
    <span key={index} className={styles.stretch}>
      {text}
    </span>
  );
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <Button size="small" onClick={onBack}>
          {t("返回")}
        </Button>
        <h1 className={styles.title} tabIndex={-1}>{note}</h1>
      </div>
      <pre className={styles.text} tabIndex={0} aria-label={t("方案原文")}>
        {before.map(stretch)}
        <span className={styles.line}>
          {left}
          <mark ref={mark} className={styles.mark}>
            {source.slice(...span)}
          </mark>
          {right}
        </span>
        {after.map(stretch)}
      </pre>
    </div>
  );
}
