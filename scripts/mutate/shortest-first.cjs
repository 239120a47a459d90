const { default: Sequencer } = require("@jest/test-sequencer");
const { notedSuite } = require("./suites.cjs");

const timeOf = ({ context, path }) => notedSuite(context.config.rootDir, path)?.ms ?? Infinity;

/** Most changes are noticed by several suites: the shortest ones say so soonest. */
module.exports = class extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => timeOf(a) - timeOf(b));
  }
};
