import { JSDOM } from "jsdom";
import { headersOf } from "../../../scripts/site/files.cjs";
import { headerPolicy, policy } from "../../../scripts/site/policy.cjs";
import { nginxConf, webConfig } from "../../../scripts/site/servers.cjs";

const hashed = ["46.a34dd79a.js", "taskpane.1ce7341a.css"];

describe("the policy", () => {
  it("allows no script but the site's own and the one host of Office.js", () => {
    expect(policy("self")).toContain("script-src 'self';");
    expect(policy("global")).toContain("script-src 'self' https://appsforoffice.microsoft.com;");
    expect(policy("21vianet")).toContain("script-src 'self' https://appsforoffice.cdn.partner.office365.cn;");
  });

  it("never allows inline scripts, inline styles or eval, and connects to its own site only", () => {
    for (const name of ["self", "global", "21vianet"]) {
      expect(headerPolicy(name)).not.toMatch(/unsafe-|\*(?!\.)/);
      expect(headerPolicy(name)).toMatch(/default-src 'none'.*connect-src 'self'(?:;|$)/);
    }
  });
});

describe("a file's headers", () => {
  it("let a name with a checksum be kept, and have everything else asked for anew", () => {
    expect(headersOf("46.a34dd79a.js")["Cache-Control"]).toContain("immutable");
    for (const name of ["taskpane.html", "manifest.xml", "start.js", "officejs/office.js"]) expect(headersOf(name)["Cache-Control"]).toBe("no-cache");
  });
});

describe("web.config", () => {
  const root = new JSDOM("").window.DOMParser;
  const xml = new root().parseFromString(webConfig("self", hashed), "application/xml");
  const attributes = (name: string, attribute: string): (string | null)[] => [...xml.getElementsByTagName(name)].map((element) => element.getAttribute(attribute));

  it("is XML, with the policy as one header", () => {
    expect(xml.getElementsByTagName("parsererror")).toHaveLength(0);
    expect(attributes("add", "value")).toContain(headerPolicy("self"));
  });

  it("knows the endings that IIS does not, each taken away before it is added", () => {
    expect(attributes("mimeMap", "fileExtension")).toEqual(expect.arrayContaining([".mjs", ".bcmap"]));
    const endings = attributes("remove", "fileExtension").filter((ending) => ending !== null);
    expect(endings).toEqual(attributes("mimeMap", "fileExtension"));
  });

  it("keeps only files with a checksum in their names", () => {
    expect(attributes("location", "path")).toEqual(hashed);
    expect(attributes("clientCache", "cacheControlMode")).toEqual(["DisableCache", "UseMaxAge", "UseMaxAge"]);
  });
});

describe("nginx.conf", () => {
  it("stands for the address that the site was built for", () => {
    const text = nginxConf("self", "https://oa.example.gov.cn:8443/matrix");
    expect(text).toContain("listen 8443 ssl;");
    expect(text).toContain("server_name oa.example.gov.cn;");
    expect(text).toContain("location /matrix/ {");
    expect(nginxConf("self", "https://oa.example.gov.cn")).toMatch(/listen 443 ssl;[\s\S]*location \/ \{/);
  });

  it("sends the same policy as IIS, and the same types", () => {
    const text = nginxConf("21vianet", "https://oa.example.gov.cn");
    expect(text).toContain(`add_header Content-Security-Policy "${headerPolicy("21vianet")}" always;`);
    expect(text).toContain("text/javascript js mjs;");
  });
});
