import type { ReactNode } from "react";
import { Button, Link, makeStyles, Spinner, Text } from "@fluentui/react-components";
import { t } from "../../locale";
import { FailureBar } from "../failure-bar";
import { Page } from "../layout/page";
import type { GoTo } from "../navigation";
import type { OpenPlanModel } from "../open-plan/use-open-plan";

const useStyles = makeStyles({
  empty: {
    padding: "24px 0",
    textAlign: "center",
    display: "flex",
    flexDirection: "column",
    gap: "12px",
    alignItems: "center",
  },
});

/** What a part that works on the open plan shows where none is open, or it is not known yet. */
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
  const styles = useStyles();
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
      <div className={styles.empty}>
        <Text align="center">{children}</Text>
        <Button appearance="primary" onClick={() => onGo({ page: "plan", part: "read" })}>
          {t("打开方案")}
        </Button>
        <Link as="button" onClick={openExample}>
          {t("用示例方案")}
        </Link>
      </div>
    </Page>
  );
}
