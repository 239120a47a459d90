import { Button, Text } from "@fluentui/react-components";
import { t } from "../locale";
import { Empty } from "./layout/empty";

/** Shown by pages that need the matrix, in a workbook without one. */
export function NoMatrix({ onGenerate }: { onGenerate: () => void }) {
  return (
    <Empty>
      <Text>{t("本工作簿还没有责任矩阵。")}</Text>
      <Button appearance="primary" onClick={onGenerate}>
        {t("去生成")}
      </Button>
    </Empty>
  );
}
