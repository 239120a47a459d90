import { useState } from "react";
import { asFailure, type ExcelFailure } from "../../excel/failure";
import { chooseMonth, chooseYear } from "../../excel/views";

interface YearChoice {
  /** The latest choice, while it is not yet written to the sheet. */
  wanted?: number;
  wantedMonth?: number;
  failure?: ExcelFailure;
}

/**
 * 评估年度 and 截至 live in the sheet. Choosing one in the pane writes it there at once, so that the sheet, the pages, the
 * lists and the report never differ. Then the page reads the sheet again.
 * @param again reads the page's content again
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
