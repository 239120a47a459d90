import { useCallback, type ReactNode } from "react";
import { Button, Text } from "@fluentui/react-components";
import { noteSent } from "../../excel/assessment";
import { t } from "../../locale";
import { FailureBar } from "../failure-bar";
import { useAsync } from "../use-async";
import type { MadeForm } from "./make-forms";

/**
 * Forms that were handed over but could not be noted in 下发记录, for example because another workbook was in front.
 * Noting them does not make them again.
 */
export function NoteLater({
  made,
  children,
  onChange,
}: {
  made: readonly MadeForm[];
  children: ReactNode;
  onChange: () => void;
}) {
  const work = useCallback(async () => {
    await noteSent(made);
    onChange();
  }, [made, onChange]);
  const { state, run } = useAsync(work);
  if (state.phase === "done") return <Text>{t("已记入“下发记录”工作表。")}</Text>;
  return (
    <>
      <Text>{children}</Text>
      <Button size="small" onClick={() => void run()}>
        {t("记入下发记录")}
      </Button>
      {state.phase === "failed" && <FailureBar failure={state.failure} onRetry={() => void run()} />}
    </>
  );
}
