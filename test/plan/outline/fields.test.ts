import { readPlan } from "../../../src/plan";
import { cleanText } from "../../../src/plan/characters";
import { pathOf, readOutline } from "../../../src/plan/outline/outline";

const paths = (source: string): string[] =>
  readOutline(cleanText(source), new Set())
    .items.filter((item) => item.marker)
    .map(pathOf);

describe("numbered fields of a task", () => {
  it("are the text of the task, not tasks of their own", () => {
    const outline = readOutline(
      cleanText(
        "一、任务\n1.修路\n（1）目标任务：修路5公里。\n（2）责任分工：县交通局牵头。\n（3）时间安排：年底前。\n2.建桥\n",
      ),
      new Set(),
    );
    expect(outline.items.filter((item) => item.marker).map(pathOf)).toEqual(["一", "一/1", "一/2"]);
    expect(outline.items[2]!.end).toBe(outline.items[3]!.start);
  });

  it.each([
    [
      "one of them is a task with a full stop",
      "1.修路\n（1）目标任务：修路5公里。\n（2）加固路基。\n（3）责任单位：县交通局。\n",
    ],
    ["none of them says who answers", "1.修路\n（1）目标任务：修路5公里。\n（2）时间安排：年底前。\n"],
    [
      "another of them says who answers for it",
      "一、任务\n（一）一网通办：上线事项100项。（市政务局负责）\n（二）责任分工：市数据局牵头。\n",
    ],
    [
      "each is a unit with its duty",
      "一、职责\n（一）牵头单位：市应急局。负责统筹。\n（二）配合单位：市水务局。负责水情监测。\n",
    ],
  ])("stay items where %s", (_, source) =>
    expect(paths(source)).toHaveLength([...source.matchAll(/^[（\d一]/gm)].length),
  );

  it("give their numbers to no indicator's name", () => {
    const { indicators } = readPlan(
      "某县2024年方案\n一、任务\n1.修路\n（1）责任单位：县交通局\n（2）时间安排：9月底前完成60%。\n",
    );
    expect(indicators.map(({ name, quote }) => [name, quote])).toEqual([["时间安排", "9月底前完成60%"]]);
  });

  it("take what is numbered beneath them along", () => {
    expect(
      paths("一、任务\n1.修路\n（1）主要内容：\n①修路5公里。\n②加固路基。\n（2）责任单位：县交通局\n2.建桥\n"),
    ).toEqual(["一", "一/1", "一/2"]);
  });

  it("stay the chapters of a plan that has but one task", () =>
    expect(paths("一、目标任务：修路。\n二、责任单位：县交通局。\n")).toEqual(["一", "二"]));
});
