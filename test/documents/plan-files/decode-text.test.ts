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
});
