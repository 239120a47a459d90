import { readPlanFile } from "../../../src/documents/plan-files";
import { inChinese } from "../../../src/plan/sentence";

const read = (body: string, styles = "") =>
  readPlanFile(
    "方案.doc",
    new TextEncoder().encode(
      `<?xml version="1.0"?><w:wordDocument xmlns:w="w" xmlns:wx="wx"><w:styles>${styles}</w:styles>${body}</w:wordDocument>`,
    ),
  );
const paragraph = (text: string, properties = ""): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const numbered = (number: string): string => `<w:listPr><wx:t wx:val="${number}"/></w:listPr>`;

describe("a document in Word 2003's XML", () => {
  it("is read with the numbers that it stores beside its lists", async () => {
    const { text, kind, notes } = await read(
      `<w:body>${paragraph("方案")}${paragraph("目标", numbered("一、"))}${paragraph("修路", numbered("第一条"))}</w:body>`,
    );
    expect([text, kind, notes]).toEqual(["方案\n一、目标\n第一条 修路", "wordXml", []]);
  });

  it("leaves hidden text out by its styles, and says so", async () => {
    const { text, notes } = await read(
      `<w:body>${paragraph("甲")}${paragraph("藏", '<w:pStyle w:val="H"/>')}</w:body>`,
      '<w:style w:type="paragraph" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>',
    );
    expect([text, notes.map(inChinese)]).toEqual(["甲", ["已略去 1 处隐藏文字。"]]);
  });

  it("is refused without a body", async () => {
    await expect(read("")).rejects.toMatchObject({ code: "corrupt" });
  });
});
