import { useState } from "react";
import { Button, Input, makeStyles, Text, tokens } from "@fluentui/react-components";
import { t } from "../../../locale";
import { yearIn } from "../../../plan/by-hand/typed-amount";

const useStyles = makeStyles({
  years: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center", marginTop: "8px" },
  year: { width: "80px", minWidth: 0 },
  refusal: { color: tokens.colorPaletteRedForeground1, fontSize: "12px", lineHeight: "16px" },
});

/** Asks for the first and last year of a plan that names none. */
export function YearsForm({ onSet }: { onSet: (years: [number, number]) => void }) {
  const styles = useStyles();
  const [first, setFirst] = useState("");
  const [last, setLast] = useState("");
  const [isRefused, setRefused] = useState(false);
  const set = (): void => {
    const [from, to] = [yearIn(first), yearIn(last)];
    const fits = from !== undefined && to !== undefined && from <= to && to - from < 30;
    setRefused(!fits);
    if (fits) onSet([from, to]);
  };
  return (
    <div className={styles.years}>
      <Input
        className={styles.year}
        size="small"
        aria-label={t("起始年份")}
        placeholder="2024"
        value={first}
        onChange={(_, { value }) => setFirst(value)}
      />
      {t("至")}
      <Input
        className={styles.year}
        size="small"
        aria-label={t("结束年份")}
        placeholder="2027"
        value={last}
        onChange={(_, { value }) => setLast(value)}
      />
      <Button size="small" onClick={set}>
        {t("确定")}
      </Button>
      <Text className={styles.refusal} role="status">
        {isRefused && t("没有设成。两格都填四位数的年份，起始年份不晚于结束年份，相隔不到三十年，如 2024 至 2027。")}
      </Text>
    </div>
  );
}
