import { PlaceNames } from "../../../src/plan/units/place-names";
import { readPlan } from "../../../src/plan";

describe("places with which names begin", () => {
  const places = new PlaceNames();
  for (const name of ["青溪检修公司", "青溪送变电公司", "甲溪公司", "乙溪公司"]) places.add(name);

  it("are said once for names that share their last word", () =>
    expect(places.withPlace("建设公司", "青溪检修公司")).toBe("青溪建设公司"));
  it("are not said twice", () => expect(places.withPlace("青溪建设公司", "青溪检修公司")).toBe("青溪建设公司"));
  it("are none where only one name begins so", () => expect(places.withPlace("丙溪公司", "甲溪公司")).toBe("丙溪公司"));

  it("complete the names of a plan", () => {
    const { tasks } = readPlan(
      "青溪供电公司工作方案（2022年）\n一、任务\n1.培训。（责任单位：青溪检修、建设公司，青溪送变电公司）\n2.检查。（责任单位：甲溪、乙溪、丙溪公司）",
    );
    expect(tasks.map(({ lead, responsible }) => [...lead, ...responsible])).toEqual([
      ["青溪检修公司", "青溪建设公司", "青溪送变电公司"],
      ["甲溪公司", "乙溪公司", "丙溪公司"],
    ]);
  });
});
