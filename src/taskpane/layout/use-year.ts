import { useState } from "react";
import { asFailure, type ExcelFailure } from "../../excel/failure";
import { chooseYear } from "../../excel/views";

interface YearChoice {
  /** What was chosen last and is not yet in the sheet. */
  wanted?: number;
  failure?: ExcelFailure;
}

/**
 * 评估年度 is the sheet's: choosing it in the pane writes it there at once, so that sheet, pages, lists and report never differ;
 * a page then reads the sheet again.
 * @param again reads the page's content
 */
export function useYear(again: () => void): YearChoice & { choose: (year: number) => void } {
  const [state, setState] = useState<YearChoice>({});
  const choose = (year: number): void => {
    setState({ wanted: year });
    chooseYear(year).then(
      () => {
        setState((now) => (now.wanted === year ? {} : now));
        again();
      },
      (error: unknown) => setState((now) => (now.wanted === year ? { failure: asFailure(error) } : now)),
    );
  };
  return { ...state, choose };
}
