import type { ReactNode } from "react";
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { say, t } from "../../../locale";
import type { Question } from "../../../plan/questions";

const useStyles = makeStyles({
  card: { padding: "10px 12px", borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}`, borderLeft: `4px solid ${tokens.colorPaletteYellowBorderActive}`, overflowWrap: "anywhere" },
  buttons: { display: "flex", gap: "8px", marginTop: "8px", flexWrap: "wrap" },
});

interface QuestionCardProps {
  question: Question;
  onSettle: () => void;
  /** Opens what the question is about, to set it right; absent where there is nothing to open. */
  onOpen?: () => void;
  onMerge: () => void;
  /** In place of the buttons, where the answer is no choice. */
  form?: ReactNode;
}

/** One thing to confirm: right as it is, or to be set right. */
export function QuestionCard({ question, onSettle, onOpen, onMerge, form }: QuestionCardProps) {
  const styles = useStyles();
  return (
    <div className={styles.card}>
      <Text>{say(question.message)}</Text>
      {form ?? (
        <div className={styles.buttons}>
          {question.pair ? (
            <>
              <Button size="small" onClick={onMerge}>
                {t("是同一单位")}
              </Button>
              <Button size="small" onClick={onSettle}>
                {t("是两个单位")}
              </Button>
            </>
          ) : (
            <Button size="small" onClick={onSettle}>
              {t("对")}
            </Button>
          )}
          {onOpen && (
            <Button size="small" appearance="subtle" onClick={onOpen}>
              {t("看原文并修改")}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
