import { useState } from "react";
import { Input, makeStyles } from "@fluentui/react-components";
import { Labelled } from "./labelled";

const useStyles = makeStyles({ input: { minWidth: 0 } });

interface ShortTextProps {
  label: string;
  text: string;
  /** Only a number is taken. */
  numeric?: boolean;
  /** It cannot be empty. */
  needed?: boolean;
  className?: string;
  onCommit: (text: string) => void;
}

/** A short text, taken over when the field is left or Enter is pressed; what does not fit goes back to what was there. */
export function ShortText({ label, text, numeric, needed, className, onCommit }: ShortTextProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string>();
  const commit = (): void => {
    const next = typed?.trim();
    setTyped(undefined);
    if (next === undefined || next === text || (needed && next === "") || (numeric && !Number.isFinite(Number(next)))) return;
    onCommit(next);
  };
  return (
    <Labelled label={label} className={className}>
      <Input
        className={styles.input}
        size="small"
        aria-label={label}
        inputMode={numeric ? "decimal" : "text"}
        value={typed ?? text}
        onChange={(_, { value }) => setTyped(value)}
        onBlur={commit}
        onKeyDown={({ key }) => key === "Enter" && commit()}
      />
    </Labelled>
  );
}
