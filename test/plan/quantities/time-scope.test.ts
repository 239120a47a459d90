import { PERIODS } from "../../../src/plan/quantities/time-scope";
import { quantitiesOf } from "./reading";

describe("periods", () => {
  it.each(PERIODS.map((row) => [row.id, row.example, row] as const))("%s: %s", (id, example, row) => {
    const read = quantitiesOf(example, [2025, 2025], id === "annual-plan" ? 2025 : undefined);
    expect(read.indicators.at(-1)?.period).toBe(row.period);
  });
  it.each([
    ["空置率不应超过5%。", "other"],
    ["空置率控制在5%以内。", "byDeadline"],
    ["每月开展义诊2场。", "other"],
    ["每年开展义诊20场。", "perYear"],
  ])("in an annual plan, %s is %s", (text, period) =>
    expect(quantitiesOf(text, [2025, 2025], 2025).indicators[0]?.period).toBe(period),
  );
  it.each([
    ["“十四五”期间，储备能力确保达到5400吨，力争达到6000吨。", ["byDeadline", "byDeadline"]],
    ["“十四五”期间，储备能力达到5400吨，培训骑手6000人。", ["byDeadline", "cumulative"]],
    ["“十四五”期间，新建驿站5个，力争达到6个。", ["cumulative", "cumulative"]],
  ])("%s", (text, periods) => expect(quantitiesOf(text).indicators.map(({ period }) => period)).toEqual(periods));
});
