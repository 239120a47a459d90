import { useState, type RefObject } from "react";
import { Button, makeStyles, MessageBar, MessageBarBody, Spinner, Textarea } from "@fluentui/react-components";
import { t } from "../../locale";
import { readableExtensions } from "../../documents/plan-files/formats";
import { FilePicker } from "../file-picker";
import type { OpenPlanModel } from "../open-plan/use-open-plan";
import { ChoosePart, ChooseSheets } from "./choices";
import type { Opening } from "./opening-context";

/** Controls for opening a plan, shared by the page without a plan and the bar that replaces the open one. */

const useStyles = makeStyles({
  pasting: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    alignItems: "flex-start",
    "> :first-child": { width: "100%" },
  },
});

/** The dialog for choosing a plan's file. A button of the page opens it. */
export function PlanFilePicker({
  picker,
  onFile,
}: {
  picker: RefObject<HTMLInputElement>;
  onFile: (file: File) => void;
}) {
  return (
    <FilePicker
      picker={picker}
      label={t("选择方案文件")}
      accept={readableExtensions.join(",")}
      onFiles={([file]) => onFile(file!)}
    />
  );
}

/** A field for a plan's whole text. */
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

/** The state of an opening: the text being read, a question to answer first, or why reading failed. */
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
