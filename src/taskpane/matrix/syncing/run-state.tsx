import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  Text,
  tokens,
} from "@fluentui/react-components";
import { failureText, paragraph, t } from "../../../locale";
import type { SyncReport } from "../../../excel/sync";
import { FailureBar } from "../../failure-bar";
import { countsByKind } from "./change-groups";
import type { SyncState } from "./use-sync";

const useStyles = makeStyles({
  working: { display: "flex", flexDirection: "column", gap: "6px" },
  row: { display: "flex", justifyContent: "space-between", alignItems: "center", gap: "8px" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** The progress of a sync or undo, and its outcome. */
export function RunState({ sync, onShow }: { sync: SyncState; onShow: () => void }) {
  const styles = useStyles();
  const { run, stop, press, undo } = sync;
  if (run.phase === "working") {
    return (
      <div className={styles.working} data-landing tabIndex={-1}>
        <ProgressBar value={run.done / run.all} thickness="large" aria-label={t("写入进度")} />
        <div className={styles.row}>
          <Text className={styles.quiet}>{t("正在写入 {{done}} / {{all}}", { done: run.done, all: run.all })}</Text>
          <Button size="small" disabledFocusable={run.stopping} onClick={stop}>
            {run.stopping ? t("正在停止…") : t("停止")}
          </Button>
        </div>
      </div>
    );
  }
  if (run.phase === "failed") {
    if (run.failure.code === "Cancelled")
      return (
        <RunMessage
          intent="info"
          title={t("已停止")}
          text={failureText(run.failure)}
          action={t("接着做完")}
          onAction={press}
        />
      );
    if (run.failure.code === "SheetChanged")
      return <RunMessage intent="warning" title={t("没有写入")} text={failureText(run.failure)} />;
    return <FailureBar failure={run.failure} onRetry={run.again} />;
  }
  if (run.phase === "undone")
    return (
      <RunMessage
        intent="success"
        title={t("已撤销")}
        text={t("撤回 {{count}} 处：{{kinds}}。", {
          count: run.report.changes.length,
          kinds: countsByKind(run.report.changes.map(({ kind }) => kind)),
        })}
        action={t("转到工作表")}
        onAction={onShow}
      />
    );
  if (run.phase !== "synced") return null;
  const { report, id } = run;
  return (
    <MessageBar intent="success" layout="multiline" data-landing tabIndex={-1}>
      <MessageBarBody>
        <MessageBarTitle>{t("已同步")}</MessageBarTitle>
        {summaryOf(report)}
      </MessageBarBody>
      <MessageBarActions>
        {id !== undefined && (
          <Button size="small" onClick={() => undo(id)}>
            {t("撤销")}
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={onShow}>
          {t("转到工作表")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function summaryOf({ changes, removed, left = 0 }: SyncReport): string {
  if (changes.length === 0 && left > 0)
    return t("表格没有改动；您选择不列入的 {{count}} 处已记下，需要时可以再勾选。", { count: left });
  if (changes.length === 0) return t("工作表与打开的方案一致，没有需要改动的地方。");
  const kinds = countsByKind(changes.map(({ kind }) => kind));
  return paragraph(
    t("改动 {{count}} 处：{{kinds}}。", { count: changes.length, kinds }),
    removed > 0 && t("{{count}} 行移到“已移出”。", { count: removed }),
    t("每一处都记在“变更记录”。"),
  );
}

function RunMessage({
  intent,
  title,
  text,
  action,
  onAction,
}: {
  intent: "info" | "warning" | "success";
  title: string;
  text: string;
  action?: string;
  onAction?: () => void;
}) {
  return (
    <MessageBar intent={intent} layout="multiline" data-landing tabIndex={-1}>
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {text}
      </MessageBarBody>
      {action && (
        <MessageBarActions>
          <Button size="small" onClick={onAction}>
            {action}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
