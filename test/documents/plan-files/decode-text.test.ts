import { readPlanFile } from "../../../src/documents/plan-files";
import { inChinese } from "../../../src/plan/sentence";

const TEXT = "某县方案\n1.修路。（牵头单位：县交通局；责任单位：县财政局）\n";
/** `TEXT` in GBK. */
const GBK = Uint8Array.from(
  "c4b3cfd8b7bdb0b80a312ed0dec2b7a1a3a3a8c7a3cdb7b5a5cebba3bacfd8bdbbcda8bed6a3bbd4f0c8ceb5a5cebba3bacfd8b2c6d5febed6a3a90a".match(
    /../g,
  )!,
  (pair) => parseInt(pair, 16),
);
const utf16 = (big: boolean, mark: boolean): Uint8Array => {
  const text = (mark ? "\ufeff" : "") + TEXT;
  return Uint8Array.from(
    [...text].flatMap((c) =>
      big ? [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255] : [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8],
    ),
  );
};

describe("the encoding of a text", () => {
  it.each<[string, Uint8Array]>([
    ["UTF-8", new TextEncoder().encode(TEXT)],
    ["UTF-8 with its mark", new TextEncoder().encode(`\ufeff${TEXT}`)],
    ["GBK", GBK],
    ["UTF-16, little end first, with its mark", utf16(false, true)],
    ["UTF-16, little end first, without a mark", utf16(false, false)],
    ["UTF-16, big end first, with its mark", utf16(true, true)],
    ["UTF-16, big end first, without a mark", utf16(true, false)],
    ["GB18030 with its mark", Uint8Array.from([0x84, 0x31, 0x95, 0x33, ...GBK])],
  ])("is told from the bytes: %s", async (_, bytes) => expect((await readPlanFile("方案.txt", bytes)).text).toBe(TEXT));

  it("passes single bad bytes over, and says how many characters are lost", async () => {
    const bytes = Uint8Array.from(GBK);
    bytes[12] = 0xff;
    const { text, notes } = await readPlanFile("方案.txt", bytes);
    expect(text).toContain("（牵头单位：县交通局；责任单位：县财政局）");
    expect(notes.map(inChinese)).toEqual([
      "文件按 GB18030（GBK） 编码读取。",
      expect.stringMatching(/^有 [12] 个字无法识别，原文中以“\ufffd”表示/),
    ]);
  });

  it("is not guessed from a text of ASCII", async () =>
    expect((await readPlanFile("plan.txt", new TextEncoder().encode("abcd efgh\n".repeat(50)))).text).toMatch(/^abcd/));

  it.each<[what: string, bytes: Uint8Array, code: string]>([
    [
      "one in nine of whose characters is a question mark",
      new TextEncoder().encode(`${"任".repeat(179)}${"?".repeat(20)}`),
      "lostCharacters",
    ],
    ["with a character that no text has", Uint8Array.from([0x61, 0x00, 0x62]), "binary"],
    [
      "one in fifty of whose characters is a control character",
      new TextEncoder().encode(`${"a".repeat(97)}\u0001\u0001\u0001`),
      "binary",
    ],
    [
      "of bytes that no encoding takes",
      Uint8Array.from(Array.from({ length: 60 }, (_, k) => (k % 3 === 0 ? 0xff : 0x41))),
      "binary",
    ],
  ])("of a text %s is refused", async (_, bytes, code) =>
    expect(readPlanFile("方案.txt", bytes)).rejects.toMatchObject({ code }),
  );

  it.each<[what: string, text: string]>([
    ["with fewer question marks", "任".repeat(9) + "?".repeat(19)],
    ["with a smaller share of question marks", "任".repeat(180) + "?".repeat(20)],
    ["with a control character here and there", `${"a".repeat(98)}\u0001\u0001`],
  ])("of a text %s is told", async (_, text) =>
    expect((await readPlanFile("方案.txt", new TextEncoder().encode(text))).text).toHaveLength(text.length),
  );

  it("is UTF-16 only of whole pairs, nearly all of which are usual", async () => {
    const odd = utf16(false, false);
    await expect(readPlanFile("方案.txt", odd.slice(0, -1))).rejects.toMatchObject({ code: "binary" });
    const pairs = (rare: number): Uint8Array =>
      Uint8Array.from([...Array.from({ length: 100 }, (_, k) => (k < rare ? [0xb1, 0x12] : [0xb1, 0x5e])).flat()]);
    expect((await readPlanFile("方案.txt", pairs(10))).text).toBe("\u12b1".repeat(10) + "\u5eb1".repeat(90));
    const notes = (await readPlanFile("方案.txt", pairs(11)).catch(() => undefined))?.notes.map(inChinese) ?? [];
    expect(notes).not.toContain("文件按 UTF-16 编码读取。");
  });

  it("is said where it is not the usual one", async () => {
    const notesOf = async (bytes: Uint8Array): Promise<string[]> =>
      (await readPlanFile("方案.txt", bytes)).notes.map(inChinese);
    expect(await notesOf(new TextEncoder().encode(TEXT))).toEqual([]);
    expect(await notesOf(utf16(true, false))).toEqual(["文件按 UTF-16 编码读取。"]);
    expect(await notesOf(GBK)).toEqual(["文件按 GB18030（GBK） 编码读取。"]);
  });
});
