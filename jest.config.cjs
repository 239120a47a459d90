/** ES modules that CommonJS files ask for; Node takes them as they are, jest has to have them turned. */
const esmOnly = ["kdbush", "lodash-es", "nanoid", "rbush", "quickselect", "cjk-regex", "regexp-util", "unicode-regex", "franc-min", "trigram-utils", "collapse-white-space", "n-gram", "parse5", "entities"];

const loadedOnce = ["@univerjs", "jsdom"];

const { availableParallelism } = require("node:os");

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "<rootDir>/test/environment.cjs",
  // Much of the time is waiting for Chromium and LibreOffice: on a small machine one worker more is worth it.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // No test is a timed one: a busy machine is slow.
  testTimeout: 90_000,
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  transform: {
    [`/node_modules/(${loadedOnce.join("|")})/`]: "<rootDir>/test/loaded-once.cjs",
    "\\.txt$": "<rootDir>/test/taskpane/text-file.cjs",
    "\\.(ts|tsx|js|mjs)$": [
      "@swc/jest",
      {
        jsc: { target: "es2022", parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } } },
        module: { type: "commonjs" },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${[...esmOnly, ...loadedOnce].join("|")})/)`],
  setupFilesAfterEnv: ["<rootDir>/test/setup-office-members.ts"],
  moduleNameMapper: { "\\.css$": "<rootDir>/test/empty-style.cjs" },
};
