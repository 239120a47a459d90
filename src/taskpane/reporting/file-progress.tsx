import { Button, makeStyles, ProgressBar, Text } from "@fluentui/react-components";
import { smallText } from "../layout/small-text";

const useStyles = makeStyles({ text: { display: "block", ...smallText } });

interface FileProgressProps {
  done: number;
  all: number;
  /** The bar's name for a screen reader. */
  label: string;
  /** What is being done, with its numbers. */
  text: string;
  stopText: string;
  onStop: () => void;
}

/** How many of several files are done, with a button that stops the rest. */
export function FileProgress({ done, all, label, text, stopText, onStop }: FileProgressProps) {
  return (
    <>
      <ProgressBar value={done} max={Math.max(1, all)} aria-label={label} />
      <Text className={useStyles().text}>{text}</Text>
      <Button size="small" onClick={onStop}>
        {stopText}
      </Button>
    </>
  );
}
