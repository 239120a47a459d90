const { readdirSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { headerPolicy } = require("./policy.cjs");
const { named, seconds, types } = require("./files.cjs");
const { forNginx, forXml } = require("./quote.cjs");

const mimeMaps = () =>
  Object.entries(types)
    .map(
      ([ending, type]) =>
        `      <remove fileExtension="${ending}" />\n      <mimeMap fileExtension="${ending}" mimeType="${type}" />`,
    )
    .join("\n");

/**
 * The configuration for IIS 8 and later, which reads it from the site's folder. `hashed` are the files that never
 * change.
 */
function webConfig(officeJs, hashed) {
  const kept = hashed.map(
    (file) => `  <location path="${forXml(file)}">
    <system.webServer>
      <staticContent><clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" /></staticContent>
    </system.webServer>
  </location>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- 责任矩阵加载项：供 IIS 8 及以上使用，随站点一起复制，不必改动。见 docs/部署.md。 -->
<configuration>
  <system.webServer>
    <staticContent>
${mimeMaps()}
      <clientCache cacheControlMode="DisableCache" />
    </staticContent>
    <security><requestFiltering><hiddenSegments><remove segment="nginx.conf" /><add segment="nginx.conf" /></hiddenSegments></requestFiltering></security>
    <urlCompression doStaticCompression="true" />
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
        <remove name="X-Frame-Options" />
        <remove name="Content-Security-Policy" />
        <remove name="X-Content-Type-Options" />
        <remove name="Referrer-Policy" />
        <add name="Content-Security-Policy" value="${forXml(headerPolicy(officeJs))}" />
        <add name="X-Content-Type-Options" value="nosniff" />
        <add name="Referrer-Policy" value="no-referrer" />
      </customHeaders>
    </httpProtocol>
  </system.webServer>
${kept.join("\n")}
</configuration>
`;
}

/** The server block for nginx. Names and paths that the administrator must set are in capitals. */
function nginxConf(officeJs, url) {
  const { hostname, port, pathname } = new URL(url);
  // nginx compares decoded addresses.
  const base = decodeURIComponent(pathname).replace(/\/$/, "");
  const byType = new Map();
  for (const [ending, type] of Object.entries(types)) {
    const [plain] = type.split(";");
    byType.set(plain, [...(byType.get(plain) ?? []), ending.slice(1)]);
  }
  const typeLines = [...byType].map(([type, endings]) => `        ${type} ${endings.join(" ")};`).join("\n");
  // nginx drops inherited headers in a block that adds one of its own, so the cache header is set by a map instead.
  return `# 责任矩阵加载项：供 nginx 1.18 及以上使用。放进 http {} 之内（例如 /etc/nginx/conf.d/）。
# 大写的三处（证书、私钥、站点文件夹）要改成自己的。见 docs/部署.md。
map $uri $matrix_cache {
    default                          "no-cache";
    "~\\.[0-9a-f]{8}\\.(js|css)$"  "public, max-age=${seconds}, immutable";
}

server {
    listen ${port || 443} ssl;
    server_name ${hostname};
    ssl_certificate     /PATH/TO/CERTIFICATE-WITH-CHAIN.pem;
    ssl_certificate_key /PATH/TO/PRIVATE-KEY.pem;
    ssl_protocols TLSv1.2 TLSv1.3;

    gzip on;
    gzip_comp_level 6;
    gzip_min_length 1024;
    gzip_vary on;
    gzip_types text/javascript text/css application/xml;

    location ~ /(?:web\\.config|nginx\\.conf)$ { return 404; }

    location ${forNginx(`${base}/`)} {
        alias /PATH/TO/SITE/;
        types {
${typeLines.replaceAll("        ", "            ")}
        }
        default_type application/octet-stream;
        charset utf-8;
        charset_types text/javascript text/css application/xml text/plain;
        add_header Cache-Control $matrix_cache always;
        add_header Content-Security-Policy "${headerPolicy(officeJs)}" always;
        add_header X-Content-Type-Options "nosniff" always;
        add_header Referrer-Policy "no-referrer" always;
    }
}
`;
}

/** Writes `web.config` and `nginx.conf` into the site's folder, after all other files. */
function writeServerFiles(site, officeJs, url = "https://localhost:3000") {
  const hashed = readdirSync(site, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => named.test(file))
    .sort();
  writeFileSync(join(site, "web.config"), webConfig(officeJs, hashed));
  writeFileSync(join(site, "nginx.conf"), nginxConf(officeJs, url));
}

module.exports = { writeServerFiles, webConfig, nginxConf };
