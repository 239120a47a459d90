import { settleRoles } from "../../../src/plan/attribution/roles";
import { cleanText } from "../../../src/plan/characters";
import { readTokens } from "../../../src/plan/notations/read-tokens";
import { descriptionOf } from "../../../src/plan/notations/descriptions";
import { LABELS_OF_ROWS, NOTATIONS } from "../../../src/plan/notations/table";
import { inChinese } from "../../../src/plan/sentence";
import { nothingKnown, tokensOf } from "../../../src/plan/tokens/tokens";

const read = (words: string, where: "lists" | "sentences") =>
  readTokens(
    tokensOf(cleanText(words).text, () => false, { ...nothingKnown, labels: LABELS_OF_ROWS }),
    where,
  );

describe("the table of notations", () => {
  it.each(NOTATIONS.map((row) => [row.id, row.example, row] as const))(
    "%s: %s reads as it says, by that row",
    (id, example, row) => {
      const parsed = read(example, row.where === "sentences" ? "sentences" : "lists");
      const roles = settleRoles(parsed, parsed.firstLeads);
      const names = (indices: readonly number[]): string => indices.map((k) => parsed.entries[k]!.name).join("+");
      expect([names(roles.lead), names(roles.responsible), names(roles.groups)].join("|")).toBe(row.expected);
      expect(parsed.matches.map(({ notation }) => notation)).toContain(id);
    },
  );

  it("has an id for each row, once", () => expect(new Set(NOTATIONS.map(({ id }) => id)).size).toBe(NOTATIONS.length));

  it("says in words of every row by what was read", () => {
    for (const { id } of NOTATIONS) expect(inChinese(descriptionOf(id))).toMatch(/[\u4e00-\u9fff]{4}/);
  });

  it.each([
    ["市教育局", "a name alone says nothing in a sentence"],
    ["各学校、各街道", "nor do collective names"],
    ["建立台账，持续推进", "words without names"],
    ["2025年底前完成", "a time limit"],
  ])("reads nothing of %s in a sentence: %s", (words) => expect(read(words, "sentences").entries).toEqual([]));

  it.each(["0.5分", "含科技馆、少年宫", "2025年底前完成", "以下简称市专班", "资金来源:省级补助"])(
    "reads nobody in (%s)",
    (words) => {
      const { entries, hasLabel } = read(words, "lists");
      expect(entries.filter(({ plausible, role }) => plausible && role !== "bare")).toEqual([]);
      expect(hasLabel).toBe(false);
    },
  );
});
