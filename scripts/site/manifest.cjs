const { forXml } = require("./quote.cjs");

const local = "https://localhost:3000";

/** The manifest's text, pointing to where the site will stand. */
const manifestFor = (text, url = local) => text.replaceAll(local, () => forXml(url));

module.exports = { manifestFor };
