import { UnitRegister } from "../../../src/plan/units/register";

/** Registers lists and gives the canonical names of each. */
function register(lists: string[], text = ""): { names: string[][]; units: [string, string[]][] } {
  const printed = lists.map((list) => list.split(/[，、]/).map((name) => ({ name, isGroup: name.startsWith("各") })));
  const units = new UnitRegister();
  printed.forEach((names) => units.add(names));
  units.close();
  return {
    names: printed.map((names) => units.namesOf(names)),
    units: units.unitList(text).map((u) => [u.name, u.aliases]),
  };
}

describe("UnitRegister", () => {
  it("gives units their prefix when it is printed once for several", () => {
    expect(register(["区交通建设局、市场监管局、资源生态局"]).names).toEqual([
      ["区交通建设局", "区市场监管局", "区资源生态局"],
    ]);
  });

  it("gives party departments the party's prefix", () => {
    expect(register(["市委组织部、宣传部，市教育局、民政局"]).names).toEqual([
      ["市委组织部", "市委宣传部", "市教育局", "市民政局"],
    ]);
    expect(register(["县财政局、宣传部"]).names).toEqual([["县财政局", "县委宣传部"]]);
  });

  it("leaves names alone that belong to nobody's government", () => {
    expect(register(["省教育厅、合肥海关、平潭供电公司、团省委"]).names).toEqual([
      ["省教育厅", "合肥海关", "平潭供电公司", "团省委"],
    ]);
    expect(register(["省财政厅、金融监管总局青阳监管局、税务总局青阳市税务局、总工会"]).names).toEqual([
      ["省财政厅", "金融监管总局青阳监管局", "税务总局青阳市税务局", "省总工会"],
    ]);
  });

  it("adds no prefix where none was printed", () => {
    expect(register(["发展改革委、财政部、市场监管总局"]).names).toEqual([["发展改革委", "财政部", "市场监管总局"]]);
  });

  it.each([
    ["市民政局、财政局", ["市民政局", "市财政局"]],
    ["市政务服务局、财政局", ["市政务服务局", "市财政局"]],
    ["市政园林局、财政局", ["市政园林局", "财政局"]],
    ["市民中心、财政局", ["市民中心", "财政局"]],
  ])("sees the prefix of %s only where there is one", (list, names) => expect(register([list]).names).toEqual([names]));

  it("does not take 市场 and 区域 for a prefix", () => {
    expect(register(["市场监管局、财政局", "区域合作办、财政局"]).names).toEqual([
      ["市场监管局", "财政局"],
      ["区域合作办", "财政局"],
    ]);
  });

  it.each([
    ["县科协", "县科学技术协会"],
    ["县妇联", "县妇女联合会"],
    ["县工商联", "县工商业联合会"],
    ["县残联", "县残疾人联合会"],
    ["县发改局", "县发展和改革局"],
    ["县发改委", "县发展和改革委员会"],
    ["县发展改革委", "县发展和改革委员会"],
    ["县卫健委", "县卫生健康委员会"],
    ["县卫健局", "县卫生健康局"],
    ["县人社局", "县人力资源和社会保障局"],
    ["县住建局", "县住房和城乡建设局"],
    ["县市场监管局", "县市场监督管理局"],
    ["县工信局", "县工业和信息化局"],
    ["县文旅局", "县文化和旅游局"],
    ["团县委", "共青团云河县委员会"],
    ["县国资委", "县国有资产监督管理委员会"],
    ["县政府办", "县政府办公室"],
    ["县应急局", "县应急管理局"],
    ["县医保局", "县医疗保障局"],
    ["县林草局", "县林业和草原局"],
    ["县交通局", "县交通运输局"],
    ["县委网信办", "县委网络安全和信息化委员会办公室"],
    ["县供销社", "县供销合作社联合社"],
    ["县委编办", "县委机构编制委员会办公室"],
    ["县经开区管委会", "县经开区管理委员会"],
  ])("%s is %s", (short, long) => {
    const { names, units } = register([long, short]);
    expect(names).toEqual([[long], [long]]);
    expect(units).toEqual([[long, [short]]]);
  });

  it.each([
    ["市教育局", "县教育局"],
    ["市财政局", "市财政金融局"],
    ["县水利局", "县水务局"],
    ["县农业农村局", "县农牧局"],
    ["县应急管理局", "县应急指挥中心"],
  ])("%s is not %s", (one, other) => {
    expect(register([one, other]).units.map(([name]) => name)).toEqual([one, other]);
  });

  it("keeps a short form of the text as an alias, but not the beginning of the full name", () => {
    expect(register(["旗科学技术协会"], "旗科协负责协调").units).toEqual([["旗科学技术协会", ["旗科协"]]]);
    expect(register(["旗卫生健康委员会"], "（旗卫生健康委员会）").units).toEqual([["旗卫生健康委员会", []]]);
  });

  it("prints names with full-width brackets and keeps groups apart", () => {
    expect(register(["市交通委(市道运局)、各县(市)"]).names).toEqual([["市交通委（市道运局）", "各县（市）"]]);
  });
});
