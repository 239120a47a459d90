import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { failureText, t } from "../locale";
import type { ExcelFailure } from "../excel/failure";

/**
 * A failure: what went wrong, that nothing was lost, what to do. 复制详情 copies the code and the English detail for
 * whoever helps.
 */
export function FailureBar({ failure, onRetry }: { failure: ExcelFailure; onRetry: () => void }) {
  const copy = (): void => void navigator.clipboard?.writeText(`${failure.code}\n${failure.detail}`);
  return (
    <MessageBar intent="error" layout="multiline" role="alert" data-landing tabIndex={-1}>
      <MessageBarBody>
        <MessageBarTitle>{t("没有完成")}</MessageBarTitle>
        {failureText(failure)}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onRetry}>
          {t("重试")}
        </Button>
        <Button size="small" appearance="subtle" onClick={copy}>
          {t("复制详情")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
