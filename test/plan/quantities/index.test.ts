import fc from "fast-check";
import { cleanText } from "../../../src/plan/characters";
import type { Passage } from "../../../src/plan/passages";
import { readQuantities } from "../../../src/plan/quantities";
import { readClauses } from "../../../src/plan/quantities/clauses";
import { ALL_OF_THEM, CHANGES } from "../../../src/plan/quantities/goals-in-words";
import { quantitiesOf, YEARS } from "./reading";

const word = fc.constantFrom(
  "建设",
  "培训",
  "达到",
  "不少于",
  "以上",
  "左右",
  "分别",
  "均",
  "每年",
  "每学期",
  "累计",
  "到2025年，",
  "“十四五”期间",
  "截至2022年底",
  "较2023年",
  "由",
  "的",
  "给予",
  "5",
  "12",
  "1,000",
  "1.5万",
  "３",
  "十",
  "两",
  "一",
  "百",
  "％",
  "%",
  "‰",
  "个",
  "家",
  "名",
  "万元",
  "微克/立方米",
  "台(套)",
  "—",
  "-",
  "至",
  ":",
  "、",
  "，",
  ",",
  "；",
  "。",
  "\n",
  "（",
  "）",
  "(",
  ")",
  "“",
  "”",
  "《",
  "》",
  '"',
  " ",
  "\t",
  "\u200b",
  "全覆盖",
  "均配备",
  "翻番",
  "企业",
  "覆盖率",
  "和",
  "/",
  "+",
  "A",
  "5G",
  "𠮷",
);
const hostile = fc.array(word, { maxLength: 60 }).map((words) => words.join(""));

const IN_WORDS = new Set([...ALL_OF_THEM, ...CHANGES].map(({ id }) => id));

describe("readQuantities", () => {
  it("quotes the source, inside its passage, with finite values and names of their own", () => {
    fc.assert(
      fc.property(hostile, hostile, (first, second) => {
        const source = `${first}\n${second}`;
        const clean = cleanText(source);
        const half = clean.text.indexOf("\n") < 0 ? clean.text.length : clean.text.indexOf("\n");
        const passages: Passage[] = [
          { start: 0, end: half, taskId: "t1", section: ["甲"] },
          { start: half, end: clean.text.length, section: ["主要目标"] },
        ];
        const { indicators, findings } = readQuantities(clean, passages, YEARS);
        for (const i of indicators) {
          expect(i.quote).toBe(source.slice(...i.span));
          expect(i.quote.trim()).not.toBe("");
          expect(Number.isFinite(i.value)).toBe(true);
          expect(i.op === "range").toBe(i.max !== undefined);
          if (i.max !== undefined) expect(i.max).toBeGreaterThan(i.value);
          expect(i.taskId === undefined).toBe(i.section !== undefined);
          const bounds = i.taskId ? clean.span(0, half) : clean.span(half, clean.text.length);
          expect(i.span[0]).toBeGreaterThanOrEqual(bounds[0]);
          expect(i.span[1]).toBeLessThanOrEqual(bounds[1]);
        }
        expect(new Set(indicators.map((i) => i.id)).size).toBe(indicators.length);
        expect(new Set(indicators.map((i) => `${i.taskId}|${i.section}|${i.name}`)).size).toBe(indicators.length);
        for (const f of findings) expect(source.slice(...f.span)).not.toBe("");
      }),
      { numRuns: 500 },
    );
  });

  it("keeps account: each amount is an indicator or refused by a rule, those in quotes too", () => {
    fc.assert(
      fc.property(hostile, (source) => {
        const clean = cleanText(source);
        const { indicators, refused } = readQuantities(
          clean,
          [{ start: 0, end: clean.text.length, taskId: "t1", section: ["甲"] }],
          YEARS,
        );
        const amounts = readClauses(clean.text, 0, clean.text.length, YEARS).flatMap(({ amounts: own, inNames }) => [
          ...own,
          ...inNames.filter(({ measure }) => measure.kind !== "none"),
        ]);
        const inWords = indicators.filter(({ evidence }) => IN_WORDS.has(evidence[0]!.notation));
        expect(indicators.length - inWords.length + refused.length).toBe(amounts.length);
        for (const { evidence } of indicators)
          for (const { span } of evidence) expect(source.slice(...span)).not.toBe("");
      }),
      { numRuns: 300 },
    );
  });

  it("keeps ids when the text is moved, re-spaced or re-punctuated, and when a target is raised", () => {
    const id = (text: string): string | undefined =>
      quantitiesOf(text).indicators.find((i) => i.name === "建设村史馆")?.id;
    const first = id("建设村史馆5个。");
    expect(first).toBeDefined();
    expect(id("讲好乡村故事。建设 村史馆 5 个；")).toBe(first);
    expect(id("建设村史馆8个")).toBe(first);
    expect(id("建设村史馆5个，到位。建设村史馆6个。")).toBe(first);
  });

  it("carries a date through a list of goals, and not into the tasks", () => {
    const source = "到2026年：\n村史馆达到50个。\n建设驿站5个。";
    const clean = cleanText(source);
    const at = (part: string): { start: number; end: number } => ({
      start: clean.text.indexOf(part),
      end: clean.text.indexOf(part) + part.length,
    });
    const { indicators } = readQuantities(
      clean,
      [
        { ...at("到2026年:"), section: ["总体要求", "主要目标"] },
        { ...at("村史馆达到50个。"), section: ["总体要求", "主要目标", "场馆"] },
        { ...at("建设驿站5个。"), section: ["重点任务"], taskId: "t1" },
      ],
      YEARS,
    );
    expect(indicators.map((i) => [i.period, i.deadline])).toEqual([
      ["byDeadline", 2026],
      ["other", undefined],
    ]);
  });

  it("names the headings of a goal that belongs to no task", () => {
    const clean = cleanText("村史馆达到50个。");
    const { indicators } = readQuantities(
      clean,
      [{ start: 0, end: clean.text.length, section: ["总体要求", "主要目标"] }],
      YEARS,
    );
    expect(indicators).toMatchObject([{ section: ["总体要求", "主要目标"], name: "村史馆", quote: "村史馆达到50个" }]);
    expect(indicators[0]).not.toHaveProperty("taskId");
  });
});
