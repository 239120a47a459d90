import { spawnSync } from "node:child_process";
import { readFileSync, mkdtempSync, rmSync, readdirSync, statSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { chromium, type Browser, type BrowserContext } from "playwright-core";
import { chromiumArguments } from "../../scripts/site/pane-page";
import { types } from "../../scripts/site/files.cjs";
import { siteOptions } from "../../scripts/site/options.mjs";
import { nginxFolder, type NginxFolder } from "../tools/nginx";
import { describeWith, findProgram } from "../tools/programs";
import { root } from "./build-preview";

/** A folder of its own, because dist/ may hold somebody's release. */
const release = join(root, ".cache", "release");

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
  "a release behind nginx by the file that was made with it, as 部署 has it, in a folder with a Chinese name and a blank",
  () => {
    let nginx: NginxFolder;
    let browser: Browser;
    let office: BrowserContext;
    let address: string;
    let told: string;

    beforeAll(async () => {
      const url = `https://localhost:${await freePort()}/政务 公开&督查/责任矩阵`;
      // A full build, as an administrator types it; most of it is in webpack's cache since the preview was built.
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ["scripts/build.mjs", "--url", url, "--officejs", "self"],
        { cwd: root, encoding: "utf8", env: { ...process.env, RELEASE_FOLDER: release } },
      );
      // webpack reports errors in its usual output, so both streams are shown.
      if (status !== 0) throw new Error(`no release was built: ${stdout}${stderr}`);
      told = stdout;
      address = siteOptions(["--url", url]).url!;
      nginx = nginxFolder(mkdtempSync(join(tmpdir(), "nginx-")));
      expect(nginx.complaints(readFileSync(join(release, "nginx.conf"), "utf8"), release)).toBe("");
      nginx.start();
      // The certificate is not trusted, not for the service worker either.
      browser = await chromium.launch({
        executablePath: findProgram("Chromium")!,
        args: [
          ...chromiumArguments,
          "--ignore-certificate-errors",
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
        ],
      });
      office = await browser.newContext({ locale: "zh-CN", ignoreHTTPSErrors: true });
    }, 1_200_000);

    afterAll(async () => {
      await browser?.close();
      nginx?.stop();
      if (nginx) rmSync(nginx.path, { recursive: true, force: true });
    });

    it("says at the end where the manifest points to, and every address in it is there", async () => {
      expect(told.trimEnd().split("\n").at(-1)).toBe(`.cache/release/ 已生成，清单指向 ${address}`);
      const manifest = readFileSync(join(release, "manifest.xml"), "utf8").replaceAll("&amp;", "&");
      const named = [...manifest.matchAll(/"(https:[^"]+)"/g)].map(([, one]) => one!);
      const own = [...new Set(named.filter((one) => one.startsWith(`${address}/`)))];
      expect([own.length > 10, named.filter((one) => new URL(one).host === new URL(address).host).length]).toEqual([
        true,
        named.filter((one) => one.startsWith(`${address}/`)).length,
      ]);
      const answers = await Promise.all(own.map(async (one) => [one, (await office.request.get(one)).status()]));
      expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
    });

    it("has only files of kinds that the servers are told of: IIS sends no others, and one that is missing keeps all from being kept for work without a network", () => {
      const unknown = filesBelow(release).filter(
        (path) => !(extname(path) in types) && !/(?:web\.config|nginx\.conf)$/.test(path),
      );
      expect(unknown).toEqual([]);
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
          ? readdirSync(release).find((name) => /^taskpane\.[0-9a-f]{8}\.js$/.test(name))!
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
      const files = ["LICENSE.txt", "NOTICE.txt", "THIRD-PARTY-LICENSES.txt", "service-worker.js"].filter((name) =>
        text.includes(name),
      );
      expect([addresses.length > 5, files.length]).toEqual([true, 4]);
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
      // Office.js itself looks for an Office around the page, and the page's policy refuses what it tries.
      const ofOurs = said.splice(0).filter((text) => !text.includes("officejs/"));
      expect(ofOurs).toEqual([]);
      await page.getByRole("link", { name: "网页版" }).click();
      await page.frameLocator("#pane").getByRole("button", { name: "跳过" }).waitFor({ timeout: 60_000 });
      expect(said).toEqual([]);
      await page.close();
    }, 180_000);

    it("shows the support page with the licences that it links to", async () => {
      const page = await office.newPage();
      await page.goto(`${address}/support.html`);
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("责任矩阵 帮助");
      for (const [link, begins] of [
        ["声明", "责任矩阵 (Responsibility matrix)\nCopyright 2026"],
        ["许可全文", "Apache License"],
        ["第三方许可", "责任矩阵 · 第三方许可"],
      ] as const) {
        const href = (await page.getByRole("link", { name: link }).getAttribute("href"))!;
        const text = await (await office.request.get(new URL(href, page.url()).href)).text();
        expect(text.trimStart().startsWith(begins)).toBe(true);
      }
      await page.close();
    }, 60_000);

    it("reads a plan beside the page, in a worker of the site's own, and keeps the web edition for work without a network", async () => {
      const page = await office.newPage();
      await page.goto(`${address}/web.html`);
      const pane = page.frameLocator("#pane");
      await pane.getByRole("button", { name: "用示例方案试一试" }).click({ timeout: 60_000 });
      await pane.getByText("读出 34 项任务").waitFor({ timeout: 60_000 });
      const workers = page.workers().map((worker) => worker.url());
      expect([workers.length, workers.filter((url) => !/\/\d+\.[0-9a-f]{8}\.js$/.test(url))]).toEqual([1, []]);
      expect(await page.workers()[0]!.evaluate(() => typeof document)).toBe("undefined");
      expect(await page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active?.scriptURL))).toBe(
        `${address}/service-worker.js`,
      );
      await page.close();
    }, 180_000);

    it("holds no folder of the machine that built it", () => {
      const own = [root, process.env.HOME ?? root].filter((path) => path.length > 5);
      const telling = filesBelow(release).filter(
        (path) =>
          /\.(?:js|mjs|html|css|xml|txt|conf|config|webmanifest)$/.test(path) &&
          own.some((folder) => readFileSync(path, "utf8").includes(`${folder}/`)),
      );
      expect(telling).toEqual([]);
    });
  },
);
