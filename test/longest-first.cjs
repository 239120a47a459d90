const { sep } = require("node:path");
const { default: Sequencer } = require("@jest/test-sequencer");

/** Suites that take half a minute and more, the longest first. */
const long = [
  "excel/sync/faults-",
  "plan/hostile",
  "assessment/agreement",
  "sync/properties",
  "walk/walks-",
  "excel/assessment/same-counts",
  "excel/faults",
  "documents/plan-files/bombs",
  "workbooks/",
  "cli/",
  "plan/rendered/",
  "taskpane/matrix/sync",
  "assessment/collect",
  "libreoffice/lists",
];

const placeOf = ({ path }) => {
  const at = long.findIndex((part) => path.split(sep).join("/").includes(`/test/${part}`));
  return at < 0 ? long.length : at;
};

/**
 * Jest knows from its last run how long suites take. Without one it begins with the largest files, and a long suite in
 * a small file would only start when the other worker has nothing left to do.
 */
module.exports = class extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => placeOf(a) - placeOf(b));
  }
};
