import { useCallback, useEffect } from "react";
import { Button, Link, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Spinner, Text, tokens } from "@fluentui/react-components";
import { asFailure } from "../../excel/failure";
import { generateMatrix, type GenerateReport } from "../../excel/generate";
import { goToMatrix, hasMatrix } from "../../excel/status";
import { FailureBar } from "../failure-bar";
import type { Reading } from "../reading";
import { useTask } from "../use-task";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", gap: "16px" },
  title: { fontSize: "18px", lineHeight: "26px", fontWeight: 600, margin: 0 },
  points: { margin: 0, paddingLeft: "18px", color: tokens.colorNeutralForeground2, display: "flex", flexDirection: "column", gap: "4px" },
  links: { display: "flex", gap: "16px", marginTop: "8px" },
  changes: { margin: "4px 0 0", paddingLeft: "18px", overflowWrap: "anywhere" },
});

/** 生成: one button, what it will do before, what it did after. */
export function GeneratePage({ reading, onNext, onSync }: { reading: Reading; onNext: () => void; onSync: () => void }) {
  const styles = useStyles();
  const { plan, source, name, corrections } = reading;
  const work = useCallback(() => generateMatrix(plan, new Date().getFullYear(), { source, name, corrections }), [plan, source, name, corrections]);
  const { state, run } = useTask(work);
  const there = useTask(hasMatrix);
  const look = there.run;
  useEffect(() => void look(), [look]);
  const exists = there.state.phase === "done" && there.state.value && state.phase === "idle";
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>生成责任矩阵</h1>
      <ul className={styles.points}>
        <li>
          在本工作簿写入“责任矩阵”工作表：{plan.tasks.length} 项任务、{plan.units.length + plan.groups.length} 列单位、{plan.indicators.length} 项指标。
        </li>
        <li>已有矩阵时，填报数、佐证材料、备注和您自己加的列都会保留。</li>
        <li>没有安装本工具的同事，用 Excel 或 WPS 打开也能照常填报和计算。</li>
      </ul>
      {exists && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>本工作簿已有责任矩阵</MessageBarTitle>
            方案修订后请用“同步”：只改变动的地方，改前先看清单，还能撤销。再次生成会把整张表重新排一遍。
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" appearance="primary" onClick={onSync}>
              去同步
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <Button appearance={exists ? "secondary" : "primary"} onClick={() => void run()} disabled={state.phase === "working"}>
        {exists ? "重新生成（重排整张表）" : "生成责任矩阵"}
      </Button>
      <div aria-live="polite">
        {state.phase === "working" && <Spinner size="small" label="正在写入工作表…" />}
        {state.phase === "failed" && <FailureBar failure={state.failure} onRetry={() => void run()} />}
        {state.phase === "done" && <Result report={state.value} onNext={onNext} />}
      </div>
    </div>
  );
}

function Result({ report, onNext }: { report: GenerateReport; onNext: () => void }) {
  const styles = useStyles();
  const show = useTask(goToMatrix);
  return (
    <>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{report.created ? "已生成责任矩阵" : "责任矩阵已更新"}</MessageBarTitle>
          <Text>
            {report.rows} 行、{report.unitColumns} 列单位。{report.kept > 0 && `保留了 ${report.kept} 处填报内容。`}
          </Text>
          {[...report.notes, ...report.manualChanges].length > 0 && (
            <ul className={styles.changes}>
              {[...report.notes, ...report.manualChanges].map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
          <div className={styles.links}>
            <Link as="button" onClick={() => void show.run()}>
              转到工作表
            </Link>
            <Link as="button" onClick={onNext}>
              查看未达标
            </Link>
          </div>
        </MessageBarBody>
      </MessageBar>
      {show.state.phase === "failed" && <FailureBar failure={asFailure(show.state.failure)} onRetry={() => void show.run()} />}
    </>
  );
}
