import { cleanText } from "../../../src/plan/characters";
import { pathOf, readOutline } from "../../../src/plan/outline/outline";

const paths = (source: string): string[] =>
  readOutline(cleanText(source), new Set())
    .items.filter((item) => item.marker)
    .map(pathOf);

describe("numbered fields of a task", () => {
  it("are the text of the task, not tasks of their own", () => {
    const outline = readOutline(cleanText("一、任务\n1.修路\n（1）目标任务：修路5公里。\n（2）责任分工：县交通局牵头。\n（3）时间安排：年底前。\n2.建桥\n"), new Set());
    expect(outline.items.filter((item) => item.marker).map(pathOf)).toEqual(["一", "一/1", "一/2"]);
    expect(outline.items[2]!.end).toBe(outline.items[3]!.start);
  });

  it.each([
    ["one of them is a task with a full stop", "1.修路\n（1）目标任务：修路5公里。\n（2）加固路基。\n（3）责任单位：县交通局。\n"],
    ["none of them says who answers", "1.修路\n（1）目标任务：修路5公里。\n（2）时间安排：年底前。\n"],
    ["one of them has items beneath it", "一、修路\n1.目标任务：\n（1）修路5公里。\n（2）加固路基。\n2.责任单位：县交通局。\n"],
  ])("stay items where %s", (_, source) => expect(paths(source)).toHaveLength([...source.matchAll(/^[（\d一]/gm)].length));

  it("stay the chapters of a plan that has but one task", () => expect(paths("一、目标任务：修路。\n二、责任单位：县交通局。\n")).toEqual(["一", "二"]));
});
