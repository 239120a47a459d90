/**
 * In place of a package's file: what Node itself makes of that file, through the door that test/environment.cjs leaves
 * open.
 */
module.exports = {
  process: (_, path) => ({
    code: `module.exports = globalThis[Symbol.for("require of Node")](${JSON.stringify(path)});`,
  }),
  getCacheKey: (_, path) => `loaded once: ${path}`,
};
