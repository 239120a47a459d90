import { CLAIMS } from "../../../src/plan/quantities/claims";
import { OBJECTIONS } from "../../../src/plan/quantities/objections";
import { quantitiesOf } from "./reading";

describe("objections", () => {
  it.each(OBJECTIONS.map(({ id, example }) => [id, example]))("%s: %s", (id, example) => {
    const { indicators, refused } = quantitiesOf(example, undefined, undefined, section(id));
    const objected = refused.filter(({ objection }) => objection === id);
    expect(objected).not.toEqual([]);
    for (const { span } of objected)
      expect(indicators.flatMap(({ evidence }) => evidence.map((one) => one.span[1]))).not.toContain(span[1]);
  });
  it.each(OBJECTIONS.flatMap(({ id, but }) => (but ? [[id, but]] : [])))("%s leaves alone: %s", (id, but) => {
    const { indicators, refused } = quantitiesOf(but);
    expect(refused.map(({ objection }) => objection)).not.toContain(id);
    expect(indicators).not.toEqual([]);
  });
  it("each has an id of its own, and an example that looks like it and is read", () => {
    expect(new Set(OBJECTIONS.map(({ id }) => id)).size).toBe(OBJECTIONS.length);
    expect(OBJECTIONS.filter(({ but }) => !but).map(({ id }) => id)).toEqual(["definition"]);
  });
  /** The headings above an amount tell that it is part of a definition. */
  const section = (id: string): string[] | undefined => (id === "definition" ? ["事件分级标准"] : undefined);
});

describe("claims", () => {
  it.each(CLAIMS.map(({ id, example }) => [id, example]))("%s: %s", (id, example) => {
    const { indicators } = quantitiesOf(example);
    expect(indicators.map(({ evidence }) => evidence[0]?.notation)).toContain(id);
  });
  it.each(CLAIMS.map(({ id, but }) => [id, but]))("%s does not claim: %s", (id, but) => {
    expect(
      quantitiesOf(but).indicators.flatMap(({ evidence }) => evidence.map(({ notation }) => notation)),
    ).not.toContain(id);
  });
  it("each has an id of its own", () => expect(new Set(CLAIMS.map(({ id }) => id)).size).toBe(CLAIMS.length));
});

describe("the account of amounts", () => {
  it.each([
    ["实现“书屋20个、书架100个”的目标。", ["20个", "100个"]],
    ["做到“办结率达到100%”。", ["达到100%"]],
    ["推进“5个一”工程，建设“百千万”平台。", []],
    ["推广“政务服务2.0版”。", []],
    ["执行《县城15分钟便民生活圈规划》。", []],
  ])("holds numbers in quotes, and asks of those that look promised: %s", (source, asked) => {
    const { indicators, refused, findings } = quantitiesOf(source);
    expect(indicators).toEqual([]);
    expect(findings.map(({ span }) => source.slice(...span))).toEqual(asked);
    expect(new Set(refused.map(({ objection }) => objection))).toEqual(
      new Set(source.includes("5个一") || /\d[%个版分]/.test(source) ? ["in-a-name"] : []),
    );
  });

  it("says by which words an amount was read, and by which its time", () => {
    const source = "到2025年，建设驿站不少于5个。每年走访骑手300人次以上。";
    const { indicators } = quantitiesOf(source);
    expect(
      indicators.map(({ evidence }) => evidence.map(({ notation, span }) => [notation, source.slice(...span)])),
    ).toEqual([
      [
        ["not-below", "不少于5个"],
        ["by-year", "到2025年"],
      ],
      [
        ["or-more", "300人次以上"],
        ["each-year", "每年"],
      ],
    ]);
  });
  it("names the rule by which an amount was refused, with its place", () => {
    const source = "全区现有驿站36座，新建1个占地3000平方米的驿站。";
    expect(quantitiesOf(source).refused.map(({ objection, span }) => [objection, source.slice(...span)])).toEqual([
      ["background", "36座"],
      ["described", "3000平方米"],
    ]);
  });
});
