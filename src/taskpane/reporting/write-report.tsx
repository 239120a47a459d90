import { useCallback, useState } from "react";
import { Button, makeStyles, Select, Spinner, Text, tokens } from "@fluentui/react-components";
import type { AssessmentKind } from "../../assessment/report";
import { readReport } from "../../excel/assessment";
import { download } from "../download";
import { FailureBar } from "../failure-bar";
import { useTask } from "../use-task";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: "10px" },
  title: { fontSize: "15px", lineHeight: "22px", fontWeight: 600, margin: 0 },
  quiet: { display: "block", color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "18px" },
  row: { display: "flex", gap: "8px", alignItems: "center", flexWrap: "wrap" },
});

const kinds: Readonly<Record<AssessmentKind, string>> = { annual: "年度评估", midterm: "中期评估", final: "期末评估" };
const wordFile = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** 报告: a Word file in the form of an official document, with what the sheet says now. */
export function WriteReport({ year }: { year: number }) {
  const styles = useStyles();
  const [kind, setKind] = useState<AssessmentKind>("annual");
  const work = useCallback(async () => {
    const report = await readReport({ year, kind, date: new Date().toISOString() });
    const { reportFile } = await import("../../documents/report/write");
    download(`${year}年自查评估报告.docx`, await reportFile(report), wordFile);
    return report.annex.length;
  }, [year, kind]);
  const { state, run } = useTask(work);
  return (
    <section className={styles.section} aria-labelledby="write-report">
      <h2 className={styles.title} id="write-report">
        自查评估报告
      </h2>
      <Text className={styles.quiet}>按公文格式（GB/T 9704）成文：总体情况、分板块完成情况、差距、未报送单位和附表；需要手写的地方标黄。</Text>
      <div className={styles.row}>
        <Select size="small" aria-label="评估类型" value={kind} onChange={(_, { value }) => setKind(value as AssessmentKind)}>
          {(Object.keys(kinds) as AssessmentKind[]).map((one) => (
            <option key={one} value={one}>
              {kinds[one]}
            </option>
          ))}
        </Select>
        <Button size="small" disabled={state.phase === "working"} onClick={() => void run()}>
          下载报告（.docx）
        </Button>
      </div>
      <div aria-live="polite">
        {state.phase === "working" && <Spinner size="tiny" label="正在成文…" />}
        {state.phase === "done" && <Text className={styles.quiet}>已生成报告，附表 {state.value} 行，在下载文件夹中。</Text>}
        {state.phase === "failed" && <FailureBar failure={state.failure} onRetry={() => void run()} />}
      </div>
    </section>
  );
}
