const { join } = require("node:path");

const root = join(__dirname, "..", "..");

/**
 * The folders of built sites. A site for a server is built into `dist/`; sites that only this machine shows (`npm
 * start`, `npm run excel`, tests) have folders of their own, so that their manifests, which point to localhost, never
 * replace the other one. A test that makes a release names a folder for it in RELEASE_FOLDER.
 */
const folderFor = (url) => (url ? (process.env.RELEASE_FOLDER ?? join(root, "dist")) : join(root, ".cache", "preview"));

module.exports = { folderFor, preview: folderFor() };
