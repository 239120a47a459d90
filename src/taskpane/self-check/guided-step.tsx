import { useEffect, useRef } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Answer, Guided } from "../../excel/self-check";
import { t } from "../../locale";

const useStyles = makeStyles({
  step: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  text: { margin: 0 },
  row: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

export interface AskedStep {
  text: string;
  kind: Guided["kind"];
  onAnswer: (answer: Answer) => void;
}

/** One step of the self-check that the user has to do or look at. */
export function GuidedStep({ text, kind, onAnswer }: AskedStep) {
  const styles = useStyles();
  const shown = useRef<HTMLParagraphElement>(null);
  useEffect(() => void shown.current?.focus(), []);
  return (
    <div className={styles.step} role="group" aria-label={t("请您动手")}>
      <p className={styles.text} ref={shown} tabIndex={-1}>
        {text}
      </p>
      <div className={styles.row}>
        <Button appearance="primary" size="small" onClick={() => onAnswer("yes")}>
          {kind === "act" ? t("做好了") : t("看到了")}
        </Button>
        {kind === "look" && (
          <Button size="small" onClick={() => onAnswer("no")}>
            {t("没有看到")}
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={() => onAnswer("skip")}>
          {t("跳过")}
        </Button>
      </div>
    </div>
  );
}
