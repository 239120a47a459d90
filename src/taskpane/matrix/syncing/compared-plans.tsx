import { makeStyles, Text } from "@fluentui/react-components";
import type { SyncPreview } from "../../../excel/sync";
import { dateTimeText, t } from "../../../locale";
import type { EditablePlan } from "../../open-plan/use-open-plan";
import { smallText } from "../../layout/small-text";

const useStyles = makeStyles({
  quiet: { display: "block", ...smallText },
});

type PlanOrigin = Pick<EditablePlan, "name" | "source" | "saved">;

/**
 * The plan that the sheet follows and the one that is open. If both have the same title, file, date and length tell
 * them apart.
 */
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

/** File, date of saving, and number of characters. */
const originOf = ({ name, saved, source }: PlanOrigin): string =>
  [
    name,
    ...(saved === undefined ? [] : [t("{{time}} 保存", { time: dateTimeText(saved) })]),
    t("{{count}} 字", { count: [...source.replace(/\s/g, "")].length }),
  ].join(" · ");
