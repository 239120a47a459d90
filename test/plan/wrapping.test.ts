import { readPlan } from "../../src/plan";
import { wrappingBreaks } from "../../src/plan/wrapping";

const body = "推进老旧管线改造并同步完善沿线照明排水设施确保群众出行安全便捷有序";
const plan = `某市管线改造方案\n一、主要任务\n${Array.from({ length: 8 }, (_, k) => `${k + 1}.改造第${"甲乙丙丁戊己庚辛"[k]}片区。${body}，${body}。（市住房和城乡建设局牵头，市财政局、市城管局配合）`).join("\n")}`;
const wrapped = plan.replace(/(.{30})(?=.)/g, "$1\n");

describe("text wrapped at a fixed width", () => {
  it("reads as the text with its paragraphs whole", () => {
    const essence = (source: string): unknown =>
      readPlan(source).tasks.map((t) => [t.path, t.title, t.text, t.lead, t.responsible]);
    expect(wrapped.split("\n").length).toBeGreaterThan(30);
    expect(essence(wrapped)).toEqual(essence(plan));
  });

  it("is not seen in paragraphs of their own length", () => expect(wrappingBreaks(plan).size).toBe(0));

  it("keeps breaks before numbers, labels and indented lines", () => {
    const line = (k: number): string => "甲".repeat(29) + "子丑寅卯辰巳午未申酉"[k]!;
    const source = Array.from({ length: 10 }, (_, k) =>
      k === 3
        ? `（二）${"乙".repeat(27)}`
        : k === 6
          ? `　　${"丙".repeat(28)}丙丙`
          : k === 8
            ? `责任单位：${"丁".repeat(25)}`
            : line(k),
    ).join("\n");
    const breaks = [...wrappingBreaks(source)].map((at) => source.slice(0, at).split("\n").length);
    expect(breaks).toEqual([1, 2, 4, 5, 7, 9]);
  });

  it("is not seen in what each row of a table says again, or in rows of cells", () => {
    const again = Array.from(
      { length: 8 },
      (_, k) => `整治第${"甲乙丙丁戊己庚辛"[k]}片区\n${"各有关单位，各乡镇人民政府（街道办事处）".repeat(2)}`,
    ).join("\n");
    expect(wrappingBreaks(again).size).toBe(0);
    const row = (k: number): string => `${k}\t${"整治".repeat(12)}${"甲乙丙丁戊己庚辛"[k]}\t市城管局`;
    expect(wrappingBreaks(Array.from({ length: 8 }, (_, k) => row(k)).join("\n")).size).toBe(0);
  });

  const joined = (source: string): string => {
    const breaks = wrappingBreaks(source);
    return [...source].map((character, at) => (breaks.has(at) ? "⏎" : character)).join("");
  };

  it.each([
    [
      "a word torn apart, once",
      "某市停车方案\n一、任务\n1.增加供给。盘活闲置地块。责任单位：市公安局、市交通运\n输局\n2.规范秩序。责任单位：市城管局",
    ],
    [
      "a label torn apart",
      "某市停车方案\n一、任务\n1.增加供给。盘活闲置地块，共享单位车位。（牵头责任部\n门：市公安局）\n2.规范秩序。整治违规停放，清理占道堆物。（牵头责任部\n门：市城管局）",
    ],
    [
      "a name torn apart whose rest is longer",
      "某市停车方案\n一、任务\n1.增加供给。盘活闲置地块。责任单位：市公安局、各基\n层单位\n2.规范秩序。责任单位：市城管局",
    ],
    [
      "a figure torn from what it counts",
      "某市停车方案\n一、任务\n1.增加供给。盘活闲置地块，新建公共停车位共计1200\n个以上机动车停车泊位\n2.规范秩序。责任单位：市城管局",
    ],
    [
      "a measure torn apart",
      "某市停车方案\n一、任务\n1.增加供给，盘活闲置地块，单位面积能耗低于12千克标煤\n/平方米。\n2.规范秩序。责任单位：市城管局",
    ],
    [
      "a name of which one character is left",
      "某市停车方案\n一、任务\n1.增加供给。盘活闲置地块。责任单位：市公安局、市\n住房和城乡建设、自然资源局\n2.规范秩序。责任单位：市城管局",
    ],
    [
      "the rest of a name that is a name itself",
      "某市停车方案\n一、任务\n1.增加供给。盘活闲置地块。责任单位：市公安局、市政府\n办公室\n2.规范秩序。责任单位：市城管局",
    ],
    [
      "a collective name torn apart before its levels",
      "某市停车方案\n一、任务\n1.增加供给。盘活闲置地块。责任单位：市公安局、各设\n区市人民政府\n2.规范秩序。责任单位：市城管局",
    ],
    [
      "a verb torn apart behind a name",
      "某市停车方案\n一、任务\n1.增加供给。责任单位：市公安局牵头，市交通运输局、各街道协\n同配合\n2.规范秩序。责任单位：市城管局",
    ],
    [
      "a name torn apart before its verb",
      "某市停车方案\n一、任务\n1.增加供给。责任单位：市公安局牵头，市交通运输局、市城市管\n理局支持配合\n2.规范秩序。责任单位：市城管局",
    ],
    [
      "a label torn apart before a blank",
      "某市停车方案\n一、任务\n1.增加供给。盘活闲置地块。（主责 市公安局  协\n办 市财政局）\n2.规范秩序。（主责 市城管局）",
    ],
    [
      "a label before a blank, at the end of its line",
      "某市停车方案\n一、任务\n1.增加供给。牵头单位 市公安局、市交通运输局  配合单位\n市农业农村局\n2.规范秩序。",
    ],
    [
      "the rest of a collective name",
      "某市停车方案\n一、任务\n1.增加供给。盘活闲置地块。责任单位：市公安局、各县（市、区）\n人民政府\n2.规范秩序。责任单位：市城管局",
    ],
    [
      "a label at the end of its line",
      "某市停车方案\n一、任务\n1.增加供给。盘活闲置地块，共享单位车位。牵头单位：\n市公安局、市财政局\n2.规范秩序。整治违规停放，清理占道堆物。牵头单位：\n市城管局、市财政局",
    ],
  ])("is known in a short text by %s", (_what, source) =>
    expect(joined(source).match(/⏎/g)).toHaveLength(source.split("\n").length - 4),
  );

  it("counts an indent, and takes lines a little wider than most for full", () => {
    const source = `某市停车方案\n${Array.from({ length: 5 }, (_, k) => `　　${k + 1}.盘活${"甲乙丙丁戊"[k]}片区闲置的地块，推动单位开放停\n车位，力争到2024年新建停车位不少于${k}00\n个。`).join("\n")}`;
    expect(joined(source).match(/⏎/g)).toHaveLength(10);
  });

  it.each([
    [
      "lines before a label with a blank for its colon",
      "某市停车方案\n一、任务\n1.增加供给\n盘活闲置地块，推动单位开放停车位，缓解群众停车难题。\n主责 市公安局  配合 市财政局\n2.规范秩序\n整治违规停放，清理占道堆物，维护公共停车秩序良好。\n主责 市城管局  配合 市公安局",
    ],
    [
      "cells under heads of one word",
      "某市停车任务表\n事项\n分工\n时限\n盘活地块\n市公安局、市财政局、市自然资源局、各有关部门\n年底\n清理占道\n市城管局、市公安局、市市场监管局、各有关部门\n六月",
    ],
    [
      "lists that are the longest lines",
      "某市停车方案\n一、任务\n增加供给\n责任单位：市公安局、市交通运输局、市财政局、市城管局\n规范秩序\n责任单位：市城管局、市市场监管局、市财政局、市公安局",
    ],
    [
      "cells that are the longest lines",
      "序号\n任务\n单位\n1\n盘活闲置地块共享单位车位增加公共停车供给\n市公安局\n2\n整治违规停放清理占道堆物维护公共停车秩序\n市城管局",
    ],
    [
      "titles that are as long as their text",
      "某市停车方案\n一、任务\n1.盘活闲置地块并且推动共享单位停车位。\n2.整治违规停放并且清理占道堆物和杂物。",
    ],
  ])("is not seen in %s", (_what, source) => expect(joined(source)).toBe(source));
});
