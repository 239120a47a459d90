import { pathText } from "../../plan/path-text";
import { Fragment, useState, type ReactNode } from "react";
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { listed, say, t } from "../../locale";
import { labelPlaces, withLabel } from "../../plan/by-hand/taught";
import { withUnitMeant } from "../../plan/by-hand/new-units";
import { cleanText } from "../../plan/characters";
import type { Plan, Span } from "../../plan/model";
import { withMerged } from "../../plan/units/decisions";
import { placesOfUnits } from "../../plan/units/unit-places";
import { certaintyOf, questionSets, type Question } from "../../plan/questions";
import { Indicators } from "./checking/indicators";
import { QuestionCard } from "./checking/question-card";
import { QuestionSetCard } from "./checking/question-set";
import { TaskCard } from "./checking/task-card";
import { useUndo } from "./checking/use-undo";
import { YearsForm } from "./checking/years-form";
import { Counts } from "../counts";
import { Expandable } from "../expandable";
import { Page } from "../layout/page";
import type { EditablePlan } from "../open-plan/use-open-plan";
import { WithSource, type OpenSource } from "./source/with-source";
import { UnreadBar } from "./unread";
import { smallTextDense } from "../layout/small-text";

const useStyles = makeStyles({
  heading: { fontSize: "14px", lineHeight: "20px", fontWeight: 600, margin: 0 },
  head: {
    display: "flex",
    flexWrap: "wrap",
    gap: "8px",
    justifyContent: "space-between",
    alignItems: "center",
    minHeight: "24px",
  },
  quiet: smallTextDense,
  item: {
    display: "block",
    width: "100%",
    textAlign: "left",
    font: "inherit",
    color: "inherit",
    padding: "8px 10px",
    cursor: "pointer",
    overflowWrap: "anywhere",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  opened: { marginTop: "8px" },
});

/** 核对: first what the reader is unsure about, then every task with its own text and the reading. */
export function CheckReading({ openPlan, onNext }: { openPlan: EditablePlan; onNext: () => void }) {
  const { openPlan: recorded, undo } = useUndo(openPlan);
  return (
    <WithSource openPlan={recorded}>
      {(open) => <Checks openPlan={recorded} undo={undo} openSource={open} onNext={onNext} />}
    </WithSource>
  );
}

interface ChecksProps {
  openPlan: EditablePlan;
  undo: (() => void) | undefined;
  openSource: OpenSource;
  onNext: () => void;
}

function Checks({ openPlan, undo, openSource, onNext }: ChecksProps) {
  const styles = useStyles();
  const { source, plan, questions, corrections, correct } = openPlan;
  // A task or goal opens where the user asked for it: below a question or in the list.
  const [opened, setOpened] = useState<{ task?: string; goal?: string; under: string }>();
  // If correcting the task settles the question above it, the question disappears and the task stays open in the list.
  const under = opened && (questions.some(({ id }) => id === opened.under) ? opened.under : "list");
  const goals = plan.indicators.filter(({ taskId }) => taskId === undefined);
  const certainty = certaintyOf(plan, questions, corrections);
  const sets = questionSets(questions);
  // Pressing twice settles it once.
  const settle = (...ids: string[]): void =>
    correct((before) =>
      ids.every((id) => before.settled.includes(id))
        ? before
        : { ...before, settled: [...new Set([...before.settled, ...ids])] },
    );
  const merge = ({ pair }: Question): void => {
    if (!pair) return;
    correct((before) => ({ ...before, units: withMerged(before.units, pair.longer, pair.shorter) }));
  };
  const card = (id: string): ReactNode => {
    const task = plan.tasks.find((one) => one.id === id);
    // Questions about the card's own units, except the one that the card is opened below.
    const within = ({ taskId: _here, ...question }: Question): ReactNode => question.id !== under && ask(question);
    return task ? (
      <TaskCard
        key={id}
        task={task}
        openPlan={openPlan}
        ask={within}
        onSource={openSource}
        onClose={() => setOpened(undefined)}
      />
    ) : null;
  };
  const beneath = ({ task, goal }: NonNullable<typeof opened>): ReactNode =>
    task ? card(task) : <Indicators indicators={goals.filter(({ id }) => id === goal)} correct={correct} />;
  const labelled = ({ label, span }: Question): Span[] => (label ? labelPlaces(source, label) : [span]);
  const placesOf = (question: Question): Span[] =>
    question.pair
      ? placesOfUnits([question.pair.shorter, question.pair.longer], plan, cleanText(source))
      : labelled(question);
  const ask = ({ taskId, ...question }: Question): ReactNode => {
    const { id, unit, indicatorId } = question;
    const goal = taskId === undefined && goals.some((one) => one.id === indicatorId) ? indicatorId : undefined;
    const toOpen = taskId ? { task: taskId, under: id } : goal ? { goal, under: id } : undefined;
    return (
      <Fragment key={id}>
        <QuestionCard
          question={question}
          onSettle={() => settle(id)}
          onMerge={() => merge(question)}
          onLabel={(decision) => question.label && correct((before) => withLabel(before, question.label!, decision))}
          onMeant={(meant) => unit && correct((before) => withUnitMeant(before, unit.name, meant))}
          places={labelled(question).length}
          {...(question.kind === "years"
            ? { form: <YearsForm onSet={(years) => correct((before) => ({ ...before, years }))} /> }
            : {})}
          {...(toOpen ? { onOpen: () => setOpened(toOpen) } : {})}
          {...(taskId || unit
            ? {}
            : {
                onSource: () => openSource(placesOf(question).map((span) => ({ span, note: say(question.message) }))),
              })}
        />
        {opened && under === id && <div className={styles.opened}>{beneath(opened)}</div>}
      </Fragment>
    );
  };
  return (
    <Page title={t("核对读取结果")}>
      <Counts
        items={[
          { label: t("有把握"), value: certainty.sure },
          { label: t("待确认"), value: certainty.toConfirm },
          { label: t("没读懂"), value: certainty.notUnderstood },
        ]}
      />
      <UnreadBar openPlan={openPlan} onOpen={openSource} />
      <div className={styles.head}>
        <h2 className={styles.heading}>{t("待确认")}</h2>
        {undo && (
          <Button size="small" appearance="subtle" onClick={undo}>
            {t("撤销上一步")}
          </Button>
        )}
      </div>
      {questions.length === 0 && <Text className={styles.quiet}>{t("没有需要确认的地方。")}</Text>}
      <Expandable
        items={sets}
        render={(set) => (
          <li key={set.id}>
            <QuestionSetCard set={set} onSettleAll={() => settle(...set.questions.map(({ id }) => id))} render={ask} />
          </li>
        )}
      />
      <Button appearance="primary" onClick={onNext}>
        {t("下一步：生成责任矩阵")}
      </Button>
      <h2 className={styles.heading}>{t("全部任务（{{count}}）", { count: plan.tasks.length })}</h2>
      <TaskEntries
        plan={plan}
        openId={under === "list" ? opened?.task : undefined}
        onOpen={(task) => setOpened({ task, under: "list" })}
        card={card}
      />
      {goals.length > 0 && (
        <>
          <h2 className={styles.heading}>{t("方案目标（{{count}}）", { count: goals.length })}</h2>
          <Text className={styles.quiet}>{t("这些指标写在总体目标或章节开头，不属于某一项任务。")}</Text>
          <Indicators indicators={goals} correct={correct} />
        </>
      )}
    </Page>
  );
}

interface TaskEntriesProps {
  plan: Plan;
  /** Of the task that is shown with all its fields. */
  openId: string | undefined;
  onOpen: (id: string) => void;
  /** The task with all its fields. */
  card: (id: string) => ReactNode;
}

/** Every task of the plan: a line each, and the one that was opened with its fields. */
function TaskEntries({ plan, openId, onOpen, card }: TaskEntriesProps) {
  const styles = useStyles();
  return (
    <Expandable
      items={plan.tasks}
      render={(task) => (
        <li key={task.id}>
          {openId === task.id ? (
            card(task.id)
          ) : (
            <button type="button" className={styles.item} onClick={() => onOpen(task.id)}>
              {pathText(task.path)} {task.title}
              <Text className={styles.quiet} block>
                {[
                  task.lead.length > 0 ? t("牵头：{{units}}", { units: listed(task.lead) }) : t("未写明牵头单位"),
                  t("指标 {{count}} 项", {
                    count: plan.indicators.filter(({ taskId }) => taskId === task.id).length,
                  }),
                ].join(" · ")}
              </Text>
            </button>
          )}
        </li>
      )}
    />
  );
}
