import { readFileSync } from "node:fs";
import type { Frame } from "playwright-core";
import { describeWith } from "../tools/programs";
import { misfits, primaries } from "./in-page";
import { Keyboard } from "./keyboard";
import { openPreview, type PreviewPage } from "./preview-page";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const long = { timeout: 60_000 };
/**
 * Widths in CSS pixels: the narrowest pane that is promised, which is also what zooming to 200 % leaves of one twice as wide
 * (the browser divides by the zoom), and what that zoom leaves of the pane as Excel opens it, 350.
 */
const widths = [320, 175];

describeWith(["Chromium"], "the pane for everybody", () => {
  let preview: PreviewPage;
  let pane: Frame;
  let keyboard: Keyboard;

  beforeAll(async () => {
    preview = await openPreview({ width: 900, height: 800 }, true);
    pane = preview.page.frames().find((frame) => frame.url().includes("taskpane.html"))!;
    keyboard = new Keyboard(preview.page, pane);
    // Colours are looked at once they stand.
    await preview.page.emulateMedia({ reducedMotion: "reduce" });
    // The page's policy lets no script in but its own; this one comes past it, as a debugger's.
    await pane.evaluate(axe);
  }, 400_000);

  afterAll(() => preview?.close());

  const widen = (width: number): Promise<void> => preview.page.evaluate((to) => void (document.querySelector<HTMLElement>("aside.pane")!.style.width = `${to}px`), width);
  const dress = async (theme: "light" | "dark"): Promise<void> => {
    await preview.page.evaluate((name) => history.replaceState(null, "", `?theme=${name}`), theme);
    // As when the user comes back from Excel's options.
    await pane.evaluate(async () => {
      window.dispatchEvent(new Event("focus"));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      await Promise.allSettled(document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity).map(({ finished }) => finished));
    });
  };
  // Left out: the stops that Fluent puts before and after its tabs, which hand the focus on at once.
  const complaintsOf = async (look: string, options: object): Promise<string[]> => {
    const { violations } = await pane.evaluate((how) => window.axe.run({ include: document, exclude: [["[data-tabster-dummy]"]] }, how), options);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${look}: ${id} at ${target.join(" ")}: ${failureSummary ?? ""}`));
  };

  /** Everything that can be found fault with where the pane is now. */
  async function faults(): Promise<string[]> {
    const { page } = preview;
    await pane.waitForFunction(() => document.querySelector("[role=progressbar]") === null, undefined, long);
    // All rules; of the two that axe leaves to be asked for, the one for sizes.
    const found = await complaintsOf("light", { rules: { "target-size": { enabled: true } } });
    found.push(...(await pane.evaluate(primaries)).slice(1).map((name) => `a second primary button: ${name}`));
    // Nothing but colour differs. Axe's third rule of colours asks for more than is promised, and is off by default.
    const colours = { runOnly: ["color-contrast", "link-in-text-block"] };
    await dress("dark");
    found.push(...(await complaintsOf("dark", colours)));
    await dress("light");
    await page.emulateMedia({ forcedColors: "active" });
    found.push(...(await complaintsOf("contrast theme", colours)));
    await page.emulateMedia({ forcedColors: "none" });
    for (const width of widths) {
      await widen(width);
      found.push(...(await pane.evaluate(misfits)).map((what) => `${width} px: ${what}`));
    }
    await widen(350);
    const { unmet, faint, left } = await keyboard.walk();
    found.push(...unmet.map((name) => `not reached by Tab: ${name}`), ...faint.map((name) => `focus not seen: ${name}`));
    if (!left) found.push("Tab does not lead out of the pane");
    return found;
  }
  /** The focus is somewhere in the pane. */
  const hasFocus = async (): Promise<boolean> => (await keyboard.focused()) !== "";
  const to = async (page: string, part?: string): Promise<void> => {
    await keyboard.press(`tab ${page}`);
    if (part) {
      await pane.locator("[role=tab][id^=part-]").first().waitFor(long);
      await keyboard.press(new RegExp(`^tab ${part}(?: |（|$)`));
    }
  };
  const shows = (text: string | RegExp): Promise<void> => pane.getByText(text).first().waitFor(long);
  /** Texts in the sheet's cells, by the column's header, in rows that ask for a number. */
  const type = (entries: readonly (string | number)[], header: string): Promise<void> =>
    preview.page.evaluate(
      ([typed, name]) => {
        const sheet = window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook().getSheetByName("责任矩阵");
        const values: unknown[][] = sheet.getDataRange().getValues();
        const head = values.findIndex((line) => line.includes("任务") && line.includes("状态"));
        const column = values[head]!.indexOf(name);
        const rows = values.flatMap((line, row) => (row > head && (line[6] ?? "") !== "" ? [row] : []));
        typed.forEach((entry, index) => sheet.getRange(rows[index]!, column).setValue(entry));
        for (let row = 0; row < head; row++) {
          const at = values[row]!.indexOf("评估年度");
          if (at >= 0) sheet.getRange(row, at + 1).setValue(2025);
        }
      },
      [entries, header] as const,
    );

  it("greets who is new", async () => {
    expect(await faults()).toEqual([]);
    await keyboard.press("button 跳过，先看附带的例子");
    await shows("导入方案");
    expect(await hasFocus()).toBe(true);
    expect(await faults()).toEqual([]);
  });

  it("shows what was read, and a place in the plan's text and back", async () => {
    await to("方案", "读取结果");
    await keyboard.press("button 粘贴文字");
    for (const name of ["任务", "单位", "保障措施", "校核"]) await keyboard.press(new RegExp(`^button ${name}（`));
    await keyboard.press("button 修改");
    await keyboard.press("button 指定单位，列入矩阵…");
    expect(await hasFocus()).toBe(true);
    expect(await faults()).toEqual([]);
    await keyboard.reach(/^button “/);
    const place = await keyboard.focused();
    await keyboard.key("Enter");
    await shows("返回");
    expect(await keyboard.focused()).toMatch(/^h1 /);
    expect(await faults()).toEqual([]);
    await keyboard.press("button 返回");
    expect(await keyboard.focused()).toBe(place);
    await keyboard.press(/^button 显示全部/);
    expect(await keyboard.focused()).toMatch(/^li /);
  });

  it("lets a reading be set right", async () => {
    await to("方案", "核对");
    await keyboard.press(/^button 三\(一\)2 /);
    expect(await keyboard.focused()).toMatch(/^section /);
    expect(await faults()).toEqual([]);
    await keyboard.press("button 收起");
    expect(await hasFocus()).toBe(true);
  });

  it("says on each page that there is no matrix yet", async () => {
    for (const [page, part] of [["矩阵", "同步"], ["矩阵", "显示"], ["填报", "下发"], ["检查"], ["报告"]] as const) {
      await to(page, part);
      await shows("本工作簿还没有责任矩阵。");
      expect(await faults()).toEqual([]);
    }
  });

  it("makes the matrix, and keeps the focus on the button meanwhile", async () => {
    await to("矩阵", "生成");
    expect(await faults()).toEqual([]);
    await keyboard.press("button 生成责任矩阵");
    expect(await keyboard.focused()).toBe("button 生成责任矩阵");
    await shows("已生成责任矩阵");
    expect(await keyboard.focused()).toBe("button 生成责任矩阵");
    expect(await faults()).toEqual([]);
    await to("检查");
    await shows("按板块");
    await to("矩阵", "生成");
    await shows("本工作簿已有责任矩阵");
    expect(await faults()).toEqual([]);
  });

  it("shows what a sync would change", async () => {
    await type([3, "５０", "约2", 60, 5, 1, 100, 2, 40, 95, "1.2万"], "2025年");
    await type(["改过的指标"], "指标");
    await to("矩阵", "同步");
    await shows("表格依据");
    expect(await faults()).toEqual([]);
  });

  it("gives the forms out, and waits for them to come back", async () => {
    await to("填报", "下发");
    await shows(/^\d+ 年已交/);
    await keyboard.press(/^summary 由各单位分别填报/);
    expect(await faults()).toEqual([]);
    await keyboard.reach("button 在 Excel 中打开");
    await Promise.all([preview.page.waitForEvent("download", long), keyboard.key("Enter")]);
    await shows("已在新窗口打开");
    expect(await hasFocus()).toBe(true);
    await to("填报", "回收");
    await shows("选择文件…");
    expect(await faults()).toEqual([]);
  });

  it("shows where everything stands, with a way to each cell", async () => {
    await to("首页");
    await shows("导入方案");
    expect(await faults()).toEqual([]);
    await to("检查", "概况");
    await shows("按板块");
    expect(await faults()).toEqual([]);
    await keyboard.reach(/^button [^]*\d+ 项[^]*达标/);
    const bar = await keyboard.focused();
    await keyboard.key("Enter");
    await shows("返回概况");
    expect(await keyboard.focused()).toMatch(/^h1 /);
    expect(await faults()).toEqual([]);
    await keyboard.press("button 返回概况");
    expect(await keyboard.focused()).toBe(bar);
    for (const part of ["未完成", "待核", "单位"]) {
      await to("检查", part);
      expect(await faults()).toEqual([]);
    }
    await to("检查", "未完成");
    await keyboard.reach(/^button [^]*差 /);
    await keyboard.key("Enter");
    await preview.page.waitForFunction(() => String(window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook().getActiveSheet().getSheetName()) === "责任矩阵");
  });

  it("offers the report and the lists", async () => {
    await to("报告");
    await shows("自查评估报告");
    expect(await faults()).toEqual([]);
    await keyboard.press("button 生成未达标清单");
    await shows("工作表已生成");
    expect(await keyboard.focused()).toBe("button 生成未达标清单");
  });

  it("leaves the console clean", () => {
    expect(preview.complaints).toEqual([]);
  });
});
