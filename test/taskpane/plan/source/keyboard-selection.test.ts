import { linesAround, keyboardSelectionIn } from "../../../../src/taskpane/plan/source/keyboard-selection";

const source = "一、任务\n\n  1.修路（归口部门：县交通局、县水利局）\n2.架桥，由县公安局牵头开展。";
const steps = keyboardSelectionIn(source, [], 0);
const words = (span: readonly [number, number] | undefined): string | undefined => span && source.slice(...span);
const at = (text: string): [number, number] => [source.indexOf(text), source.indexOf(text) + text.length];

describe("choosing by keyboard", () => {
  it("goes from line to line, past empty ones, and stays at the ends", () => {
    const first = steps.line(undefined, 1, false)!;
    expect(words(first)).toBe("一、任务");
    const second = steps.line(first, 1, false)!;
    expect(words(second)).toBe("1.修路（归口部门：县交通局、县水利局）");
    const third = steps.line(second, 1, false)!;
    expect(words(steps.line(third, 1, false))).toBe("2.架桥，由县公安局牵头开展。");
    expect(words(steps.line(first, -1, false))).toBe("一、任务");
    expect(words(steps.line(third, -1, false))).toBe(words(second));
  });

  it("takes in further lines, and leaves them again", () => {
    const first = at("一、任务");
    const wider = steps.line(first, 1, true)!;
    expect(words(wider)).toBe("一、任务\n\n  1.修路（归口部门：县交通局、县水利局）");
    expect(words(steps.line(wider, -1, true))).toBe("一、任务");
  });

  it("goes from word to word: names whole, also in a sentence", () => {
    const stops: (string | undefined)[] = [];
    for (let chosen = steps.word(undefined, 1); stops.at(-1) !== words(chosen); chosen = steps.word(chosen, 1))
      stops.push(words(chosen));
    expect(stops).toEqual(["一", "任务", "1.修路", "归口部门", "县交通局", "县水利局", "2.架桥", "县公安局"]);
    expect(words(steps.word(at("县交通局"), -1))).toBe("归口部门");
    expect(words(steps.word(at("1.修路"), -1))).toBe("任务");
  });

  it("goes into a line that is chosen", () =>
    expect(words(steps.word(at("1.修路（归口部门：县交通局、县水利局）"), 1))).toBe("1.修路"));

  it("moves the end or the beginning by a character, and never past the other", () => {
    expect(words(steps.edge(at("县交通局"), 1, "end"))).toBe("县交通局、");
    expect(words(steps.edge(at("县交通局"), 1, "start"))).toBe("交通局");
    expect(words(steps.edge(at("县"), -1, "end"))).toBe("县");
    expect(steps.edge(undefined, 1, "end")).toBeUndefined();
  });

  it("finds nothing in a text without lines", () => {
    const none = keyboardSelectionIn("\n \n", [], 0);
    expect([none.line(undefined, 1, false), none.word(undefined, 1)]).toEqual([undefined, undefined]);
  });

  it("begins where it is told to", () =>
    expect(words(keyboardSelectionIn(source, [], source.indexOf("架桥")).line(undefined, 1, false))).toBe(
      "2.架桥，由县公安局牵头开展。",
    ));

  it("takes the whole line of a place, and all of several", () => {
    expect(words(linesAround(source, at("县公安局")))).toBe("2.架桥，由县公安局牵头开展。");
    expect(words(linesAround(source, [source.indexOf("县水利局"), source.indexOf("架桥") + 1]))).toBe(
      "1.修路（归口部门：县交通局、县水利局）\n2.架桥，由县公安局牵头开展。",
    );
  });
});
