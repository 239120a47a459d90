import JSZip from "jszip";
import { readPlanFile } from "../../../src/documents/plan-files";

async function ofd(...pages: string[]): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file("OFD.xml", "<ofd:OFD><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
  zip.file("Doc_0/Document.xml", `<ofd:Document><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID="9" BaseLoc="T.xml"/></ofd:CommonData><ofd:Pages>${pages.map((_, k) => `<ofd:Page ID="${k}" BaseLoc="Pages/P${k}.xml"/>`).join("")}</ofd:Pages></ofd:Document>`);
  zip.file("Doc_0/T.xml", `<ofd:Page><ofd:Content><ofd:Layer>${text("某县文件", 90, 15)}</ofd:Layer></ofd:Content></ofd:Page>`);
  pages.forEach((content, k) => zip.file(`Doc_0/Pages/P${k}.xml`, `<ofd:Page><ofd:Template TemplateID="9"/><ofd:Content><ofd:Layer>${content}</ofd:Layer></ofd:Content></ofd:Page>`));
  return zip.generateAsync({ type: "uint8array" });
}
const text = (words: string, x: number, y: number, more = ""): string => `<ofd:TextObject Boundary="${x} ${y - 5} 100 7" Size="5" ${more}><ofd:TextCode X="0" Y="5" DeltaX="g ${words.length - 1} 5">${words}</ofd:TextCode></ofd:TextObject>`;
const line = (x1: number, y1: number, x2: number, y2: number): string => `<ofd:PathObject Boundary="0 0 210 297"><ofd:AbbreviatedData>M ${x1} ${y1} L ${x2} ${y2}</ofd:AbbreviatedData></ofd:PathObject>`;

describe("an OFD document", () => {
  it("is read from its placed text, heads that its pages share left out", async () => {
    const { text: read, kind } = await readPlanFile("方案", await ofd(text("一、任务", 20, 60) + text("修路。", 20, 70), text("二、保障", 20, 60)));
    expect([read, kind]).toEqual(["一、任务\n修路。\n二、保障", "ofd"]);
  });

  it("keeps a table that lines draw", async () => {
    const lines = [60, 70, 80].map((y) => line(20, y, 180, y)) + [20, 60, 120, 180].map((x) => line(x, 60, x, 80)).join("");
    const words = text("任务", 25, 67) + text("牵头单位", 65, 67) + text("责任单位", 125, 67) + text("修路", 25, 77) + text("县交通局", 65, 77) + text("县财政局", 125, 77);
    const { text: read } = await readPlanFile("方案.ofd", await ofd(lines.replace(/,/g, "") + words));
    expect(read).toBe("某县文件\n\u001d任务\t牵头单位\t责任单位\n修路\t县交通局\t县财政局\u001d");
  });

  it("is said to be a scan where its pages hold no text", async () => {
    const zip = new JSZip();
    zip.file("OFD.xml", "<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>");
    zip.file("D.xml", '<Document><Pages><Page BaseLoc="P.xml"/></Pages></Document>');
    zip.file("P.xml", "<Page><Content><Layer><ImageObject/></Layer></Content></Page>");
    await expect(readPlanFile("方案.ofd", await zip.generateAsync({ type: "uint8array" }))).rejects.toMatchObject({ code: "scannedOfd" });
  });
});
