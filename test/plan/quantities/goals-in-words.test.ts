import { ALL_OF_THEM, CHANGES } from "../../../src/plan/quantities/goals-in-words";
import { linesOf, quantitiesOf } from "./reading";

const rows = [...ALL_OF_THEM, ...CHANGES];

describe("goals in words", () => {
  it.each(rows.map((row) => [row.example, row] as const))("%s", (example, { id, value, unit }) => {
    const [goal, ...others] = quantitiesOf(`${example}。`).indicators;
    expect(others).toEqual([]);
    expect(goal).toMatchObject({
      op: ">=",
      value,
      unit,
      evidence: expect.arrayContaining([expect.objectContaining({ notation: id })]),
    });
  });
  it.each(rows.map((row) => row.but))("not %s", (but) => expect(linesOf(`${but}。`)).toEqual([]));
  it.each(ALL_OF_THEM.map((row) => row.example.replace(/^[^，]*，/, "")))(
    "%s without a date is left to the reader",
    (says) => expect(linesOf(`${says}。`)).toEqual([]),
  );
  it("is not read beside a number", () =>
    expect(linesOf("到2026年，不少于30个社区食堂服务全覆盖。")).toEqual([">= 30 个 byDeadline 2026"]));
  it.each(["到2026年，实现简易审批改革全覆盖。", "办理时限压缩一半，分别减至15天、7天。"])(
    "is said otherwise, or of no things: %s",
    (text) =>
      expect(
        quantitiesOf(text).indicators.filter(({ evidence }) => rows.some(({ id }) => id === evidence[0]?.notation)),
      ).toEqual([]),
  );
  it.each([
    ["网店数量翻一番", ">= 1 番 other"],
    ["网店数量翻两番", ">= 2 番 other"],
  ])("%s", (text, line) => expect(linesOf(text)).toEqual([line]));
  it("is named by its clause without the date", () =>
    expect(quantitiesOf("到2026年社区食堂均配备智能台秤。").indicators[0]?.name).toBe("社区食堂均配备智能台秤"));
});
