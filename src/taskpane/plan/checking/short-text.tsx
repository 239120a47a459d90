import { useId, useState } from "react";
import { Input, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { t } from "../../../locale";
import { Labelled } from "./labelled";

const useStyles = makeStyles({
  input: { minWidth: 0 },
  // A refusal needs the whole width.
  told: { gridColumn: "1 / -1" },
  refusal: { color: tokens.colorPaletteRedForeground1, fontSize: "12px", lineHeight: "16px", overflowWrap: "anywhere" },
});

/** What became of a typed text: `taken`, the `same` as before, or refused with a reason. */
export type Committed = "taken" | "same" | { refusal: string };

interface ShortTextProps {
  label: string;
  text: string;
  /** Whether touch keyboards show digits. */
  numeric?: boolean;
  className?: string;
  onCommit: (text: string) => Committed;
}

interface Typed {
  words: string;
  /** The text before, if these words have been taken. */
  takenOver?: string;
  refusal?: string;
}

/**
 * A field for a short text. It is committed on leaving the field or by Enter. A refused text stays in the field, with
 * the reason below; Escape restores the text before.
 */
export function ShortText({ label, text, numeric, className, onCommit }: ShortTextProps) {
  const styles = useStyles();
  const id = useId();
  const [typed, setTyped] = useState<Typed>();
  // Until the plan has been read again, `text` is still the old one: show the typed words.
  const own = typed?.takenOver !== undefined && typed.takenOver !== text ? undefined : typed;
  const commit = (): void => {
    if (!own || own.takenOver !== undefined) return;
    const words = own.words.trim();
    const became = words === text ? "same" : onCommit(words);
    if (became === "same") setTyped(undefined);
    else setTyped(became === "taken" ? { words, takenOver: text } : { words: own.words, refusal: became.refusal });
  };
  const refusal = own?.refusal;
  return (
    <Labelled label={label} className={mergeClasses(className, refusal && styles.told)}>
      <Input
        className={styles.input}
        size="small"
        aria-label={label}
        aria-invalid={refusal !== undefined}
        aria-describedby={refusal ? id : undefined}
        inputMode={numeric ? "decimal" : "text"}
        value={own?.words ?? text}
        onChange={(_, { value }) => setTyped({ words: value })}
        onBlur={commit}
        onKeyDown={({ key }) => {
          if (key === "Enter") commit();
          if (key === "Escape") setTyped(undefined);
        }}
      />
      <span className={styles.refusal} id={id} role="status">
        {refusal}
      </span>
    </Labelled>
  );
}

/** Commits a task's name, unless it is empty. */
export function committedTitle(words: string, take: (title: string) => void): Committed {
  if (words === "") return { refusal: t("任务名称不能空着，没有改。") };
  take(words);
  return "taken";
}
