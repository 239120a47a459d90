import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { describeWith } from "../tools/programs";
import { root } from "./build-preview";
import { openPreview, type PreviewPage } from "./preview-page";

const long = { timeout: 60_000 };
const screens = process.env.SCREENSHOTS;

const library = [
  "云溪县全民阅读实施方案（2024—2027年）",
  "一、重点任务",
  "1.办好读书月。每年举办读书活动10场以上，覆盖所有乡镇。（牵头单位：县文化和旅游局；责任单位：县教育局、县财政局）",
  "2.建设城市书房。到2027年建成城市书房6个，藏书总量达到12万册。（牵头单位：县住房和城乡建设局；责任单位：县财政局）",
  "3.培养阅读推广人。每年培训阅读推广人30名。（牵头单位：县教育局）",
].join("\n");
const drainage = [
  "松河市城市排水防涝行动方案（2024—2026年）",
  "一、主要任务",
  "1.改造老旧管网。到2026年完成老旧雨水管网改造40公里。（牵头单位：市住房和城乡建设局；责任单位：市财政局）",
  "2.疏浚河道。汛前完成城区河道清淤疏浚，恢复行洪断面。（牵头单位：市水务局）",
].join("\n");

/** What a user can do with the ribbon and the pane, in any order. */
class Desk {
  constructor(readonly preview: PreviewPage) {}

  press(label: string): Promise<void> {
    return this.preview.page.locator("#groups").getByRole("button", { name: label }).click();
  }
  async closePane(): Promise<void> {
    await this.preview.page.getByRole("button", { name: "关闭面板" }).click();
  }
  paneIsShown(): Promise<boolean> {
    return this.preview.page.locator(".pane").isVisible();
  }
  paneAddress(): Promise<string> {
    return this.preview.page
      .locator("#pane")
      .evaluate((frame: HTMLIFrameElement) => frame.contentWindow!.location.hash);
  }
  /** All texts on the matrix's sheet; empty if there is no sheet. */
  sheet(): Promise<string> {
    return this.preview.page.evaluate(() => {
      const sheet = window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook().getSheetByName("责任矩阵");
      return sheet
        ? (sheet.getDataRange().getValues() as unknown[][])
            .map((row) => row.map((cell) => String(cell ?? "")).join("|"))
            .join("\n")
        : "";
    });
  }
  async sheetSays(text: string): Promise<void> {
    const end = Date.now() + long.timeout;
    while (!(await this.sheet()).includes(text)) {
      if (Date.now() > end)
        throw new Error(`the sheet does not say ${text} but: ${(await this.sheet()).slice(0, 300)}`);
      await this.preview.page.waitForTimeout(100);
    }
  }
  async openFile(path: string): Promise<void> {
    await this.preview.to("plan");
    await this.preview.pane.getByLabel("选择方案文件").setInputFiles(path);
  }
  /** Saves a picture of the pane for people to look at. */
  async picture(name: string): Promise<void> {
    if (screens) await this.preview.page.locator(".pane").screenshot({ path: join(screens, `${name}.png`) });
  }
}

