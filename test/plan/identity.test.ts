import { readPlan } from "../../src/plan";

const ids = (source: string): string[] => readPlan(source).tasks.map((task) => task.id);

describe("ids of tasks", () => {
  const plain = "甲县方案\n一、任务\n（一）修路。新修10公里。（县交通局负责）\n（二）架桥。新建2座。（县水利局负责）";

  it("do not change with number, place, punctuation, width or the units named", () => {
    const moved =
      "甲县方案\n一、序言\n二、任务\n1.架 桥。新建２座。（县水利局牵头，县财政局配合）\n2.修路。新修10公里；(县交通局负责)";
    expect(ids(moved).sort()).toEqual(ids(plain).sort());
  });

  it("change with the words", () => {
    expect(ids(plain.replace("新修", "改建"))[0]).not.toBe(ids(plain)[0]);
  });

  it("are told apart, the same way each time, when two tasks have the same words", () => {
    const twice = "甲县方案\n1.修路。（县交通局负责）\n2.修路。（县交通局负责）";
    expect(new Set(ids(twice)).size).toBe(2);
    expect(ids(twice)).toEqual(ids(twice));
  });
});
