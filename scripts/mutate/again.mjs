/** Of a change in code that also runs while a test file is loaded, Stryker asks only the tests that run it themselves. */
const isDoubtful = ({ status, static: whileLoading }) => status === "Survived" && whileLoading === true;

/**
 * Where changes went unnoticed that a test may see which looks at something made while its file was loaded.
 * @returns places as Stryker takes them, `file:line:column-line:column`
 */
export const placesToTryAgain = ({ files }) =>
  Object.entries(files).flatMap(([file, { mutants }]) => [
    ...new Set(
      mutants
        .filter(isDoubtful)
        // The report counts columns from 1, Stryker takes them from 0.
        .map(
          ({ location: { start, end } }) => `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`,
        ),
    ),
  ]);

const identityOf = ({ mutatorName, replacement, location }) => JSON.stringify([mutatorName, replacement, location]);

/** The first report with what all tests together say of the changes that were tried again. */
export function withSecondTry(report, again) {
  const files = Object.entries(report.files).map(([file, content]) => {
    const second = new Map((again.files[file]?.mutants ?? []).map((change) => [identityOf(change), change]));
    const mutants = content.mutants.map((change) => (isDoubtful(change) && second.get(identityOf(change))) || change);
    return [file, { ...content, mutants }];
  });
  return { ...report, files: Object.fromEntries(files) };
}

/** How many changes were noticed. A suite that fails while it is loaded (`RuntimeError`) has noticed the change too. */
export function countsIn({ files }) {
  const states = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (...of) => states.filter((status) => of.includes(status)).length;
  const noticed = count("Killed", "Timeout", "RuntimeError");
  return { noticed, all: noticed + count("Survived", "NoCoverage") };
}
