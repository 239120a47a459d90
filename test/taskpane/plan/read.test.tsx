import { Pane } from "../pane";
import { readPlan } from "../../../src/plan";
import { noCorrections } from "../../../src/plan/corrections";
import type { Finding, Plan, Severity } from "../../../src/plan/model";
import { PlanRead } from "../../../src/taskpane/plan/read";

const pageOf = (plan: Plan, source: string) => ({
  openPlan: {
    plan,
    source,
    name: "方案.txt",
    notes: [],
    corrections: noCorrections,
    questions: [],
    isReading: false,
    open: () => undefined,
    correct: () => undefined,
  },
  onCheck: () => undefined,
  onNext: () => undefined,
});

describe("the page 方案", () => {
  let pane: Pane;
  beforeEach(() => {
    pane = new Pane();
  });
  afterEach(() => pane.close());

  const items = (): string[] => pane.all("li").map(({ textContent }) => textContent ?? "");
  const counts = (): string[][] =>
    pane.all("dl > div").map((group) => [...group.children].map(({ textContent }) => textContent ?? ""));

  it("shows what the bundled plan holds", async () => {
    await pane.open();
    await pane.toPage("plan", "read");
    expect(pane.place).toEqual(["tab-plan", "part-read"]);
    expect(pane.all("h1").map(({ textContent }) => textContent)).toEqual([
      "达拉特旗全民科学素质行动规划纲要实施方案（2021—2025年）",
    ]);
    expect(counts()).toEqual([
      ["任务", "34"],
      ["单位", "36"],
      ["指标", "27"],
    ]);
    expect(pane.text).toContain("集合称谓 各成员单位 出现在 16 项任务中");
  });

  it("lists the first twenty tasks and the others when asked", async () => {
    await pane.open();
    await pane.toPage("plan", "read");
    await pane.click("任务（34）");
    expect(items()).toHaveLength(20);
    await pane.click("显示全部 34 条");
    expect(items()).toHaveLength(34);
    expect(items().filter((item) => item.includes("牵头："))).not.toHaveLength(0);
    expect(pane.button(/显示全部/)).toBeUndefined();
  });

  it("lists the units, those that lead most first", async () => {
    await pane.open();
    await pane.toPage("plan", "read");
    await pane.click("单位（36）");
    await pane.click("显示全部 36 条");
    const leads = items().map((item) => Number(/牵头 (\d+) · 责任 \d+/.exec(item)![1]));
    expect(leads).toHaveLength(36);
    expect(leads[0]).toBeGreaterThan(0);
    expect(leads).toEqual([...leads].sort((a, b) => b - a));
  });

  it("lists the findings with the place in the text that each is about, the gravest first", async () => {
    const text =
      "某县方案\n一、主要任务\n1.修路。（牵头单位：县交通局，，责任单位：县财政局）\n2.建桥。（县交通局、县财政局负责）\n";
    const read = readPlan(text);
    const order: Severity[] = ["error", "warning", "info"];
    const rank = ({ severity }: Finding): number => order.indexOf(severity);
    const plan = {
      ...read,
      findings: read.findings.map((finding, index) => ({ ...finding, severity: order[2 - (index % 3)]! })),
    };
    expect(plan.findings.length).toBeGreaterThan(1);
    await pane.show(<PlanRead {...pageOf(plan, text)} />);
    await pane.click(`校核（${plan.findings.length}）`);
    expect(items()).toHaveLength(plan.findings.length);
    for (const { message, span } of plan.findings) {
      const [item] = items().filter((each) => each.includes(message));
      expect(item).toContain(text.slice(...span).trim());
    }
    const names = ["错误", "提醒", "说明"];
    expect(items().map((item) => names.indexOf(item.slice(0, 2)))).toEqual(plan.findings.map(rank).sort());
  });

  it("says so where there is nothing to check", async () => {
    const plan = { ...readPlan("某县2021—2025年方案\n1.修路。（牵头单位：县交通局）\n"), findings: [] };
    await pane.show(<PlanRead {...pageOf(plan, "")} />);
    await pane.click("校核（0）");
    expect(pane.text).toContain("没有发现需要核对的地方。");
  });

  it("shows markup in a plan as the text that it is", async () => {
    const markup = "<img src=x onerror=stop>";
    const text = `某县方案${markup}\n1.修路${markup}。（牵头单位：县交通局，，责任单位：县财政局）\n`;
    const read = readPlan(text);
    const plan = {
      ...read,
      findings: read.findings.map((finding) => ({
        ...finding,
        message: `${finding.message}${markup}`,
        span: [0, text.length] as [number, number],
      })),
    };
    expect(plan.findings).not.toEqual([]);
    expect(plan.tasks[0]!.title).toContain(markup);
    await pane.show(<PlanRead {...pageOf(plan, text)} />);
    await pane.click("任务（1）");
    await pane.click(`校核（${plan.findings.length}）`);
    expect(items()[0]).toContain(`修路${markup}`);
    expect(items()[1]).toContain(`某县方案${markup}`);
    expect(pane.all("h1")[0]!.textContent).toContain(markup);
    expect(pane.all("img, script, [onerror]")).toEqual([]);
  });

  it("leads on to 生成", async () => {
    await pane.open();
    await pane.toPage("plan", "read");
    await pane.click("下一步：生成责任矩阵");
    await pane.until(() => pane.place.includes("part-generate"));
    expect(pane.place).toEqual(["tab-matrix", "part-generate"]);
    expect(pane.all("h1").map(({ textContent }) => textContent)).toEqual(["生成责任矩阵"]);
  });
});
