import { readPlan } from "../../src/plan";

const plan = (body: string) => readPlan(`青山县读书方案\n一、重点任务\n1.办书展。（县文旅局负责）\n${body}`);
const titles = (body: string): string[] => plan(body).safeguards.map(({ title }) => title);

describe("measuresOf", () => {
  it("lists duties without units of the chapters on how the plan is carried out", () =>
    expect(
      titles(
        "二、保障措施\n（一）加强组织领导。成立工作专班，定期会商，协调解决问题。\n（二）保障经费投入。将所需经费列入年度预算，确保专款专用。",
      ),
    ).toEqual(["加强组织领导", "保障经费投入"]));

  it("names the headings above and the place", () => {
    const [safeguard] = plan("二、保障措施\n（一）加强组织领导。成立工作专班，定期会商，协调解决问题。").safeguards;
    expect(safeguard).toMatchObject({
      path: "二/(一)",
      section: ["保障措施"],
      text: "成立工作专班，定期会商，协调解决问题。",
    });
  });

  it("takes the innermost items only", () =>
    expect(
      titles(
        "二、组织实施\n（一）健全机制\n1.会商机制。每季度召开一次会议，研究解决重大问题。\n2.督查机制。把工作进展纳入督查，对落后的及时提醒。",
      ),
    ).toEqual(["会商机制", "督查机制"]));

  it("leaves out items that name units, which are tasks", () =>
    expect(
      titles(
        "二、保障措施\n（一）加强宣传。利用广播电视广泛宣传，营造氛围。（县委宣传部负责）\n（二）加强督查。把工作进展纳入督查，对落后的及时提醒。",
      ),
    ).toEqual(["加强督查"]));

  it("leaves out what the plan is about, and chapters of work", () =>
    expect(
      titles(
        "二、总体要求\n（一）指导思想。以满足人民群众读书需要为出发点和落脚点。\n三、办好活动\n（一）读书月。四月为读书月，集中开展系列读书活动。",
      ),
    ).toEqual([]));
});
