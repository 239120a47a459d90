const { forXml } = require("./quote.cjs");

const local = "https://localhost:3000";

/** The manifest's text, with the site's future address. */
const manifestFor = (text, url = local) => text.replaceAll(local, () => forXml(url));

module.exports = { manifestFor };
