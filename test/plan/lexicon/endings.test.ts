import { endsLikeUnit, mayBeUnit } from "../../../src/plan/lexicon/endings";

describe("endings of units' names", () => {
  it.each([
    "市水务局",
    "省发展改革委",
    "教育部",
    "县委办",
    "市交通委(市道运局)",
    "平川海关",
    "青岚水务公司",
    "人行云河支行",
    "团市委",
    "市总工会",
    "区消防救援支队",
    "市中级人民法院",
  ])("%s ends like one", (name) => expect(endsLikeUnit(name)).toBe(true));
  it.each(["干部", "领导干部", "全社会", "社会", "格局", "政府", "党委", "科技馆", "专人", "局"])(
    "%s does not",
    (name) => expect(endsLikeUnit(name)).toBe(false),
  );
  it.each(["江北新区", "市第一医院", "中国电信", "各高校"])("%s may be one", (name) =>
    expect(mayBeUnit(name)).toBe(true),
  );
  it.each(["小区", "社区", "企业", "超市", "平台", "三项行动"])("%s may not", (name) =>
    expect(mayBeUnit(name)).toBe(false),
  );
});
