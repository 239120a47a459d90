// Jest's own runner, which ends a run with a change as soon as one test has noticed the change, and does not load
// suites without a test that comes by the changed place. The suites over a workbook take seconds to be loaded. Stryker
// wants "jest-circus" in the file's name.
const { default: circus } = require("jest-circus/runner");
const { noteSuite, notedSuite, triedChange } = require("./suites.cjs");

/** The last change that a test has noticed. */
let noticed;

const runsAny = ({ titles }, pattern) => titles.some((title) => new RegExp(pattern, "i").test(title));

/** A suite's result if none of its tests is run. */
const notRun = (path, { titles }) => ({
  leaks: false,
  numFailingTests: 0,
  numPassingTests: 0,
  numPendingTests: titles.length,
  numTodoTests: 0,
  openHandles: [],
  perfStats: { start: 0, end: 0, runtime: 0, slow: false },
  skipped: true,
  snapshot: { added: 0, fileDeleted: false, matched: 0, unchecked: 0, uncheckedKeys: [], unmatched: 0, updated: 0 },
  testFilePath: path,
  testResults: titles.map((title) => ({
    ancestorTitles: [],
    failureMessages: [],
    fullName: title,
    status: "pending",
    title,
  })),
});

/** Passes over the tests that come after the one that has noticed the change. */
function endingEarly(environment, change) {
  const former = environment.handleTestEvent?.bind(environment);
  environment.handleTestEvent = async (event, state) => {
    await former?.(event, state);
    if (event.name === "test_done" && event.test.errors.length > 0) noticed = change;
    if (event.name === "test_start" && noticed === change) event.test.mode = "skip";
  };
}

module.exports = async (globalConfig, config, environment, runtime, path, ...rest) => {
  const run = () => circus(globalConfig, config, environment, runtime, path, ...rest);
  const change = triedChange();
  if (change === undefined) {
    const start = Date.now();
    const result = await run();
    const titles = result.testResults.map(({ fullName }) => fullName);
    noteSuite(config.rootDir, path, { titles, ms: Date.now() - start });
    return result;
  }
  const suite = notedSuite(config.rootDir, path);
  const pattern = globalConfig.testNamePattern;
  if (suite && (noticed === change || (pattern && !runsAny(suite, pattern)))) return notRun(path, suite);
  endingEarly(environment, change);
  return run();
};
