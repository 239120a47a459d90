/**
 * Where the pages take Office.js from: the one script tag that differs between builds (docs/design.md, What Excel
 * does).
 */
const officeJsSources = {
  global: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  "21vianet": "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
  self: "officejs/office.js",
};

/**
 * `sha256` of nothing. Fluent UI adds style elements that are empty and fills them rule by rule, which no policy
 * hinders; the element itself needs leave. This admits an empty one and no other.
 */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * Two style elements that the web edition's grid adds with a text of its own, by what is in them: sonner's notes, and
 * the colours of Univer's theme. Another version of Univer has others; the suites in the browser find the console
 * complaining then.
 */
const gridStyles =
  "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY=' 'sha256-qehDXQGi+mtaFkbShaHTjtdxRzE9Ba4Ffh5AsXR+z7s='";

/**
 * Pages that may show a page of ours in a frame: Excel on the web (the hosts that Office.js itself trusts, in
 * `isHostNameValidWacDomain`) and what stands around it, for every ancestor is asked. In Excel for Windows and Mac
 * there is none.
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

/** What a page may do, as its own meta element says it. `officeJs` is one of the sources' names. */
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

/** The same as a header, with the part that counts in no meta element. */
const headerPolicy = (officeJs) => `${policy(officeJs)}; frame-ancestors ${frames.join(" ")}`;

module.exports = { officeJsSources, policy, headerPolicy };
