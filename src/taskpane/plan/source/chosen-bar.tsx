import { useState } from "react";
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { t } from "../../../locale";
import { shownText } from "../../../plan/layout/marks";
import type { Corrections } from "../../../plan/corrections";
import { trimmedSpan } from "../../../plan/by-hand/mark-passage";
import type { Span } from "../../../plan/model";
import type { EditablePlan } from "../../open-plan/use-open-plan";
import { MarkForm } from "./mark-form";
import { NameActions } from "./name-actions";
import { smallText } from "../../layout/small-text";

const useStyles = makeStyles({
  // Stays visible wherever the user scrolls, and never covers more than half of the view.
  bar: {
    position: "sticky",
    bottom: "-16px",
    zIndex: 1,
    margin: "0 -16px -16px",
    padding: "10px 16px",
    maxHeight: "50vh",
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow8,
  },
  row: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center" },
  quiet: smallText,
  words: { fontSize: "12px", lineHeight: "18px", overflowWrap: "anywhere" },
});

/** The last action, with the corrections before and after it. */
interface Done {
  text: string;
  before: Corrections;
  after: Corrections;
}

interface ChosenBarProps {
  openPlan: EditablePlan;
  /** Names of the plan's units. */
  known: readonly string[];
  chosen: Span | undefined;
  /** Called when the selection has been dealt with and the user goes on in the text. */
  onDone: () => void;
}

/** The actions for the selected passage of the plan's text. */
export function ChosenBar({ openPlan, known, chosen, onDone }: ChosenBarProps) {
  const styles = useStyles();
  const { source, corrections, correct } = openPlan;
  const [marking, setMarking] = useState<string>();
  const [done, setDone] = useState<Done>();
  const key = chosen?.join() ?? "";
  // The form closes when another passage is selected.
  const isMarking = marking === key;
  const span = chosen && trimmedSpan(source, chosen);
  const words = span ? shownText(source.slice(...span)) : "";
  const apply = (change: (before: Corrections) => Corrections, text: string): void => {
    let made: Omit<Done, "text"> | undefined;
    correct((before) => {
      made = { before, after: change(before) };
      return made.after;
    });
    if (made) setDone({ text, ...made });
    onDone();
  };
  const takeBack = (): void => {
    if (!done) return;
    correct(() => done.before);
    setDone(undefined);
    onDone();
  };
  return (
    <div className={styles.bar} role="region" aria-label={t("选中的文字")}>
      <div aria-live="polite" className={styles.row}>
        {words !== "" ? (
          <Text className={styles.words}>
            {t("已选 {{length}} 字：“{{words}}”", { length: words.length, words: short(words) })}
          </Text>
        ) : (
          done && <Text className={styles.words}>{done.text}</Text>
        )}
        {/* Only while nothing has been settled since: 撤销 must not take that back too. */}
        {words === "" && done && corrections === done.after && (
          <Button size="small" appearance="subtle" onClick={takeBack}>
            {t("撤销")}
          </Button>
        )}
      </div>
      {span && words !== "" && !isMarking && (
        <>
          <div className={styles.row}>
            <Button size="small" onClick={() => setMarking(key)}>
              {t("设为任务")}
            </Button>
          </div>
          {mayBeName(words) && <NameActions key={key} openPlan={openPlan} span={span} onApply={apply} />}
        </>
      )}
      {span && words !== "" && isMarking && (
        <MarkForm
          key={key}
          openPlan={openPlan}
          known={known}
          span={span}
          onApply={apply}
          onCancel={() => setMarking(undefined)}
        />
      )}
      <div className={styles.quiet} id="choosing" hidden={isMarking}>
        {t(
          "用鼠标选中文字；用键盘时，上下箭头选一段，左右箭头选词，按住 Shift 移动结尾，按住 Ctrl 移动开头。白底的已读成任务，下划线的是您标出的。",
        )}
      </div>
    </div>
  );
}

const short = (words: string): string =>
  (words.length > 36 ? `${words.slice(0, 24)}…${words.slice(-10)}` : words).replace(/\s+/g, " ");

/** Whether the selection can be a name: short, and without punctuation. */
const mayBeName = (words: string): boolean =>
  words.length >= 2 && words.length <= 30 && !/[。；;，,、：:\n]/.test(words);
