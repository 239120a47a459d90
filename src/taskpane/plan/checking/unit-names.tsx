import { useId, useState } from "react";
import { Input, Label, makeStyles } from "@fluentui/react-components";
import { listed, t } from "../../../locale";

const useStyles = makeStyles({ field: { display: "flex", flexDirection: "column", gap: "2px" } });

/** Names as people type them: separated by 、 or any other comma. */
const namesIn = (text: string): string[] => [...new Set(text.split(/[、，,；;\s]+/).filter((name) => name !== ""))];

/** A list of units in one field, taken over when it is left or Enter is pressed. */
export function UnitNames({ label, names, onChange }: { label: string; names: readonly string[]; onChange: (names: string[]) => void }) {
  const styles = useStyles();
  const id = useId();
  const shown = listed(names);
  const [typed, setTyped] = useState<string>();
  const commit = (): void => {
    setTyped(undefined);
    const next = namesIn(typed ?? shown);
    if (listed(next) !== shown) onChange(next);
  };
  return (
    <div className={styles.field}>
      <Label htmlFor={id} size="small">
        {label}
      </Label>
      <Input id={id} size="small" value={typed ?? shown} placeholder={t("多个单位用、隔开")} onChange={(_, { value }) => setTyped(value)} onBlur={commit} onKeyDown={({ key }) => key === "Enter" && commit()} />
    </div>
  );
}
