import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { JSDOM } from "jsdom";
import { headersOf } from "../../../scripts/site/files.cjs";
import { manifestFor } from "../../../scripts/site/manifest.cjs";
import { siteOptions } from "../../../scripts/site/options.mjs";
import { headerPolicy, policy } from "../../../scripts/site/policy.cjs";
import { nginxConf, webConfig } from "../../../scripts/site/servers.cjs";
import { nginxFolder, type NginxFolder } from "../../tools/nginx";
import { describeWith } from "../../tools/programs";

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
    for (const name of ["taskpane.html", "manifest.xml", "start.js", "officejs/office.js"])
      expect(headersOf(name)["Cache-Control"]).toBe("no-cache");
  });
});

describe("web.config", () => {
  const root = new JSDOM("").window.DOMParser;
  const xml = new root().parseFromString(webConfig("self", hashed), "application/xml");
  const attributes = (name: string, attribute: string): (string | null)[] =>
    [...xml.getElementsByTagName(name)].map((element) => element.getAttribute(attribute));

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

/**
 * The elements below `system.webServer` that web.config uses, with their possible attributes and values, taken from the
 * schema that IIS itself reads (IIS_schema.xml of IIS 10).
 */
const ofIis: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  staticContent: {},
  "staticContent/remove": { fileExtension: /^\.\w+$/ },
  "staticContent/mimeMap": { fileExtension: /^\.\w+$/, mimeType: /./ },
  "staticContent/clientCache": {
    cacheControlMode: /^(?:NoControl|DisableCache|UseMaxAge|UseExpires)$/,
    cacheControlMaxAge: /^\d+\.\d\d:\d\d:\d\d$/,
  },
  security: {},
  "security/requestFiltering": {},
  "security/requestFiltering/hiddenSegments": {},
  "security/requestFiltering/hiddenSegments/remove": { segment: /./ },
  "security/requestFiltering/hiddenSegments/add": { segment: /./ },
  urlCompression: { doStaticCompression: /^(?:true|false)$/ },
  httpProtocol: {},
  "httpProtocol/customHeaders": {},
  "httpProtocol/customHeaders/remove": { name: /./ },
  "httpProtocol/customHeaders/add": { name: /./, value: /./ },
};

describe("what web.config asks of IIS", () => {
  const text = webConfig("21vianet", hashed);
  const xml = new new JSDOM("").window.DOMParser().parseFromString(text, "application/xml");
  const pathOf = (element: Element): string =>
    element.parentElement?.localName === "system.webServer"
      ? element.localName
      : `${pathOf(element.parentElement!)}/${element.localName}`;

  it("is what IIS's own schema has, element by element, with values of the right kind", () => {
    const wrong = [...xml.querySelectorAll("system\\.webServer *")].flatMap((element) => {
      const known = ofIis[pathOf(element)];
      if (!known) return [pathOf(element)];
      return [...element.attributes]
        .filter(({ name, value }) => !known[name]?.test(value))
        .map(({ name, value }) => `${pathOf(element)} ${name}="${value}"`);
    });
    expect(wrong).toEqual([]);
    expect([...xml.querySelectorAll("configuration > *")].map(({ localName }) => localName)).toEqual([
      "system.webServer",
      "location",
      "location",
    ]);
  });

  it("has no key twice, which IIS answers with 500.19", () => {
    const keys = [...xml.querySelectorAll("mimeMap, add")].map((element) =>
      [pathOf(element), ...["fileExtension", "segment", "name"].map((name) => element.getAttribute(name))].join(" "),
    );
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it("stays far below the 250 KB that IIS reads, with three times as many files as the site has", () => {
    const many = Array.from({ length: 600 }, (_, index) => `web/${index}.0a1b2c3d.js`);
    expect(webConfig("self", many).length).toBeLessThan(200_000);
  });
});

describe("nginx.conf", () => {
  it("stands for the address that the site was built for", () => {
    const text = nginxConf("self", "https://oa.example.gov.cn:8443/matrix");
    expect(text).toContain("listen 8443 ssl;");
    expect(text).toContain("server_name oa.example.gov.cn;");
    expect(text).toContain('location "/matrix/" {');
    expect(nginxConf("self", "https://oa.example.gov.cn")).toMatch(/listen 443 ssl;[\s\S]*location "\/" \{/);
  });

  it("sends the same policy as IIS, and the same types", () => {
    const text = nginxConf("21vianet", "https://oa.example.gov.cn");
    expect(text).toContain(`add_header Content-Security-Policy "${headerPolicy("21vianet")}" always;`);
    expect(text).toContain("text/javascript js mjs;");
  });
});

/** Addresses as somebody may type them, with folder names of all kinds. */
const addresses = fc
  .tuple(
    fc.constantFrom("oa.example.gov.cn", "OA.Example.gov.cn:8443", "10.0.0.7", "[::1]", "政务.cn", "oa_1.local"),
    fc.array(
      fc.string({ unit: fc.constantFrom(..."ab0责任矩阵 　&;$'{}()+,=@~!#?%\"<>|*:\\/.-_`^[]é😀"), maxLength: 8 }),
      { maxLength: 3 },
    ),
  )
  .map(([host, folders]) => `https://${[host, ...folders].join("/")}`);

/** The address as the build accepts it; undefined if it is refused. */
function taken(address: string): string | undefined {
  try {
    return siteOptions(["--url", address]).url;
  } catch {
    return undefined;
  }
}

const served = addresses.map(taken).filter((url) => url !== undefined);
/** Addresses that were handled wrongly before, and difficult ones. */
const known = [
  "https://oa.example.gov.cn/a&b",
  "https://oa.example.gov.cn/责任 矩阵",
  "https://oa.example.gov.cn/a;b",
  "https://oa.example.gov.cn/$&$1",
  "https://oa.example.gov.cn/a{b}'c",
  "https://oa.example.gov.cn/100%25%20",
].map((url) => [taken(url)] as const);

describe("an address that is taken", () => {
  const manifest = readFileSync(join(__dirname, "..", "..", "..", "manifest.xml"), "utf8");
  const parser = new new JSDOM("").window.DOMParser();

  it("stands in the manifest as it is, and the manifest is XML", () => {
    expect(known.filter(([url]) => url === undefined)).toHaveLength(1);
    fc.assert(
      fc.property(served, (url) => {
        const xml = parser.parseFromString(manifestFor(manifest, url), "application/xml");
        expect(xml.getElementsByTagName("parsererror")).toHaveLength(0);
        expect(xml.getElementsByTagName("SourceLocation")[0]!.getAttribute("DefaultValue")).toBe(
          `${url}/taskpane.html`,
        );
        expect(xml.documentElement.outerHTML).not.toContain("localhost");
      }),
      { numRuns: 100, examples: known.filter((one): one is [string] => one[0] !== undefined) },
    );
  });
});

describeWith(["nginx"], "nginx", () => {
  let nginx: NginxFolder;
  beforeAll(() => (nginx = nginxFolder(mkdtempSync(join(tmpdir(), "nginx-")))));
  afterAll(() => rmSync(nginx.path, { recursive: true, force: true }));

  it("loads what is written for each address that is taken", () => {
    fc.assert(
      fc.property(served, (url) => expect(nginx.complaints(nginxConf("self", url), nginx.path)).toBe("")),
      { numRuns: 40, examples: known.filter((one): one is [string] => one[0] !== undefined) },
    );
  });
});
