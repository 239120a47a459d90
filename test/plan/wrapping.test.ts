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

  const joined = (source: string): string => {
    const breaks = wrappingBreaks(source);
    return [...source].map((character, at) => (breaks.has(at) ? "⏎" : character)).join("");
  };

  it.each([
    ["a word torn apart, once", "某市停车方案\n一、任务\n1.增加供给。盘活闲置地块。责任单位：市公安局、市交通运\n输局\n2.规范秩序。责任单位：市城管局"],
    ["a label torn apart", "某市停车方案\n一、任务\n1.增加供给。盘活闲置地块，共享单位车位。（牵头责任部\n门：市公安局）\n2.规范秩序。整治违规停放，清理占道堆物。（牵头责任部\n门：市城管局）"],
    ["a label at the end of its line", "某市停车方案\n一、任务\n1.增加供给。盘活闲置地块，共享单位车位。牵头单位：\n市公安局、市财政局\n2.规范秩序。整治违规停放，清理占道堆物。牵头单位：\n市城管局、市财政局"],
  ])("is known in a short text by %s", (_what, source) => expect(joined(source).match(/⏎/g)).toHaveLength(source.split("\n").length - 4));

  it.each([
    ["lists that are the longest lines", "某市停车方案\n一、任务\n增加供给\n责任单位：市公安局、市交通运输局、市财政局、市城管局\n规范秩序\n责任单位：市城管局、市市场监管局、市财政局、市公安局"],
    ["cells that are the longest lines", "序号\n任务\n单位\n1\n盘活闲置地块共享单位车位增加公共停车供给\n市公安局\n2\n整治违规停放清理占道堆物维护公共停车秩序\n市城管局"],
    ["titles that are as long as their text", "某市停车方案\n一、任务\n1.盘活闲置地块并且推动共享单位停车位。\n2.整治违规停放并且清理占道堆物和杂物。"],
  ])("is not seen in %s", (_what, source) => expect(joined(source)).toBe(source));
});
