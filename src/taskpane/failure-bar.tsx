import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ExcelFailure } from "../excel/failure";

/** What went wrong, that nothing was lost, what to do; with the details for whoever has to help. */
export function FailureBar({ failure, onRetry }: { failure: ExcelFailure; onRetry: () => void }) {
  const copy = (): void => void navigator.clipboard?.writeText(`${failure.code}\n${failure.detail}`);
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>没有完成</MessageBarTitle>
        {failure.userMessage}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onRetry}>
          重试
        </Button>
        <Button size="small" appearance="subtle" onClick={copy}>
          复制详情
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
