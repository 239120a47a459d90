import { cacheOf, fileFor, isHashed, staleCaches } from "../../../src/web/service-worker/answers";

const scope = "https://oa.example.gov.cn/matrix/";
const site = { version: "abc", files: ["web.html", "web/web.0a1b2c3d.js", "assets/matrix-32.png"] };

describe("what the service worker answers", () => {
  it.each([
    [`${scope}web.html`, "web.html"],
    [`${scope}web.html?lang=en-US#page=home`, "web.html"],
    [`${scope}assets/matrix-32.png`, "assets/matrix-32.png"],
    [`${scope}taskpane.html`, undefined],
    [`${scope}manifest.xml`, undefined],
    ["https://oa.example.gov.cn/other/web.html", undefined],
    ["https://example.com/matrix/web.html", undefined],
  ])("%s with %s", (address, file) => {
    expect(fileFor(address, scope, site)).toBe(file);
  });

  it("is taken for never changing only where its name has a checksum", () => {
    expect(isHashed("web/web.0a1b2c3d.js")).toBe(true);
    expect(isHashed("web.html")).toBe(false);
    expect(isHashed("office-stub.js")).toBe(false);
  });
});

describe("the caches of versions", () => {
  it("are kept for this one and the one before, and others' are left alone", () => {
    expect(staleCaches(["matrix-1", "matrix-2", "someone-else", cacheOf(site)], cacheOf(site))).toEqual(["matrix-1"]);
    expect(staleCaches([cacheOf(site)], cacheOf(site))).toEqual([]);
  });
});
