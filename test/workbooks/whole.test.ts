import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { madeWorkbooks, packageOf } from "./packages";
import { notKept } from "./whole";

describe("what is not kept of a workbook", () => {
  const before = packageOf(madeWorkbooks["a chart"]!);
  const changed = (change: Record<string, (xml: string) => string | undefined>): Uint8Array =>
    zipSync(
      Object.fromEntries(
        Object.entries(unzipSync(before)).flatMap(([path, bytes]) => {
          const text = change[path] ? change[path](strFromU8(bytes)) : strFromU8(bytes);
          return text === undefined ? [] : [[path, strToU8(text)]];
        }),
      ),
    );

  it.each<[string, Record<string, (xml: string) => string | undefined>, string[]]>([
    ["nothing", {}, []],
    ["a part that is gone", { "xl/charts/chart1.xml": () => undefined }, ["gone: xl/charts/chart1.xml"]],
    [
      "a part that is another",
      { "xl/worksheets/sheet1.xml": (xml) => xml.replace("<v>2</v>", "<v>3</v>") },
      ["changed: xl/worksheets/sheet1.xml"],
    ],
    [
      "a sheet of the workbook",
      { "xl/workbook.xml": (xml) => xml.replace(/<sheet [^>]*>/, "") },
      ['gone from xl/workbook.xml: <sheet name="表 1" sheetId="1" r:id="rId1"/>'],
    ],
    [
      "a font, where another has come",
      { "xl/styles.xml": (xml) => xml.replace("宋体", "黑体") },
      ['gone from xl/styles.xml: <name val="宋体"/>'],
    ],
    [
      "nothing, where a sheet has come",
      { "xl/workbook.xml": (xml) => xml.replace("</sheets>", '<sheet name="新" sheetId="2" r:id="rId9"/></sheets>') },
      [],
    ],
  ])("is %s", (_, change, lost) => {
    expect(notKept(before, changed(change)).map((line) => Buffer.from(line, "latin1").toString("utf8"))).toEqual(lost);
  });
});
