import { useMemo, useState } from "react";
import {
  Badge,
  Button,
  Input,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  tokens,
} from "@fluentui/react-components";
import { say, t } from "../../locale";
import type { SyncPreview } from "../../excel/sync";
import { goToMatrix } from "../../excel/status";
import { withChoice } from "../../sync/change";
import { FailureBar } from "../failure-bar";
import { Page } from "../layout/page";
import { NoMatrix } from "../no-matrix";
import type { OpenPlanModel, EditablePlan } from "../open-plan/use-open-plan";
import { OtherPlan } from "./other-plan";
import { ChangeGroup } from "./syncing/change-group";
import { UncertainMatches } from "./syncing/uncertain-matches";
import { groupsOf, isChoice, isChosen, isDecision } from "./syncing/change-groups";
import { History } from "./syncing/history";
import { RunState } from "./syncing/run-state";
import { ComparedPlans } from "./syncing/compared-plans";
import { useSync, type SyncState } from "./syncing/use-sync";
import { useAsync } from "../use-async";
import { smallText } from "../layout/small-text";

const useStyles = makeStyles({
  quiet: { display: "block", ...smallText },
  ownLine: { flexBasis: "100%" },
  notes: { margin: 0, paddingLeft: "16px" },
  action: {
    position: "sticky",
    bottom: "-16px",
    margin: "0 -16px -16px",
    padding: "10px 16px",
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "4px 12px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** 同步: what a revised plan changes in the sheet; the user reviews it, applies it, and can undo it. */
export function Sync({
  openPlan,
  model,
  onGenerate,
}: {
  openPlan: EditablePlan;
  model: OpenPlanModel;
  onGenerate: () => void;
}) {
  const sync = useSync(openPlan, model);
  const { preview, shown, run } = sync;
  const show = useAsync(goToMatrix);
  return (
    <Page
      title={
        <>
          {t("同步")} {shown && !shown.another && <Standing preview={shown} />}
        </>
      }
      aside={
        <Button size="small" onClick={sync.read}>
          {t("刷新")}
        </Button>
      }
    >
      {shown && !shown.another && (
        <div>
          <ComparedPlans preview={shown} openPlan={openPlan} />
        </div>
      )}
      {preview.phase === "working" && !shown && <Spinner size="small" label={t("正在比较方案与工作表…")} />}
      {preview.phase === "failed" && <FailureBar failure={preview.failure} onRetry={sync.read} />}
      {preview.phase === "done" && !shown && <NoMatrix onGenerate={onGenerate} />}
      <div aria-live="polite">
        <RunState sync={sync} onShow={() => void show.run()} />
      </div>
      {show.state.phase === "failed" && <FailureBar failure={show.state.failure} onRetry={() => void show.run()} />}
      {shown && run.phase !== "working" && (
        <Differences sync={sync} preview={shown} openPlan={openPlan} model={model} />
      )}
    </Page>
  );
}

/** The state at a glance. */
function Standing({ preview }: { preview: SyncPreview }) {
  const count = withChoice(preview.changes, (change) => change.default).filter(
    (change) => change.default || isDecision(change),
  ).length;
  if (preview.unfinished) return <Badge color="warning">{t("上次没做完")}</Badge>;
  return count === 0 && preview.inStep ? (
    <Badge color="success">{t("已同步")}</Badge>
  ) : (
    <Badge color="brand">{t("{{count}} 处不同", { count })}</Badge>
  );
}

interface DifferencesProps {
  sync: SyncState;
  preview: SyncPreview;
  openPlan: EditablePlan;
  model: OpenPlanModel;
}

/** What the plan would change; for a different plan, `OtherPlan` instead. */
function Differences({ sync, preview, openPlan, model }: DifferencesProps) {
  if (!preview.another) return <Changes sync={sync} preview={preview} />;
  return (
    <>
      <OtherPlan
        openPlan={openPlan}
        another={preview.another}
        onRevision={model.takeAsRevision}
        onBack={() => void model.toWorkbooks()}
      />
      <History history={preview.history} onUndo={sync.undo} disabled={false} />
    </>
  );
}

function Changes({ sync, preview }: { sync: SyncState; preview: SyncPreview }) {
  const styles = useStyles();
  const { choices, choose, decide, press, undo } = sync;
  const [words, setWords] = useState("");
  const changes = useMemo(
    () => withChoice(preview.changes, (change) => isChosen(change, choices)),
    [preview.changes, choices],
  );
  const groups = useMemo(() => groupsOf(changes, words), [changes, words]);
  const choosable = changes.filter((change) => isChoice(change) || change.default);
  const chosen = choosable.filter((change) => isChosen(change, choices)).length;
  const left = changes.filter((change) => change.default && !isChosen(change, choices)).length;
  const toDo = chosen > 0 || !preview.inStep;
  return (
    <>
      {preview.notes.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <ul className={styles.notes}>
              {preview.notes.map((note, index) => (
                <li key={index}>{say(note)}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      <UncertainMatches doubtful={preview.doubtful} onDecide={decide} />
      {preview.changes.length > 8 && (
        <Input
          value={words}
          onChange={(_, { value }) => setWords(value)}
          placeholder={t("筛选：任务、单位、类别或改动的文字")}
          aria-label={t("筛选改动")}
        />
      )}
      {preview.changes.length === 0 && <Text>{t("工作表与打开的方案一致，没有需要改动的地方。")}</Text>}
      {groups.length === 0 && words !== "" && (
        <Text className={styles.quiet}>{t("没有符合“{{words}}”的改动。", { words })}</Text>
      )}
      {groups.map((group) => (
        <ChangeGroup key={group.name} group={group} choices={choices} onChoose={choose} open={words !== ""} />
      ))}
      <History history={preview.history} onUndo={undo} disabled={false} />
      {(preview.changes.length > 0 || toDo) && (
        <div className={styles.action}>
          <Button appearance="primary" disabled={!toDo} onClick={press}>
            {preview.unfinished ? t("接着做完") : chosen > 0 ? t("同步 {{count}} 项", { count: chosen }) : t("同步")}
          </Button>
          <Text className={styles.quiet}>
            {left > 0 ? t("{{count}} 项不改，保留表中内容", { count: left }) : t("填过的内容不会改动")}
          </Text>
          <Text className={mergeClasses(styles.quiet, styles.ownLine)}>
            {t("同步之后，Excel 自己的“撤消”（Ctrl+Z）里不再有此前的操作；同步本身可以在这一页点“撤销”。")}
          </Text>
        </div>
      )}
    </>
  );
}
