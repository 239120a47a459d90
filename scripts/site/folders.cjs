const { join } = require("node:path");

const root = join(__dirname, "..", "..");

/**
 * Where a built site lies. What is built for an address to be put onto a server is in `dist/`; what this machine shows
 * itself (`npm start`, `npm run excel`, tests) has a folder of its own, so that its manifest, which points to
 * localhost, never takes the other's place. A test that makes a release names a folder for it in RELEASE_FOLDER.
 */
const folderFor = (url) => (url ? (process.env.RELEASE_FOLDER ?? join(root, "dist")) : join(root, ".cache", "preview"));

module.exports = { folderFor, preview: folderFor() };
