import { useCallback, useEffect, useState } from "react";
import { Button, makeStyles, Select, Spinner, Text, tokens } from "@fluentui/react-components";
import { readReporting } from "../../excel/assessment";
import { FailureBar } from "../failure-bar";
import { NoMatrix } from "../no-matrix";
import { SendForms } from "../reporting/send-forms";
import { TakeForms } from "../reporting/take-forms";
import { WriteReport } from "../reporting/write-report";
import { useTask } from "../use-task";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", gap: "20px" },
  head: { display: "flex", justifyContent: "space-between", alignItems: "center", gap: "8px", flexWrap: "wrap" },
  title: { fontSize: "18px", lineHeight: "26px", fontWeight: 600, margin: 0 },
  controls: { display: "flex", gap: "8px", alignItems: "center" },
  quiet: { display: "block", color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "18px" },
});

/** 填报: forms out to the units, and back. */
export function ReportingPage({ onGenerate }: { onGenerate: () => void }) {
  const styles = useStyles();
  const [year, setYear] = useState<number>();
  const work = useCallback(() => readReporting(year), [year]);
  const { state, run } = useTask(work);
  useEffect(() => void run(), [run]);
  const again = useCallback(() => void run(), [run]);
  const overview = state.phase === "done" ? state.value : state.phase === "working" ? state.last : undefined;
  const isEmpty = state.phase === "failed" && state.failure.code === "NoMatrix";
  const reported = overview?.units.filter(({ asked, hasReported }) => asked > 0 && hasReported).length ?? 0;
  const asked = overview?.units.filter((unit) => unit.asked > 0).length ?? 0;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>年度填报</h1>
        {overview && (
          <div className={styles.controls}>
            <Select size="small" aria-label="填报年度" value={String(overview.year)} onChange={(_, { value }) => setYear(Number(value))}>
              {overview.years.map((one) => (
                <option key={one} value={one}>
                  {one} 年
                </option>
              ))}
            </Select>
            <Button size="small" onClick={again}>
              刷新
            </Button>
          </div>
        )}
      </div>
      {overview && (
        <Text className={styles.quiet}>
          {overview.year} 年已交 {reported} / {asked} 个单位
        </Text>
      )}
      {state.phase === "working" && !overview && <Spinner size="small" label="正在读取工作表…" />}
      {isEmpty && <NoMatrix onGenerate={onGenerate} />}
      {state.phase === "failed" && !isEmpty && <FailureBar failure={state.failure} onRetry={again} />}
      {overview && (
        <>
          <SendForms key={`send ${overview.year}`} overview={overview} onChange={again} />
          <TakeForms key={`take ${overview.year}`} year={overview.year} onChange={again} />
          <WriteReport year={overview.year} />
        </>
      )}
    </div>
  );
}
