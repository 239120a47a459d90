import { Button, makeStyles, Text } from "@fluentui/react-components";
import { t } from "../locale";

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

/** What a page shows that needs the matrix, in a workbook that has none. */
export function NoMatrix({ onGenerate }: { onGenerate: () => void }) {
  return (
    <div className={useStyles().empty}>
      <Text>{t("本工作簿还没有责任矩阵。")}</Text>
      <Button appearance="primary" onClick={onGenerate}>
        {t("去生成")}
      </Button>
    </div>
  );
}
