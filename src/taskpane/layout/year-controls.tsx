import { Button, Select } from "@fluentui/react-components";
import { t } from "../../locale";

interface YearControlsProps {
  /** Which year it is, for a screen reader. */
  label: string;
  year: number;
  years: readonly number[];
  onYear: (year: number) => void;
  onRefresh: () => void;
}

/** The year that a page is about, and 刷新, for its title line. */
export function YearControls({ label, year, years, onYear, onRefresh }: YearControlsProps) {
  return (
    <>
      <Select size="small" aria-label={label} value={String(year)} onChange={(_, { value }) => onYear(Number(value))}>
        {/* The sheet may be assessed in a year that its plan does not cover. */}
        {[...new Set([...years, year])].sort((a, b) => a - b).map((one) => (
          <option key={one} value={one}>
            {t("{{year}} 年", { year: one })}
          </option>
        ))}
      </Select>
      <Button size="small" onClick={onRefresh}>
        {t("刷新")}
      </Button>
    </>
  );
}
