import { useEffect, useRef } from "react";
import { makeStyles, Spinner, Text } from "@fluentui/react-components";
import { listed, t } from "../../../locale";
import type { ReadingDifference } from "../../../plan/by-hand/taught-form";
import type { TaughtForm } from "../../../plan/decisions";
import type { Task } from "../../../plan/model";
import { Expandable } from "../../expandable";
import { ConfirmOrCancel } from "./confirm-or-cancel";
import { smallTextDense } from "../../layout/small-text";

const useStyles = makeStyles({
  preview: { display: "flex", flexDirection: "column", gap: "8px" },
  item: { overflowWrap: "anywhere", fontSize: "13px", lineHeight: "18px" },
  quiet: { display: "block", ...smallTextDense },
});

interface FormPreviewProps {
  form: TaughtForm;
  /** Absent while the plan is being read with the new form. */
  difference?: ReadingDifference;
  onTake: () => void;
  onCancel: () => void;
}

/** Shows how many places are written this way, and what would change there. */
export function FormPreview({ form, difference, onTake, onCancel }: FormPreviewProps) {
  const styles = useStyles();
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => void head.current?.focus(), []);
  const changes = difference
    ? [
        ...difference.added.map((task) => ({ task, isNew: true })),
        ...difference.changed.map(({ after }) => ({ task: after, isNew: false })),
      ]
    : [];
  return (
    <div className={styles.preview} role="group" aria-label={t("同样写法的都这样读")} ref={head} tabIndex={-1}>
      <div aria-live="polite">
        {difference ? (
          <Text>
            {changes.length > 0
              ? t("写作“{{form}}”的：新增 {{added}} 项任务，改动 {{changed}} 项。", {
                  form: shown(form),
                  added: difference.added.length,
                  changed: difference.changed.length,
                })
              : t("写作“{{form}}”的没有别的地方。", { form: shown(form) })}
          </Text>
        ) : (
          <Spinner size="tiny" label={t("正在查找同样的写法…")} />
        )}
      </div>
      <Expandable
        items={changes}
        first={5}
        render={({ task, isNew }) => (
          <li key={task.id} className={styles.item}>
            {isNew ? t("新增：{{title}}", { title: task.title }) : t("改动：{{title}}", { title: task.title })}
            <span className={styles.quiet}>{unitsOf(task)}</span>
          </li>
        )}
      />
      <ConfirmOrCancel onConfirm={changes.length > 0 ? onTake : undefined} onCancel={onCancel} />
    </div>
  );
}

/** The dots stand for the names. */
const shown = ({ before, after }: TaughtForm): string => `${before}……${after}`.replace(/\n/g, "");

const unitsOf = ({ lead, responsible, groups }: Task): string =>
  [
    ...(lead.length > 0 ? [t("牵头：{{units}}", { units: listed(lead) })] : []),
    ...(responsible.length + groups.length > 0
      ? [t("责任：{{units}}", { units: listed([...responsible, ...groups]) })]
      : []),
  ].join(t("；"));
