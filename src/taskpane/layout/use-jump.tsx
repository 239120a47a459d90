import { useCallback, useState, type ReactNode } from "react";
import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { asFailure, type ExcelFailure } from "../../excel/failure";
import { goTo } from "../../excel/status";
import { paragraph, say } from "../../locale";
import { FailureBar } from "../failure-bar";

interface Last {
  key: string;
  column: string | undefined;
  /** Which hidden rows or columns had to be shown. */
  text?: string;
  failure?: ExcelFailure;
}

/**
 * Selects a row's cell in the sheet.
 * @returns `jump`: does it. `told`: a message about hidden rows or columns that had to be shown, or about why it
 * failed
 */
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
