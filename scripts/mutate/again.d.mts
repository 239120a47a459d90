interface Place {
  line: number;
  column: number;
}

/** A report of Stryker's, as far as it is looked at here. */
export interface Report {
  files: Record<
    string,
    {
      mutants: {
        mutatorName: string;
        replacement: string;
        status: string;
        /** Whether the code also runs while a test file is loaded. */
        static?: boolean;
        location: { start: Place; end: Place };
      }[];
    }
  >;
}

export function placesToTryAgain(report: Report): string[];
export function withSecondTry(report: Report, again: Report): Report;
export function countsIn(report: Report): { noticed: number; all: number };
