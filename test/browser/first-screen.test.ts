import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describeWith } from "../tools/programs";
import { root } from "./build-preview";
import { firstScreenOf, laptop, planOfDeadlines, planOfManyUnits } from "./first-screen";
import { openPreview, type PreviewPage } from "./preview-page";

const images = join(root, "docs", "images");
const bundled = readFileSync(
  join(root, "seeds", "达拉特旗全民科学素质行动规划纲要实施方案（2021—2025年）.txt"),
  "utf8",
);

describeWith(["Chromium"], "the first screen", () => {
  let preview: PreviewPage;

  beforeAll(async () => {
    preview = await openPreview(laptop, "nothing open");
  }, 400_000);

  afterAll(() => preview?.close());

  it("of the bundled plan is the matrix: rows, numbers, statuses, and who answers for them", async () => {
    const seen = await firstScreenOf(bundled, preview, laptop);
    await preview.page.screenshot({ path: join(images, "first-screen.png") });
    expect(seen.rows).toBeGreaterThanOrEqual(10);
    expect(seen.marked).toBeGreaterThanOrEqual(12);
    expect(seen.frozenHeight).toBeLessThanOrEqual(190);
    expect(seen.frozenWidth).toBeLessThanOrEqual(seen.sheetWidth / 3);
    expect(seen.headers).toEqual(
      expect.arrayContaining(["任务", "指标", "目标", "2025年", "状态", "教体局", "发改委"]),
    );
    expect(seen.headers).not.toContain("2024年");
  }, 200_000);

  it("of a large screen shows nearly all units at once", async () => {
    const seen = await firstScreenOf(bundled, preview, { width: 1920, height: 1080 });
    expect(seen.rows).toBeGreaterThanOrEqual(18);
    expect(seen.units).toBeGreaterThanOrEqual(30);
  }, 200_000);

  it("of sixty units with long names has ten rows, under short names that all differ", async () => {
    const seen = await firstScreenOf(planOfManyUnits(60), preview, laptop);
    expect(seen.rows).toBeGreaterThanOrEqual(10);
    expect(seen.frozenHeight).toBeLessThanOrEqual(190);
    expect(new Set(seen.headers).size).toBe(seen.headers.length);
  }, 200_000);

  it("of a plan without any number shows deadlines, and no empty columns for numbers", async () => {
    const seen = await firstScreenOf(planOfDeadlines, preview, laptop);
    expect(seen.rows).toBeGreaterThanOrEqual(10);
    expect(seen.headers).toEqual(expect.arrayContaining(["任务", "完成时限", "2025年", "状态", "审批局"]));
    for (const header of ["指标", "目标", "计量单位", "口径", "当前值", "完成率", "责任人"])
      expect(seen.headers).not.toContain(header);
  }, 400_000);
});
