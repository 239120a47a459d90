/** Replaces a package's file by what Node itself loads from it, by the `require` that test/environment.cjs provides. */
module.exports = {
  process: (_, path) => ({
    code: `module.exports = globalThis[Symbol.for("require of Node")](${JSON.stringify(path)});`,
  }),
  getCacheKey: (_, path) => `loaded once: ${path}`,
};
