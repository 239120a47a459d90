import { useState, type DragEvent, type RefObject } from "react";
import { Button, makeStyles, MessageBar, MessageBarBody, Spinner, Textarea } from "@fluentui/react-components";
import { t } from "../../locale";
import { readableExtensions } from "../../documents/plan-files/formats";
import type { OpenPlanModel } from "../open-plan/use-open-plan";
import { ChoosePart, ChooseSheets } from "./choices";
import type { Opening } from "./opening-context";

/** The parts of which the ways to open a plan are made, where none is open and where another is to be. */

const useStyles = makeStyles({
  hidden: { display: "none" },
  pasting: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    alignItems: "flex-start",
    "> :first-child": { width: "100%" },
  },
});

/** For what a file may be dropped on. */
export function useDrop(onFile: (file: File) => void): {
  isOver: boolean;
  target: Record<"onDragOver" | "onDragLeave" | "onDrop", (event: DragEvent) => void>;
} {
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return { isOver, target: { onDragOver: over, onDragLeave: () => setOver(false), onDrop: drop } };
}

/** Opened by a button of the page. */
export function FilePicker({ picker, onFile }: { picker: RefObject<HTMLInputElement>; onFile: (file: File) => void }) {
  return (
    <input
      ref={picker}
      className={useStyles().hidden}
      type="file"
      accept={readableExtensions.join(",")}
      aria-label={t("选择方案文件")}
      onChange={({ target }) => {
        const [file] = target.files ?? [];
        if (file) onFile(file);
        target.value = "";
      }}
    />
  );
}

export function PasteText({ isBusy, onText }: { isBusy: boolean; onText: (text: string) => void }) {
  const [pasted, setPasted] = useState("");
  return (
    <div className={useStyles().pasting}>
      <Textarea
        aria-label={t("方案全文")}
        placeholder={t("把方案全文粘贴到这里")}
        rows={6}
        value={pasted}
        onChange={(_, { value }) => setPasted(value)}
      />
      <Button size="small" disabledFocusable={isBusy} onClick={() => onText(pasted)}>
        {t("读取粘贴的文字")}
      </Button>
    </div>
  );
}

type OpeningStatusProps = Pick<Opening, "opening" | "openPart" | "openSheets" | "leaveChoice"> &
  Pick<OpenPlanModel, "isReading">;

/** What is being read, what is to be chosen before, or why it could not be read. */
export function OpeningStatus({ opening, isReading, ...ways }: OpeningStatusProps) {
  const { busy, refusal, choice } = opening;
  if (busy !== undefined || isReading)
    return (
      <Spinner size="tiny" label={busy === undefined ? t("正在读取…") : t("正在读取 {{name}}…", { name: busy })} />
    );
  if (choice?.of === "parts") return <ChoosePart parts={choice.parts} {...ways} />;
  if (choice) return <ChooseSheets choice={choice} {...ways} />;
  if (refusal === undefined) return null;
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>{refusal}</MessageBarBody>
    </MessageBar>
  );
}
