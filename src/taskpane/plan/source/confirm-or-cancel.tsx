import { Button, makeStyles } from "@fluentui/react-components";
import { t } from "../../../locale";

const useStyles = makeStyles({ row: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center" } });

/** 确定 and 取消; without `onConfirm`, 取消 alone. */
export function ConfirmOrCancel({
  onConfirm,
  onCancel,
}: {
  onConfirm?: (() => void) | undefined;
  onCancel: () => void;
}) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      {onConfirm && (
        <Button size="small" appearance="primary" onClick={onConfirm}>
          {t("确定")}
        </Button>
      )}
      <Button size="small" onClick={onCancel}>
        {t("取消")}
      </Button>
    </div>
  );
}
