import { useMemo, useRef, useEffect, useState } from "react";
import { Checkbox, makeStyles, Text } from "@fluentui/react-components";
import { t } from "../../../locale";
import { isByHand, taskAt } from "../../../plan/by-hand/marked-tasks";
import { markedTask, titleOfWords, withMark } from "../../../plan/by-hand/mark-passage";
import { namesIn } from "../../../plan/by-hand/names-in-text";
import type { Corrections } from "../../../plan/corrections";
import type { Span, Task } from "../../../plan/model";
import type { EditablePlan } from "../../open-plan/use-open-plan";
import { committedTitle, ShortText } from "../checking/short-text";
import { UnitNames } from "../checking/unit-names";
import { ConfirmOrCancel } from "./confirm-or-cancel";
import { smallTextDense } from "../../layout/small-text";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "8px" },
  names: {
    display: "grid",
    gridTemplateColumns: "1fr auto auto",
    alignItems: "center",
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  name: { display: "contents" },
  words: { overflowWrap: "anywhere", fontSize: "13px", lineHeight: "18px", paddingLeft: "2px" },
  quiet: smallTextDense,
});

type Role = "lead" | "responsible";

interface MarkFormProps {
  openPlan: EditablePlan;
  known: readonly string[];
  span: Span;
  onApply: (change: (before: Corrections) => Corrections, told: string) => void;
  onCancel: () => void;
}

/** Makes a passage a task: its title, and the role of each name found in it. */
export function MarkForm({ openPlan, known, span, onApply, onCancel }: MarkFormProps) {
  const styles = useStyles();
  const { source, plan, corrections } = openPlan;
  const words = source.slice(...span);
  // If the passage is already a task, read or marked, the form starts with that task's fields.
  const standing = useMemo(() => standingFor(plan.tasks, corrections, span), [plan, corrections, span]);
  const found = useMemo(() => namesIn(words, known), [words, known]);
  const groups = useMemo(
    () =>
      new Set([
        ...found.filter(({ isGroup }) => isGroup).map(({ name }) => name),
        ...plan.groups.map(({ name }) => name),
      ]),
    [found, plan],
  );
  const [title, setTitle] = useState(() => standing?.title ?? titleOfWords(words));
  const [extra, setExtra] = useState<string[]>(() =>
    standing ? unitsOf(standing).filter((name) => !found.some((one) => one.name === name)) : [],
  );
  const [roles, setRoles] = useState<Readonly<Record<string, Role | undefined>>>(() => {
    if (standing)
      return Object.fromEntries(
        unitsOf(standing).map((name) => [name, standing.lead.includes(name) ? "lead" : "responsible"]),
      );
    return Object.fromEntries(found.map(({ name, role }) => [name, role]));
  });
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => void first.current?.querySelector("input")?.focus(), []);
  const names = [...found.map(({ name }) => name), ...extra];
  const choose = (name: string, role: Role, isChosen: boolean): void =>
    setRoles((before) => ({ ...before, [name]: isChosen ? role : undefined }));
  const add = (typed: string[]): void => {
    setExtra(typed);
    setRoles((before) => ({
      ...before,
      ...Object.fromEntries(
        typed.filter((name) => before[name] === undefined).map((name) => [name, "responsible" as const]),
      ),
    }));
  };
  const take = (): void => {
    const of = (role: Role): string[] => names.filter((name) => roles[name] === role && !groups.has(name));
    const mark = markedTask(
      source,
      span,
      {
        title,
        lead: of("lead"),
        responsible: of("responsible"),
        groups: names.filter((name) => roles[name] !== undefined && groups.has(name)),
      },
      corrections.marked,
    );
    const isNobodys = mark.lead.length + mark.responsible.length + mark.groups.length === 0;
    onApply(
      (before) => withMark(before, mark, plan.tasks),
      isNobodys
        ? t("已设为任务“{{title}}”，没有勾选单位。要补上，点“撤销”重新标，或到“核对”里填。", { title })
        : t("已设为任务“{{title}}”。", { title }),
    );
  };
  return (
    <div className={styles.form} role="group" aria-label={t("设为任务")} ref={first}>
      {standing && !isMarked(standing, corrections) && (
        <Text className={styles.quiet}>
          {isByHand(standing)
            ? t("“{{title}}”将按您标出的各段分成几项任务。", { title: standing.title })
            : t("这段文字已读成任务“{{title}}”，这里改的就是它。", { title: standing.title })}
        </Text>
      )}
      <ShortText label={t("任务名称")} text={title} onCommit={(words) => committedTitle(words, setTitle)} />
      {names.length > 0 ? (
        <ul className={styles.names}>
          {names.map((name) => (
            <li className={styles.name} key={name}>
              <span className={styles.words}>{name}</span>
              <Checkbox
                label={t("牵头")}
                aria-label={t("{{name}} 牵头", { name })}
                disabled={groups.has(name)}
                checked={roles[name] === "lead" && !groups.has(name)}
                onChange={(_, { checked }) => choose(name, "lead", checked === true)}
              />
              <Checkbox
                label={t("责任")}
                aria-label={t("{{name}} 责任", { name })}
                checked={roles[name] === "responsible" || (groups.has(name) && roles[name] !== undefined)}
                onChange={(_, { checked }) => choose(name, "responsible", checked === true)}
              />
            </li>
          ))}
        </ul>
      ) : (
        <Text className={styles.quiet}>{t("这段文字中没有找到单位名称，可以在下面填写。")}</Text>
      )}
      <UnitNames label={t("补充单位")} names={extra} onChange={add} />
      <ConfirmOrCancel onConfirm={take} onCancel={onCancel} />
    </div>
  );
}

const unitsOf = ({ lead, responsible, groups }: Task): string[] => [...lead, ...responsible, ...groups];
const isMarked = ({ id }: Task, { marked }: Corrections): boolean => marked.some((mark) => mark.id === id);

/** The task at a passage. A marked task counts only if exactly this passage was marked. */
function standingFor(tasks: readonly Task[], corrections: Corrections, span: Span): Task | undefined {
  const task = taskAt(tasks, span);
  if (!task || !isMarked(task, corrections)) return task;
  return task.span[0] === span[0] && task.span[1] === span[1] ? task : undefined;
}
