import { pathText } from "../../plan/path-text";
import { Fragment, useState } from "react";
import { Button, Input, makeStyles, Text, tokens } from "@fluentui/react-components";
import { listed, say, t } from "../../locale";
import { labelPlaces, withLabel } from "../../plan/by-hand/name";
import type { Span } from "../../plan/model";
import { withMerged } from "../../plan/units/decisions";
import { certaintyOf, questionSets, type Question } from "../../plan/questions";
import { Indicators } from "./checking/indicators";
import { QuestionCard } from "./checking/question-card";
import { QuestionSetCard } from "./checking/question-set";
import { TaskCard } from "./checking/task-card";
import { Counts } from "../counts";
import { Expandable } from "../expandable";
import { Page } from "../layout/page";
import type { Reading } from "../reading/use-reading";
import { WithSource, type OpenSource } from "./source/with-source";
import { UnreadBar } from "./unread";

const useStyles = makeStyles({
  heading: { fontSize: "14px", lineHeight: "20px", fontWeight: 600, margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "16px" },
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
  years: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center", marginTop: "8px" },
  year: { width: "80px", minWidth: 0 },
});

/** 核对: what the reader is not sure of first, then every task with its own words beside the reading. */
export function CheckReading({ reading, onNext }: { reading: Reading; onNext: () => void }) {
  return <WithSource reading={reading}>{(open) => <Checks reading={reading} openSource={open} onNext={onNext} />}</WithSource>;
}

function Checks({ reading, openSource, onNext }: { reading: Reading; openSource: OpenSource; onNext: () => void }) {
  const styles = useStyles();
  const { source, plan, questions, corrections, correct } = reading;
  // A task is opened where it was asked for: beneath a question, or in the list.
  const [opened, setOpened] = useState<{ task: string; under: string }>();
  // A question that is settled by what is set right in the task beneath it goes; the task stays open, in the list.
  const under = opened && (questions.some(({ id }) => id === opened.under) ? opened.under : "list");
  const goals = plan.indicators.filter(({ taskId }) => taskId === undefined);
  const certainty = certaintyOf(plan, questions, corrections);
  const sets = questionSets(questions);
  const settle = (...ids: string[]): void => correct((before) => ({ ...before, settled: [...before.settled, ...ids] }));
  const merge = ({ pair }: Question): void => {
    if (!pair) return;
    correct((before) => ({ ...before, units: withMerged(before.units, pair.longer, pair.shorter) }));
  };
  const card = (id: string): React.ReactNode => {
    const task = plan.tasks.find((one) => one.id === id);
    return task ? <TaskCard key={id} task={task} reading={reading} onSource={openSource} onClose={() => setOpened(undefined)} /> : null;
  };
  const placesOf = ({ label, span }: Question): Span[] => (label ? labelPlaces(source, label) : [span]);
  const ask = ({ taskId, ...question }: Question): React.ReactNode => (
    <Fragment key={question.id}>
      <QuestionCard
        question={question}
        onSettle={() => settle(question.id)}
        onMerge={() => merge(question)}
        onLabel={(decision) => question.label && correct((before) => withLabel(before, question.label!, decision))}
        onSource={() => openSource(placesOf(question).map((span) => ({ span, note: say(question.message) })))}
        places={placesOf(question).length}
        {...(question.kind === "years" ? { form: <Years onSet={(years) => correct((before) => ({ ...before, years }))} /> } : {})}
        {...(taskId ? { onOpen: () => setOpened({ task: taskId, under: question.id }) } : {})}
      />
      {opened && under === question.id && <div className={styles.opened}>{card(opened.task)}</div>}
    </Fragment>
  );
  return (
    <Page title={t("核对读取结果")}>
      <Counts
        items={[
          { label: t("有把握"), value: certainty.sure },
          { label: t("待确认"), value: certainty.toConfirm },
          { label: t("没读懂"), value: certainty.notUnderstood },
        ]}
      />
      <UnreadBar reading={reading} onOpen={openSource} />
      <h2 className={styles.heading}>{t("待确认")}</h2>
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
      <Expandable
        items={plan.tasks}
        render={(task) => (
          <li key={task.id}>
            {under === "list" && opened?.task === task.id ? (
              card(task.id)
            ) : (
              <button type="button" className={styles.item} onClick={() => setOpened({ task: task.id, under: "list" })}>
                {pathText(task.path)} {task.title}
                <Text className={styles.quiet} block>
                  {[
                    task.lead.length > 0 ? t("牵头：{{units}}", { units: listed(task.lead) }) : t("未写明牵头单位"),
                    t("指标 {{count}} 项", { count: plan.indicators.filter(({ taskId }) => taskId === task.id).length }),
                  ].join(" · ")}
                </Text>
              </button>
            )}
          </li>
        )}
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

const isYear = (text: string): boolean => /^(?:19|20)\d{2}$/.test(text);

/** First and last year of a plan that names none. */
function Years({ onSet }: { onSet: (years: [number, number]) => void }) {
  const styles = useStyles();
  const [first, setFirst] = useState("");
  const [last, setLast] = useState("");
  const fits = isYear(first) && isYear(last) && Number(first) <= Number(last) && Number(last) - Number(first) < 30;
  return (
    <div className={styles.years}>
      <Input className={styles.year} size="small" aria-label={t("起始年份")} placeholder="2024" value={first} onChange={(_, { value }) => setFirst(value.trim())} />
      {t("至")}
      <Input className={styles.year} size="small" aria-label={t("结束年份")} placeholder="2027" value={last} onChange={(_, { value }) => setLast(value.trim())} />
      <Button size="small" disabled={!fits} onClick={() => onSet([Number(first), Number(last)])}>
        {t("确定")}
      </Button>
    </div>
  );
}
