import { readPlan } from "../../src/plan";
import { wrappingBreaks } from "../../src/plan/wrapping";

const body = "推进老旧管线改造并同步完善沿线照明排水设施确保群众出行安全便捷有序";
const plan = `某市管线改造方案\n一、主要任务\n${Array.from({ length: 8 }, (_, k) => `${k + 1}.改造第${"甲乙丙丁戊己庚辛"[k]}片区。${body}，${body}。（市住房和城乡建设局牵头，市财政局、市城管局配合）`).join("\n")}`;
const wrapped = plan.replace(/(.{30})(?=.)/g, "$1\n");

describe("text wrapped at a fixed width", () => {
  it("reads as the text with its paragraphs whole", () => {
    const essence = (source: string): unknown => readPlan(source).tasks.map((t) => [t.path, t.title, t.text, t.lead, t.responsible]);
    expect(wrapped.split("\n").length).toBeGreaterThan(30);
    expect(essence(wrapped)).toEqual(essence(plan));
  });

  it("is not seen in paragraphs of their own length", () => expect(wrappingBreaks(plan).size).toBe(0));

  it("keeps breaks before numbers, labels and indented lines", () => {
    const line = (k: number): string => "甲".repeat(29) + "子丑寅卯辰巳午未申酉"[k]!;
    const source = Array.from({ length: 10 }, (_, k) => (k === 3 ? `（二）${"乙".repeat(27)}` : k === 6 ? `　　${"丙".repeat(28)}丙丙` : k === 8 ? `责任单位：${"丁".repeat(25)}` : line(k))).join("\n");
    const breaks = [...wrappingBreaks(source)].map((at) => source.slice(0, at).split("\n").length);
    expect(breaks).toEqual([1, 2, 4, 5, 7, 9]);
  });

  it("is not seen in what each row of a table says again, or in rows of cells", () => {
    const again = Array.from({ length: 8 }, (_, k) => `整治第${"甲乙丙丁戊己庚辛"[k]}片区\n${"各有关单位，各乡镇人民政府（街道办事处）".repeat(2)}`).join("\n");
    expect(wrappingBreaks(again).size).toBe(0);
    const row = (k: number): string => `${k}\t${"整治".repeat(12)}${"甲乙丙丁戊己庚辛"[k]}\t市城管局`;
    expect(wrappingBreaks(Array.from({ length: 8 }, (_, k) => row(k)).join("\n")).size).toBe(0);
  });
});
