import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { SyncPreview } from "../../../excel/sync";
import { languageTag, t } from "../../../locale";
import type { Reading } from "../../reading/use-reading";

const useStyles = makeStyles({
  quiet: {
    display: "block",
    color: tokens.colorNeutralForeground3,
    fontSize: "12px",
    lineHeight: "18px",
    overflowWrap: "anywhere",
  },
});

type Told = Pick<Reading, "name" | "source" | "saved">;

/** Which plan the sheet follows, and which one is open; where both have one title, by what else they are told apart. */
export function Standpoints({ preview: { following, followed }, reading }: { preview: SyncPreview; reading: Reading }) {
  const styles = useStyles();
  const isSame = followed?.source === reading.source;
  const title = reading.plan.title || reading.name;
  const byFile = !isSame && following === title;
  const [followedName, openName] = byFile
    ? [followed ? marksOf(followed) : t("工作簿里没有存它的原文"), marksOf(reading)]
    : [following, title];
  return (
    <div>
      <Text className={styles.quiet}>{t("表格依据：{{name}}", { name: followedName })}</Text>
      <Text className={styles.quiet}>
        {isSame
          ? t("打开的方案就是它：{{name}}", { name: reading.name })
          : t("打开的方案：{{name}}", { name: openName })}
      </Text>
    </div>
  );
}

const timeOf = (iso: string): string =>
  new Date(iso).toLocaleString(languageTag(), { dateStyle: "medium", timeStyle: "short" });

/** File, date and length. */
const marksOf = ({ name, saved, source }: Told): string =>
  [
    name,
    ...(saved === undefined ? [] : [t("{{time}} 保存", { time: timeOf(saved) })]),
    t("{{count}} 字", { count: [...source.replace(/\s/g, "")].length }),
  ].join(" · ");
