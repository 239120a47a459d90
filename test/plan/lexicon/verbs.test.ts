import { parseAttribution } from "../../../src/plan/attribution/parse";
import { CARRIED_FORWARD, FIRST_LEADS } from "../../../src/plan/lexicon/phrases";
import { closingPhrase, VERBS, verbInside } from "../../../src/plan/lexicon/verbs";

describe("the table of verbs", () => {
  it.each(VERBS.map((v) => [v.word, v.role]))("市水务局%s gives the role %s", (word, role) => {
    const { entries } = parseAttribution(`市审计局牵头，市水务局、市园林局${word}`);
    expect(entries.slice(1).map((e) => [e.name, e.role])).toEqual(
      role === "skip"
        ? []
        : [
            ["市水务局", role],
            ["市园林局", role],
          ],
    );
    expect(entries[0]?.name).toBe("市审计局");
  });

  it.each([
    ["市水务局牵头负责", "市水务局", "lead"],
    ["市水务局等按职责分工负责", "市水务局等", "main"],
    ["市水务局按照各自职责分工抓好落实", "市水务局", "main"],
    ["市水务局依职责配合", "市水务局", "support"],
    ["市水务局具体负责组织实施", "市水务局", "main"],
    ["市水务局共同牵头", "市水务局", "lead"],
    ["市水务局负责配合落实", "市水务局", "support"],
    ["各区结合实际落实", "各区", "main"],
    ["市水务局是牵头单位", "市水务局", "lead"],
    ["市水务局作为配合部门", "市水务局", "support"],
    ["市水务局为第二责任单位", "市水务局", "support"],
    ["市水务局负责督办", "市水务局", "skip"],
    ["市水务局牵头督办", "市水务局", "lead"],
  ])("%s closes after %s with the role %s", (clause, name, role) => {
    const closing = closingPhrase(clause);
    expect(clause.slice(0, closing?.end)).toBe(name);
    expect(closing?.role).toBe(role);
  });

  it.each([
    "市水务局",
    "市人力资源和社会保障局",
    "市工作专班牵头单位",
    "市工商业联合会",
    "各社会组织",
    "市市场监督",
    "市水务局、市园林局为成员单位",
  ])("%s is closed by no verb", (clause) => expect(closingPhrase(clause)).toBeUndefined());

  it.each([
    ["市水务局牵头市财政局配合", "市水务局"],
    ["市水务局牵头组织推进整治", "市水务局"],
  ])("in %s a verb stands behind %s", (clause, name) =>
    expect(clause.slice(0, verbInside(clause, (words) => words === name)?.start)).toBe(name),
  );
  it.each(["市水务局牵头的专班", "市水务局牵头单位名单", "市水务局牵头"])("in %s none stands inside", (clause) =>
    expect(verbInside(clause, () => true)).toBeUndefined(),
  );
});

describe("rules said once", () => {
  it.each([
    "列第一位者为牵头单位，下同",
    "排在第一位的部门为牵头部门，下同",
    "列首位的为牵头单位",
    "第一个单位为牵头单位",
    "排名第一的单位牵头",
    "首个责任单位为牵头单位",
    "排在首位的为主办单位",
    "牵头单位列第一位",
  ])("%s: the first unit leads", (rule) => expect(FIRST_LEADS.test(rule)).toBe(true));

  it.each(["第一时间由市应急局牵头处置", "选派第一书记，由组织部门牵头", "列入市级牵头事项", "市水务局牵头，列入考核"])(
    "%s states no such rule",
    (words) => expect(FIRST_LEADS.test(words)).toBe(false),
  );

  it("以下均需…配合落实 carries the collective name forward", () => {
    expect(CARRIED_FORWARD.exec("以下均需各县（市、区）配合落实")?.[1]).toBe("各县（市、区）");
  });
});
