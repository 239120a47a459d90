const { headerPolicy } = require("./policy.cjs");

/** Content types by extension, including those that IIS and nginx do not know. */
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".bcmap": "application/octet-stream",
};

/** Names with a checksum: these files never change. */
const named = /\.[0-9a-f]{8}\.(?:js|css)$/;

const seconds = 365 * 24 * 60 * 60;

/** The headers of a file of the site, by its path, as in `web.config` and `nginx.conf`. */
function headersOf(path, officeJs = "self") {
  const ending = /\.[^./]+$/.exec(path)?.[0] ?? "";
  return {
    "Content-Type": types[ending] ?? "application/octet-stream",
    "Cache-Control": named.test(path) ? `public, max-age=${seconds}, immutable` : "no-cache",
    "Content-Security-Policy": headerPolicy(officeJs),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
  };
}

module.exports = { types, named, seconds, headersOf };
