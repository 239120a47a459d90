import { useId, type ReactNode } from "react";
import { Button, makeStyles, Text } from "@fluentui/react-components";
import { say, t } from "../../../locale";
import type { LabelDecision } from "../../../plan/decisions";
import type { Question } from "../../../plan/questions";
import { smallTextDense } from "../../layout/small-text";
import { questionStyle } from "./question-style";

const useStyles = makeStyles({
  card: questionStyle,
  buttons: { display: "flex", gap: "8px", marginTop: "8px", flexWrap: "wrap" },
  quiet: { display: "block", ...smallTextDense },
});

interface QuestionCardProps {
  question: Question;
  onSettle: () => void;
  /** Opens the task or goal that the question is about; absent if there is none. */
  onOpen?: () => void;
  /** Shows the places in the text; absent if `onOpen` shows them. */
  onSource?: () => void;
  /** The number of those places. */
  places: number;
  onMerge: () => void;
  onLabel: (decision: LabelDecision) => void;
  /** The typed name was meant to be this other unit. */
  onMeant: (name: string) => void;
  /** Replaces the buttons where the answer is not a choice. */
  form?: ReactNode;
}

/** One question: confirm the reading or correct it. */
export function QuestionCard({
  question,
  onSettle,
  onOpen,
  onSource,
  places,
  onMerge,
  onLabel,
  onMeant,
  form,
}: QuestionCardProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.card} role="group" aria-labelledby={id}>
      <Text id={id}>{say(question.message)}</Text>
      {places > 1 && (
        <Text className={styles.quiet}>{t("方案中有 {{count}} 处，回答一次都照这样读。", { count: places })}</Text>
      )}
      {form}
      <div className={styles.buttons}>
        {!form &&
          answersTo(question, { onSettle, onMerge, onLabel, onMeant }).map(([name, answer]) => (
            <Button key={name} size="small" onClick={answer}>
              {name}
            </Button>
          ))}
        {onOpen && (
          <Button size="small" appearance="subtle" onClick={onOpen}>
            {onSource ? t("修改") : t("看原文并修改")}
          </Button>
        )}
        {onSource && (
          <Button size="small" appearance="subtle" onClick={onSource}>
            {t("看原文")}
          </Button>
        )}
      </div>
    </div>
  );
}

type Answers = Pick<QuestionCardProps, "onSettle" | "onMerge" | "onLabel" | "onMeant">;

function answersTo(
  { kind, unit }: Question,
  { onSettle, onMerge, onLabel, onMeant }: Answers,
): [name: string, answer: () => void][] {
  if (kind === "unitPair") {
    return [
      [t("是同一单位"), onMerge],
      [t("是两个单位"), onSettle],
    ];
  }
  if (unit) {
    const { meant } = unit;
    return [
      [t("是新单位"), onSettle],
      ...(meant ? [[t("改为“{{name}}”", { name: meant }), () => onMeant(meant)] as [string, () => void]] : []),
    ];
  }
  if (kind === "unknownLabel") {
    return [
      [t("牵头"), () => onLabel("lead")],
      [t("责任"), () => onLabel("responsible")],
      [t("不是责任单位"), () => onLabel("none")],
    ];
  }
  return [[t("对"), onSettle]];
}
