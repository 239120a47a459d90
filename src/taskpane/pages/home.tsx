import { Button, Link, makeStyles, mergeClasses, Spinner, tokens } from "@fluentui/react-components";
import { t } from "../../locale";
import { FailureBar } from "../failure-bar";
import { attentionOf, nextOf, stepsOf, type Attention, type OpenPlan, type Step } from "../home/steps";
import { Page, Quiet } from "../layout/page";
import type { GoTo } from "../navigation";
import type { Reading } from "../reading/use-reading";
import { useTask } from "../use-task";
import { useWatch } from "../use-watch";

const useStyles = makeStyles({
  steps: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column" },
  step: { display: "grid", gridTemplateColumns: "28px 1fr", columnGap: "10px", position: "relative", paddingBottom: "14px" },
  // The line from one step to the next.
  linked: { "::before": { content: '""', position: "absolute", left: "13px", top: "28px", bottom: 0, width: "2px", backgroundColor: tokens.colorNeutralStroke2 } },
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
  done: { border: `2px solid ${tokens.colorBrandBackground}`, backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand },
  next: { border: `2px solid ${tokens.colorBrandStroke1}`, color: tokens.colorBrandForeground1 },
  body: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "2px", paddingTop: "3px", minWidth: 0 },
  name: { fontWeight: 600, color: tokens.colorNeutralForeground1 },
  action: { marginTop: "6px" },
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

// Loaded apart: the page is drawn before it is there.
const look = async () => (await import("../../excel/assessment")).readProgress();

/** 首页: where the user stands in the year, what is next, and what needs a look. */
export function HomePage({ reading, onGo }: { reading: Reading; onGo: GoTo }) {
  const { state, run } = useTask(look);
  useWatch(run);
  const { plan, questions, source } = reading;
  const open: OpenPlan = { tasks: plan.tasks.length, units: plan.units.length, indicators: plan.indicators.length, questions: questions.length, source };
  const progress = state.phase === "done" ? state.value : state.phase === "working" ? state.last : undefined;
  const isKnown = state.phase === "done" || progress !== undefined;
  const steps = stepsOf(open, progress);
  const attention = isKnown ? attentionOf(open, progress) : [];
  return (
    <Page title={progress ? t("{{year}} 年自查评估", { year: progress.year }) : t("责任矩阵")}>
      <Quiet>{progress?.plan ?? plan.title}</Quiet>
      {state.phase === "failed" && <FailureBar failure={state.failure} onRetry={() => void run()} />}
      {state.phase === "working" && !isKnown && <Spinner size="tiny" label={t("正在查看工作簿…")} />}
      <Steps steps={steps} next={isKnown ? nextOf(steps) : undefined} onGo={onGo} />
      {attention.length > 0 && <Attentions items={attention} onGo={onGo} />}
    </Page>
  );
}

function Steps({ steps, next, onGo }: { steps: readonly Step[]; next: Step | undefined; onGo: GoTo }) {
  const styles = useStyles();
  return (
    <ol className={styles.steps} aria-label={t("一年的步骤")}>
      {steps.map((step, index) => {
        const isNext = step === next;
        const isLast = index === steps.length - 1;
        return (
          <li key={step.key} className={mergeClasses(styles.step, !isLast && styles.linked, !isLast && step.isDone && styles.linkedDone)} aria-current={isNext ? "step" : undefined}>
            <span className={mergeClasses(styles.mark, step.isDone && styles.done, isNext && styles.next)} aria-hidden>
              {step.isDone ? "✓" : index + 1}
            </span>
            <div className={styles.body}>
              <Link as="button" className={styles.name} onClick={() => onGo(step.place)} aria-label={step.isDone ? t("{{step}}，已完成", { step: step.title }) : step.title}>
                {step.title}
              </Link>
              <Quiet>{step.detail}</Quiet>
              {isNext && (
                <Button className={styles.action} appearance="primary" onClick={() => onGo(step.place)}>
                  {step.action}
                </Button>
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
            <button type="button" className={mergeClasses(styles.item, tone === "bad" && styles.bad, tone === "doubtful" && styles.doubtful)} onClick={() => onGo(place)}>
              <span>{text}</span>
              <span aria-hidden>›</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