describeWith(["Chromium"], "the ribbon in the preview", () => {
  const folder = mkdtempSync(join(tmpdir(), "ribbon-"));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  let desk: Desk;
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const cleanAfterwards = (): void => {
    it("asked no other host for anything and left the console clean", () => {
      expect(desk.preview.foreignRequests).toEqual([]);
      expect(desk.preview.complaints).toEqual([]);
    });
  };

  describe("with nothing open", () => {
    beforeAll(async () => {
      desk = new Desk(await openPreview(undefined, "greeting"));
      await desk.picture("greeting");
    }, 400_000);
    afterAll(() => desk?.preview.close());
    const greyed = (): Promise<string[]> => desk.preview.page.locator("#groups button:disabled").allTextContents();

    it("shows the groups of the year, and greys out what needs a matrix", async () => {
      const { page } = desk.preview;
      expect(await page.locator("#groups h2").allTextContents()).toEqual(["方案", "矩阵", "填报", "评估"]);
      await page.locator("#groups button:disabled", { hasText: "检查未达标" }).waitFor({ timeout: 30_000 });
      expect(await greyed()).toEqual([
        "同步方案",
        "下发填报表",
        "回收填报表",
        "检查未达标",
        "未达标清单",
        "单位对照",
        "看板",
        "自查报告",
      ]);
    }, 60_000);

    it("opens 方案 and asks, also to who has never opened the pane, and writes nothing", async () => {
      await desk.closePane();
      await desk.press("生成责任矩阵");
      await desk.preview.pane.getByText("把方案文件拖到这里").waitFor(long);
      expect(await desk.paneIsShown()).toBe(true);
      expect(await desk.paneAddress()).toBe("#page=plan&part=read");
      expect(await desk.sheet()).toBe("");
      await desk.picture("choose-plan");
      await desk.preview.to("home");
      await desk.preview.pane.getByRole("button", { name: "打开方案" }).waitFor(long);
      await desk.picture("home-empty");
      await desk.preview.to("matrix", "generate");
      await desk.preview.pane.getByText("还没有打开方案。").waitFor(long);
      await desk.picture("generate-empty");
      // If it is pressed again from another page, it asks again.
      await desk.press("生成责任矩阵");
      await desk.preview.pane.getByText("把方案文件拖到这里").waitFor(long);
    }, 120_000);

    it("makes the example where somebody has chosen it, with the pane closed, and then offers the rest", async () => {
      const { page, pane } = desk.preview;
      await pane.getByRole("button", { name: "用示例方案" }).click();
      await desk.closePane();
      await desk.press("生成责任矩阵");
      await page.locator("#groups button:enabled", { hasText: "检查未达标" }).waitFor({ timeout: 60_000 });
      expect(await greyed()).toEqual([]);
      expect(await desk.paneIsShown()).toBe(false);
      await desk.sheetSays("达拉特旗全民科学素质行动规划纲要实施方案");
      await page.waitForTimeout(1500);
      await page.screenshot({
        path: join(root, "docs", "images", "ribbon.png"),
        clip: { x: 0, y: 0, width: 1600, height: 420 },
      });
    }, 120_000);

    it("opens the pane at the button's page, also where that page is open at another part", async () => {
      await desk.press("回收填报表");
      await desk.preview.page.locator(".pane").waitFor({ state: "visible" });
      expect(await desk.paneAddress()).toBe("#page=reporting&part=collect");
      await desk.preview.pane.locator("#part-collect[aria-selected=true]").waitFor({ timeout: 30_000 });
      await desk.preview.to("reporting", "send");
      await desk.press("回收填报表");
      await desk.preview.pane.locator("#part-collect[aria-selected=true]").waitFor({ timeout: 30_000 });
    }, 60_000);

    cleanAfterwards();
  });

  describe("with a plan of one's own open", () => {
    beforeAll(async () => {
      desk = new Desk(await openPreview({ width: 1500, height: 950 }, "nothing open"));
    }, 400_000);
    afterAll(() => desk?.preview.close());

    it("waits for the file that is still being read, and makes that plan, pressed twice or not", async () => {
      await desk.openFile(file("阅读.txt", library));
      await desk.press("生成责任矩阵");
      await desk.press("生成责任矩阵");
      await desk.sheetSays("云溪县全民阅读实施方案");
      await desk.preview.pane.getByText("当前方案：阅读.txt").waitFor(long);
      expect(await desk.sheet()).toContain("建设城市书房");
      expect(await desk.sheet()).not.toContain("旗");
    }, 120_000);

    it("makes it again with the pane closed, and keeps what was typed", async () => {
      await desk.preview.page.evaluate(() => {
        const sheet = window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook().getSheetByName("责任矩阵");
        const values: unknown[][] = sheet.getDataRange().getValues();
        const headers = values.find((line) => line.includes("任务") && line.includes("状态"))!;
        sheet
          .getRange(
            values.findIndex((line) => line.includes("培养阅读推广人")),
            headers.indexOf("备注"),
          )
          .setValue("已报文旅局");
      });
      await desk.closePane();
      await desk.press("生成责任矩阵");
      await desk.preview.page.waitForTimeout(1500);
      expect(await desk.paneIsShown()).toBe(false);
      expect(await desk.sheet()).toMatch(/培养阅读推广人.*已报文旅局/);
    }, 60_000);

    it("makes each list once, however fast its button is pressed, and says nothing", async () => {
      const { page } = desk.preview;
      for (const label of ["看板", "看板", "单位对照", "未达标清单", "单位对照", "看板"]) await desk.press(label);
      await page.waitForFunction(
        () => {
          const { book } = window.responsibilityMatrixHost;
          const names = book.allSheets.map((sheet) => book.sheetName(sheet));
          return (
            ["看板", "单位对照", "未达标清单"].every((name) => names.includes(name)) &&
            book.sheetName(book.activeSheet) === "看板"
          );
        },
        undefined,
        long,
      );
      await page.waitForTimeout(1500);
      expect(await page.locator("#dialog").isVisible()).toBe(false);
    }, 90_000);

    it("is judged by the year that the sheet says, at once, also in the last row, whoever changes it", async () => {
      const { page } = desk.preview;
      /** 状态 and 完成率 of the last indicator, after its number was typed into a year's column, or the year was chosen. */
      const after = async (column: string | undefined, value: number): Promise<string[]> => {
        await page.evaluate(
          ([header, typed]) => {
            const { book } = window.responsibilityMatrixHost;
            const sheet = book.grid.univer.getActiveWorkbook().getSheetByName("责任矩阵");
            const values: unknown[][] = sheet.getDataRange().getValues();
            const { area } = book.names.find(({ name }) => name === "评估年度")!.target;
            const headers = values.find((line) => line.includes("任务") && line.includes("状态"))!;
            if (header === undefined) sheet.getRange(area.row, area.column).setValue(typed);
            else
              sheet
                .getRange(
                  values.findIndex((line) => line.includes("培养阅读推广人")),
                  headers.indexOf(header),
                )
                .setValue(typed);
          },
          [column, value] as const,
        );
        await page.waitForTimeout(800);
        return page.evaluate(() => {
          const values: unknown[][] = window.responsibilityMatrixHost.book.grid.univer
            .getActiveWorkbook()
            .getSheetByName("责任矩阵")
            .getDataRange()
            .getValues();
          const headers = values.find((line) => line.includes("任务") && line.includes("状态"))!;
          const line = values.find((cells) => cells.includes("培养阅读推广人"))!;
          return ["状态", "当前值"].map((header) => String(line[headers.indexOf(header)] ?? ""));
        });
      };
      await after(undefined, 2026);
      expect(await after("2026年", 31)).toEqual(["达标", "31"]);
      expect(await after(undefined, 2027)).toEqual(["未报", ""]);
      expect(await after("2027年", 12)).toEqual(["▲未达标", "12"]);
      expect(await after(undefined, 2026)).toEqual(["达标", "31"]);
      await desk.press("打开面板");
      await desk.preview.to("check", "overview");
      await desk.preview.pane.getByRole("heading", { name: "2026 年完成情况" }).waitFor(long);
      await desk.preview.pane.getByLabel("评估年度").selectOption("2027");
      await desk.preview.pane.getByRole("heading", { name: "2027 年完成情况" }).waitFor(long);
      expect(await after("2027年", 30)).toEqual(["达标", "30"]);
      await desk.picture("year-chosen");
      await desk.preview.to("check", "units");
      await desk.picture("units");
      await desk.preview.to("report");
      await desk.preview.pane.getByText("尚未报送的单位").waitFor(long);
      await desk.picture("report");
    }, 90_000);

    it("writes nothing of a plan that is plainly another, but says so in the pane", async () => {
      const { pane } = desk.preview;
      const before = await desk.sheet();
      await desk.press("导入方案");
      await desk.openFile(file("排水.txt", drainage));
      await pane.getByText("当前方案：排水.txt").waitFor(long);
      await desk.closePane();
      await desk.press("生成责任矩阵");
      await pane.getByText("打开的是另一份方案").waitFor(long);
      expect(await desk.paneIsShown()).toBe(true);
      expect(await desk.paneAddress()).toBe("#page=matrix&part=generate");
      await desk.picture("another-generate");
      await desk.preview.to("matrix", "sync");
      await pane.getByText("打开的是另一份方案").waitFor(long);
      expect(await pane.getByRole("button", { name: /^同步 \d+ 项$/ }).count()).toBe(0);
      await desk.picture("another-sync");
      await desk.preview.to("home");
      await pane.getByText("打开的是另一份方案，不是这张表的修订稿").waitFor(long);
      await desk.picture("another-home");
      expect(await desk.sheet()).toBe(before);
    }, 120_000);

    it("hands the other plan over in a workbook of its own", async () => {
      const { page, pane } = desk.preview;
      await pane.getByText("打开的是另一份方案，不是这张表的修订稿").click();
      const [download] = await Promise.all([
        page.waitForEvent("download", long),
        pane.getByRole("button", { name: "新建工作簿" }).click(),
      ]);
      await pane.getByText("已在新窗口打开一个工作簿").waitFor(long);
      await desk.picture("another-handed");
      const made = unzipSync(new Uint8Array(readFileSync(await download.path())));
      expect(Object.keys(made)).toContain("customXml/item1.xml");
      expect(await desk.sheet()).toContain("云溪县全民阅读实施方案");
    }, 90_000);

    it("goes back to the sheet's own plan, which the ribbon makes again", async () => {
      const { pane } = desk.preview;
      await pane.getByRole("button", { name: "不用它，回到表格依据的方案" }).click();
      await pane.getByText("本工作簿已有责任矩阵").waitFor(long);
      await desk.press("生成责任矩阵");
      await desk.preview.page.waitForTimeout(1500);
      expect(await desk.sheet()).toMatch(/培养阅读推广人.*已报文旅局/);
      expect(await desk.sheet()).not.toContain("松河市");
    }, 60_000);

    it("takes the other plan for a revision where somebody says so, and the ribbon makes it then", async () => {
      const { pane } = desk.preview;
      await desk.openFile(file("排水.txt", drainage));
      await pane.getByText("当前方案：排水.txt").waitFor(long);
      await desk.preview.to("matrix", "sync");
      await pane.getByRole("button", { name: "当作修订稿" }).click();
      await pane.getByText(/\d+ 处不同/).waitFor(long);
      await desk.picture("another-revision");
      await desk.press("生成责任矩阵");
      await desk.sheetSays("松河市城市排水防涝行动方案");
      // The formulas are written last.
      await desk.sheetSays("未报 2");
      expect(await desk.sheet()).not.toContain("建设城市书房");
    }, 90_000);

    it("says in the pane what is wrong with the file that was opened last, and writes nothing", async () => {
      const { pane } = desk.preview;
      const before = await desk.sheet();
      await desk.openFile(file("空.txt", " "));
      await pane.getByText(/空.txt：文件中没有文字/).waitFor(long);
      await desk.press("生成责任矩阵");
      await desk.preview.page.waitForTimeout(1000);
      expect(await desk.sheet()).toBe(before);
    }, 60_000);

    cleanAfterwards();
  });
});
