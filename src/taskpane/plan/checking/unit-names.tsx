import { useId, useState } from "react";
import { Input, Label, makeStyles, tokens } from "@fluentui/react-components";
import { listed, t } from "../../../locale";

const useStyles = makeStyles({
  field: { display: "flex", flexDirection: "column", gap: "2px" },
  refusal: { color: tokens.colorPaletteRedForeground1, fontSize: "12px", lineHeight: "16px", overflowWrap: "anywhere" },
});

/** Splits names as people type them: separated by 、 or any comma, semicolon or space. */
const namesIn = (text: string): string[] => [...new Set(text.split(/[、，,；;\s]+/).filter((name) => name !== ""))];

interface UnitNamesProps {
  label: string;
  names: readonly string[];
  /** Why these names are not allowed here; undefined if they are. */
  objection?: (names: readonly string[]) => string | undefined;
  onChange: (names: string[]) => void;
}

/**
 * A list of units in one field, committed on leaving it or by Enter. A refused list stays in the field, with the
 * reason.
 */
export function UnitNames({ label, names, objection, onChange }: UnitNamesProps) {
  const styles = useStyles();
  const id = useId();
  const shown = listed(names);
  const [typed, setTyped] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const edit = (words: string | undefined): void => {
    setTyped(words);
    setRefusal(undefined);
  };
  const commit = (): void => {
    if (typed === undefined) return;
    const next = namesIn(typed);
    const wrong = objection?.(next);
    setRefusal(wrong);
    if (wrong) return;
    setTyped(undefined);
    if (listed(next) !== shown) onChange(next);
  };
  return (
    <div className={styles.field}>
      <Label htmlFor={id} size="small">
        {label}
      </Label>
      <Input
        id={id}
        size="small"
        value={typed ?? shown}
        placeholder={t("多个单位用、隔开")}
        aria-invalid={refusal !== undefined}
        aria-describedby={refusal ? `${id}-why` : undefined}
        onChange={(_, { value }) => edit(value)}
        onBlur={commit}
        onKeyDown={({ key }) => {
          if (key === "Enter") commit();
          if (key === "Escape") edit(undefined);
        }}
      />
      <span className={styles.refusal} id={`${id}-why`} role="status">
        {refusal}
      </span>
    </div>
  );
}
