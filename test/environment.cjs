const { createRequire } = require("node:module");
const vm = require("node:vm");
const { TestEnvironment } = require("jest-environment-node");

/** How a test file gets at the packages that are loaded once for all of them (loaded-once.cjs). */
const nodeRequire = Symbol.for("require of Node");

/**
 * Makes contexts whose globals are ordinary ones: the usual kind asks an object outside at each look-up, a tenth of all
 * time.
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
 * Univer leaves the message channel of a stopped calculation open, and an open one keeps Node alive when all tests are
 * done. What a test file opens is noted, to be closed at its end.
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
 * Node's environment, with quick globals, packages that outlast the test file, and no message channel left open behind
 * it.
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
