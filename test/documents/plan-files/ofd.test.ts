import JSZip from "jszip";
import { readPlanFile } from "../../../src/documents/plan-files";
import { line, ofdFile, text } from "./ofd-file";

describe("an OFD document", () => {
  it("is read from its placed text, heads that its pages share left out", async () => {
    const { text: read, kind } = await readPlanFile(
      "方案",
      await ofdFile([text("一、任务", 20, 60) + text("修路。", 20, 70), text("二、保障", 20, 60)]),
    );
    expect([read, kind]).toEqual(["一、任务\n修路。\n二、保障", "ofd"]);
  });

  it("keeps a table that lines draw", async () => {
    const lines =
      [60, 70, 80].map((y) => line(20, y, 180, y)) + [20, 60, 120, 180].map((x) => line(x, 60, x, 80)).join("");
    const words =
      text("任务", 25, 67) +
      text("牵头单位", 65, 67) +
      text("责任单位", 125, 67) +
      text("修路", 25, 77) +
      text("县交通局", 65, 77) +
      text("县财政局", 125, 77);
    const { text: read } = await readPlanFile("方案.ofd", await ofdFile([lines.replace(/,/g, "") + words]));
    expect(read).toBe("某县文件\n\u001d任务\t牵头单位\t责任单位\n修路\t县交通局\t县财政局\u001d");
  });

  it("is said to be a scan where its pages hold no text", async () => {
    const zip = new JSZip();
    zip.file("OFD.xml", "<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>");
    zip.file("D.xml", '<Document><Pages><Page BaseLoc="P.xml"/></Pages></Document>');
    zip.file("P.xml", "<Page><Content><Layer><ImageObject/></Layer></Content></Page>");
    await expect(readPlanFile("方案.ofd", await zip.generateAsync({ type: "uint8array" }))).rejects.toMatchObject({
      code: "scannedOfd",
    });
  });
});
