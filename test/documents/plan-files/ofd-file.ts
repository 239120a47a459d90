import JSZip from "jszip";

/** An OFD document: the contents of its pages, and a header that they share. */
export async function ofdFile(pages: readonly string[]): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file("OFD.xml", "<ofd:OFD><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
  zip.file(
    "Doc_0/Document.xml",
    `<ofd:Document><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID="9" BaseLoc="T.xml"/></ofd:CommonData><ofd:Pages>${pages.map((_, k) => `<ofd:Page ID="${k}" BaseLoc="Pages/P${k}.xml"/>`).join("")}</ofd:Pages></ofd:Document>`,
  );
  zip.file(
    "Doc_0/T.xml",
    `<ofd:Page><ofd:Content><ofd:Layer>${text("某县文件", 90, 15)}</ofd:Layer></ofd:Content></ofd:Page>`,
  );
  pages.forEach((content, k) =>
    zip.file(
      `Doc_0/Pages/P${k}.xml`,
      `<ofd:Page><ofd:Template TemplateID="9"/><ofd:Content><ofd:Layer>${content}</ofd:Layer></ofd:Content></ofd:Page>`,
    ),
  );
  return zip.generateAsync({ type: "uint8array" });
}
/** Words from a place on, in millimetres; `y` is their baseline. */
export const text = (words: string, x: number, y: number, more = ""): string =>
  `<ofd:TextObject Boundary="${x} ${y - 5} 100 7" Size="5" ${more}><ofd:TextCode X="0" Y="5" DeltaX="g ${words.length - 1} 5">${words}</ofd:TextCode></ofd:TextObject>`;
export const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `<ofd:PathObject Boundary="0 0 210 297"><ofd:AbbreviatedData>M ${x1} ${y1} L ${x2} ${y2}</ofd:AbbreviatedData></ofd:PathObject>`;
