import { carryCorrections, isVersionOf, isWorthCarrying } from "../../../src/plan/by-hand/carry-corrections";
import { markedTask, withMark } from "../../../src/plan/by-hand/mark-passage";
import { withLabel } from "../../../src/plan/by-hand/taught";
import { readPlan } from "../../../src/plan";
import { questionsOf } from "../../../src/plan/questions";
import { indicatorsFromWords } from "../../../src/plan/by-hand/chosen-indicators";
import { noCorrections, type Corrections } from "../../../src/plan/corrections";
import { leftId, unreadId } from "../../../src/plan/question-ids";
import { readCorrected } from "../../../src/plan/read-corrected";
import { inChinese } from "../../../src/plan/sentence";

const before = [
  "云溪县道路整治方案（2024—2027年）",
  "为改善农村出行条件，结合我县实际，制定本方案。",
  "1.整修村道。到2027年整修村道60公里，请县交通局挑头。",
  "2.加固危桥。三年内加固危桥12座，请县水利局挑头。",
  "3.增设路灯。在进村路口增设路灯，请县住建局挑头。",
].join("\n");
const mark = (corrections: Corrections, start: string): Corrections => {
  const from = before.indexOf(start);
  const end = before.indexOf("\n", from);
  return withMark(
    corrections,
    markedTask(
      before,
      [from, end < 0 ? before.length : end],
      { title: start.slice(2), lead: [], responsible: [], groups: [] },
      corrections.marked,
    ),
    [],
  );
};
const marked = ["1.整修村道", "2.加固危桥", "3.增设路灯"].reduce(mark, withLabel(noCorrections, "挂点", "lead"));
const carried = (after: string, corrections = marked) => carryCorrections(corrections, before, after);
const found = (after: string, corrections = marked): string[] =>
  carried(after, corrections).corrections.marked.map(({ span }) => after.slice(...span));

