import { pathText } from "../../plan/path-text";
import { useMemo, useState } from "react";
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Badge, Button, Link, makeStyles, MessageBar, MessageBarBody, Text, tokens } from "@fluentui/react-components";
import type { Finding, Plan, Severity } from "../../plan/model";
import { Counts } from "../counts";
import { Expandable } from "../expandable";
import { MeasureList } from "../measure-list";
import { OpenBar } from "../open-bar";
import type { Reading } from "../reading";
import { SourceView } from "../source-view";
import { UnitList } from "../unit-list";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", gap: "16px" },
  title: { fontSize: "18px", lineHeight: "26px", fontWeight: 600, margin: 0 },
  meta: { color: tokens.colorNeutralForeground3, marginTop: "4px", display: "block" },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "8px" },
  row: { display: "flex", gap: "8px", justifyContent: "space-between", alignItems: "baseline" },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "16px" },
  quote: { display: "block", marginTop: "2px", color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "16px", overflowWrap: "anywhere" },
  task: { overflowWrap: "anywhere" },
});

const severityNames: Record<Severity, string> = { error: "错误", warning: "提醒", info: "说明" };
const severityColours = { error: "danger", warning: "warning", info: "informative" } as const;
const severityOrder: Severity[] = ["error", "warning", "info"];
/** 方案: what was read, so that the user can tell at a glance whether it was read right. */
export function PlanPage({ reading, onCheck, onGenerate }: { reading: Reading; onCheck: () => void; onGenerate: () => void }) {
  const styles = useStyles();
  const [place, setPlace] = useState<Finding>();
  const { plan, source, questions } = reading;
  const standing = plan.groups.reduce((sum, { name }) => sum + plan.tasks.filter(({ groups }) => groups.includes(name)).length, 0);
  if (place) return <SourceView source={source} span={place.span} note={place.message} onBack={() => setPlace(undefined)} />;
  return (
    <div className={styles.page}>
      <header>
        <h1 className={styles.title}>{plan.title}</h1>
        <Text className={styles.meta} size={200}>
          {[plan.issuer, plan.docNumber, plan.issued, plan.years[0] > 0 && (plan.years[0] === plan.years[1] ? `${plan.years[0]}年` : `${plan.years[0]}—${plan.years[1]}年`)].filter(Boolean).join(" · ")}
        </Text>
      </header>
      <Counts
        items={[
          { label: "任务", value: plan.tasks.length },
          { label: "单位", value: plan.units.length },
          { label: "指标", value: plan.indicators.length },
        ]}
      />
      {plan.groups.length > 0 && (
        <Text className={styles.quiet}>
          集合称谓 {plan.groups.map(({ name }) => name).join("、")} 出现在 {standing} 项任务中，单独成列，不自动展开。
        </Text>
      )}
      {plan.tasks.length === 0 ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>没有读出写明单位的任务。可能是方案里没有写牵头、责任单位，也可能写法没有见过。请确认选对了文件；仍有疑问时请把原文发给维护人员。</MessageBarBody>
        </MessageBar>
      ) : (
        <Button appearance="primary" onClick={questions.length > 0 ? onCheck : onGenerate}>
          {questions.length > 0 ? `下一步：核对 ${questions.length} 处待确认` : "下一步：生成责任矩阵"}
        </Button>
      )}
      <OpenBar name={reading.name} notes={reading.notes} onOpen={reading.open} />
      <Accordion collapsible multiple>
        <Section value="tasks" title={`任务（${plan.tasks.length}）`}>
          <TaskList plan={plan} />
        </Section>
        <Section value="units" title={`单位（${plan.units.length}）`}>
          <UnitList reading={reading} />
        </Section>
        <Section value="measures" title={`保障措施（${plan.measures.length}）`}>
          <MeasureList reading={reading} />
        </Section>
        <Section value="findings" title={`校核（${plan.findings.length}）`}>
          <FindingList findings={plan.findings} source={source} onPlace={setPlace} />
        </Section>
      </Accordion>
    </div>
  );
}

function Section({ value, title, children }: { value: string; title: string; children: React.ReactNode }) {
  return (
    <AccordionItem value={value}>
      <AccordionHeader as="h2">{title}</AccordionHeader>
      <AccordionPanel>{children}</AccordionPanel>
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
            {task.lead.length > 0 ? `牵头：${task.lead.join("、")}` : "未写明牵头单位"}
            {task.responsible.length + task.groups.length > 0 && `；责任：${[...task.responsible, ...task.groups].join("、")}`}
          </span>
        </li>
      )}
    />
  );
}

function FindingList({ findings, source, onPlace }: { findings: Finding[]; source: string; onPlace: (finding: Finding) => void }) {
  const styles = useStyles();
  const sorted = useMemo(() => [...findings].sort((a, b) => severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity)), [findings]);
  if (sorted.length === 0) return <Text>没有发现需要核对的地方。</Text>;
  const copy = (): void =>
    void navigator.clipboard?.writeText(sorted.map(({ severity, message, span }) => `${severityNames[severity]}\t${message}\t${source.slice(...span).trim()}`).join("\n"));
  return (
    <>
      <Button size="small" onClick={copy}>
        复制清单
      </Button>
      <Expandable
        items={sorted}
        render={(finding, index) => (
          <li key={index}>
            <Badge appearance="tint" color={severityColours[finding.severity]}>
              {severityNames[finding.severity]}
            </Badge>{" "}
            <Text>{finding.message}</Text>
            <Link as="button" className={styles.quote} onClick={() => onPlace(finding)}>
              “{source.slice(Math.max(0, finding.span[0] - 8), finding.span[1] + 8).trim()}”
            </Link>
          </li>
        )}
      />
    </>
  );
}
