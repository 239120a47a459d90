import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { languageTag, say, setDisplayLanguage } from "../../src/locale";
import { readPlan } from "../../src/plan";
import { noCorrections } from "../../src/plan/corrections";
import { questionsOf } from "../../src/plan/questions";
import { inChinese, sentence, series } from "../../src/plan/sentence";
import { readEntry, readQuality } from "../../src/assessment/entry";
import { compare } from "../../src/sync/compare";
import { scenarios } from "../excel/sync/scenarios";
import { plan } from "../plans";
import { sheetOf } from "../sync/sheets";
import { ownChinese } from "./own-words";

afterEach(() => setDisplayLanguage("zh-CN"));

const told = sentence("任务“{{title}}”有 {{leads}} 个牵头单位（{{units}}），请明确由谁填报。", {
  title: "修路{{leads}}$t(x)$&",
  leads: 2,
  units: series(["县交通局", "县财政局"]),
});

describe("what the code below the pane has to tell", () => {
  it("is Chinese to the letter, with names as they are", () => {
    expect(inChinese(told)).toBe("任务“修路{{leads}}$t(x)$&”有 2 个牵头单位（县交通局、县财政局），请明确由谁填报。");
    expect(say(told)).toBe(inChinese(told));
  });

  it("is English where the pane is, with names as they are", async () => {
    await setDisplayLanguage("en-US");
    expect(say(told)).toBe(
      "Task “修路{{leads}}$t(x)$&” has 2 lead units (县交通局, 县财政局). Please settle who reports.",
    );
  });

  it("has its own words in English inside, and the singular and plural of what it counts", async () => {
    await setDisplayLanguage("en-US");
    expect(
      say(
        sentence("{{mark}}全角、半角混用：半角 {{narrow}} 处，全角 {{wide}} 处，建议统一用全角。", {
          mark: sentence("逗号"),
          narrow: 1,
          wide: 2,
        }),
      ),
    ).toMatch(/^Commas are both half-width \(1\)/);
    const comments = (count: number): string => say(sentence("已略去 {{count}} 处批注。", { count }));
    expect([comments(1), comments(2)]).toEqual(["1 comment was left out.", "2 comments were left out."]);
    expect(say(series([sentence("逗号"), "甲"], "；"))).toBe("Commas; 甲");
  });

  it("stands as it is where it is a name", async () => {
    await setDisplayLanguage("en-US");
    expect([say("县交通局"), say(3)]).toEqual(["县交通局", "3"]);
  });
});

describe("findings and questions of many plans", () => {
  const fixtures = join(__dirname, "..", "plan", "fixtures");
  const plans = readdirSync(fixtures)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => readPlan(readFileSync(join(fixtures, name), "utf8")));
  const findings = plans.flatMap((plan) => plan.findings);
  const questions = plans.flatMap((plan) => questionsOf(plan, noCorrections));

  it("are Chinese as they are printed", () => {
    expect(languageTag()).toBe("zh-CN");
    for (const { said, message } of findings) expect(say(said!)).toBe(message);
  });

  it("have no Chinese of ours in the English pane", async () => {
    expect(new Set(findings.map(({ rule }) => rule)).size).toBeGreaterThan(8);
    expect(new Set(questions.map(({ kind }) => kind)).size).toBeGreaterThan(3);
    await setDisplayLanguage("en-US");
    for (const words of [...findings.map(({ said }) => said!), ...questions.map(({ message }) => message)])
      expect([say(words), ownChinese(say(words))]).toEqual([say(words), []]);
  });
});

describe("the changes of many syncs", () => {
  const base = plan();
  const held = sheetOf(base);
  const names = JSON.stringify([base, held.rows.map(({ cells }) => cells), [...held.headers.values()]]);
  const compared = scenarios.map(({ incoming }) => ({
    incoming,
    changes: compare({ plan: base, known: true }, incoming, held).changes,
  }));

  it("have no Chinese of ours in the English pane", async () => {
    expect(new Set(compared.flatMap(({ changes }) => changes.map(({ kind }) => kind))).size).toBeGreaterThan(12);
    await setDisplayLanguage("en-US");
    for (const { incoming, changes } of compared) {
      const known = names + JSON.stringify(incoming);
      for (const { description, place } of changes) {
        for (const told of [say(description), say(place)])
          expect([told, ownChinese(told).filter((part) => !known.includes(part))]).toEqual([told, []]);
      }
    }
  });
});

describe("what is told of an entry", () => {
  const teachers = { indicator: "培训教师", target: "≥50", measure: "名" };
  const share = { indicator: "综合阅读率", target: "≥80", measure: "%" };
  const entries = [
    "50人",
    "50名",
    "约50",
    "50/60",
    "已完成",
    "-",
    "无",
    "95%",
    "５０",
    " 50 ",
    "1.2万",
    "1,200",
    -1,
    12.5,
  ].map((value) => readEntry(value, teachers));
  const reasons = [...entries, readEntry(120, share), readEntry(0.953, share, true), readQuality("基本完成")].map(
    (entry) => ("reason" in entry ? entry.reason : ""),
  );

  it("has no Chinese of ours in the English pane", async () => {
    await setDisplayLanguage("en-US");
    expect(new Set(reasons.filter((reason) => reason !== "").map(say)).size).toBeGreaterThan(12);
    for (const reason of reasons) expect([say(reason), ownChinese(say(reason))]).toEqual([say(reason), []]);
  });
});
