const { createRequire } = require("node:module");
const vm = require("node:vm");
const { TestEnvironment } = require("jest-environment-node");

/** Where a test file finds the packages that are loaded once for all (loaded-once.cjs). */
const nodeRequire = Symbol.for("require of Node");

/**
 * Makes contexts with ordinary globals. With the usual kind, each look-up of a global asks an object outside the
 * context, which takes a tenth of all time.
 */
function withQuickGlobals(work) {
  const usual = vm.createContext;
  // Node before 20.18 and 22.8 has only the usual kind.
  const ordinary = vm.constants?.DONT_CONTEXTIFY;
  if (ordinary) vm.createContext = () => usual(ordinary);
  try {
    return work();
  } finally {
    vm.createContext = usual;
  }
}

/**
 * Univer leaves the message channel of a stopped calculation open, which keeps Node alive after all tests are done. The
 * channels that a test file opens are recorded, and closed at its end.
 */
function notedChannels() {
  const Channel = globalThis.MessageChannel;
  const opened = [];
  globalThis.MessageChannel = class extends Channel {
    constructor() {
      super();
      opened.push(this);
    }
  };
  return () => {
    globalThis.MessageChannel = Channel;
    for (const { port1, port2 } of opened) for (const port of [port1, port2]) port.close();
  };
}

/**
 * Node's environment, with quick globals and packages that outlast the test file; it leaves no message channel open.
 */
module.exports = class extends TestEnvironment {
  constructor(...args) {
    withQuickGlobals(() => super(...args));
    this.global[nodeRequire] = createRequire(__filename);
  }

  async setup() {
    this.closeChannels = notedChannels();
    await super.setup();
  }

  async teardown() {
    this.closeChannels();
    await super.teardown();
  }
};
