import { Button, Select } from "@fluentui/react-components";
import { t } from "../../locale";
import { asOfMonths } from "../../matrix/as-of";

interface YearControlsProps {
  /** 截至, 1–12; absent where the sheet has no such cell. */
  month?: number;
  onMonth?: (month: number) => void;
  year: number;
  years: readonly number[];
  onYear: (year: number) => void;
  onRefresh: () => void;
}

/** 评估年度, 截至, and 刷新, for a page's title line. */
export function YearControls({ year, years, month, onYear, onMonth, onRefresh }: YearControlsProps) {
  return (
    <>
      <Select
        size="small"
        aria-label={t("评估年度")}
        value={String(year)}
        onChange={(_, { value }) => onYear(Number(value))}
      >
        {/* The sheet's 评估年度 may lie outside the plan's years. */}
        {[...new Set([...years, year])]
          .sort((a, b) => a - b)
          .map((one) => (
            <option key={one} value={one}>
              {t("{{year}} 年", { year: one })}
            </option>
          ))}
      </Select>
      {month !== undefined && onMonth && (
        <Select
          size="small"
          aria-label={t("截至")}
          value={String(month)}
          onChange={(_, { value }) => onMonth(Number(value))}
        >
          {asOfMonths.map((one) => (
            <option key={one} value={one}>
              {t("截至 {{month}} 月", { month: one })}
            </option>
          ))}
        </Select>
      )}
      <Button size="small" onClick={onRefresh}>
        {t("刷新")}
      </Button>
    </>
  );
}
