import { shownText } from "../../../plan/layout/marks";
import { pathText } from "../../../plan/path-text";
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { t } from "../../../locale";
import { indicatorsFromWords } from "../../../plan/by-hand/chosen-indicators";
import type { Corrections } from "../../../plan/corrections";
import type { Task } from "../../../plan/model";
import { unreadOf, type Question } from "../../../plan/questions";
import { isGroup } from "../../../plan/units/groups";
import type { EditablePlan } from "../../open-plan/use-open-plan";
import type { OpenSource } from "../source/with-source";
import { Indicators } from "./indicators";
import { HighlightedText } from "./highlighted-text";
import { highlightedParts } from "./highlights";
import { committedTitle, ShortText } from "./short-text";
import { UnitNames } from "./unit-names";
import { Why } from "./why";
import { smallTextDense } from "../../layout/small-text";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: "10px",
    padding: "12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  source: {
    padding: "8px",
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
    maxHeight: "240px",
    overflowY: "auto",
  },
  quiet: smallTextDense,
  head: { display: "flex", justifyContent: "space-between", gap: "8px", alignItems: "baseline" },
});

interface TaskCardProps {
  task: Task;
  openPlan: EditablePlan;
  /** Renders a question about one of the task's units. */
  ask: (question: Question) => ReactNode;
  onSource: OpenSource;
  onClose: () => void;
}

/** A task's own text with the reading highlighted, and every field editable. */
export function TaskCard({ task, openPlan, ask, onSource, onClose }: TaskCardProps) {
  const styles = useStyles();
  const { source, plan, corrections, correct } = openPlan;
  const card = useRef<HTMLElement>(null);
  // The button that opened it may be gone or far away, so the card takes the focus.
  useEffect(() => void card.current?.focus(), []);
  const [selected, setSelected] = useState<[number, number]>();
  const indicators = useMemo(() => plan.indicators.filter(({ taskId }) => taskId === task.id), [plan, task.id]);
  const left = useMemo(
    () =>
      unreadOf(plan, corrections)
        .map(({ finding }) => finding)
        .filter(({ span }) => span[0] >= task.span[0] && span[1] <= task.span[1]),
    [plan, corrections, task.span],
  );
  const pieces = useMemo(
    () => highlightedParts(source, { task, indicators, plan, left }),
    [source, task, indicators, plan, left],
  );
  const setTask = (change: Corrections["tasks"][string]): void =>
    correct((before) => ({
      ...before,
      tasks: { ...before.tasks, [task.id]: { ...before.tasks[task.id], ...change } },
    }));
  const isCollective = (name: string): boolean => isGroup(name) || plan.groups.some((group) => group.name === name);
  // Collective names typed among the units are stored as groups.
  const setOthers = (names: string[]): void =>
    setTask({ responsible: names.filter((name) => !isCollective(name)), groups: names.filter(isCollective) });
  const notLeading = (names: readonly string[]): string | undefined => {
    const name = names.find(isCollective);
    return name === undefined ? undefined : t("“{{name}}”是集合称谓，不能牵头，没有改。可以填在责任单位里。", { name });
  };
  const notBeside = (names: readonly string[]): string | undefined => {
    const name = names.find((one) => task.lead.includes(one));
    return name === undefined ? undefined : t("“{{name}}”已经是牵头单位，没有改。", { name });
  };
  const chosen = useMemo(
    () =>
      selected && mayHoldNumber(source.slice(...selected))
        ? indicatorsFromWords(source, selected, plan, task)
        : undefined,
    [source, selected, plan, task],
  );
  const add = (): void => {
    const ids = new Set(chosen?.map(({ id }) => id));
    if (chosen)
      correct((before) => ({ ...before, added: [...before.added.filter(({ id }) => !ids.has(id)), ...chosen] }));
    setSelected(undefined);
  };
  const typed = openPlan.questions.filter(
    ({ unit }) => unit && [...task.lead, ...task.responsible].includes(unit.name),
  );
  return (
    <section className={styles.card} aria-label={task.title} ref={card} tabIndex={-1}>
      <div className={styles.head}>
        <Text weight="semibold">
          {pathText(task.path)} {task.title}
        </Text>
        <Button size="small" appearance="subtle" onClick={onClose}>
          {t("收起")}
        </Button>
      </div>
      <div className={styles.source}>
        <HighlightedText parts={pieces} onSelect={setSelected} />
      </div>
      <Why
        task={task}
        isCorrected={corrections.tasks[task.id] !== undefined}
        parts={pieces}
        left={left}
        onSource={onSource}
      />
      <ShortText
        label={t("任务名称")}
        text={task.title}
        onCommit={(words) => committedTitle(words, (title) => setTask({ title }))}
      />
      <UnitNames
        label={t("牵头单位")}
        names={task.lead}
        objection={notLeading}
        onChange={(lead) => setTask({ lead })}
      />
      <UnitNames
        label={t("责任单位")}
        names={[...task.responsible, ...task.groups]}
        objection={notBeside}
        onChange={setOthers}
      />
      {typed.map(ask)}
      <Indicators indicators={indicators} correct={correct} />
      {indicators.length === 0 && <Text className={styles.quiet}>{t("没有读出指标。")}</Text>}
      {chosen && chosen.length > 0 ? (
        <Button size="small" onClick={add}>
          {t("把“{{source}}”加为指标", { source: short(shownText(source.slice(...selected!))) })}
        </Button>
      ) : (
        // A hint is text, not the label of a disabled button, whose grey is hard to read.
        <Text className={styles.quiet} data-landing tabIndex={-1} role="status">
          {chosen
            ? t("选中的数已经是指标，或者不是数量。要改，在上面的指标里改。")
            : t("加指标：先在上面的原文中选中带数字的文字")}
        </Text>
      )}
    </section>
  );
}

/** Whether the words may contain a number, in digits or in Chinese. */
const mayHoldNumber = (words: string): boolean => /[\d一二两三四五六七八九十百半]/.test(words.normalize("NFKC"));

const short = (text: string): string => (text.length > 16 ? `${text.slice(0, 15)}…` : text);
