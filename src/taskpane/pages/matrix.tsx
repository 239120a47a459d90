import { useCallback, useEffect, useState } from "react";
import { Spinner } from "@fluentui/react-components";
import { hasMatrix } from "../../excel/status";
import { t } from "../../locale";
import { FailureBar } from "../failure-bar";
import { Page } from "../layout/page";
import { Generate } from "../matrix/generate";
import { Sync } from "../matrix/sync";
import { Views } from "../matrix/views";
import type { GoTo, PartKey } from "../navigation";
import { Parts } from "../parts";
import type { Reading } from "../reading/use-reading";
import { useTask } from "../use-task";

type MatrixPart = "generate" | "sync" | "views";
const isOurs = (part: PartKey | undefined): part is MatrixPart => part === "generate" || part === "sync" || part === "views";

interface MatrixPageProps {
  reading: Reading;
  part?: PartKey;
  onGo: GoTo;
}

/** 矩阵: made once, then kept in step with the plan, and shown as the meeting wants it. */
export function MatrixPage({ reading, part, onGo }: MatrixPageProps) {
  const [asked, setAsked] = useState<MatrixPart | undefined>(isOurs(part) ? part : undefined);
  const { state, run } = useTask(hasMatrix);
  useEffect(() => void (asked === undefined && run()), [asked, run]);
  const toGenerate = useCallback(() => setAsked("generate"), []);
  const toSync = useCallback(() => setAsked("sync"), []);
  const toCheck = useCallback(() => onGo({ page: "check" }), [onGo]);
  // In a workbook that holds a matrix, what is next is to keep it in step.
  const chosen = asked ?? (state.phase === "done" ? (state.value ? "sync" : "generate") : undefined);
  if (chosen === undefined) {
    return <Page title={t("责任矩阵")}>{state.phase === "failed" ? <FailureBar failure={state.failure} onRetry={() => void run()} /> : <Spinner size="small" label={t("正在查看工作簿…")} />}</Page>;
  }
  return (
    <Parts label={t("矩阵的部分")} parts={{ generate: t("生成"), sync: t("同步"), views: t("显示") }} chosen={chosen} onChoose={setAsked}>
      {chosen === "generate" && <Generate reading={reading} onNext={toCheck} onSync={toSync} />}
      {chosen === "sync" && <Sync reading={reading} onGenerate={toGenerate} />}
      {chosen === "views" && <Views onGenerate={toGenerate} />}
    </Parts>
  );
}
