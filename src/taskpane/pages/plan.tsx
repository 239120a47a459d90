import { Spinner } from "@fluentui/react-components";
import { t } from "../../locale";
import { FailureBar } from "../failure-bar";
import type { GoTo, PartKey } from "../navigation";
import { Parts } from "../parts";
import { CheckReading } from "../plan/check";
import { PlanRead } from "../plan/read";
import { ChoosePlan } from "../opening/choose-plan";
import type { Opened } from "../reading/use-reading";

interface PlanPageProps {
  opened: Opened;
  part?: PartKey;
  onGo: GoTo;
}

/** 方案: what was read from the plan's text, and what is to be settled about it. */
export function PlanPage({ opened, part, onGo }: PlanPageProps) {
  const chosen = part === "check" ? "check" : "read";
  const toPart = (to: "read" | "check"): void => onGo({ page: "plan", part: to });
  const toMatrix = (): void => onGo({ page: "matrix" });
  const { reading, isLooking, failure, look } = opened;
  if (!reading) {
    if (isLooking) return <Spinner size="small" label={t("正在查看工作簿…")} />;
    return (
      <>
        {failure && <FailureBar failure={failure} onRetry={() => void look()} />}
        <ChoosePlan {...opened} />
      </>
    );
  }
  const open = reading.questions.length;
  return (
    <Parts
      label={t("方案的部分")}
      parts={{ read: t("读取结果"), check: open > 0 ? t("核对（{{count}}）", { count: open }) : t("核对") }}
      chosen={chosen}
      onChoose={toPart}
    >
      {chosen === "read" ? (
        <PlanRead reading={reading} onCheck={() => toPart("check")} onNext={toMatrix} />
      ) : (
        <CheckReading reading={reading} onNext={toMatrix} />
      )}
    </Parts>
  );
}
