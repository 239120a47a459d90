import { useId, useState, type ReactNode } from "react";
import { Button, makeStyles, Text } from "@fluentui/react-components";
import { say, t } from "../../../locale";
import type { Question, QuestionSet } from "../../../plan/questions";
import { Expandable } from "../../expandable";
import { questionStyle } from "./question-style";

const useStyles = makeStyles({
  card: questionStyle,
  buttons: { display: "flex", gap: "8px", marginTop: "8px", flexWrap: "wrap" },
  each: { marginTop: "10px" },
});

interface QuestionSetCardProps {
  set: QuestionSet;
  onSettleAll: () => void;
  /** Renders one of the questions, with its own answers. */
  render: (question: Question) => ReactNode;
}

/** Several questions of one kind, asked as one: answer all at once, or open them one by one. */
export function QuestionSetCard({ set, onSettleAll, render }: QuestionSetCardProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  if (!set.message) return <>{set.questions.map(render)}</>;
  return (
    <div className={styles.card}>
      <Text id={id}>{say(set.message)}</Text>
      <div className={styles.buttons}>
        <Button size="small" onClick={onSettleAll} aria-describedby={id}>
          {t("全部这样")}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={isOpen}
          aria-describedby={id}
          onClick={() => setOpen(!isOpen)}
        >
          {t("逐项看")}
        </Button>
      </div>
      {isOpen && (
        <div className={styles.each}>
          <Expandable items={set.questions} render={(question) => <li key={question.id}>{render(question)}</li>} />
        </div>
      )}
    </div>
  );
}