describe("what was settled, carried to a revision", () => {
  it("finds passages by their words: moved, renumbered, with other marks and blanks", () => {
    const after = [
      "云溪县道路整治方案（2024—2027年）",
      "一、增设路灯。在进村路口增设路灯，请县住建局挑头。",
      "（一）整修村道。到２０２７年整修村道60公里，",
      "请县交通局挑头；",
    ].join("\n");
    expect(found(after)).toEqual([
      "（一）整修村道。到２０２７年整修村道60公里，\n请县交通局挑头；",
      "一、增设路灯。在进村路口增设路灯，请县住建局挑头。",
    ]);
    expect(carried(after).corrections.marked.map(({ id }) => id)).toEqual([marked.marked[0]!.id, marked.marked[2]!.id]);
  });

  it("finds a passage of which something in the middle was changed", () =>
    expect(found(before.replace("60公里", "80公里"))[0]).toBe("1.整修村道。到2027年整修村道80公里，请县交通局挑头。"));

  it("leaves a renumbered task's text and chapter as they were", () => {
    const text = (number: number): string =>
      `方案\n一、道路\n（一）村道\n${number}.整修村道。三年内整修村道，请县交通局挑头。\n${number + 1}.加固危桥。`;
    const [one, other] = [text(1), text(3)];
    for (const words of ["1.整修村道。三年内整修村道，请县交通局挑头。", "整修村道。三年内整修村道，请县交通局挑头"]) {
      const at = one.indexOf(words);
      const by = withMark(
        noCorrections,
        markedTask(
          one,
          [at, at + words.length],
          { title: "整修村道", lead: ["县交通局"], responsible: [], groups: [] },
          [],
        ),
        [],
      );
      const [was, is] = [
        readCorrected(one, by),
        readCorrected(other, carryCorrections(by, one, other).corrections),
      ].map(({ tasks }) => tasks[0]!);
      expect(is).toMatchObject({ id: was!.id, section: was!.section, text: was!.text });
      expect(is!.section).toEqual(["道路", "村道"]);
    }
  });

  it("says what was found again, and what was not", () => {
    const { notes } = carried(before.replace(/2\.加固危桥.*/, ""));
    expect(notes.map(inChinese)).toEqual([
      "以前标出的 2 项任务已按原话带到这份文字。",
      "以前标出的任务“加固危桥”在这份文字中找不到原话，没有带过来。",
    ]);
  });

  it("keeps words apart that stand there twice", () => {
    const source = "方案\n照旧办理有关事项。\n中间文字若干。\n照旧办理有关事项。";
    const at = [source.indexOf("照旧"), source.lastIndexOf("照旧")];
    const twice = at.reduce(
      (all, start) =>
        withMark(
          all,
          markedTask(source, [start, start + 9], { title: "照旧", lead: [], responsible: [], groups: [] }, all.marked),
          [],
        ),
      noCorrections,
    );
    const after = `说明。\n${source}`;
    expect(carryCorrections(twice, source, after).corrections.marked.map(({ span }) => span[0])).toEqual(
      at.map((start) => start + 4),
    );
  });

  it("takes labels and units along, and what was set right of a marked task; nothing else that went by the reading", () => {
    const id = marked.marked[0]!.id;
    const { corrections } = carried(before, {
      ...marked,
      tasks: { [id]: { lead: ["县公路局"] }, t1: { lead: ["县财政局"] } },
      settled: ["lead t1", "new 县公路局"],
      units: { same: [["甲", "乙"]], apart: [], renamed: {} },
    });
    expect(corrections).toMatchObject({
      reading: marked.reading,
      tasks: { [id]: { lead: ["县公路局"] } },
      settled: ["new 县公路局"],
      units: { same: [["甲", "乙"]] },
    });
    expect(corrections.tasks).not.toHaveProperty("t1");
  });

  it("takes indicators along that were added by hand", () => {
    const at = before.indexOf("加固危桥12座");
    const added = indicatorsFromWords(
      before,
      [at, at + 7],
      { title: "", years: [2024, 2027], indicators: [] },
      undefined,
    );
    const after = `附言。\n${before}`;
    expect(
      carried(after, { ...noCorrections, added }).corrections.added.map(({ span, quote }) => [
        after.slice(...span),
        quote,
      ]),
    ).toEqual([[added[0]!.quote, added[0]!.quote]]);
    expect(added[0]!.quote).toContain("加固危桥12座");
    expect(carried("别的文字", { ...noCorrections, added }).corrections.added).toEqual([]);
  });

  it("is worth nothing where nothing was told", () => {
    expect([
      isWorthCarrying(noCorrections),
      isWorthCarrying(marked),
      isWorthCarrying({ ...noCorrections, settled: ["lead t1"] }),
    ]).toEqual([false, true, true]);
  });
});

