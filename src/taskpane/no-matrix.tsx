import { Button, Text } from "@fluentui/react-components";
import { t } from "../locale";
import { Empty } from "./layout/empty";

/** What a page shows that needs the matrix, in a workbook that has none. */
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
