/** A jest transform: importing a text file gives its text, as webpack's `asset/source` does. */
module.exports = {
  process: (text) => ({ code: `module.exports = { __esModule: true, default: ${JSON.stringify(text)} };` }),
};
