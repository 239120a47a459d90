import { readPlan } from "../../../src/plan";
import { differenceOf, formOf } from "../../../src/plan/by-hand/taught-form";
import { labelPlaces, withForm, withLabel, withoutForm, withoutLabel } from "../../../src/plan/by-hand/taught";
import { noCorrections } from "../../../src/plan/corrections";
import { readCorrected } from "../../../src/plan/read-corrected";

const source = [
  "云溪县方案（2024—2027年）",
  "一、任务",
  "1.修路。（挂点：县交通局、县水利局，助力：县财政局）",
  "2.普法。由县公安局兜底全年普法，县司法局、县财政局搭手。",
  "3.植树。此项县林业局扛旗。",
  "4.架桥。此项县住建局扛旗。",
].join("\n");
const of = (name: string, role: "lead" | "responsible" = "lead") =>
  formOf(source, [source.indexOf(name), source.indexOf(name) + name.length], role);

describe("formOf", () => {
  it.each([
    ["县交通局", "挂点:", "，"],
    ["县水利局", "挂点:", "，"],
    ["县财政局）", "助力:", ""],
    ["县公安局", "由", "兜底全年"],
    ["县林业局", "此项", "扛旗"],
  ])("takes what stands around the list of %s", (name, before, after) =>
    expect(of(name)).toEqual({ before, after, role: "lead" }),
  );

  it("steps over the other names of a list, and takes the mark before it where no words stand there", () =>
    expect(of("县司法局", "responsible")).toEqual({ before: "，", after: "搭手", role: "responsible" }));
  it("is none where nothing but marks stands around", () =>
    expect(formOf("方案\n（县财政局）", [4, 8], "lead")).toBeUndefined());
});

describe("a way of writing that was shown", () => {
  const form = of("县林业局")!;

  it("shows what it would bring, and is read so everywhere", () => {
    const before = readPlan(source);
    const after = readCorrected(source, withForm(noCorrections, form));
    const { added, changed } = differenceOf(before, after);
    expect([added.map(({ title, lead }) => [title, lead]), changed]).toEqual([
      [
        ["植树", ["县林业局"]],
        ["架桥", ["县住建局"]],
      ],
      [],
    ]);
  });

  it("is kept once, with the role told last, and taken back", () => {
    const twice = withForm(withForm(noCorrections, form), { ...form, role: "responsible" });
    expect(twice.reading!.forms).toEqual([{ ...form, role: "responsible" }]);
    expect(withoutForm(twice, form).reading!.forms).toEqual([]);
  });
});

describe("an unknown label", () => {
  it("is found at all its places, with its colon", () =>
    expect(labelPlaces("挂点：甲；挂点:乙；挂点很多；【挂点】丙", "挂点").map(([start, end]) => end - start)).toEqual([
      3, 3, 3,
    ]));
  it("is decided for all its places, and taken back", () => {
    const labelled =
      "方案（2024—2027年）\n1.修路。（蹲点单位：县交通局；帮衬单位：县财政局）\n2.架桥。（蹲点单位：县水利局；帮衬单位：县财政局）";
    const decided = withLabel(withLabel(noCorrections, "蹲点单位", "lead"), "帮衬单位", "responsible");
    expect(
      readCorrected(labelled, decided).tasks.map(({ lead, responsible, leadBasis }) => [lead, responsible, leadBasis]),
    ).toEqual([
      [["县交通局"], ["县财政局"], "stated"],
      [["县水利局"], ["县财政局"], "stated"],
    ]);
    expect(withoutLabel(decided, "蹲点单位").reading!.labels).toEqual({ 帮衬单位: "responsible" });
  });
});

describe("differenceOf", () => {
  it("tells tasks that come from those whose units change", () => {
    const plan = readPlan("方案\n1.修路。（责任单位：县交通局、县水利局）");
    const [task] = plan.tasks as [(typeof plan.tasks)[0]];
    const other = { ...task, lead: ["县水利局"] };
    expect(differenceOf({ tasks: [task] }, { tasks: [other, { ...task, span: [99, 100] }] })).toEqual({
      added: [{ ...task, span: [99, 100] }],
      changed: [{ before: task, after: other }],
    });
  });
});
