import { useCallback } from "react";
import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import { openWorkbook } from "../../excel/open-workbook";
import { storeXml } from "../../excel/store";
import type { AnotherPlan } from "../../excel/sync";
import { t } from "../../locale";
import { FailureBar } from "../failure-bar";
import { SmallText } from "../layout/page";
import { carriedOf } from "../open-plan/open-plan-store";
import type { EditablePlan } from "../open-plan/use-open-plan";
import { useAsync } from "../use-async";

const useStyles = makeStyles({
  plans: {
    margin: "4px 0 0",
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    columnGap: "8px",
    rowGap: "4px",
    overflowWrap: "anywhere",
  },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0 },
  ways: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "14px" },
  way: { display: "flex", flexDirection: "column", gap: "4px", alignItems: "flex-start" },
});

interface OtherPlanProps {
  openPlan: EditablePlan;
  another: AnotherPlan;
  onRevision: () => void;
  onBack: () => void;
}

/**
 * Shown if the open plan is a different plan, not a revision of the one that the sheet follows: the facts and the
 * ways to go on.
 */
export function OtherPlan({ openPlan, another, onRevision, onBack }: OtherPlanProps) {
  const styles = useStyles();
  const { plan, name } = openPlan;
  const work = useCallback(async () => {
    const { planWorkbook } = await import("../../documents/plan-workbook");
    await openWorkbook(planWorkbook(await storeXml({ plan, reading: carriedOf(openPlan) })));
  }, [plan, openPlan]);
  const { state, run } = useAsync(work);
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{t("打开的是另一份方案")}</MessageBarTitle>
          {another.shared === 0
            ? t("它与这张表依据的方案没有相近的任务。")
            : t("它的 {{count}} 项任务中，与这张表依据的方案相近的只有 {{shared}} 项。", {
                count: plan.tasks.length,
                shared: another.shared,
              })}
          <dl className={styles.plans}>
            <dt className={styles.name}>{t("表格依据")}</dt>
            <dd className={styles.value}>{another.following || t("（工作簿里没有记录）")}</dd>
            <dt className={styles.name}>{t("现在打开")}</dt>
            <dd className={styles.value}>{plan.title || name}</dd>
          </dl>
        </MessageBarBody>
      </MessageBar>
      <ul className={styles.ways}>
        <li className={styles.way}>
          <Button appearance="primary" onClick={() => void run()} disabledFocusable={state.phase === "working"}>
            {t("新建工作簿")}
          </Button>
          <SmallText>{t("打开的方案放进一个新的工作簿，在那里生成它的矩阵；这张表不动。")}</SmallText>
          <div aria-live="polite">
            {state.phase === "working" && <Spinner size="tiny" label={t("正在新建工作簿…")} />}
            {state.phase === "done" && (
              <MessageBar intent="success" layout="multiline">
                <MessageBarBody>
                  {t("已在新窗口打开一个工作簿，方案在里面。请在那里点“生成责任矩阵”，再另存。")}
                </MessageBarBody>
              </MessageBar>
            )}
            {state.phase === "failed" && <FailureBar failure={state.failure} onRetry={() => void run()} />}
          </div>
        </li>
        <li className={styles.way}>
          <Button onClick={onRevision}>{t("当作修订稿")}</Button>
          <SmallText>
            {t(
              "确实是同一份方案改的：先列出全部改动，选定后才写入。不在新方案里的任务，连同填报内容移到“已移出”工作表。",
            )}
          </SmallText>
        </li>
        <li className={styles.way}>
          <Link as="button" onClick={onBack}>
            {t("不用它，回到表格依据的方案")}
          </Link>
        </li>
      </ul>
    </>
  );
}
