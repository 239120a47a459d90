import { useCallback, useEffect, type ReactNode } from "react";
import { Spinner } from "@fluentui/react-components";
import { hasMatrix } from "../../excel/status";
import { t } from "../../locale";
import { FailureBar } from "../failure-bar";
import { Page } from "../layout/page";
import { Generate } from "../matrix/generate";
import { Sync } from "../matrix/sync";
import { Views } from "../matrix/views";
import { partOf, type GoTo, type PartKey, type partKeys } from "../navigation";
import { Parts } from "../parts";
import { NoPlan } from "../opening/no-plan";
import type { OpenPlanModel } from "../open-plan/use-open-plan";
import { useAsync } from "../use-async";

type MatrixPart = (typeof partKeys)["matrix"][number];

interface MatrixPageProps {
  model: OpenPlanModel;
  part?: PartKey;
  onGo: GoTo;
}

/** 矩阵: generate it, sync it with the plan, choose what is shown. */
export function MatrixPage({ model, part, onGo }: MatrixPageProps) {
  const asked = partOf("matrix", part);
  const { state, run } = useAsync(hasMatrix);
  useEffect(() => void (asked === undefined && run()), [asked, run]);
  const toPart = useCallback((to: MatrixPart) => onGo({ page: "matrix", part: to }), [onGo]);
  const toGenerate = useCallback(() => toPart("generate"), [toPart]);
  const toSync = useCallback(() => toPart("sync"), [toPart]);
  const toCheck = useCallback(() => onGo({ page: "check" }), [onGo]);
  const toUnread = useCallback(() => onGo({ page: "plan", part: "check" }), [onGo]);
  // A workbook that has a matrix opens at 同步.
  const chosen = asked ?? (state.phase === "done" ? (state.value ? "sync" : "generate") : undefined);
  if (chosen === undefined) {
    return (
      <Page title={t("责任矩阵")}>
        {state.phase === "failed" ? (
          <FailureBar failure={state.failure} onRetry={() => void run()} />
        ) : (
          <Spinner size="small" label={t("正在查看工作簿…")} />
        )}
      </Page>
    );
  }
  const { openPlan } = model;
  const shown = (): ReactNode => {
    if (chosen === "views") return <Views onGenerate={toGenerate} />;
    if (chosen === "generate") {
      if (!openPlan)
        return (
          <NoPlan title={t("生成责任矩阵")} model={model} onGo={onGo}>
            {t("还没有打开方案。打开一份，就能生成它的责任矩阵。")}
          </NoPlan>
        );
      return <Generate openPlan={openPlan} model={model} onNext={toCheck} onSync={toSync} onUnread={toUnread} />;
    }
    if (!openPlan)
      return (
        <NoPlan title={t("同步")} model={model} onGo={onGo}>
          {t("还没有打开方案。打开修订后的方案，就能与表格比较。")}
        </NoPlan>
      );
    return <Sync openPlan={openPlan} model={model} onGenerate={toGenerate} />;
  };
  return (
    <Parts
      label={t("矩阵的部分")}
      parts={{ generate: t("生成"), sync: t("同步"), views: t("显示") }}
      chosen={chosen}
      onChoose={toPart}
    >
      {shown()}
    </Parts>
  );
}
