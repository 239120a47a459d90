import { formatListNumber } from "../../../src/documents/plan-files/list-number-format";
import { readPlanFile } from "../../../src/documents/plan-files";
import { abstract, level, list, numbered, paragraph, wordFile } from "./word-file";

async function linesOf(parts: Parameters<typeof wordFile>[0]): Promise<string[]> {
  return (await readPlanFile("方案.docx", await wordFile(parts))).text.split("\n");
}

describe("formatNumber", () => {
  it.each([
    ["chineseCounting", 1, "一"],
    ["chineseCounting", 9, "九"],
    ["chineseCounting", 10, "十"],
    ["chineseCounting", 12, "十二"],
    ["chineseCounting", 19, "十九"],
    ["chineseCountingThousand", 20, "二十"],
    ["chineseCountingThousand", 100, "一百"],
    ["chineseCountingThousand", 105, "一百零五"],
    ["chineseCountingThousand", 110, "一百一十"],
    ["chineseCountingThousand", 1005, "一千零五"],
    ["chineseCountingThousand", 2050, "二千零五十"],
    ["chineseCountingThousand", 9999, "九千九百九十九"],
    ["chineseCountingThousand", 10_000, "10000"],
    ["japaneseCounting", 31, "三十一"],
    ["ideographTraditional", 3, "丙"],
    ["ideographTraditional", 10, "癸"],
    ["ideographTraditional", 11, "11"],
    ["ideographZodiac", 2, "丑"],
    ["ideographZodiac", 13, "13"],
    ["ideographDigital", 105, "一〇五"],
    ["japaneseDigitalTenThousand", 12, "一二"],
    ["ideographEnclosedCircle", 10, "㊉"],
    ["ideographEnclosedCircle", 11, "十一"],
    ["decimal", 7, "7"],
    ["decimalZero", 7, "07"],
    ["decimalFullWidth", 12, "１２"],
    ["decimalEnclosedCircle", 1, "①"],
    ["decimalEnclosedCircleChinese", 20, "⑳"],
    ["decimalEnclosedCircle", 21, "㉑"],
    ["decimalEnclosedCircle", 35, "㉟"],
    ["decimalEnclosedCircle", 36, "㊱"],
    ["decimalEnclosedCircle", 50, "㊿"],
    ["decimalEnclosedCircle", 51, "51"],
    ["decimalEnclosedParen", 2, "⑵"],
    ["decimalEnclosedParen", 20, "⒇"],
    ["decimalEnclosedParen", 21, "(21)"],
    ["decimalEnclosedFullstop", 20, "⒛"],
    ["decimalEnclosedFullstop", 21, "21."],
    ["lowerLetter", 26, "z"],
    ["lowerLetter", 27, "aa"],
    ["lowerLetter", 53, "aaa"],
    ["lowerLetter", 26 * 30, "z".repeat(20)],
    ["upperLetter", 2, "B"],
    ["lowerRoman", 14, "xiv"],
    ["upperRoman", 9, "IX"],
    ["upperRoman", 4999, "MMMMCMXCIX"],
    ["upperRoman", 5000, "5000"],
    ["chineseLegalSimplified", 12, "壹拾贰"],
    ["chineseLegalSimplified", 205, "贰佰零伍"],
    ["bullet", 3, ""],
    ["bullet", 0, ""],
    ["none", 0, ""],
    ["chineseCounting", 0, "0"],
    ["toString", 4, "4"],
  ])("writes %s %i as %s", (format, value, written) => expect(formatListNumber(value, format)).toBe(written));
});

describe("automatic numbering in a .docx", () => {
  const outline = abstract(
    5,
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
  );

  it("restores the numbers of an outline and starts lower levels again", async () => {
    const body = [
      numbered("总体要求"),
      numbered("主要任务"),
      numbered("强基础", 1),
      numbered("建设驿站3个", 2),
      numbered("培训120人", 2),
      numbered("优服务", 1),
      numbered("上门办理", 2),
    ].join("");
    expect(await linesOf({ body, numbering: outline + list(1, 5) })).toEqual([
      "一、总体要求",
      "二、主要任务",
      "（一）强基础",
      "1.建设驿站3个",
      "2.培训120人",
      "（二）优服务",
      "1.上门办理",
    ]);
  });

  it("counts on through chapters where a level never restarts", async () => {
    const numbering =
      abstract(5, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')) +
      list(1, 5);
    expect(
      await linesOf({
        body: [numbered("甲"), numbered("子", 1), numbered("乙"), numbered("丑", 1)].join(""),
        numbering,
      }),
    ).toEqual(["一、甲", "1.子", "二、乙", "2.丑"]);
  });

  it("starts a list again at its override, once, and counts on without one", async () => {
    const numbering =
      outline +
      list(1, 5) +
      list(2, 5, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>') +
      list(3, 5);
    const body = [
      numbered("甲"),
      numbered("乙"),
      numbered("丙", 0, 3),
      numbered("丁", 0, 2),
      numbered("戊", 0, 2),
    ].join("");
    expect(await linesOf({ body, numbering })).toEqual(["一、甲", "二、乙", "三、丙", "一、丁", "二、戊"]);
  });

  it("writes 第二条 and 2.1 where a level is legal", async () => {
    const numbering =
      abstract(5, level(0, "chineseCounting", "第%1条", "", 2), level(1, "decimal", "%1.%2", "<w:isLgl/>")) +
      list(1, 5);
    expect(await linesOf({ body: [numbered("适用范围"), numbered("本县全域", 1)].join(""), numbering })).toEqual([
      "第二条 适用范围",
      "2.1 本县全域",
    ]);
  });

  it("keeps a number apart from digits that follow it", async () => {
    expect(await linesOf({ body: numbered("5个乡镇通公交", 2), numbering: outline + list(1, 5) })).toEqual([
      "1. 5个乡镇通公交",
    ]);
  });

  it("takes numbering from the paragraph's style, with its level from the definition", async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="H2"/></w:style>';
    const numbering =
      abstract(5, level(0, "decimal", "%1."), level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H2"/>')) +
      list(1, 5);
    const body =
      paragraph("强基础", '<w:pStyle w:val="Mine"/>') +
      paragraph("无编号", '<w:pStyle w:val="H2"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
      paragraph("优服务", '<w:pStyle w:val="H2"/>');
    expect(await linesOf({ body, numbering, styles })).toEqual(["（一）强基础", "无编号", "（二）优服务"]);
  });
});
