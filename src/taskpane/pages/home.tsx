import { lazy, Suspense, useCallback, useState } from "react";
import { Button, Link, makeStyles, mergeClasses, Spinner, tokens } from "@fluentui/react-components";
import { t } from "../../locale";
import { unreadOf } from "../../plan/questions";
import { FailureBar } from "../failure-bar";
import { attentionOf, nextOf, stepsOf, type Attention, type PlanSummary, type Step } from "../home/steps";
import { WithOverlay } from "../layout/with-overlay";
import { Page, SmallText } from "../layout/page";
import type { GoTo } from "../navigation";
import type { OpenPlanModel, EditablePlan } from "../open-plan/use-open-plan";
import { shownUnlessFailed, useAsync } from "../use-async";
import { useWatch } from "../use-watch";

// Rarely opened, so loaded on demand.
const About = lazy(async () => ({ default: (await import("../self-check/about")).About }));

const useStyles = makeStyles({
  about: { alignSelf: "flex-start", fontSize: "12px" },
  steps: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column" },
  step: {
    display: "grid",
    gridTemplateColumns: "28px 1fr",
    columnGap: "10px",
    position: "relative",
    paddingBottom: "14px",
  },
  // The line from one step to the next.
  linked: {
    "::before": {
      content: '""',
      position: "absolute",
      left: "13px",
      top: "28px",
      bottom: 0,
      width: "2px",
      backgroundColor: tokens.colorNeutralStroke2,
    },
  },
  linkedDone: { "::before": { backgroundColor: tokens.colorBrandStroke1 } },
  mark: {
    width: "28px",
    height: "28px",
    borderRadius: tokens.borderRadiusCircular,
    display: "grid",
    placeItems: "center",
    fontSize: "13px",
    lineHeight: "13px",
    fontWeight: 600,
    boxSizing: "border-box",
    border: `2px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground1,
    zIndex: 1,
  },
  done: {
    border: `2px solid ${tokens.colorBrandBackground}`,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  next: { border: `2px solid ${tokens.colorBrandStroke1}`, color: tokens.colorBrandForeground1 },
  body: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "2px",
    paddingTop: "3px",
    minWidth: 0,
  },
  name: { fontWeight: 600, color: tokens.colorNeutralForeground1 },
  action: { marginTop: "6px", display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px 14px" },
  attention: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "6px" },
  item: {
    display: "flex",
    justifyContent: "space-between",
    gap: "8px",
    width: "100%",
    boxSizing: "border-box",
    textAlign: "left",
    font: "inherit",
    color: "inherit",
    cursor: "pointer",
    padding: "8px 12px",
    overflowWrap: "anywhere",
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderLeft: `4px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { backgroundColor: tokens.colorNeutralBackground2Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  bad: { borderLeftColor: tokens.colorPaletteRedBorderActive },
  doubtful: { borderLeftColor: tokens.colorPaletteDarkOrangeBorderActive },
});

/**
 * Reads the workbook's progress, and whether the open plan is a different one from the plan that its matrix follows.
 * The code is loaded on demand, so that the page appears first.
 */
async function look(openPlan: EditablePlan | undefined, isRevision: boolean) {
  const progress = await (await import("../../excel/assessment")).readProgress();
  const isAsked =
    openPlan !== undefined && !isRevision && progress !== undefined && progress.source !== openPlan.source;
  const found = isAsked ? await (await import("../../excel/sync")).lookAtMatrix(openPlan.plan) : undefined;
  return { progress, another: found?.another !== undefined };
}

const summaryOf = ({ plan, questions, source, corrections }: EditablePlan): PlanSummary => ({
  tasks: plan.tasks.length,
  units: plan.units.length,
  indicators: plan.indicators.length,
  questions: questions.length,
  unread: unreadOf(plan, corrections).length,
  source,
});

/** What the start page shows, read from the workbook and from the open plan. */
function useHome({ openPlan, isRevision, isLooking, isReading, opening }: OpenPlanModel) {
  const work = useCallback(() => look(openPlan, isRevision), [openPlan, isRevision]);
  const { state, run } = useAsync(work);
  useWatch(run);
  const summary = openPlan && summaryOf(openPlan);
  const found = shownUnlessFailed(state);
  const progress = found?.progress;
  // Steps of another plan are no steps of this sheet's year.
  const steps = stepsOf(found?.another ? undefined : summary, progress);
  // The next step is not known before it is known whether a plan is open.
  const isOpening = isLooking || opening.busy !== undefined || (isReading && !openPlan);
  const isKnown = found !== undefined && (!isOpening || progress !== undefined);
  return {
    state,
    run,
    progress,
    isFound: found !== undefined,
    steps,
    next: isKnown ? nextOf(steps) : undefined,
    attention: found ? attentionOf(summary, progress, found.another) : [],
  };
}

/** 首页: the steps of the year, the next one, and what needs attention. */
export function HomePage({ model, onGo }: { model: OpenPlanModel; onGo: GoTo }) {
  const styles = useStyles();
  const [isAbout, setAbout] = useState(false);
  const { openPlan } = model;
  const { state, run, progress, isFound, steps, next, attention } = useHome(model);
  const overlay = isAbout ? (
    <Suspense fallback={<Spinner size="small" label={t("正在打开…")} />}>
      <About onBack={() => setAbout(false)} />
    </Suspense>
  ) : undefined;
  return (
    <WithOverlay overlay={overlay}>
      <Page title={progress ? t("{{year}} 年自查评估", { year: progress.year }) : t("责任矩阵")}>
        <SmallText>{(progress?.plan || openPlan?.plan.title || openPlan?.name) ?? t("还没有打开方案")}</SmallText>
        {state.phase === "failed" && <FailureBar failure={state.failure} onRetry={() => void run()} />}
        <Busy file={model.opening.busy} isLooking={state.phase === "working" && !isFound} />
        <Steps steps={steps} next={next} onGo={onGo} onExample={openPlan ? undefined : model.openExample} />
        {attention.length > 0 && <Attentions items={attention} onGo={onGo} />}
        <Link as="button" className={styles.about} onClick={() => setAbout(true)}>
          {t("关于")}
        </Link>
      </Page>
    </WithOverlay>
  );
}

/** What the pane is waiting for: a file that is being read, else the workbook. */
function Busy({ file, isLooking }: { file: string | undefined; isLooking: boolean }) {
  if (file !== undefined) return <Spinner size="tiny" label={t("正在读取 {{name}}…", { name: file })} />;
  return isLooking ? <Spinner size="tiny" label={t("正在查看工作簿…")} /> : null;
}

interface StepsProps {
  steps: readonly Step[];
  next: Step | undefined;
  onGo: GoTo;
  /** Absent where a plan is open. */
  onExample: (() => void) | undefined;
}

function Steps({ steps, next, onGo, onExample }: StepsProps) {
  const styles = useStyles();
  return (
    <ol className={styles.steps} aria-label={t("一年的步骤")}>
      {steps.map((step, index) => {
        const isNext = step === next;
        const isLast = index === steps.length - 1;
        return (
          <li
            key={step.key}
            className={mergeClasses(styles.step, !isLast && styles.linked, !isLast && step.isDone && styles.linkedDone)}
            aria-current={isNext ? "step" : undefined}
          >
            <span className={mergeClasses(styles.mark, step.isDone && styles.done, isNext && styles.next)} aria-hidden>
              {step.isDone ? "✓" : index + 1}
            </span>
            <div className={styles.body}>
              <Link
                as="button"
                className={styles.name}
                onClick={() => onGo(step.place)}
                aria-label={step.isDone ? t("{{step}}，已完成", { step: step.title }) : step.title}
              >
                {step.title}
              </Link>
              <SmallText>{step.detail}</SmallText>
              {isNext && (
                <div className={styles.action}>
                  <Button appearance="primary" onClick={() => onGo(step.place)}>
                    {step.action}
                  </Button>
                  {step.key === "plan" && onExample && (
                    <Link as="button" onClick={onExample}>
                      {t("用示例方案")}
                    </Link>
                  )}
                </div>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Attentions({ items, onGo }: { items: readonly Attention[]; onGo: GoTo }) {
  const styles = useStyles();
  return (
    <section aria-label={t("需要留意")}>
      <ul className={styles.attention}>
        {items.map(({ text, place, tone }) => (
          <li key={text}>
            <button
              type="button"
              className={mergeClasses(
                styles.item,
                tone === "bad" && styles.bad,
                tone === "doubtful" && styles.doubtful,
              )}
              onClick={() => onGo(place)}
            >
              <span>{text}</span>
              <span aria-hidden>›</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
