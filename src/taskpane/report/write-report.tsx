import { useCallback, useState } from "react";
import { Button, makeStyles, Select, Spinner } from "@fluentui/react-components";
import { countToCheck } from "../../assessment/breakdown";
import { kindIn, kindsIn, type AssessmentKind } from "../../assessment/report-kind";
import type { YearResults } from "../../assessment/year-results";
import { readReport } from "../../excel/assessment";
import { t } from "../../locale";
import { inBackground } from "../background";
import { canDownload, download } from "../download";
import { FailureBar } from "../failure-bar";
import { SmallText, Section } from "../layout/page";
import { isShort } from "../results/rows";
import { useAsync } from "../use-async";

const useStyles = makeStyles({ row: { display: "flex", gap: "8px", alignItems: "center", flexWrap: "wrap" } });

const kindNames = (): Readonly<Record<AssessmentKind, string>> => ({
  annual: t("年度评估"),
  midterm: t("中期评估"),
  final: t("期末评估"),
});
const wordFile = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const spanOf = ({ years }: YearResults): readonly [number, number] => [years[0]!, years[years.length - 1]!];
const usualKind = (results: YearResults): AssessmentKind => kindIn(results, spanOf(results));
const possibleKinds = (results: YearResults): AssessmentKind[] => kindsIn(results, spanOf(results));

/** 报告: a Word file in the form of an official document, with the sheet's present numbers. */
export function WriteReport({ results }: { results: YearResults }) {
  const styles = useStyles();
  const { year, month, rows, units } = results;
  // A choice holds only for its year and month: for others another kind is usual.
  const [chosen, setChosen] = useState<{ year: number; month: number; kind: AssessmentKind }>();
  const kind = chosen?.year === year && chosen.month === month ? chosen.kind : usualKind(results);
  const work = useCallback(async () => {
    const report = await readReport({ year, kind, date: new Date().toISOString() });
    const file = `${report.name}.docx`;
    download(file, await inBackground("reportFile", report), wordFile);
    return { file, rows: report.annex.length };
  }, [year, kind]);
  const { state, run } = useAsync(work);
  const kinds = kindNames();
  const missing = units.filter(({ isMissing }) => isMissing).length;
  return (
    <Section id="write-report" title={t("自查评估报告")}>
      <SmallText>
        {t(
          "按公文格式（GB/T 9704）成文：总体情况、各板块的量化指标和没有量化指标的任务、差距、未报送单位和附表；需要手写的地方标黄。",
        )}
      </SmallText>
      <SmallText>
        {t(
          "写进去的是表中现在的数：{{rows}} 项，未完成 {{short}} 项，待核 {{toCheck}} 处，尚未报送的单位 {{missing}} 个。",
          { rows: rows.length, short: rows.filter(isShort).length, toCheck: countToCheck(rows), missing },
        )}
      </SmallText>
      <div className={styles.row}>
        <Select
          aria-label={t("评估类型")}
          value={kind}
          onChange={(_, { value }) => setChosen({ year, month, kind: value as AssessmentKind })}
        >
          {possibleKinds(results).map((one) => (
            <option key={one} value={one}>
              {kinds[one]}
            </option>
          ))}
        </Select>
        <Button
          appearance="primary"
          disabledFocusable={state.phase === "working" || !canDownload()}
          onClick={() => void run()}
        >
          {t("下载报告（.docx）")}
        </Button>
      </div>
      {!canDownload() && (
        <SmallText>
          {t("Mac 版 Excel 的面板不能下载文件，请用 Windows 版或网页版 Excel 打开本工作簿，再下载报告。表中的数不变。")}
        </SmallText>
      )}
      <div aria-live="polite">
        {state.phase === "working" && <Spinner size="tiny" label={t("正在成文…")} />}
        {state.phase === "done" && (
          <SmallText>
            {t("已生成“{{file}}”，附表 {{count}} 行，在下载文件夹中。", {
              file: state.value.file,
              count: state.value.rows,
            })}
          </SmallText>
        )}
        {state.phase === "failed" && <FailureBar failure={state.failure} onRetry={() => void run()} />}
      </div>
    </Section>
  );
}
