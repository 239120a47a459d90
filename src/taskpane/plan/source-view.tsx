import { useEffect, useRef } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { t } from "../../locale";
import type { Span } from "../../plan/model";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", gap: "12px", height: "100%" },
  text: { flex: 1, overflowY: "auto", margin: 0, padding: "8px", whiteSpace: "pre-wrap", overflowWrap: "anywhere", font: "inherit", fontSize: "13px", lineHeight: "22px", backgroundColor: tokens.colorNeutralBackground2 },
  mark: { backgroundColor: tokens.colorPaletteYellowBackground2, color: "inherit", outline: `1px solid ${tokens.colorPaletteYellowBorderActive}` },
  title: { fontSize: "14px", lineHeight: "20px", margin: 0, fontWeight: 600 },
});

/** The plan's whole text, brought to one place of it. */
export function SourceView({ source, span, note, onBack }: { source: string; span: Span; note: string; onBack: () => void }) {
  const styles = useStyles();
  const mark = useRef<HTMLElement>(null);
  // Newer engines return a promise, which React would take for what is to be done at the end.
  useEffect(() => void mark.current?.scrollIntoView?.({ block: "center" }), [span]);
  return (
    <div className={styles.page}>
      <div>
        <Button size="small" onClick={onBack}>
          {t("返回")}
        </Button>
      </div>
      <h1 className={styles.title} tabIndex={-1}>{note}</h1>
      <pre className={styles.text} tabIndex={0} aria-label={t("方案原文")}>
        {source.slice(0, span[0])}
        <mark ref={mark} className={styles.mark}>
          {source.slice(...span)}
        </mark>
        {source.slice(span[1])}
      </pre>
    </div>
  );
}
