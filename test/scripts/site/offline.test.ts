import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fillServiceWorker, offlineFiles } from "../../../scripts/site/offline.mjs";

describe("what the web edition keeps for work without a network", () => {
  const site = mkdtempSync(join(tmpdir(), "offline-"));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  };
  afterAll(() => rmSync(site, { recursive: true, force: true }));
  for (const path of [
    "web.html",
    "web-pane.html",
    "web/web.0a1b2c3d.js",
    "officejs/excel-web-16.00.js",
    "pdfjs/cmaps/a.bcmap",
  ])
    write(path, "1");
  for (const path of [
    "taskpane.html",
    "officejs/office.js",
    "officejs/zh-cn/office_strings.js",
    "manifest.xml",
    "web.config",
    "nginx.conf",
    "LICENSE.txt",
    "NOTICE.txt",
    "THIRD-PARTY-LICENSES.txt",
    "pdfjs/cmaps/LICENSE.txt",
    "web/web.0a1b2c3d.js.LICENSE.txt",
  ])
    write(path, "1");
  write("service-worker.js", 'JSON.parse(decodeURIComponent("SITE-AS-BUILT"))');

  it("is what its pages ask for, and nothing that only Excel or a web server takes", () => {
    expect(offlineFiles(site).files).toEqual([
      "officejs/excel-web-16.00.js",
      "pdfjs/cmaps/a.bcmap",
      "web-pane.html",
      "web.html",
      "web/web.0a1b2c3d.js",
    ]);
  });

  it("is another version when any of it changes, and the same when nothing does", () => {
    const { version } = offlineFiles(site);
    write("manifest.xml", "2");
    expect(offlineFiles(site).version).toBe(version);
    write("web.html", "2");
    expect(offlineFiles(site).version).not.toBe(version);
  });

  it("is told to the service worker as text that it can read", () => {
    fillServiceWorker(site);
    const [, text] = /decodeURIComponent\("([^"]*)"\)/.exec(readFileSync(join(site, "service-worker.js"), "utf8"))!;
    expect(JSON.parse(decodeURIComponent(text!))).toEqual(offlineFiles(site));
    expect(() => fillServiceWorker(site)).toThrow("SITE-AS-BUILT");
  });
});