describe("what goes by a task as read", () => {
  const read = [
    "云溪县方案",
    "1.修路。修路20公里。（责任单位：县交通局、县水利局）",
    "2.植树。植树5万株。（责任单位：县林业局、县财政局）",
    "3.办学。（县教育局牵头，县教育体育局配合）",
  ].join("\n");
  const plan = readPlan(read);
  const asked = questionsOf(plan, noCorrections).map(({ id }) => id);
  const settled: Corrections = {
    ...noCorrections,
    settled: asked,
    tasks: Object.fromEntries(plan.tasks.map(({ id }) => [id, { lead: ["县政府办"] }])),
    indicators: { [plan.indicators[0]!.id]: { value: 21 }, [plan.indicators[1]!.id]: null },
  };
  const revised = read
    .replace("2.植树。植树5万株。（责任单位", "2.植树。植树5万株。（牵头单位")
    .replace("云溪县方案", "云溪县方案（修订）\n0.新的一项。（县政府办负责）");

  it("holds where the task stands there word for word, its units too, and nowhere else", () => {
    const { corrections } = carryCorrections(settled, read, revised);
    const after = readPlan(revised);
    const titles = after.tasks.filter(({ id }) => Object.hasOwn(corrections.tasks, id)).map(({ title }) => title);
    expect(titles).toEqual(["修路", "办学"]);
    expect(Object.keys(corrections.indicators)).toEqual([plan.indicators[0]!.id]);
    const open = questionsOf(after, corrections).map(({ kind, taskId }) => [
      kind,
      after.tasks.find(({ id }) => id === taskId)?.title,
    ]);
    expect(open).not.toContainEqual(["leadByConvention", "修路"]);
    expect(open.filter(([kind]) => kind === "unitPair")).toEqual([]);
  });

  it.each([
    ["units were put behind those that it had", "县教育局、县林业局"],
    ["a word was put before it", "县教育局"],
  ])("does not hold where %s", (what, units) => {
    const task = (title: string, list: string): string =>
      `云溪县方案（2024—2027年）\n1.${title}。修路20公里。（责任单位：${list}）\n2.办学。（县教育局负责）`;
    const source = task("修路", "县教育局");
    const corrections: Corrections = {
      ...noCorrections,
      indicators: { [readPlan(source).indicators[0]!.id]: { value: 21 } },
    };
    const { notes, corrections: kept } = carryCorrections(
      corrections,
      source,
      task(what.startsWith("units") ? "修路" : "抓紧修路", units),
    );
    expect([kept.indicators, notes.map(inChinese)]).toEqual([{}, [expect.stringContaining("不是原话了")]]);
  });

  it("is told where it does not hold any more", () => {
    expect(carryCorrections(settled, read, revised).notes.map(inChinese)).toEqual([
      "以前改过的“植树”在这份文字中不是原话了，改动没有带过来，请再核对。",
    ]);
    const added = indicatorsFromWords(
      read,
      [read.indexOf("5万株"), read.indexOf("5万株") + 3],
      { title: "", years: [0, 0], indicators: [] },
      plan.tasks[1],
    );
    expect(
      carryCorrections({ ...noCorrections, added }, read, read.replace("植树5万株", "植树成林")).notes.map(inChinese),
    ).toEqual(["以前改过的“植树数量”在这份文字中不是原话了，改动没有带过来，请再核对。"]);
  });

  it("holds of numbers that were left alone and places that were looked at, where the same words stand around them", () => {
    const source =
      "云溪县方案（2024—2027年）\n1.育商。主城区共享36个停车场的泊位信息。（县商务局牵头）\n2.修路。（责任单位：县教育局、县林）";
    const ids = readPlan(source)
      .findings.filter(({ about }) => about === "reading")
      .map((finding) => (finding.rule === "quantity-left-alone" ? leftId(finding.span) : unreadId(finding)));
    const open = (after: string) => {
      const { corrections } = carryCorrections({ ...noCorrections, settled: ids }, source, after);
      return readCorrected(after, corrections)
        .findings.filter(({ about }) => about === "reading")
        .map(({ rule }) => rule);
    };
    expect(open(`附言若干。\n${source}`)).toEqual([]);
    expect(open(source.replace("共享36个", "共享48个"))).toEqual(["quantity-left-alone"]);
  });

  it("takes safeguards along with their units, and years as long as the text names none", () => {
    const source = `${read}\n二、保障措施\n（一）加强督查。把工作进展纳入督查，对落后的及时提醒。`;
    const safeguard = readPlan(source).safeguards[0]!;
    const corrections: Corrections = {
      ...noCorrections,
      years: [2024, 2026],
      safeguards: { [safeguard.id]: { lead: ["县政府办"], responsible: [] } },
    };
    expect(carryCorrections(corrections, source, source.replace("20公里", "30公里")).corrections).toMatchObject({
      years: [2024, 2026],
      safeguards: corrections.safeguards,
    });
    expect(
      carryCorrections(corrections, source, source.replace("云溪县方案", "云溪县方案（2025—2027年）")).corrections,
    ).not.toHaveProperty("years");
    expect(carryCorrections(corrections, source, source.replace("及时提醒", "通报")).notes.map(inChinese)).toEqual([
      "以前改过的“加强督查”在这份文字中不是原话了，改动没有带过来，请再核对。",
    ]);
    expect(isWorthCarrying({ ...noCorrections, years: [2024, 2026] })).toBe(true);
  });
});

describe("isVersionOf", () => {
  it("knows a revision by its sentences, and another plan by having none of them", () => {
    expect(isVersionOf(before, before.replace("60公里", "80公里"))).toBe(true);
    expect(
      isVersionOf(before, "云溪县全民阅读方案\n1.办书展。每年举办书展五场以上。\n2.建书屋。到2025年建成书屋20个以上。"),
    ).toBe(false);
    expect(isVersionOf("", "")).toBe(false);
  });
});
