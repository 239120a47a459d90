import { useCallback, useMemo, useRef, useState, type DragEvent } from "react";
import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  Text,
  tokens,
} from "@fluentui/react-components";
import { paragraph, t } from "../../locale";
import { chaseSections, type Chase } from "../../assessment/chase";
import type { DerivedCell } from "../../assessment/derive";
import { asFailure, type ExcelFailure } from "../../excel/failure";
import {
  cellId,
  cellsOf,
  chaseAfter,
  noChoice,
  previewCollect,
  takeIn,
  type CollectChoice,
  type CollectPreview,
  type CollectReport,
} from "../../excel/assessment";
import { FailureBar } from "../failure-bar";
import { ChaseList } from "./chase-list";
import { readFiles, together, type ReadFiles } from "./read-files";
import { ReturnedFiles } from "./returned-files";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "12px",
    alignItems: "flex-start",
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { border: `1px dashed ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  quiet: { display: "block", color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "18px" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
  hidden: { display: "none" },
  // As the page's sections are apart; with nothing told, no gap of its own.
  told: { display: "flex", flexDirection: "column", gap: "16px", "> div:empty": { marginTop: "-16px" } },
  untold: { marginTop: "-16px" },
});

type State =
  | { phase: "idle" }
  | { phase: "reading"; done: number; all: number }
  | { phase: "listed"; read: ReadFiles; preview: CollectPreview; note?: string }
  | { phase: "writing"; read: ReadFiles; preview: CollectPreview }
  | { phase: "done"; report: CollectReport; files: number; before: Chase }
  | { phase: "failed"; failure: ExcelFailure; read: ReadFiles };

/** 回收: returned files, looked at before anything is written. */
export function CollectForms({ year, chase, onChange }: { year: number; chase: Chase; onChange: () => void }) {
  const styles = useStyles();
  const [state, setState] = useState<State>({ phase: "idle" });
  const [choice, setChoice] = useState<CollectChoice>(noChoice);
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const stop = useRef<AbortController>();
  const list = useCallback(
    async (read: ReadFiles, note?: string) => {
      try {
        setState({
          phase: "listed",
          read,
          preview: await previewCollect(read.forms, year),
          ...(note === undefined ? {} : { note }),
        });
      } catch (error) {
        setState({ phase: "failed", failure: asFailure(error), read });
      }
    },
    [year],
  );
  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    const before: ReadFiles = "read" in state ? state.read : { forms: [], refused: [] };
    const controller = new AbortController();
    stop.current = controller;
    setState({ phase: "reading", done: 0, all: files.length });
    try {
      const read = await readFiles(files, {
        onProgress: (done) => setState({ phase: "reading", done, all: files.length }),
        signal: controller.signal,
      });
      const count = read.forms.length + read.refused.length;
      await list(
        together(before, read),
        controller.signal.aborted ? t("已停止：读了 {{count}} 个文件，其余没有读。", { count }) : undefined,
      );
    } catch (error) {
      setState({ phase: "failed", failure: asFailure(error), read: before });
    }
  };
  const apply = async (read: ReadFiles, preview: CollectPreview, cells: readonly DerivedCell[]): Promise<void> => {
    setState({ phase: "writing", read, preview });
    try {
      const report = await takeIn(read.forms, year, choice, new Map(cells.map((cell) => [cellId(cell), cell.before])));
      setChoice(noChoice);
      setState({ phase: "done", report, files: preview.collection.files.length - choice.left.size, before: chase });
      onChange();
    } catch (error) {
      setState({ phase: "failed", failure: asFailure(error), read });
    }
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files]);
  };
  const isListed = state.phase === "listed" || state.phase === "writing";
  const isCalm = state.phase === "idle" || state.phase === "done";
  return (
    <>
      <div
        className={mergeClasses(styles.box, over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Text className={styles.quiet}>{t("把各单位交回的 .xlsx 一次拖到这里，先看清单，确认后才写入。")}</Text>
        <Button
          size="small"
          disabledFocusable={state.phase === "reading" || state.phase === "writing"}
          onClick={() => picker.current?.click()}
        >
          {t("选择文件…")}
        </Button>
        <input
          ref={picker}
          className={styles.hidden}
          type="file"
          multiple
          accept=".xlsx,.xlsm,.xls,.et"
          aria-label={t("交回的填报表")}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = "";
            void take(files);
          }}
        />
      </div>
      {/* One place: the focus of the button that was pressed goes to what is told first in it. */}
      <div className={mergeClasses(styles.told, isListed && styles.untold)}>
        <div aria-live="polite">
          {state.phase === "reading" && (
            <>
              <ProgressBar value={state.done} max={state.all} aria-label={t("读取进度")} />
              <Text className={styles.quiet}>
                {t("正在读取 {{done}} / {{all}} 个文件", { done: state.done, all: state.all })}
              </Text>
              <Button size="small" onClick={() => stop.current?.abort()}>
                {t("停止")}
              </Button>
            </>
          )}
          {state.phase === "failed" && <FailureBar failure={state.failure} onRetry={() => void list(state.read)} />}
          {state.phase === "done" && <Done report={state.report} files={state.files} />}
        </div>
        {isCalm && <ChaseList chase={state.phase === "done" && state.before === chase ? state.report.chase : chase} />}
      </div>
      {isListed && (
        <Listed
          state={state}
          choice={choice}
          onChoose={setChoice}
          onTake={(cells) => void apply(state.read, state.preview, cells)}
          onClear={() => setState({ phase: "idle" })}
        />
      )}
    </>
  );
}

interface ListedProps {
  state: Extract<State, { phase: "listed" | "writing" }>;
  choice: CollectChoice;
  onChoose: (choice: CollectChoice) => void;
  onTake: (cells: readonly DerivedCell[]) => void;
  onClear: () => void;
}

function Listed({ state: { phase, read, preview, ...rest }, choice, onChoose, onTake, onClear }: ListedProps) {
  const styles = useStyles();
  const cells = useMemo(() => cellsOf(preview, choice), [preview, choice]);
  const missing = useMemo(() => chaseAfter(preview, choice, cells).missing, [preview, choice, cells]);
  const { files } = preview.collection;
  const wanted = files.filter(({ file }) => !choice.left.has(file)).length;
  return (
    <>
      {"note" in rest && rest.note && <Text className={styles.quiet}>{rest.note}</Text>}
      <ReturnedFiles
        refused={[...read.refused, ...preview.collection.refused]}
        files={files}
        cells={cells}
        missing={missing}
        choice={choice}
        onChoose={onChoose}
      />
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={phase === "writing" || wanted === 0}
          onClick={() => onTake(cells)}
        >
          {t("收入 {{count}} 份", { count: wanted })}
        </Button>
        <Button disabledFocusable={phase === "writing"} onClick={onClear}>
          {t("清空")}
        </Button>
      </div>
    </>
  );
}

function Done({ report, files }: { report: CollectReport; files: number }) {
  return (
    <MessageBar intent="success" layout="multiline" data-landing tabIndex={-1}>
      <MessageBarBody>
        <MessageBarTitle>{t("已收入 {{count}} 份", { count: files })}</MessageBarTitle>
        {paragraph(
          t("责任矩阵写入 {{cells}} 处，“填报明细”更新 {{details}} 行。", {
            cells: report.cells,
            details: report.details,
          }),
          report.kept > 0 && t("{{count}} 处表中另有数，没有替换。", { count: report.kept }),
          chaseSections(report.chase).length > 0 ? t("还要追的列在下面，也随时在这一页。") : t("各单位都已交齐。"),
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
