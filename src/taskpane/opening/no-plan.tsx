import type { ReactNode } from "react";
import { Button, Link, Spinner, Text } from "@fluentui/react-components";
import { t } from "../../locale";
import { FailureBar } from "../failure-bar";
import { Empty } from "../layout/empty";
import { Page } from "../layout/page";
import type { GoTo } from "../navigation";
import type { OpenPlanModel } from "../open-plan/use-open-plan";

/** Shown by parts that work on the open plan, while none is open or that is not yet known. */
export function NoPlan({
  title,
  model,
  onGo,
  children,
}: {
  title: string;
  model: OpenPlanModel;
  onGo: GoTo;
  children: ReactNode;
}) {
  const { isLooking, isReading, opening, failure, look, openExample } = model;
  if (isLooking || isReading || opening.busy !== undefined) {
    return (
      <Page title={title}>
        <Spinner size="small" label={isLooking ? t("正在查看工作簿…") : t("正在读取…")} />
      </Page>
    );
  }
  return (
    <Page title={title}>
      {failure && <FailureBar failure={failure} onRetry={() => void look()} />}
      <Empty>
        <Text align="center">{children}</Text>
        <Button appearance="primary" onClick={() => onGo({ page: "plan", part: "read" })}>
          {t("打开方案")}
        </Button>
        <Link as="button" onClick={openExample}>
          {t("用示例方案")}
        </Link>
      </Empty>
    </Page>
  );
}
