import type { Page } from "playwright-core";
import type { PreviewPage } from "./preview-page";

/** What is visible of the matrix without scrolling, in the preview's grid. */
export interface FirstScreen {
  /** Rows of the table that are entirely visible. */
  rows: number;
  /** Columns of units that are entirely visible. */
  units: number;
  /** How many of them have a mark in a visible row. */
  marked: number;
  /** Heights of the frozen rows, and widths of the frozen columns, in pixels. */
  frozenHeight: number;
  frozenWidth: number;
  /** Width of the part of the page that shows the sheet, in pixels. */
  sheetWidth: number;
  /** Headers of the visible columns, left to right. */
  headers: string[];
}

/** Measures the sheet 责任矩阵 as the grid lays it out, from its upper left corner. */
const firstScreen = (page: Page): Promise<FirstScreen> =>
  page.evaluate(() => {
    /** Pixels taken by the grid's own row numbers, column letters and scroll bars. */
    const [letters, numbers, bar] = [20, 46, 12];
    const sheet = window.responsibilityMatrixHost.book.grid.univer.getActiveWorkbook().getSheetByName("责任矩阵");
    const core = sheet.getSheet();
    const canvas = document.querySelector("canvas[id*=sheet-main-canvas]")!.getBoundingClientRect();
    const [height, width] = [canvas.height - letters - bar, canvas.width - numbers - bar];
    const values: unknown[][] = sheet.getDataRange().getValues();
    const header = values.findIndex((row) => row.includes("任务") && row.includes("状态"));
    const freeze = core.getFreeze() as { xSplit: number; ySplit: number };
    const heightOf = (row: number): number => (core.getRowVisible(row) ? Number(core.getRowHeight(row)) : 0);
    const widthOf = (column: number): number => (core.getColVisible(column) ? Number(core.getColumnWidth(column)) : 0);
    const sum = (count: number, size: (index: number) => number): number =>
      Array.from({ length: count }, (_, index) => size(index)).reduce((all, one) => all + one, 0);
    const frozenHeight = sum(freeze.ySplit, heightOf);
    let [bottom, rows] = [frozenHeight, 0];
    while (header + 1 + rows < values.length && bottom + heightOf(header + 1 + rows) <= height)
      bottom += heightOf(header + 1 + rows++);
    const keys = values[header - 1]!;
    const seen: number[] = [];
    let right = 0;
    keys.forEach((_, column) => {
      right += widthOf(column);
      if (widthOf(column) > 0 && right <= width) seen.push(column);
    });
    const units = seen.filter((column) => /^#(?:unit|group):/.test(String(keys[column])));
    const marked = units.filter((column) =>
      values.slice(header + 1, header + 1 + rows).some((row) => String(row[column] ?? "") !== ""),
    );
    return {
      rows,
      units: units.length,
      marked: marked.length,
      frozenHeight,
      frozenWidth: sum(freeze.xSplit, widthOf),
      sheetWidth: canvas.width,
      headers: seen.map((column) => String(values[header]![column])),
    };
  });

/** Reads a pasted plan in a new workbook, generates, and measures what is visible right after, with the pane open. */
export async function firstScreenOf(
  text: string,
  { page, pane, to }: PreviewPage,
  viewport: { width: number; height: number },
): Promise<FirstScreen> {
  await page.setViewportSize(viewport);
  // Starts a new workbook; a page that is only loaded again would come back with the one that is open.
  await page.locator("#new").click();
  const discard = page.locator("#question").getByRole("button", { name: "不保存" });
  const isAsked = await discard.waitFor({ timeout: 2_000 }).then(
    () => true,
    () => false,
  );
  if (isAsked) await Promise.all([page.waitForEvent("load"), discard.click()]);
  await pane.locator("#tab-plan").waitFor({ timeout: 60_000 });
  await to("plan");
  await pane.getByRole("button", { name: "粘贴文字" }).first().click({ timeout: 60_000 });
  await pane.getByRole("textbox").first().fill(text);
  await pane.getByRole("button", { name: "读取粘贴的文字" }).click();
  await pane.getByText("读取结果").first().waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "生成责任矩阵" }).first().click();
  await page.waitForFunction(() => window.responsibilityMatrixHost.book.tables.length > 0, undefined, {
    timeout: 90_000,
  });
  // The last step of generating selects the year.
  await page.waitForFunction(
    () => window.responsibilityMatrixHost.book.grid.workbook.getActiveRange()?.getA1Notation() === "B2",
    undefined,
    { timeout: 90_000 },
  );
  // The grid measures the texts of its rows a moment after they are written.
  await page.waitForTimeout(3_000);
  // The tool that runs TypeScript in a terminal wraps functions in calls of `__name`, also those that are sent to the
  // page.
  await page.evaluate("globalThis.__name = (given) => given");
  return firstScreen(page);
}

/** A screen of an office's laptop. */
export const laptop = { width: 1366, height: 768 };

/** A plan of `count` units with long names; each task names `perTask` of them. */
export function planOfManyUnits(count: number, perTask = 4): string {
  const kinds = [
    "发展和改革委员会",
    "人力资源和社会保障局",
    "住房和城乡建设局",
    "市场监督管理局",
    "农业农村和水务局",
    "文化体育和旅游局",
    "卫生健康委员会",
    "工业和信息化局",
    "自然资源和规划局",
    "退役军人事务局",
  ];
  const places = ["东岭区", "西河区", "南坪区", "北川区", "中山区", "清溪区"];
  const units = Array.from(
    { length: count },
    (_, index) => `${places[Math.floor(index / kinds.length) % places.length]!}${kinds[index % kinds.length]!}`,
  );
  const tasks = Array.from({ length: 30 }, (_, index) => {
    const named = Array.from({ length: perTask }, (_unused, at) => units[(index * 2 + at) % count]!);
    return `${index + 1}．推进第${index + 1}项重点民生实事项目建设。完善工作机制，压实工作责任，每年开展检查${index + 2}次以上。（牵头单位：${named[0]}；责任单位：${named.slice(1).join("、")}）`;
  });
  return [
    "青云市重点民生实事项目实施方案（2024—2026年）",
    "青云市人民政府",
    "为办好民生实事，制定本方案。",
    "一、重点任务",
    ...tasks,
  ].join("\n");
}

/** A plan that has deadlines, but no numbers to reach. */
export const planOfDeadlines = [
  "云溪县2025年深化营商环境改革实施方案",
  "云溪县人民政府办公室",
  "为持续优化营商环境，结合我县实际，制定本方案。",
  "一、重点任务",
  ...Array.from({ length: 24 }, (_, index) => {
    const [lead, helps] = [
      ["县行政审批服务局", "县司法局"],
      ["县市场监督管理局", "县财政局、县税务局"],
      ["县发展和改革局", "县工业和信息化局"],
      ["县人力资源和社会保障局", "县教育局、县民政局"],
    ][index % 4]!;
    const words = ["建立企业诉求快速响应机制", "推行惠企政策免申即享", "规范涉企行政检查", "完善公共就业服务体系"][
      index % 4
    ]!;
    return `${index + 1}．${words}（第${Math.floor(index / 4) + 1}批）。细化措施，明确责任。（牵头单位：${lead}；责任单位：${helps}；完成时限：${index % 12 === 11 ? "长期坚持" : `2025年${(index % 12) + 1}月底前`}）`;
  }),
].join("\n");
