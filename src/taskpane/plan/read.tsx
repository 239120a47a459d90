import { shownText } from "../../plan/layout/marks";
import { pathText } from "../../plan/path-text";
import { useMemo } from "react";
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
} from "@fluentui/react-components";
import { listed, say, t } from "../../locale";
import type { Finding, Plan, Severity, Span } from "../../plan/model";
import { Counts } from "../counts";
import { Expandable } from "../expandable";
import { SafeguardList } from "./safeguard-list";
import { ManualDecisions, manualDecisionCount } from "./manual-decisions";
import { OpenBar } from "./open-bar";
import { Page, SmallText } from "../layout/page";
import type { EditablePlan } from "../open-plan/use-open-plan";
import { WithSource, type OpenSource } from "./source/with-source";
import { UnitList } from "./unit-list";
import { UnreadBar } from "./unread";
import { smallTextDense } from "../layout/small-text";

const useStyles = makeStyles({
  quote: { display: "block", ...smallTextDense, padding: "4px 0", textAlign: "left" },
  panel: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    paddingBottom: "8px",
    "> button": { alignSelf: "flex-start" },
  },
  task: { overflowWrap: "anywhere" },
});

const severityNames = (): Record<Severity, string> => ({ error: t("错误"), warning: t("提醒"), info: t("说明") });
const severityColours = { error: "danger", warning: "warning", info: "informative" } as const;
const severityOrder: Severity[] = ["error", "warning", "info"];
/** A finding in the user's language; one stored in the workbook exists in Chinese only. */
const wordsOf = ({ said, message }: Finding): string => say(said ?? message);

/** 读取结果: what was read, so that the user sees at a glance whether it is right. */
export function PlanRead({
  openPlan,
  onCheck,
  onNext,
}: {
  openPlan: EditablePlan;
  onCheck: () => void;
  onNext: () => void;
}) {
  return (
    <WithSource openPlan={openPlan}>
      {(open) => <PlanPage openPlan={openPlan} open={open} onCheck={onCheck} onNext={onNext} />}
    </WithSource>
  );
}

function PlanPage({
  openPlan,
  open,
  onCheck,
  onNext,
}: {
  openPlan: EditablePlan;
  open: OpenSource;
  onCheck: () => void;
  onNext: () => void;
}) {
  const { plan, source, questions } = openPlan;
  const standing = plan.groups.reduce(
    (sum, { name }) => sum + plan.tasks.filter(({ groups }) => groups.includes(name)).length,
    0,
  );
  const byHand = manualDecisionCount(openPlan.corrections);
  return (
    <Page title={plan.title || openPlan.name}>
      <SmallText>
        {[
          plan.issuer,
          plan.docNumber,
          plan.issued,
          plan.years[0] > 0 &&
            (plan.years[0] === plan.years[1]
              ? t("{{year}}年", { year: plan.years[0] })
              : t("{{first}}—{{last}}年", { first: plan.years[0], last: plan.years[1] })),
        ]
          .filter(Boolean)
          .join(" · ")}
      </SmallText>
      <Counts
        items={[
          { label: t("任务"), value: plan.tasks.length },
          { label: t("单位"), value: plan.units.length },
          { label: t("指标"), value: plan.indicators.length },
        ]}
      />
      {plan.groups.length > 0 && (
        <SmallText>
          {t("集合称谓 {{names}} 出现在 {{count}} 项任务中，单独成列，不自动展开。", {
            names: listed(plan.groups.map(({ name }) => name)),
            count: standing,
          })}
        </SmallText>
      )}
      {plan.tasks.length === 0 ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {t(
              "没有读出写明单位的任务。可能是方案里没有写牵头、责任单位，也可能写法没有见过。请确认选对了文件；选对了，就在原文中标出任务和单位，标一处，同样写法的可以一起读。",
            )}
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" appearance="primary" onClick={() => open([])}>
              {t("在原文中标出任务")}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ) : (
        <>
          <UnreadBar openPlan={openPlan} onOpen={open} />
          <Button appearance="primary" onClick={questions.length > 0 ? onCheck : onNext}>
            {questions.length > 0
              ? t("下一步：核对 {{count}} 处待确认", { count: questions.length })
              : t("下一步：生成责任矩阵")}
          </Button>
        </>
      )}
      {plan.tasks.length > 0 && (
        <Button appearance="subtle" onClick={() => open([])}>
          {t("看原文")}
        </Button>
      )}
      <OpenBar {...openPlan} />
      <Accordion collapsible multiple>
        <Section value="tasks" title={t("任务（{{count}}）", { count: plan.tasks.length })}>
          <TaskList plan={plan} />
        </Section>
        <Section value="units" title={t("单位（{{count}}）", { count: plan.units.length })}>
          <UnitList openPlan={openPlan} />
        </Section>
        <Section value="measures" title={t("保障措施（{{count}}）", { count: plan.safeguards.length })}>
          <SafeguardList openPlan={openPlan} />
        </Section>
        {byHand > 0 && (
          <Section value="byHand" title={t("手工标注（{{count}}）", { count: byHand })}>
            <ManualDecisions openPlan={openPlan} onOpen={open} />
          </Section>
        )}
        <Section value="findings" title={t("校核（{{count}}）", { count: plan.findings.length })}>
          <FindingList
            findings={plan.findings}
            source={source}
            onPlace={(finding) => open([{ span: finding.span, note: wordsOf(finding) }])}
          />
        </Section>
      </Accordion>
    </Page>
  );
}

