import { useState } from "react";
import { asFailure, type ExcelFailure } from "../../excel/failure";
import { chooseMonth, chooseYear } from "../../excel/views";

interface YearChoice {
  /** What was chosen last and is not yet in the sheet. */
  wanted?: number;
  wantedMonth?: number;
  failure?: ExcelFailure;
}

/**
 * 评估年度 and 截至 are the sheet's: choosing one in the pane writes it there at once, so that sheet, pages, lists and report
 * never differ; a page then reads the sheet again.
 * @param again reads the page's content
 */
export function useYear(
  again: () => void,
): YearChoice & { choose: (year: number) => void; chooseMonth: (month: number) => void } {
  const [state, setState] = useState<YearChoice>({});
  const write = (wanted: YearChoice, writing: () => Promise<void>): void => {
    setState(wanted);
    const isLast = (now: YearChoice): boolean => now === wanted;
    writing().then(
      () => {
        setState((now) => (isLast(now) ? {} : now));
        again();
      },
      (error: unknown) => setState((now) => (isLast(now) ? { failure: asFailure(error) } : now)),
    );
  };
  return {
    ...state,
    choose: (year) => write({ wanted: year }, () => chooseYear(year)),
    chooseMonth: (month) => write({ wantedMonth: month }, () => chooseMonth(month)),
  };
}
