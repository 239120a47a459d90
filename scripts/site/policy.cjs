/** The sources of Office.js: the one script tag that differs between builds (docs/design.md, What Excel does). */
const officeJsSources = {
  global: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  "21vianet": "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
  self: "officejs/office.js",
};

/**
 * The `sha256` of an empty text. Fluent UI adds empty style elements and fills them rule by rule, which no policy
 * restricts; only the element itself must be allowed. This allows empty ones and no others.
 */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * The hashes of two style elements that the web edition's grid adds: sonner's notifications, and the colours of
 * Univer's theme. Another version of Univer has other ones; the browser suites then find errors in the console.
 */
const gridStyles =
  "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY=' 'sha256-qehDXQGi+mtaFkbShaHTjtdxRzE9Ba4Ffh5AsXR+z7s='";

/**
 * The pages that may embed ours in a frame: Excel on the web (the hosts that Office.js itself trusts, in
 * `isHostNameValidWacDomain`) and the pages around it, since every ancestor is checked. Excel for Windows and Mac
 * embeds nothing.
 */
const frames = [
  "'self'",
  "https://*.officeapps.live.com",
  "https://*.office.net",
  "https://*.office.com",
  "https://*.cloud.microsoft",
  "https://*.sharepoint.com",
  "https://onedrive.live.com",
  "https://*.partner.officewebapps.cn",
  "https://*.sharepoint.cn",
];

/** The content security policy of a page, for its meta element. `officeJs` is the name of one of the sources. */
function policy(officeJs) {
  const source = officeJsSources[officeJs];
  const cdn = source.startsWith("https:") ? ` ${new URL(source).origin}` : "";
  return [
    "default-src 'none'",
    `script-src 'self'${cdn}`,
    `style-src 'self' ${emptyStyle} ${gridStyles}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    // The web edition shows the pane in a frame, and can be installed.
    "frame-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** The same policy as a header, with the directive that meta elements cannot have. */
const headerPolicy = (officeJs) => `${policy(officeJs)}; frame-ancestors ${frames.join(" ")}`;

module.exports = { officeJsSources, policy, headerPolicy };