function Section({ value, title, children }: { value: string; title: string; children: React.ReactNode }) {
  const styles = useStyles();
  return (
    <AccordionItem value={value}>
      <AccordionHeader as="h2">{title}</AccordionHeader>
      <AccordionPanel className={styles.panel}>{children}</AccordionPanel>
    </AccordionItem>
  );
}

function TaskList({ plan }: { plan: Plan }) {
  const styles = useStyles();
  return (
    <Expandable
      items={plan.tasks}
      render={(task) => (
        <li key={task.id} className={styles.task}>
          <Text weight="semibold">
            {pathText(task.path)} {task.title}
          </Text>
          <span className={styles.quote}>
            {[
              task.lead.length > 0 ? t("牵头：{{units}}", { units: listed(task.lead) }) : t("未写明牵头单位"),
              ...(task.responsible.length + task.groups.length > 0
                ? [t("责任：{{units}}", { units: listed([...task.responsible, ...task.groups]) })]
                : []),
            ].join(t("；"))}
          </span>
        </li>
      )}
    />
  );
}

const LONGEST_QUOTE = 60;

const NEARBY = 8;

/** The text at a place with a few characters of its line around it; of a whole task only its beginning. */
function quoteOf(source: string, [start, end]: Span): string {
  const before = source
    .slice(Math.max(0, start - NEARBY), start)
    .split("\n")
    .at(-1)!;
  const words = (before + source.slice(start, end) + source.slice(end, end + NEARBY).split("\n")[0]!).trim();
  return shownText(words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE - 1)}…` : words);
}

function FindingList({
  findings,
  source,
  onPlace,
}: {
  findings: Finding[];
  source: string;
  onPlace: (finding: Finding) => void;
}) {
  const styles = useStyles();
  const sorted = useMemo(
    () => [...findings].sort((a, b) => severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity)),
    [findings],
  );
  if (sorted.length === 0) return <Text>{t("没有发现需要核对的地方。")}</Text>;
  const copy = (): void =>
    void navigator.clipboard?.writeText(
      sorted
        .map((finding) =>
          [severityNames()[finding.severity], wordsOf(finding), shownText(source.slice(...finding.span)).trim()].join(
            "\t",
          ),
        )
        .join("\n"),
    );
  return (
    <>
      <Button size="small" onClick={copy}>
        {t("复制清单")}
      </Button>
      <Expandable
        items={sorted}
        render={(finding, index) => (
          <li key={index}>
            <Badge appearance="tint" color={severityColours[finding.severity]}>
              {severityNames()[finding.severity]}
            </Badge>{" "}
            <Text>{wordsOf(finding)}</Text>
            <Link as="button" className={styles.quote} onClick={() => onPlace(finding)}>
              “{quoteOf(source, finding.span)}”
            </Link>
          </li>
        )}
      />
    </>
  );
}
