import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateMatrix } from "../../src/excel/generate";
import { loadPlan } from "../../src/excel/store";
import { changeView, choosePaper } from "../../src/excel/views";
import { openHost, type Host } from "../../src/host/node";
import { saveXlsx } from "../../src/host/xlsx/save";
import { pageMargins } from "../../src/matrix/build";
import type { Plan } from "../../src/plan/model";
import { sync } from "../excel/sync/workbooks";
import { bundledPlan } from "../plans";
import { convertWithLibreOffice } from "../tools/libreoffice";
import { describeWith } from "../tools/programs";

/** 43 units; some names are as long as the names of branches can be. */
function manyUnits(): Plan {
  const plan = bundledPlan();
  const branch = (index: number): string =>
    `内蒙古自治区烟草公司鄂尔多斯市公司达拉特旗第${"一二三四五六七"[index]!}分公司`;
  return {
    ...plan,
    units: [...plan.units, ...Array.from({ length: 7 }, (_, index) => ({ name: branch(index), aliases: [] }))],
  };
}

interface Word {
  text: string;
  left: number;
  right: number;
}

interface Printed {
  size: [width: number, height: number];
  words: Word[];
}

describeWith(["LibreOffice"], "the matrix printed by LibreOffice", () => {
  const folder = mkdtempSync(join(tmpdir(), "print-"));
  let host: Host;

  beforeAll(async () => {
    host = openHost();
    Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });
    await generateMatrix(manyUnits(), 2023);
  }, 120_000);
  afterAll(() => {
    host?.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The pages, with the words on them; only the matrix's sheet is in the file. */
  async function print(name: string): Promise<Printed[]> {
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("责任矩阵").activate();
      await context.sync();
    });
    const file = join(folder, `${name}.xlsx`);
    writeFileSync(file, await saveXlsx(host.book));
    const html = execFileSync("pdftotext", ["-bbox", convertWithLibreOffice(file, "pdf", folder), "-"], {
      encoding: "utf8",
      maxBuffer: 64_000_000,
    });
    return html
      .split("<page ")
      .slice(1)
      .map((page) => {
        const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(page)!;
        const words = [...page.matchAll(/<word xMin="([\d.-]+)"[^>]*xMax="([\d.-]+)"[^>]*>([^<]*)</g)].map(
          ([, left, right, text]) => ({ text: text!, left: Number(left), right: Number(right) }),
        );
        return { size: [Math.round(Number(width)), Math.round(Number(height))], words };
      });
  }

  /** From the first word that begins with one pattern to the last that ends with the other. */
  const span = ({ words }: Printed, first: RegExp, last: RegExp): [left: number, right: number] => [
    words.find(({ text }) => first.test(text))!.left,
    words.filter(({ text }) => last.test(text)).reduce((most, { right }) => Math.max(most, right), 0),
  ];

  const checkPage = (page: Printed): void => {
    for (const word of page.words) {
      expect([
        word.text,
        word.left >= pageMargins.left - 4,
        word.right <= page.size[0] - pageMargins.right + 4,
      ]).toEqual([word.text, true, true]);
    }
  };

  it("has its title at the head of A3, every text within the margins, and the header on each of its pages", async () => {
    const pages = await print("whole");
    expect(pages.map(({ size }) => size)).toEqual(pages.map(() => [1191, 842]));
    const [left, right] = span(pages[0]!, /^达拉特旗全民/, /责任矩阵$/);
    expect(left).toBeLessThan(pageMargins.left + 12);
    // The title has thirty characters, in large letters.
    expect(right - left).toBeGreaterThan(300);
    for (const page of pages) {
      checkPage(page);
      expect(page.words.map(({ text }) => text)).toEqual(expect.arrayContaining(["序号", "状态", "备注"]));
    }
    expect(pages.length).toBeLessThanOrEqual(2);
  }, 180_000);

  it("is readable on A4 when one unit and no years are shown, legend and all", async () => {
    await changeView({ unit: "unit:旗农牧局", years: "none" });
    await choosePaper("a4");
    const pages = await print("unit");
    expect(pages.map(({ size }) => size)).toEqual(pages.map(() => [842, 595]));
    for (const page of pages) checkPage(page);
    const texts = pages.flatMap(({ words }) => words.map(({ text }) => text));
    expect(texts.join("")).toContain("▲未完成");
    expect(texts.join("")).not.toContain("2022年");
    expect(texts.some((text) => text.startsWith("四(四)6"))).toBe(false);
  }, 180_000);

  it("of the earlier layout, brought in step, prints as before: A3, one page wide, its header on each page", async () => {
    const earlier = await openHost({
      file: new Uint8Array(readFileSync(join(__dirname, "../earlier-layout/matrix.xlsx"))),
    });
    host.dispose();
    host = earlier;
    Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });
    const plan = (await loadPlan())!;
    await sync(plan);
    const pages = await print("earlier");
    // The records beside it (下发记录, 填报明细, 变更记录) are in the file too, on A4.
    const own = pages.filter(({ size: [width, height] }) => width === 1191 && height === 842);
    for (const page of own)
      expect(page.words.map(({ text }) => text)).toEqual(expect.arrayContaining(["序号", "状态", "备注"]));
    for (const page of own) checkPage(page);
    expect(own.length).toBeGreaterThanOrEqual(2);
    expect(own.length).toBeLessThanOrEqual(3);
  }, 180_000);
});
