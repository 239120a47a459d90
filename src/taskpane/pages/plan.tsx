import { useState } from "react";
import { t } from "../../locale";
import type { GoTo, PartKey } from "../navigation";
import { Parts } from "../parts";
import { CheckReading } from "../plan/check";
import { PlanRead } from "../plan/read";
import type { Reading } from "../reading/use-reading";

interface PlanPageProps {
  reading: Reading;
  part?: PartKey;
  onGo: GoTo;
}

/** 方案: what was read from the plan's text, and what is to be settled about it. */
export function PlanPage({ reading, part, onGo }: PlanPageProps) {
  const [chosen, setChosen] = useState<"read" | "check">(part === "check" ? "check" : "read");
  const toMatrix = (): void => onGo({ page: "matrix" });
  const open = reading.questions.length;
  return (
    <Parts label={t("方案的部分")} parts={{ read: t("读取结果"), check: open > 0 ? t("核对（{{count}}）", { count: open }) : t("核对") }} chosen={chosen} onChoose={setChosen}>
      {chosen === "read" ? <PlanRead reading={reading} onCheck={() => setChosen("check")} onNext={toMatrix} /> : <CheckReading reading={reading} onNext={toMatrix} />}
    </Parts>
  );
}
