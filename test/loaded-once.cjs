module.exports = {
  process: (_, path) => ({ code: `module.exports = globalThis[Symbol.for("require of Node")](${JSON.stringify(path)});` }),
  getCacheKey: (_, path) => `loaded once ${path}`.replace(/\W/g, "_"),
};
