import { useCallback, useEffect, useRef } from "react";
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { t } from "../../../locale";
import type { Plan, Unit } from "../../../plan/model";
import { useAsync } from "../../use-async";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: "6px" },
  facts: {
    margin: 0,
    paddingLeft: "18px",
    color: tokens.colorNeutralForeground2,
    fontSize: "12px",
    lineHeight: "18px",
    overflowWrap: "anywhere",
  },
  line: { display: "flex", gap: "6px", alignItems: "center", flexWrap: "wrap" },
});

interface UnitMergeProps {
  unit: Unit;
  into: Unit;
  /** The merge was offered because the user gave the unit another unit's name. */
  isRename: boolean;
  plan: Plan;
  onMerge: () => void;
  onCancel: () => void;
}

/** Shows before two units are merged what moves to the other: tasks, the column's marks, reported entries. */
export function UnitMerge({
  unit: { name: unit },
  into: { name: into },
  isRename,
  plan,
  onMerge,
  onCancel,
}: UnitMergeProps) {
  const styles = useStyles();
  // What the sheet holds is only extra information: there may be no matrix yet.
  const { state, run } = useAsync(
    useCallback(async () => (await import("../../../excel/assessment")).readUnitUse(unit), [unit]),
  );
  useEffect(() => void run(), [run]);
  const panel = useRef<HTMLDivElement>(null);
  // The pressed button is gone, and the panel may start below the visible part.
  useEffect(() => void panel.current?.focus(), []);
  useEffect(() => void panel.current?.scrollIntoView?.({ block: "nearest" }), [state.phase]);
  const use = state.phase === "done" ? state.value : undefined;
  const of =
    (name: string) =>
    ({ lead, responsible }: Plan["tasks"][number]): boolean =>
      lead.includes(name) || responsible.includes(name);
  const own = plan.tasks.filter(of(unit));
  const both = own.filter(of(into)).length;
  return (
    <div ref={panel} tabIndex={-1} className={styles.panel}>
      <Text>
        {isRename
          ? t("已有单位“{{into}}”。两个单位不能用一个名称，可以把“{{unit}}”并入它：", { unit, into })
          : t("把“{{unit}}”并入“{{into}}”：", { unit, into })}
      </Text>
      <ul className={styles.facts}>
        <li>
          {t(
            "“{{unit}}”的 {{count}} 项任务都记到“{{into}}”名下；其中 {{both}} 项两家都有，合为一个标记，有一家牵头就算牵头。",
            { unit, into, count: own.length, both },
          )}
        </li>
        {use && (
          <li>
            {t("责任矩阵里“{{unit}}”列的 {{count}} 处标记并到“{{into}}”列，原列移去；“同步”列出来，您点了才写入。", {
              unit,
              into,
              count: use.marks,
            })}
          </li>
        )}
        {use && use.notes > 0 && <li>{t("该列有 {{count}} 处手写内容，列保留。", { count: use.notes })}</li>}
        {use && use.entries > 0 && (
          <li>
            {t(
              "“填报明细”里以“{{unit}}”名义交的 {{count}} 项，以后算“{{into}}”交的，仍各占一行；已收入矩阵的数不变。",
              { unit, into, count: use.entries },
            )}
          </li>
        )}
        <li>{t("以后可以在“手工标注”里取消。")}</li>
      </ul>
      <div className={styles.line}>
        <Button size="small" appearance="primary" onClick={onMerge}>
          {t("并入")}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t("取消")}
        </Button>
      </div>
    </div>
  );
}
