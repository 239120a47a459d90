import { isGroup, isLevelName } from "../../../src/plan/units/groups";

describe("collective names", () => {
  it.each([
    "各成员单位",
    "各区县政府",
    "有关单位",
    "相关部门",
    "各片区管理局",
    "各市、州、县人民政府",
    "各县(市、区)人民政府",
    "各乡镇(街道)",
    "市级有关部门",
    "县直各部门",
    "各省级人民政府",
    "各有关省级人民政府",
    "省十大产业专班牵头单位",
    "领导小组成员单位",
    "镇街",
    "乡镇人民政府",
    "属地政府",
    "行业主管部门",
    "其他成员单位",
    "市各有关单位",
    "地方各级人民政府",
  ])("%s is one", (name) => expect(isGroup(name)).toBe(true));

  it.each([
    "市水务局",
    "县人民政府",
    "市政府",
    "市政府办公室",
    "县人民政府办公室",
    "县委宣传部",
    "平川海关",
    "市场监管局",
    "区政府",
    "县直属机关工委",
    "教育部",
    "各",
    "省地方金融监管局",
  ])("%s is none", (name) => expect(isGroup(name)).toBe(false));

  it.each(["州", "县人民政府", "县级市", "街道办事处", "自治区", "镇(街道)"])(
    "%s goes on with a collective name",
    (name) => expect(isLevelName(name)).toBe(true),
  );
  it.each(["县教育局", "市财政局", "州委宣传部"])("%s does not", (name) => expect(isLevelName(name)).toBe(false));
});
