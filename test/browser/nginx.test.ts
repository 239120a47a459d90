import { readFileSync, mkdtempSync, rmSync, readdirSync, statSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext } from "playwright-core";
import { chromiumArguments } from "../../scripts/site/pane-page";
import { preview } from "../../scripts/site/folders.cjs";
import { siteOptions } from "../../scripts/site/options.mjs";
import { nginxConf } from "../../scripts/site/servers.cjs";
import { nginxFolder, type NginxFolder } from "../tools/nginx";
import { describeWith, findProgram } from "../tools/programs";
import { buildPreview, root } from "./build-preview";

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, () => resolve()));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

describeWith(
  ["Chromium", "nginx"],
  "the built site behind nginx, as 部署 has it, in a folder with a Chinese name",
  () => {
    let nginx: NginxFolder;
    let browser: Browser;
    let office: BrowserContext;
    let address: string;

    beforeAll(async () => {
      buildPreview();
      address = siteOptions(["--url", `https://localhost:${await freePort()}/政务 公开&督查/责任矩阵`]).url!;
      nginx = nginxFolder(mkdtempSync(join(tmpdir(), "nginx-")));
      expect(nginx.complaints(nginxConf("self", address), preview)).toBe("");
      nginx.start();
      // The certificate is nobody's, for the service worker too.
      browser = await chromium.launch({
        executablePath: findProgram("Chromium")!,
        args: [...chromiumArguments, "--ignore-certificate-errors"],
      });
      office = await browser.newContext({ locale: "zh-CN", ignoreHTTPSErrors: true });
    }, 400_000);

    afterAll(async () => {
      await browser?.close();
      nginx?.stop();
      if (nginx) rmSync(nginx.path, { recursive: true, force: true });
    });

    it.each([
      ["support.html", "text/html; charset=utf-8", "no-cache"],
      ["assets/matrix-32.png", "image/png", "no-cache"],
      ["manifest.xml", "application/xml; charset=utf-8", "no-cache"],
      ["pdfjs/pdf.worker.min.mjs", "text/javascript; charset=utf-8", "no-cache"],
      ["THE PANE'S SCRIPT", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"],
    ])("sends %s as %s, to be kept as %s, with the policy", async (named, type, kept) => {
      const file =
        named === "THE PANE'S SCRIPT"
          ? readdirSync(preview).find((name) => /^taskpane\.[0-9a-f]{8}\.js$/.test(name))!
          : named;
      const answer = await office.request.get(`${address}/${file}`);
      expect([answer.status(), answer.headers()["content-type"], answer.headers()["cache-control"]]).toEqual([
        200,
        type,
        kept,
      ]);
      expect(answer.headers()["content-security-policy"]).toContain("frame-ancestors");
      expect(answer.headers()["x-frame-options"]).toBeUndefined();
    });

    it("has every address that 部署 tells to open, and the files that it names", async () => {
      const text = readFileSync(join(root, "docs", "部署.md"), "utf8");
      const addresses = [...text.matchAll(/`https:\/\/(?:oa\.example\.gov\.cn\/matrix|…)\/([^`]+[^`/])`/g)].map(
        ([, path]) => path!,
      );
      const files = ["LICENSE.txt", "THIRD-PARTY-LICENSES.txt", "service-worker.js"].filter((name) =>
        text.includes(name),
      );
      expect([addresses.length > 5, files.length]).toEqual([true, 3]);
      const answers = await Promise.all(
        [...addresses, ...files].map(async (path) => [path, (await office.request.get(`${address}/${path}`)).status()]),
      );
      expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
    });

    it("keeps to itself what is for servers only", async () => {
      for (const file of ["nginx.conf", "web.config"])
        expect((await office.request.get(`${address}/${file}`)).status()).toBe(404);
    });

    it("opens the web edition with its pane, and asks in a browser for the pane itself to be opened in Excel, with nothing of ours in the console", async () => {
      const page = await office.newPage();
      const said: string[] = [];
      page.on("pageerror", ({ message }) => said.push(`uncaught: ${message}`));
      page.on("console", (message) => void (message.type() === "error" && said.push(message.text())));
      await page.goto(`${address}/taskpane.html`);
      await page.getByRole("heading", { name: "请在 Excel 中打开" }).waitFor({ timeout: 60_000 });
      expect(await page.locator("#root").isVisible()).toBe(false);
      // Office.js itself looks for an Office around it, and the page's policy refuses what it tries.
      const ofOurs = said.splice(0).filter((text) => !text.includes("officejs/"));
      expect(ofOurs).toEqual([]);
      await page.getByRole("link", { name: "网页版" }).click();
      await page.frameLocator("#pane").getByRole("button", { name: "跳过" }).waitFor({ timeout: 60_000 });
      expect(said).toEqual([]);
      await page.close();
    }, 180_000);

    it("holds no folder of the machine that built it", () => {
      const own = [root, process.env.HOME ?? root].filter((path) => path.length > 5);
      const telling = filesBelow(preview).filter(
        (path) =>
          /\.(?:js|mjs|html|css|xml|txt|conf|config|webmanifest)$/.test(path) &&
          own.some((folder) => readFileSync(path, "utf8").includes(`${folder}/`)),
      );
      expect(telling).toEqual([]);
    });
  },
);
