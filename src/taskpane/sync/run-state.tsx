import { Button, Link, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, ProgressBar, Text, tokens } from "@fluentui/react-components";
import type { SyncReport } from "../../excel/sync";
import { FailureBar } from "../failure-bar";
import { countsByKind } from "./groups";
import type { Sync } from "./use-sync";

const useStyles = makeStyles({
  working: { display: "flex", flexDirection: "column", gap: "6px" },
  row: { display: "flex", justifyContent: "space-between", alignItems: "center", gap: "8px" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** What is being written, and how it ended. */
export function RunState({ sync, onShow }: { sync: Sync; onShow: () => void }) {
  const styles = useStyles();
  const { run, stop, press, undo } = sync;
  if (run.phase === "working") {
    return (
      <div className={styles.working}>
        <ProgressBar value={run.done / run.all} thickness="large" aria-label="写入进度" />
        <div className={styles.row}>
          <Text className={styles.quiet}>
            正在写入 {run.done} / {run.all}
          </Text>
          <Button size="small" disabled={run.stopping} onClick={stop}>
            {run.stopping ? "正在停止…" : "停止"}
          </Button>
        </div>
      </div>
    );
  }
  if (run.phase === "failed") {
    if (run.failure.code === "Cancelled") return <Told intent="info" title="已停止" text={run.failure.userMessage} action="接着做完" onAction={press} />;
    if (run.failure.code === "SheetChanged") return <Told intent="warning" title="没有写入" text={run.failure.userMessage} />;
    return <FailureBar failure={run.failure} onRetry={run.again} />;
  }
  if (run.phase === "undone") return <Told intent="success" title="已撤销" text={`撤回 ${run.report.changes.length} 处：${countsByKind(run.report.changes.map(({ kind }) => kind))}。`} action="转到工作表" onAction={onShow} />;
  if (run.phase !== "synced") return null;
  const { report, id } = run;
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>已同步</MessageBarTitle>
        {summaryOf(report)}
      </MessageBarBody>
      <MessageBarActions>
        {id !== undefined && (
          <Button size="small" onClick={() => undo(id)}>
            撤销
          </Button>
        )}
        <Link as="button" onClick={onShow}>
          转到工作表
        </Link>
      </MessageBarActions>
    </MessageBar>
  );
}

function summaryOf({ changes, removed }: SyncReport): string {
  if (changes.length === 0) return "表格与方案一致，没有需要改动的地方。";
  const gone = removed > 0 ? `${removed} 行移到“已移出”。` : "";
  return `改动 ${changes.length} 处：${countsByKind(changes.map(({ kind }) => kind))}。${gone}每一处都记在“变更记录”。`;
}

function Told({ intent, title, text, action, onAction }: { intent: "info" | "warning" | "success"; title: string; text: string; action?: string; onAction?: () => void }) {
  return (
    <MessageBar intent={intent} layout="multiline">
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
