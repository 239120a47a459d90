import { useMemo, useRef } from "react";
import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from "@fluentui/react-components";
import { paragraph, t } from "../../locale";
import { chaseSections, type Chase } from "../../assessment/chase";
import type { DerivedCell } from "../../assessment/derive";
import { cellsOf, chaseAfter, type CollectChoice, type CollectReport } from "../../excel/assessment";
import { DropZone } from "../drop-zone";
import { FailureBar } from "../failure-bar";
import { FilePicker } from "../file-picker";
import { smallText } from "../layout/small-text";
import { ChaseList } from "./chase-list";
import { FileProgress } from "./file-progress";
import { ReturnedFiles } from "./returned-files";
import { useCollect, type CollectState } from "./use-collect";

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
  small: { display: "block", ...smallText },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
  // The same gap as between the page's sections. While it is empty it must not add a gap of its own.
  told: { display: "flex", flexDirection: "column", gap: "16px", "> div:empty": { marginTop: "-16px" } },
  untold: { marginTop: "-16px" },
});

/** 回收: returned files, looked at before anything is written. */
export function CollectForms(props: { year: number; chase: Chase; onChange: () => void }) {
  const styles = useStyles();
  const { state, choice, choose, read, stop, list, write, clear } = useCollect(props);
  const picker = useRef<HTMLInputElement>(null);
  const isListed = state.phase === "listed" || state.phase === "writing";
  const chase = state.phase === "done" && state.before === props.chase ? state.report.chase : props.chase;
  return (
    <>
      <DropZone className={styles.box} onFiles={(files) => void read(files)}>
        <Text className={styles.small}>{t("把各单位交回的 .xlsx 一次拖到这里，先看清单，确认后才写入。")}</Text>
        <Button
          size="small"
          disabledFocusable={state.phase === "reading" || state.phase === "writing"}
          onClick={() => picker.current?.click()}
        >
          {t("选择文件…")}
        </Button>
        <FilePicker
          picker={picker}
          label={t("交回的填报表")}
          accept=".xlsx,.xlsm,.xls,.et"
          multiple
          onFiles={(files) => void read(files)}
        />
      </DropZone>
      {/* All in one element, so that the focus of a button that vanishes moves to the first message in it. */}
      <div className={mergeClasses(styles.told, isListed && styles.untold)}>
        <div aria-live="polite">
          {state.phase === "reading" && (
            <FileProgress
              done={state.done}
              all={state.all}
              label={t("读取进度")}
              text={t("正在读取 {{done}} / {{all}} 个文件", { done: state.done, all: state.all })}
              stopText={t("停止")}
              onStop={stop}
            />
          )}
          {state.phase === "failed" && <FailureBar failure={state.failure} onRetry={() => void list(state.read)} />}
          {state.phase === "done" && <Done report={state.report} files={state.files} />}
        </div>
        {(state.phase === "idle" || state.phase === "done") && <ChaseList chase={chase} />}
      </div>
      {isListed && (
        <Listed
          state={state}
          choice={choice}
          onChoose={choose}
          onTake={(cells) => void write(state.read, state.preview, cells)}
          onClear={clear}
        />
      )}
    </>
  );
}

interface ListedProps {
  state: Extract<CollectState, { phase: "listed" | "writing" }>;
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
      {"note" in rest && rest.note && <Text className={styles.small}>{rest.note}</Text>}
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
