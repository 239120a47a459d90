import { useRef, useState, type DragEvent } from "react";
import { Button, makeStyles, mergeClasses, MessageBar, MessageBarBody, Spinner, Text, Textarea, tokens } from "@fluentui/react-components";
import { failureText, say, t } from "../../locale";
import type { PlanFileError, PlanText } from "../../documents/plan-files";
import type { Sentence } from "../../plan/sentence";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "12px",
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    // What is told of a file has no gap of its own before.
    "> div:empty": { marginTop: "-8px" },
  },
  over: { border: `1px dashed ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  row: { display: "flex", gap: "8px", flexWrap: "wrap", alignItems: "center" },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "16px", overflowWrap: "anywhere" },
  hidden: { display: "none" },
});

interface OpenBarProps {
  /** Of the text that is open now. */
  name: string;
  notes: readonly Sentence[];
  onOpen: (text: { source: string; name: string; notes: readonly Sentence[] }) => void;
}

/** Another plan: dropped here, chosen, or pasted. A file that cannot be read changes nothing. */
export function OpenBar({ name, notes, onOpen }: OpenBarProps) {
  const styles = useStyles();
  const [state, setState] = useState<{ busy?: string; failure?: string; pasting?: boolean; over?: boolean }>({});
  const [pasted, setPasted] = useState("");
  const picker = useRef<HTMLInputElement>(null);

  const take = async (label: string, work: () => Promise<PlanText>): Promise<void> => {
    setState({ busy: label });
    try {
      const { text, notes: said } = await work();
      onOpen({ source: text, name: label, notes: said });
      setPasted("");
      setState({});
    } catch (error) {
      const { code, userMessage } = error as Partial<PlanFileError>;
      const failure = code && userMessage ? failureText({ code, userMessage }) : t("文件没有读成。未作任何改动。请再试一次。");
      setState((before) => ({ failure: t("{{name}}：{{text}}", { name: label, text: failure }), pasting: before.pasting ?? false }));
    }
  };
  const takeFile = (file: File | undefined): void => {
    if (!file) return;
    void take(file.name, async () => {
      const { readPlanFile, LARGEST_FILE, PlanFileError } = await import("../../documents/plan-files");
      // Not even read into memory.
      if (file.size > LARGEST_FILE) throw new PlanFileError("tooLarge");
      return readPlanFile(file.name, new Uint8Array(await file.arrayBuffer()));
    });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    takeFile(event.dataTransfer.files[0]);
  };
  return (
    <div
      className={mergeClasses(styles.box, state.over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setState((before) => (before.over ? before : { ...before, over: true }));
      }}
      onDragLeave={() => setState((before) => ({ ...before, over: false }))}
      onDrop={drop}
    >
      <Text className={styles.quiet}>{t("当前方案：{{name}}", { name })}</Text>
      <div className={styles.row}>
        <Button size="small" disabledFocusable={state.busy !== undefined} onClick={() => picker.current?.click()}>
          {t("换一份方案…")}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => setState({ pasting: !state.pasting })} aria-expanded={state.pasting ?? false}>
          {t("粘贴文字")}
        </Button>
        <input
          ref={picker}
          className={styles.hidden}
          type="file"
          accept=".docx,.pdf,.txt"
          aria-label={t("选择方案文件")}
          onChange={({ target }) => {
            takeFile(target.files?.[0]);
            target.value = "";
          }}
        />
      </div>
      <Text className={styles.quiet}>{t("可读取 .docx、带文字的 .pdf、.txt，也可以直接拖到这里。")}</Text>
      {state.pasting && (
        <>
          <Textarea aria-label={t("方案全文")} placeholder={t("把方案全文粘贴到这里")} rows={6} value={pasted} onChange={(_, { value }) => setPasted(value)} />
          <Button
            size="small"
            onClick={() => void take(t("粘贴的文字"), async () => (await import("../../documents/plan-files")).readPastedText(pasted))}
          >
            {t("读取粘贴的文字")}
          </Button>
        </>
      )}
      <div aria-live="polite">
        {state.busy !== undefined && <Spinner size="tiny" label={t("正在读取 {{name}}…", { name: state.busy })} />}
        {state.failure && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{state.failure}</MessageBarBody>
          </MessageBar>
        )}
        {notes.map((note, index) => (
          <Text key={index} className={styles.quiet} block>
            {say(note)}
          </Text>
        ))}
      </div>
    </div>
  );
}
