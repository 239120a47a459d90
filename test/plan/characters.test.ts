import fc from "fast-check";
import { cleanText } from "../../src/plan/characters";

describe("cleanText", () => {
  it("takes spaces and tabs out of Chinese text and keeps one between Latin words", () => {
    expect(cleanText("到 2025年，推广\tRCEP  Office 平台").text).toBe("到2025年，推广RCEP Office平台");
  });

  it("takes out byte order marks, zero-width characters and the residue of Word fields", () => {
    expect(cleanText("\ufeff科\u200b普[bookmark: _GoBack]周\u00ad").text).toBe("科普周");
  });

  it("keeps a bracket that is no residue", () => {
    expect(cleanText("[责任单位]").text).toBe("[责任单位]");
    expect(cleanText("【注意】市教育局").text).toBe("【注意】市教育局");
  });

  it("reads a label in brackets as one with a colon, and prints it as it stands", () => {
    const clean = cleanText("【牵头单位】市教育局【责任单位】 市财政局");
    expect(clean.text).toBe("牵头单位:市教育局责任单位:市财政局");
    expect(clean.span(0, 5)).toEqual([1, 6]);
    expect(cleanText("〔责任单位〕：市教育局").text).toBe("责任单位:市教育局");
    expect(cleanText("【主管部门】应当加强监管。【有关部门】要协同。").text).toBe(
      "【主管部门】应当加强监管。【有关部门】要协同。",
    );
    expect(cleanText("【责任单位：市教育局】").text).toBe("【责任单位:市教育局】");
  });

  it.each([
    ["（１）３．５％：", "(1)3.5%:"],
    ["﹒﹕﹙﹚", ".:()"],
    ["⼀、⼆", "一、二"],
    ["甲，乙；丙", "甲，乙；丙"],
  ])("brings %s to one form", (source, text) => {
    expect(cleanText(source).text).toBe(text);
  });

  it("turns every kind of line break into one", () => {
    expect(cleanText("甲\r\n乙\r丙\u2028丁\f戊").text).toBe("甲\n乙\n丙\n丁\n戊");
  });

  it("keeps tabs in the rows of a table only, and in rows whose first cells are merged", () => {
    const { text } = cleanText("\t(一)总则\n任务\t牵头\t责任\n\t市教育局\n正\t文");
    expect(text).toBe("(一)总则\n任务\t牵头\t责任\n\t市教育局\n正\t文".replace("正\t文", "正\t文"));
    expect(cleanText("有效提高\t公众").text).toBe("有效提高公众");
  });

  it("gives the characters as printed, brackets and all", () => {
    const clean = cleanText("建 设（含科技馆)");
    expect(clean.printed(0, clean.text.length)).toBe("建设（含科技馆)");
  });

  it("says where white space was taken out", () => {
    const clean = cleanText("市教育局 市财政局");
    expect(clean.gapBefore(4)).toBe(true);
    expect(clean.gapBefore(3)).toBe(false);
  });

  it("leads every position back: spans are in order, inside the source, and one code unit long", () => {
    const piece = fc.constantFrom(
      " ",
      "\t",
      "\n",
      "\r\n",
      "\u200b",
      "（",
      "１",
      "a",
      "局",
      "、",
      "[bookmark: x]",
      "\u3000",
      "。",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const source = pieces.join("");
        const clean = cleanText(source);
        let last = -1;
        for (let i = 0; i < clean.text.length; i++) {
          const [start, end] = clean.span(i, i + 1);
          expect(end - start).toBe(1);
          expect(start).toBeGreaterThan(last);
          expect(end).toBeLessThanOrEqual(source.length);
          last = start;
        }
      }),
    );
  });

  it("gives a span of a stretch that begins and ends with its own characters", () => {
    const source = "甲 乙\u200b 丙";
    const clean = cleanText(source);
    const [start, end] = clean.span(1, 3);
    expect(source.slice(start, end)).toBe("乙\u200b 丙");
  });

  it("takes a tab far below a table for a blank", () => {
    const rows = "序号\t任务\t责任单位\n1\t修路\t县交通局\n2\t架桥\t县水利局";
    expect(cleanText(`${rows}\n甲\n乙\n丙\n丁\n戊\n己\n说明\t如下`).text).toBe(
      `${rows}\n甲\n乙\n丙\n丁\n戊\n己\n说明如下`,
    );
  });
});
