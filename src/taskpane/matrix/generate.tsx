import { useCallback, useEffect } from "react";
import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Text,
  tokens,
} from "@fluentui/react-components";
import { paragraph, say, t } from "../../locale";
import { asFailure, failedWith } from "../../excel/failure";
import { generateMatrix, type GenerateReport } from "../../excel/generate";
import { goToMatrix } from "../../excel/status";
import { lookAtMatrix } from "../../excel/sync";
import { unreadOf } from "../../plan/questions";
import { FailureBar } from "../failure-bar";
import { Page } from "../layout/page";
import { UnreadNote } from "../plan/unread";
import { carriedOf } from "../open-plan/open-plan-store";
import type { OpenPlanModel, EditablePlan } from "../open-plan/use-open-plan";
import { shownUnlessFailed, useAsync } from "../use-async";
import { OtherPlan } from "./other-plan";

const useStyles = makeStyles({
  points: {
    margin: 0,
    paddingLeft: "18px",
    color: tokens.colorNeutralForeground2,
    display: "flex",
    flexDirection: "column",
    gap: "4px",
  },
  links: { display: "flex", gap: "16px", marginTop: "8px" },
  changes: { margin: "4px 0 0", paddingLeft: "18px", overflowWrap: "anywhere" },
});

interface GenerateProps {
  openPlan: EditablePlan;
  model: OpenPlanModel;
  onNext: () => void;
  onSync: () => void;
  /** Goes to where unread places can be settled. */
  onUnread: () => void;
}

/** 生成: one button; what it will do, and afterwards what it did. */
export function Generate({ openPlan, model, onNext, onSync, onUnread }: GenerateProps) {
  const styles = useStyles();
  const { plan, corrections } = openPlan;
  const { isRevision, isOwn, noteCarried, takeAsRevision, toWorkbooks } = model;
  const work = useCallback(async () => {
    const report = await generateMatrix(plan, new Date().getFullYear(), carriedOf(openPlan), {
      unlessAnother: !isRevision,
    });
    noteCarried(true);
    return report;
  }, [plan, openPlan, isRevision, noteCarried]);
  const { state, run } = useAsync(work);
  const there = useAsync(useCallback(() => lookAtMatrix(plan), [plan]));
  const look = there.run;
  const isRefused = state.phase === "failed" && failedWith(state.failure, "AnotherPlan");
  // Look again if the button was pressed before the answer was known, or if the ribbon's button has generated
  // meanwhile.
  useEffect(() => void look(), [isRefused, isOwn, look]);
  const found = shownUnlessFailed(there.state);
  const exists = found !== undefined && state.phase === "idle";
  if (found?.another && !isRevision) {
    const toRevision = (): void => {
      takeAsRevision();
      onSync();
    };
    return (
      <Page title={t("生成责任矩阵")}>
        <OtherPlan
          openPlan={openPlan}
          another={found.another}
          onRevision={toRevision}
          onBack={() => void toWorkbooks()}
        />
      </Page>
    );
  }
  return (
    <Page title={t("生成责任矩阵")}>
      <ul className={styles.points}>
        <li>
          {t("在本工作簿写入“责任矩阵”工作表：{{tasks}} 项任务、{{columns}} 列单位、{{indicators}} 项指标。", {
            tasks: plan.tasks.length,
            columns: plan.units.length + plan.groups.length,
            indicators: plan.indicators.length,
          })}
        </li>
        {unreadOf(plan, corrections).length > 0 && (
          <li>
            <UnreadNote openPlan={openPlan} onGo={onUnread} />
          </li>
        )}
        <li>{t("已有矩阵时，填报数、佐证材料、备注和您自己加的列都会保留。")}</li>
        <li>{t("写入之后，Excel 自己的“撤消”（Ctrl+Z）里不再有此前的操作。")}</li>
        <li>{t("没有安装本工具的同事，用 Excel 或 WPS 打开也能照常填报和计算。")}</li>
      </ul>
      {exists && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t("本工作簿已有责任矩阵")}</MessageBarTitle>
            {t(
              "方案修订后请用“同步”：只改变动的地方，改前先看清单，还能撤销。再次生成会重排整张表，筛选和隐藏的行列也恢复显示。",
            )}
            {found.isEarlier &&
              t(
                "这张表是以前的版式，同步、回收和评估照常。重新生成会改为新版式：单位表头用简称，一屏能看到更多任务和单位，增加“完成时限”“进展情况”和“截至”；填过的内容都随行搬过去。",
              )}
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" appearance="primary" onClick={onSync}>
              {t("去同步")}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <Button
        appearance={exists ? "secondary" : "primary"}
        onClick={() => void run()}
        disabledFocusable={state.phase === "working"}
      >
        {exists ? (found.isEarlier ? t("改为新版式（重新生成）") : t("重新生成（重排整张表）")) : t("生成责任矩阵")}
      </Button>
      <div aria-live="polite">
        {state.phase === "working" && <Spinner size="small" label={t("正在写入工作表…")} />}
        {state.phase === "failed" && <FailureBar failure={state.failure} onRetry={() => void run()} />}
        {state.phase === "done" && <Result report={state.value} onNext={onNext} />}
      </div>
    </Page>
  );
}

function Result({ report, onNext }: { report: GenerateReport; onNext: () => void }) {
  const styles = useStyles();
  const show = useAsync(goToMatrix);
  return (
    <>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{report.created ? t("已生成责任矩阵") : t("责任矩阵已更新")}</MessageBarTitle>
          <Text>
            {paragraph(
              t("{{rows}} 行、{{columns}} 列单位。", { rows: report.rows, columns: report.unitColumns }),
              report.kept > 0 && t("保留了 {{count}} 处填报内容。", { count: report.kept }),
            )}
          </Text>
          {[...report.notes, ...report.keptCells].length > 0 && (
            <ul className={styles.changes}>
              {[...report.notes, ...report.keptCells].map((note, index) => (
                <li key={index}>{say(note)}</li>
              ))}
            </ul>
          )}
          <div className={styles.links}>
            <Link as="button" onClick={() => void show.run()}>
              {t("转到工作表")}
            </Link>
            <Link as="button" onClick={onNext}>
              {t("查看完成情况")}
            </Link>
          </div>
        </MessageBarBody>
      </MessageBar>
      {show.state.phase === "failed" && (
        <FailureBar failure={asFailure(show.state.failure)} onRetry={() => void show.run()} />
      )}
    </>
  );
}
