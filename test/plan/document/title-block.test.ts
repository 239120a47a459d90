import { readPlan } from "../../../src/plan";

describe("a plan's heading", () => {
  it("takes the plan's own title, not the letter's, and joins a title broken over lines", () => {
    const plan = readPlan(
      "云河县人民政府关于印发《云河县节水行动\n实施方案（2024—2026年）》的通知\n云政发〔2024〕3号\n各乡镇：\n现印发给你们。\n云河县人民政府\n2024年2月9日\n\n云河县节水行动\n实施方案（2024—2026年）\n一、任务\n",
    );
    expect(plan.title).toBe("云河县节水行动实施方案（2024—2026年）");
    expect(plan.docNumber).toBe("云政发〔2024〕3号");
    expect(plan.issuer).toBe("云河县人民政府");
    expect(plan.issued).toBe("2024-02-09");
    expect(plan.years).toEqual([2024, 2026]);
  });

  it("takes the year of the number for the year of issue where no day is printed", () => {
    expect(
      readPlan("云河县节水行动方案\n云政发〔2024〕3号\n一、任务\n1.建站。到2027年，建站5座。（县水利局牵头）\n").years,
    ).toEqual([2024, 2027]);
  });

  it.each([
    ["its first item", "一、修路。（县交通局负责）\n二、架桥。（县水利局负责）"],
    ["a numbered task", "1.修路。（县交通局负责）"],
    ["a table", "序号\t重点任务\t牵头单位\n1\t修路\t县交通局\n2\t架桥\t县水利局"],
  ])("has no title where the text begins with %s", (_, text) => expect(readPlan(text).title).toBe(""));

  it("takes the years in brackets under a title for a part of it, and the plan's title for another than the letter's above it", () => {
    const plan = readPlan(
      "关于印发《云河县节水行动方案》的通知\n云河县节水行动实施方案\n（2024—2026年）\n（此件公开发布）\n一、任务\n",
    );
    expect(plan.title).toBe("云河县节水行动实施方案（2024—2026年）");
    expect(plan.years).toEqual([2024, 2026]);
    expect(readPlan("云河县节水行动实施方案\n（试行）\n一、任务\n").title).toBe("云河县节水行动实施方案（试行）");
    expect(readPlan("云河县节水行动实施方案\n（2025年3月10日）\n一、任务\n").title).toBe("云河县节水行动实施方案");
    expect(readPlan("云河县人民政府\n2024年1月5日\n（此件公开发布）\n云河县节水行动实施方案\n一、任务\n").title).toBe(
      "云河县节水行动实施方案",
    );
    expect(readPlan("云河县节水行动实施方案\n（此件公开发布）\n一、任务\n").title).toBe("云河县节水行动实施方案");
  });

  it("takes the title out of the letter when the plan has none of its own", () => {
    expect(readPlan("关于印发《云河县节水行动方案》的通知\n各乡镇：\n一、任务\n").title).toBe("云河县节水行动方案");
  });

  it("does not take a number that the text cites for its own", () => {
    expect(
      readPlan("云河县节水行动方案\n根据《省节水办法》（省政发〔2020〕9号），制定本方案。\n一、任务").docNumber,
    ).toBeUndefined();
  });

  it("finds title, number and date in a text without line breaks", () => {
    const plan = readPlan(
      "云河县人民政府关于推进节水工作的意见云政发〔2021〕7号各乡镇：现提出如下意见。一、目标到2024年，全县节水5%。二、任务（一）宣传。（二）改造。云河县人民政府2021年5月6日（此件公开发布）",
    );
    expect([plan.title, plan.docNumber, plan.issued, plan.years]).toEqual([
      "云河县人民政府关于推进节水工作的意见",
      "云政发〔2021〕7号",
      "2021-05-06",
      [2021, 2024],
    ]);
  });

  it("reads a date in Chinese numerals", () => {
    expect(readPlan("云河县节水行动方案\n一、任务\n云河县水务局\n二〇二三年十一月五日").issued).toBe("2023-11-05");
  });
});

describe("the heading of a letter that is run together with its annex", () => {
  const head = (source: string): unknown[] => {
    const { title, docNumber, issuer, issued } = readPlan(`${source}\n一、任务\n1.改造管网。（县水利局负责）\n`);
    return [title, docNumber, issuer, issued];
  };

  it("is cut at 文件 and at the number", () =>
    expect(
      head(
        "云河县水务局文件云水〔2022〕9号云河县水务局关于印发《节水改造工作方案》的通知各乡镇水管站：现印发给你们。\n节水改造工作方案",
      ),
    ).toEqual(["节水改造工作方案", "云水〔2022〕9号", "云河县水务局", undefined]));

  it("ends the title where the letter's name for it ends", () =>
    expect(
      head(
        "各有关单位：《云河县节水行动方案》已经县政府同意，现印发给你们，请认真组织实施。云河县政府办公室2023年3月30日云河县节水行动方案节水是指采取措施减少用水，是一项长期工作，事关全县经济社会发展。",
      ),
    ).toEqual(["云河县节水行动方案", undefined, "云河县政府办公室", "2023-03-30"]));

  it("takes what is enclosed for the title, without how far it has come", () =>
    expect(
      head(
        "关于商请会签《云河县节水方案(2021-2025年)》的函\n县财政局：请于7月前反馈。\n附件:云河县节水方案(2021-2025年)\n云河县节水方案(2021一2025年)(送审稿)为贯彻部署，制定本方案。",
      )[0],
    ).toBe("云河县节水方案（2021—2025年）"));

  it("does not take the enclosure's name into the issuer's", () =>
    expect(
      head("各乡镇：现印发你们。\n附件:落实节水批示分工方案云河县节水办公室2020年11月2日\n附件落实节水批示分工方案"),
    ).toEqual(["落实节水批示分工方案", undefined, "云河县节水办公室", "2020-11-02"]));

  it("leaves the annex's number out of the title", () =>
    expect(head("附件3云河县2022年节水工作方案")[0]).toBe("云河县2022年节水工作方案"));

  it("finds a title broken by an empty line whole in the letter", () =>
    expect(
      head(
        "云河县关于印发《云河县2023年重点工作任务分解方案》的通知\n各乡镇：现印发给你们。\n\n云河县2023年重点工作\n\n任务分解方案",
      )[0],
    ).toBe("云河县2023年重点工作任务分解方案"));

  it("takes the title that the letter names where there is no other", () =>
    expect(head("各乡镇：现将《云河县节水行动方案》印发给你们，请抓好落实。")[0]).toBe("云河县节水行动方案"));
});

describe("the years of a plan", () => {
  it.each([
    ["甲县方案（2021—2025年）", [2021, 2025]],
    ["甲县三年行动方案（2023-2025年）", [2023, 2025]],
    ["甲县“十四五”规划", [2021, 2025]],
    ["甲县十五五规划", [2026, 2030]],
    ["甲县2024年工作要点", [2024, 2024]],
    ["甲县方案（2022年至2024年）", [2022, 2024]],
  ])("%s covers %p", (title, years) => expect(readPlan(`${title}\n一、任务\n`).years).toEqual(years));

  it("reach from the first to the last goal when the title says nothing", () => {
    expect(readPlan("甲县方案\n一、目标\n到2024年建成，到2027年提升，2010年以来成效明显。").years).toEqual([
      2024, 2027,
    ]);
  });

  it("are [0, 0], with a finding, when no year is named", () => {
    const plan = readPlan("甲县方案\n一、任务\n");
    expect(plan.years).toEqual([0, 0]);
    expect(plan.findings.map((f) => f.rule)).toContain("years-unknown");
  });
});
