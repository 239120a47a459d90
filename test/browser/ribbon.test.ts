import { join } from "node:path";
import { describeWith } from "../tools/programs";
import { openPreview, root, type PreviewPage } from "./preview-page";

describeWith(["Chromium"], "the ribbon in the preview", () => {
  let preview: PreviewPage;
  beforeAll(async () => {
    preview = await openPreview();
  }, 400_000);
  afterAll(() => preview?.close());

  const greyed = (): Promise<string[]> => preview.page.locator("#groups button:disabled").allTextContents();
  const paneAddress = (): Promise<string> => preview.page.locator("#pane").evaluate((frame: HTMLIFrameElement) => frame.contentWindow!.location.hash);

  it("shows the groups of the year, and greys out what needs a matrix", async () => {
    const { page } = preview;
    expect(await page.locator("#groups h2").allTextContents()).toEqual(["方案", "矩阵", "填报", "评估"]);
    await page.locator("#groups button:disabled", { hasText: "检查未达标" }).waitFor({ timeout: 30_000 });
    expect(await greyed()).toEqual(["同步方案", "下发填报表", "回收填报表", "检查未达标", "未达标清单", "单位对照", "看板", "自查报告"]);
  }, 60_000);

  it("makes the matrix with the pane closed, and then offers the rest", async () => {
    const { page } = preview;
    await page.getByRole("button", { name: "关闭面板" }).click();
    await page.locator("#groups").getByRole("button", { name: "生成责任矩阵" }).click();
    await page.locator("#groups button:enabled", { hasText: "检查未达标" }).waitFor({ timeout: 60_000 });
    expect(await greyed()).toEqual([]);
    expect(await page.locator(".pane").isVisible()).toBe(false);
    await page.waitForTimeout(1500);
    await page.screenshot({ path: join(root, "docs", "images", "ribbon.png"), clip: { x: 0, y: 0, width: 1600, height: 420 } });
  }, 120_000);

  it("opens the pane at the button's page", async () => {
    const { page } = preview;
    await page.locator("#groups").getByRole("button", { name: "回收填报表" }).click();
    await page.locator(".pane").waitFor({ state: "visible" });
    expect(await paneAddress()).toBe("#page=reporting&part=collect");
    await preview.pane.locator("#part-collect[aria-selected=true]").waitFor({ timeout: 30_000 });
  }, 60_000);

  it("asked no other host for anything and left the console clean", () => {
    expect(preview.foreignRequests).toEqual([]);
    expect(preview.complaints).toEqual([]);
  });
});
