import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { SyncPreview } from "../../../excel/sync";
import { languageTag, t } from "../../../locale";
import type { EditablePlan } from "../../open-plan/use-open-plan";

const useStyles = makeStyles({
  quiet: {
    display: "block",
    color: tokens.colorNeutralForeground3,
    fontSize: "12px",
    lineHeight: "18px",
    overflowWrap: "anywhere",
  },
});

type PlanOrigin = Pick<EditablePlan, "name" | "source" | "saved">;

/** Which plan the sheet follows, and which one is open; where both have one title, by what else they are told apart. */
export function ComparedPlans({
  preview: { following, followed },
  openPlan,
}: {
  preview: SyncPreview;
  openPlan: EditablePlan;
}) {
  const styles = useStyles();
  const isSame = followed?.source === openPlan.source;
  const title = openPlan.plan.title || openPlan.name;
  const byFile = !isSame && following === title;
  const [followedName, openName] = byFile
    ? [followed ? originOf(followed) : t("工作簿里没有存它的原文"), originOf(openPlan)]
    : [following, title];
  return (
    <div>
      <Text className={styles.quiet}>{t("表格依据：{{name}}", { name: followedName })}</Text>
      <Text className={styles.quiet}>
        {isSame
          ? t("打开的方案就是它：{{name}}", { name: openPlan.name })
          : t("打开的方案：{{name}}", { name: openName })}
      </Text>
    </div>
  );
}

const timeOf = (iso: string): string =>
  new Date(iso).toLocaleString(languageTag(), { dateStyle: "medium", timeStyle: "short" });

/** File, date and length. */
const originOf = ({ name, saved, source }: PlanOrigin): string =>
  [
    name,
    ...(saved === undefined ? [] : [t("{{time}} 保存", { time: timeOf(saved) })]),
    t("{{count}} 字", { count: [...source.replace(/\s/g, "")].length }),
  ].join(" · ");
