import { useCallback, useState } from "react";
import { Button, makeStyles, Select, Spinner, Text } from "@fluentui/react-components";
import { noteSent, type ReportingOverview } from "../../excel/assessment";
import { openWorkbook } from "../../excel/open-workbook";
import { t } from "../../locale";
import { FailureBar } from "../failure-bar";
import { useAsync } from "../use-async";
import { makeForms } from "./make-forms";
import { NoteLater } from "./note-later";
import { smallText } from "../layout/small-text";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: "6px" },
  choice: { flex: 1, minWidth: "min(180px, 100%)" },
  row: { display: "flex", gap: "8px", alignItems: "center", flexWrap: "wrap" },
  quiet: { display: "block", ...smallText },
});

/** One unit's form, opened as a workbook of its own: for a single unit, and where the web view blocks downloads. */
export function OpenOneForm({
  overview: { year, units },
  deadline,
  isBusy,
  onChange,
}: {
  overview: ReportingOverview;
  deadline: string;
  isBusy: boolean;
  onChange: () => void;
}) {
  const styles = useStyles();
  const withForms = units.filter(({ leads, helps }) => leads.rows + helps.rows > 0);
  const [unit, setUnit] = useState(withForms[0]?.name ?? "");
  const work = useCallback(async () => {
    const [made] =
      (await makeForms({ year, deadline: deadline.trim(), made: new Date().toISOString(), units: [unit] })) ?? [];
    if (!made) return undefined;
    await openWorkbook(made.bytes);
    // Noted in 下发记录 only after the form was handed over. By now the new workbook may be in front, and this one may take
    // no request.
    const isNoted = await noteSent([made]).then(
      () => true,
      () => false,
    );
    onChange();
    return isNoted ? { file: made.file } : { file: made.file, note: made };
  }, [year, deadline, unit, onChange]);
  const { state, run } = useAsync(work);
  if (withForms.length === 0) return null;
  const isWorking = state.phase === "working";
  return (
    <div className={styles.section}>
      <Text className={styles.quiet}>{t("下载被拦住，或只要一个单位的：选单位，在 Excel 中打开后另存。")}</Text>
      <div className={styles.row}>
        <Select
          className={styles.choice}
          size="small"
          aria-label={t("一个单位的填报表")}
          value={unit}
          disabled={isWorking}
          onChange={(_, { value }) => setUnit(value)}
        >
          {withForms.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
        <Button size="small" disabledFocusable={isWorking || isBusy} onClick={() => void run()}>
          {t("在 Excel 中打开")}
        </Button>
      </div>
      <div aria-live="polite">
        {isWorking && <Spinner size="tiny" label={t("正在生成…")} />}
        {state.phase === "done" && state.value && !state.value.note && (
          <Text className={styles.quiet}>
            {t("已在新窗口打开，请另存为“{{file}}”；已记入“下发记录”工作表。", { file: state.value.file })}
          </Text>
        )}
        {state.phase === "done" && state.value?.note && (
          <NoteLater made={[state.value.note]} onChange={onChange}>
            {t(
              "已在新窗口打开，请另存为“{{file}}”；还没有记入“下发记录”。请先点一下本工作簿的窗口，再点“记入下发记录”。",
              { file: state.value.file },
            )}
          </NoteLater>
        )}
        {state.phase === "done" && !state.value && (
          <Text className={styles.quiet}>
            {t("这个单位现在没有分工，没有填报表。表中内容没有改动，请刷新后再看。")}
          </Text>
        )}
        {state.phase === "failed" && <FailureBar failure={state.failure} onRetry={() => void run()} />}
      </div>
    </div>
  );
}
