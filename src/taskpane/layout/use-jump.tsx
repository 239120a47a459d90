import { useCallback, useState, type ReactNode } from "react";
import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { asFailure, type ExcelFailure } from "../../excel/failure";
import { goTo } from "../../excel/status";
import { paragraph, say } from "../../locale";
import { FailureBar } from "../failure-bar";

interface Last {
  key: string;
  column: string | undefined;
  /** What had been hidden and is shown now. */
  text?: string;
  failure?: ExcelFailure;
}

/** Goes to a row's cell in the sheet. @returns `told`: what had to be shown for it, or why it cannot be seen */
export function useJump(): { jump: (key: string, column?: string) => void; told: ReactNode } {
  const [last, setLast] = useState<Last>();
  const jump = useCallback((key: string, column?: string) => {
    setLast(undefined);
    goTo(key, column).then(
      (shown) => setLast({ key, column, text: paragraph(...shown.map(say)) }),
      (error: unknown) => setLast({ key, column, failure: asFailure(error) }),
    );
  }, []);
  const told = (
    <div aria-live="polite">
      {last?.failure && <FailureBar failure={last.failure} onRetry={() => jump(last.key, last.column)} />}
      {last?.text !== undefined && last.text !== "" && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{last.text}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
  return { jump, told };
}
