const { availableParallelism } = require("node:os");

/** ES modules that CommonJS files ask for; Node takes them as they are, jest has to have them turned. */
const esmOnly = [
  "kdbush",
  "lodash-es",
  "nanoid",
  "rbush",
  "quickselect",
  "cjk-regex",
  "regexp-util",
  "unicode-regex",
  "franc-min",
  "trigram-utils",
  "collapse-white-space",
  "n-gram",
  "parse5",
  "entities",
];

/**
 * Packages that a worker loads once, by Node, and not for each test file anew: they take a second and a half to load,
 * and run half as fast in jest's own loading. None that asks what it is given whether it is an Array or a Date (ExcelJS
 * does): in a test file those are others than Node's. Node before 22.12 cannot take the ES modules that Univer asks
 * for.
 */
const loadedOnce = process.features.require_module ? ["@univerjs", "jsdom"] : [];

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "<rootDir>/test/environment.cjs",
  testSequencer: "<rootDir>/test/longest-first.cjs",
  // Much of the time is waiting for Chromium and LibreOffice: on a small machine one worker more is worth it.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // No test is a timed one: a busy machine is slow.
  testTimeout: 90_000,
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  transform: {
    ...Object.fromEntries(loadedOnce.map((name) => [`/node_modules/${name}/`, "<rootDir>/test/loaded-once.cjs"])),
    "\\.txt$": "<rootDir>/test/taskpane/text-file.cjs",
    "\\.(ts|tsx|js|mjs)$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
        },
        module: { type: "commonjs" },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${[...esmOnly, ...loadedOnce].join("|")})/)`],
  setupFilesAfterEnv: ["<rootDir>/test/setup-office-members.ts"],
  moduleNameMapper: { "\\.css$": "<rootDir>/test/empty-style.cjs" },
};
