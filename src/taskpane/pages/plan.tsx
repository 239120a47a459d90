import { Spinner } from "@fluentui/react-components";
import { t } from "../../locale";
import { FailureBar } from "../failure-bar";
import type { GoTo, PartKey } from "../navigation";
import { Parts } from "../parts";
import { CheckReading } from "../plan/check";
import { PlanRead } from "../plan/read";
import { ChoosePlan } from "../opening/choose-plan";
import type { OpenPlanModel } from "../open-plan/use-open-plan";

interface PlanPageProps {
  model: OpenPlanModel;
  part?: PartKey;
  onGo: GoTo;
}

/** 方案: what was read from the plan, and the questions about it. */
export function PlanPage({ model, part, onGo }: PlanPageProps) {
  const chosen = part === "check" ? "check" : "read";
  const toPart = (to: "read" | "check"): void => onGo({ page: "plan", part: to });
  const toMatrix = (): void => onGo({ page: "matrix" });
  const { openPlan, isLooking, failure, look } = model;
  if (!openPlan) {
    if (isLooking) return <Spinner size="small" label={t("正在查看工作簿…")} />;
    return (
      <>
        {failure && <FailureBar failure={failure} onRetry={() => void look()} />}
        <ChoosePlan {...model} />
      </>
    );
  }
  const open = openPlan.questions.length;
  return (
    <Parts
      label={t("方案的部分")}
      parts={{ read: t("读取结果"), check: open > 0 ? t("核对（{{count}}）", { count: open }) : t("核对") }}
      chosen={chosen}
      onChoose={toPart}
    >
      {chosen === "read" ? (
        <PlanRead openPlan={openPlan} onCheck={() => toPart("check")} onNext={toMatrix} />
      ) : (
        <CheckReading openPlan={openPlan} onNext={toMatrix} />
      )}
    </Parts>
  );
}
