import { readFileSync } from "node:fs";
import { join } from "node:path";
import english from "../../src/locale/en-US.json";
import { failureKey, refusalKey } from "../../src/locale";
import { elsewhere, nobody } from "../../src/assessment/breakdown";
import { statuses, statusKeys, statusText } from "../../src/matrix/statuses";
import { codeOfRow, failureSentences, type FailureKey } from "../../src/excel/failure-sentences";
import { stateNames } from "../../src/excel/self-check/check";
import { kindNames } from "../../src/sync/change";
import { seriesMarks } from "../../src/plan/sentence";
import { sentencesIn, sentencesOf, textsIn, textsOf, type Texts } from "./texts";

const src = join(__dirname, "..", "..", "src");
const { asked, untranslatable } = textsOf(["locale", "taskpane", "commands"].map((folder) => join(src, folder)));
const told = sentencesOf(
  ["plan", "matrix", "sync", "assessment", "excel", "documents"].map((folder) => join(src, folder)),
);
const translations = english as Readonly<Record<string, string>>;
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!))].sort();
/** The Chinese sentence that a translation belongs to; English has a singular and a plural. */
const plain = (key: string): string => key.replace(/_(?:one|other)$/, "");

/** Sentences that are looked up by their subject. */
const byName = [
  ...statusKeys.flatMap((key) => [statusText(key), statuses[key].explanation]),
  ...Object.values(kindNames),
  ...Object.values(stateNames),
  elsewhere,
  nobody,
  ...seriesMarks,
];

const read = (...path: string[]): string => readFileSync(join(src, ...path), "utf8");
const named = (code: string, pattern: RegExp): string[] => [...code.matchAll(pattern)].map(([, name]) => name!);

/** Every code that a failure of `src/excel` may have, Excel's own included: those of the table. */
const failureRows = Object.entries(failureSentences).map(([key, text]) => ({
  code: codeOfRow(key as FailureKey),
  text,
}));
const failureCodes = (): string[] => [...new Set(failureRows.map(({ code }) => code))];

/** The reasons why a plan's file cannot be read, and why a returned form is not taken. */
const fileProblems = (): string[] =>
  named(read("documents", "plan-files", "plan-file-error.ts"), /^ {2}(\w+): \[\s*"/gm);
const formProblems = (): string[] => named(read("assessment", "form-problems.ts"), /^ {2}(\w+): \(/gm);

function isInEveryRow(key: string, name: string): boolean {
  const rows = failureRows.filter(({ code }) => failureKey(code) === key);
  return rows.length > 0 && rows.every(({ text }) => placeholders(text).includes(name));
}

const wanted = new Set([
  ...asked.keys(),
  ...told.asked.keys(),
  ...byName,
  ...[...failureCodes(), ...fileProblems()].map(failureKey),
  ...formProblems().map(refusalKey),
]);
const there = new Set(Object.keys(translations).map(plain));

describe("the pane in its second language", () => {
  it("finds what it says in the code", () => {
    expect(asked.size).toBeGreaterThan(200);
    expect(told.asked.size).toBeGreaterThan(120);
    expect(failureCodes()).toEqual(expect.arrayContaining(["NoMatrix", "OthersAtWork", "AccessDenied"]));
    expect(fileProblems()).toEqual(expect.arrayContaining(["archive", "zipBomb"]));
    expect(formProblems()).toEqual(expect.arrayContaining(["noForm", "otherFormat"]));
  });

  it("sees text of every sort that is not handed to t", () => {
    const texts: Texts = { asked: new Map(), untranslatable: [] };
    textsIn(
      'const a = <p title="题" id={`甲${b}乙`}>字{t("句 {{n}}", { n })}</p>;\nconst c = names.join("、") + t(d ? "此" : "彼");',
      "a.tsx",
      texts,
    );
    expect(texts).toEqual({
      asked: new Map([["句 {{n}}", [["n"]]]]),
      untranslatable: [
        'a.tsx:1 "题"',
        "a.tsx:1 `甲${",
        "a.tsx:1 }乙`",
        "a.tsx:1 字",
        'a.tsx:2 "、"',
        'a.tsx:2 "此"',
        'a.tsx:2 "彼"',
      ],
    });
  });

  it("sees what the code below the pane has to tell, and what in it could not be translated", () => {
    const texts: Texts = { asked: new Map(), untranslatable: [] };
    sentencesIn(
      'const a = "表"; const b = sentence("句 {{n}}", { n: sentence("中", { m: 1 }), o: c ? "此" : a }); sentence(a); sentence(`甲${b}`);',
      "b.ts",
      texts,
    );
    expect(texts).toEqual({
      asked: new Map([
        ["句 {{n}}", [["n", "o"]]],
        ["中", [["m"]]],
      ]),
      untranslatable: ['b.ts:1 "此"', "b.ts:1 sentence(a)", "b.ts:1 sentence(`甲${b}`)", "b.ts:1 `甲${"],
    });
  });

  it("has no Chinese text that is not handed to t, and none in sentences of the code below that has no key", () => {
    expect([...untranslatable, ...told.untranslatable]).toEqual([]);
  });

  it("has an English sentence for every Chinese one, and none too many", () => {
    expect({
      missingInEnUsJson: [...wanted].filter((text) => !there.has(text)),
      unusedInEnUsJson: [...there].filter((text) => !wanted.has(text)),
    }).toEqual({ missingInEnUsJson: [], unusedInEnUsJson: [] });
    expect(Object.entries(translations).filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("is given, at every place that asks, what stands in the sentence", () => {
    for (const [text, places] of [...asked, ...told.asked])
      for (const given of places) expect({ text, given }).toEqual({ text, given: placeholders(text) });
  });

  it("puts the same things into both", () => {
    for (const [key, text] of Object.entries(translations)) {
      if (key.startsWith("refusal "))
        expect({ key, told: placeholders(text).filter((name) => name !== "about") }).toEqual({ key, told: [] });
      // A code with several Chinese sentences has one in English, which may use the values that all of them contain.
      else if (key.startsWith("failure "))
        expect({ key, untold: placeholders(text).filter((name) => !isInEveryRow(key, name)) }).toEqual({
          key,
          untold: [],
        });
      // A singular may leave out its number.
      else
        expect({ key, told: placeholders(key.endsWith("_one") ? `${text}{{count}}` : text) }).toEqual({
          key,
          told: placeholders(plain(key)),
        });
    }
  });

  it("has no Chinese in it, other than the names that stand in the workbook", () => {
    for (const [key, text] of Object.entries(translations))
      expect({ key, chinese: text.replace(/“[^”]*”/g, "").match(/[\p{Script=Han}，。；：、（）]+/gu) ?? [] }).toEqual({
        key,
        chinese: [],
      });
  });

  it("has a singular and a plural wherever it counts, unless the number stands apart in brackets", () => {
    for (const text of there) {
      const forms = [text, `${text}_one`, `${text}_other`].filter((key) => key in translations);
      const isApart = translations[text]?.includes("({{count}})");
      expect(forms).toEqual(
        placeholders(text).includes("count") && !isApart ? [`${text}_one`, `${text}_other`] : [text],
      );
    }
  });
});
