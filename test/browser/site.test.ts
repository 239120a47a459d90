import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Document, Packer, Paragraph } from "docx";
import type { Browser } from "playwright-core";
import { openPanePage, startChromium, type PanePage } from "../../scripts/site/pane-page";
import { convertWithLibreOffice } from "../tools/libreoffice";
import { describeWith, findProgram } from "../tools/programs";
import { buildPreview, root } from "./build-preview";

const trident = "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko";

describeWith(
  ["Chromium", "LibreOffice"],
  "the built site in Chromium, with Excel in another process and every other host shut out",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "site-"));
    let browser: Browser;
    let pane: PanePage;

    beforeAll(async () => {
      buildPreview();
      browser = await startChromium(findProgram("Chromium")!);
      pane = await openPanePage(browser, { hash: "#page=home" });
      await pane.page.locator("#root [role=tab]").first().waitFor({ timeout: 60_000 });
    }, 400_000);

    afterAll(async () => {
      await pane?.close();
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it("says its policy twice: in the page itself, and in the header with the part that only a header may say", async () => {
      const response = await pane.page.request.get(pane.page.url());
      const inPage = await pane.page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
      expect(inPage).toContain("default-src 'none'; script-src 'self'");
      expect(response.headers()["content-security-policy"]).toBe(
        `${inPage}; ${/frame-ancestors.*$/.exec(response.headers()["content-security-policy"]!)![0]}`,
      );
    });

    it("goes through every page, reads a PDF in its worker and writes a sheet", async () => {
      const { page, book } = pane;
      const lines = [
        "云溪县全民阅读实施方案（2024—2027年）",
        "一、重点任务",
        "1.办好读书月。每年举办读书活动10场以上。（牵头单位：县教育局；责任单位：县财政局）",
      ];
      const word = join(folder, "云溪县全民阅读实施方案.docx");
      writeFileSync(
        word,
        await Packer.toBuffer(new Document({ sections: [{ children: lines.map((text) => new Paragraph({ text })) }] })),
      );
      await page.locator("#tab-plan").click();
      await page.getByLabel("选择方案文件").setInputFiles(convertWithLibreOffice(word, "pdf", folder));
      await page.getByText("当前方案：云溪县全民阅读实施方案.pdf").waitFor({ timeout: 60_000 });
      for (const name of ["home", "plan", "matrix", "reporting", "check", "report"]) {
        await page.locator(`#tab-${name}`).click();
        await page.locator("main :is(h1, h2, button):visible").first().waitFor();
      }
      await page.locator("#tab-matrix").click();
      await page.locator("#part-generate").click();
      await page.getByRole("button", { name: "生成责任矩阵" }).click();
      await page.getByText("已生成责任矩阵").waitFor({ timeout: 60_000 });
      expect(book.grid.univer.getActiveWorkbook()!.getSheetByName("责任矩阵")).not.toBeNull();
    }, 180_000);

    it("keeps its own policy all the while, asks no other host, and leaves the console clean", async () => {
      expect(await pane.violations()).toEqual([]);
      expect(pane.foreign).toEqual([]);
      expect(pane.complaints).toEqual([]);
    });

    it("runs no script that gets into the page, lets nothing out, and dresses in no style that comes in with a text", async () => {
      const apart = await openPanePage(browser, { hash: "#page=home" });
      await apart.page.locator("#root [role=tab]").first().waitFor({ timeout: 60_000 });
      const did = await apart.page.evaluate(async () => {
        const world = window as unknown as { ran: string[] };
        world.ran = [];
        const script = document.createElement("script");
        script.textContent = 'window.ran.push("inline")';
        const image = document.createElement("div");
        image.innerHTML = `<img src="data:," onerror='window.ran.push("handler")'><b style="color: rgb(1, 2, 3)">b</b>`;
        document.body.append(script, image);
        const colour = getComputedStyle(image.querySelector("b")!).color;
        const sent = await fetch("https://example.com/", { mode: "no-cors" }).then(
          () => "sent",
          () => "refused",
        );
        await new Promise((resolve) => setTimeout(resolve, 100));
        return { ran: world.ran, colour: colour === "rgb(1, 2, 3)", sent };
      });
      expect(did).toEqual({ ran: [], colour: false, sent: "refused" });
      expect(apart.foreign).toEqual([]);
      expect(new Set((await apart.violations()).map((violation) => violation.split(" ")[0]))).toEqual(
        new Set(["connect-src", "script-src-attr", "script-src-elem", "style-src-attr"]),
      );
      await apart.close();
    }, 90_000);

    it("shows the notice instead of the pane where the web view is too old, and loads no script of the pane", async () => {
      const old = await openPanePage(browser, { context: { userAgent: trident } });
      await old.page.getByRole("heading", { name: "这个 Excel 太旧，用不了“责任矩阵”加载项" }).waitFor();
      expect(await old.page.locator("#root").isVisible()).toBe(false);
      expect(await old.page.locator("script[src^=taskpane]").count()).toBe(0);
      await old.close();
    }, 60_000);

    it("shows the same where Excel lacks ExcelApi 1.9", async () => {
      const old = await openPanePage(browser, { excelApi: 7 });
      await old.page.getByRole("heading", { name: "这个 Excel 太旧，用不了“责任矩阵”加载项" }).waitFor();
      expect(await old.page.locator("#root").isVisible()).toBe(false);
      expect(old.book.log.syncs).toBe(0);
      await old.page.screenshot({ path: join(root, "docs", "images", "too-old.png") });
      await old.close();
    }, 60_000);

    it("has in its pages no script and no style between the tags", async () => {
      for (const name of ["taskpane", "notice", "support"]) {
        const html = await (await pane.page.request.get(new URL(`${name}.html`, pane.page.url()).href)).text();
        expect(html).toContain("Content-Security-Policy");
        expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script[^>]*>[^<]/);
      }
    });
  },
);
