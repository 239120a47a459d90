import { readTxt } from "../../../src/documents/plan-files/txt/read";
import { inChinese } from "../../../src/plan/sentence";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("plain text", () => {
  it.each(["", " \n\t\r\n", "\ufeff", "\ufeff　\n"])("of nothing but blanks (%j) is empty", (text) =>
    expect(() => readTxt(utf8(text))).toThrow(expect.objectContaining({ code: "empty" })),
  );

  it("has line ends of one kind and no byte order mark, and no note where it is UTF-8", () => {
    const { content, notes } = readTxt(utf8("\ufeff某县方案\r\n1.修路。\r2.架桥。\n"));
    expect([content, notes.map(inChinese)]).toEqual(["某县方案\n1.修路。\n2.架桥。\n", []]);
  });
});
