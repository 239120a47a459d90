import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { unzipSync } from "fflate";
import { unitForms } from "../../src/assessment/forms";
import { formFile } from "../../src/documents/forms/write";
import { billionLaughs, packed, zipBomb } from "../documents/forms/hostile-files";
import { filledFile } from "../excel/assessment/returned";
import { plan } from "../plans";
import { sheetOf } from "../sync/sheets";
import { fillWithLibreOffice, type Doing, type FilledFile } from "../tools/libreoffice-fill";
import { convertWithLibreOffice, pdfPages } from "../tools/libreoffice";
import { describeWith } from "../tools/programs";
import { PanePages } from "./pane-pages";
import { root } from "./build-preview";
import { openPreview, type PreviewPage } from "./preview-page";
import { doingsOf, linesOf, renamed, typing, type Typed } from "./year-forms";

const year = 2025;
const images = join(root, "docs", "images");
const unitOf = (file: string): string => file.split("_")[1]!;
/** The indicator of which every unit is asked for its part. */
const addedUp = "举办科普讲座";
const [twice, older, doubtful, emptyToo, locked, broken] = [
  "旗科学技术协会",
  "旗工信和科技局",
  "旗农牧局",
  "旗卫生健康委员会",
  "旗民政局",
  "旗公安局",
] as const;

describeWith(["Chromium", "LibreOffice", "pdftoppm"], "a year's self-assessment", () => {
  const folder = mkdtempSync(join(tmpdir(), "year-"));
  const [out, back] = [join(folder, "out"), join(folder, "back")];
  let preview: PreviewPage;
  let pages: PanePages;
  let forms: Record<string, Uint8Array>;
  let formsBefore: Record<string, Uint8Array>;
  let formsOfOtherYear: Record<string, Uint8Array>;
  /** What is typed into the files that are to be taken; if two entries are for one cell, the later one comes last. */
  const typed: Typed[] = [];
  const given: string[] = [];
  let refused: Record<string, RegExp>;

  beforeAll(async () => {
    for (const path of [out, back]) mkdirSync(path);
    preview = await openPreview({ width: 1500, height: 950 });
    pages = new PanePages(preview);
  }, 400_000);

  afterAll(async () => {
    await preview?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const put = (path: string, content: Uint8Array | string): string => (writeFileSync(path, content), path);
  const give = (name: string, content: Uint8Array | string): void => void given.push(put(join(back, name), content));
  const named = (all: Record<string, Uint8Array>, unit: string): Uint8Array =>
    all[Object.keys(all).find((file) => unitOf(file) === unit)!]!;

  it("sends a form to each of 36 units", async () => {
    await pages.generate();
    await pages.toForms(year - 1);
    formsOfOtherYear = await pages.forms("");
    await pages.toForms(year);
    await pages.addUp(addedUp);
    formsBefore = await pages.forms("12月10日");
    forms = await pages.forms("12月20日");
    expect(Object.keys(forms)).toHaveLength(36);
    expect(await linesOf(await pages.openForm(broken))).toHaveLength((await linesOf(named(forms, broken))).length);
  }, 240_000);

  it("has them filled in and saved by another program, well and badly", async () => {
    const jobs: FilledFile[] = [];
    const late: FilledFile[] = [];
    const job = (bytes: Uint8Array, to: string, doings: readonly Doing[], password?: string): FilledFile => {
      const from = put(join(out, `${jobs.length + late.length}.xlsx`), bytes);
      given.push(join(back, to));
      return { from, to: join(back, to), doings, ...(password === undefined ? {} : { password }) };
    };
    for (const [number, [file, newest]] of Object.entries(forms).entries()) {
      const unit = unitOf(file);
      const bytes = unit === older ? named(formsBefore, unit) : newest;
      const own = typing(await linesOf(bytes), unit, file, number);
      const doings = doingsOf(own);
      if (unit === doubtful) {
        const numbers = own.filter(({ asks }) => asks === "number");
        const set = (index: number, kind: "text" | "formula", content: string): void =>
          void doings.push({ do: "set", by: "#key", row: numbers[index]!.key, column: "#entry", kind, content });
        set(0, "text", "４２");
        numbers[0]!.entry = 42;
        set(1, "text", "约2");
        numbers[1]!.entry = "约2";
        set(2, "formula", "=40+3");
        numbers[2]!.entry = 43;
        doings.push({
          do: "set",
          by: "#key",
          row: numbers[3]!.key,
          column: "#evidence",
          kind: "link",
          content: "https://example.invalid/a",
        });
        numbers[3]!.evidence = "https://example.invalid/a";
        numbers[4]!.evidence = '=HYPERLINK("https://example.invalid")';
        doings.push(...doingsOf([{ ...numbers[4]!, entry: "", explanation: "" }]));
      }
      if (number % 5 === 0) doings.push({ do: "sort", by: "#task" });
      if (number % 5 === 1) doings.push({ do: "column", before: 4 }, { do: "row", before: 7 });
      if (number % 5 === 2) doings.push({ do: "rename", name: `表${number}` });
      if (unit === locked) jobs.push(job(bytes, file, doings, "123456"));
      else {
        jobs.push(job(bytes, number % 4 === 3 ? `微信收到的${number}.xlsx` : file, doings));
        typed.push(...own.map((one) => ({ ...one, file: basename(given.at(-1)!) })));
      }
      if (unit === twice) {
        const corrected = own
          .filter(({ asks }) => asks === "number")
          .slice(0, 1)
          .map((one) => ({ ...one, entry: 98, evidence: "", explanation: "" }));
        late.push(job(newest, `${file}补充.xlsx`, doingsOf(corrected)));
        typed.push(...corrected.map((one) => ({ ...one, file: `${file}补充.xlsx` })));
      }
      if (unit === emptyToo) jobs.push(job(newest, "空表.xlsx", []));
    }
    jobs.push(
      job(
        named(formsOfOtherYear, older),
        "去年的表.xlsx",
        doingsOf(typing(await linesOf(named(formsOfOtherYear, older)), older, "", 1)),
      ),
    );
    jobs.push(
      job(
        await renamed(named(forms, doubtful), "旗不存在局"),
        "撤销的单位.xlsx",
        doingsOf(typing(await linesOf(await renamed(named(forms, doubtful), "旗不存在局")), "", "", 2)),
      ),
    );
    fillWithLibreOffice([...jobs, ...late]);

    const [otherPlans] = unitForms(plan(), sheetOf(plan()), {
      year,
      deadline: "",
      made: "2025-12-01T00:00:00.000Z",
      totals: new Set(),
    });
    give("别的方案.xlsx", await filledFile(otherPlans!, { 培训教师: { entry: 5 } }));
    const whole = readFileSync(given.find((path) => unitOf(path) === broken) ?? given[0]!);
    give("传坏了.xlsx", whole.subarray(0, Math.floor(whole.length * 0.6)));
    give("通讯录.xlsx", packed('<worksheet><sheetData><row><c t="str"><v>姓名</v></c></row></sheetData></worksheet>'));
    give("照片.jpg.xlsx", "不是表格");
    give("炸弹.xlsx", zipBomb());
    give("实体.xlsx", billionLaughs());
    give("扫描件.xlsx", "");
    // A large file that takes no room on the disk, and is never read.
    truncateSync(given.at(-1)!, 100 * 1024 * 1024);
    refused = {
      "去年的表.xlsx": /这是 2024 年的填报表/,
      "别的方案.xlsx": /填报表是另一个方案的/,
      "撤销的单位.xlsx": /填报表的单位“旗不存在局”不在责任矩阵中/,
      "空表.xlsx": /“旗卫生健康委员会”的填报表是空的/,
      "传坏了.xlsx": /文件已损坏或不完整/,
      [Object.keys(forms).find((file) => unitOf(file) === locked)!]: /文件设有打开密码/,
      "通讯录.xlsx": /不是由责任矩阵下发的填报表/,
      "照片.jpg.xlsx": /文件已损坏或不完整/,
      "炸弹.xlsx": /文件解压后异常庞大/,
      "实体.xlsx": /文件内含不安全的定义/,
      "扫描件.xlsx": /文件太大（超过 20 MB）/,
    };
    expect(await formFile(otherPlans!)).toBeInstanceOf(Uint8Array);
  }, 240_000);

  it("names every bad file with its reason, and who is missing, before anything is written", async () => {
    await pages.giveFiles(given);
    await pages.expand();
    const told = await pages.refused();
    expect(told.map((text) => text.split("\n")[0]).sort()).toEqual(Object.keys(refused).sort());
    for (const [file, reason] of Object.entries(refused))
      expect(told.find((text) => text.startsWith(file))).toMatch(reason);
    expect(await pages.missing()).toEqual([locked]);
    const fileOf = (unit: string): string => typed.find((one) => one.unit === unit)!.file;
    expect(await pages.card(fileOf(older))).toContain("不是最近一次下发的填报表");
    expect(await pages.card(fileOf(twice))).toContain("交来 2 个文件，逐项取最后保存的内容");
    expect(await pages.card(fileOf(doubtful))).toMatch(/填的是“约2”\s*无法识别：是约数/);
    expect((await matrix()).filter((row) => row[`${year}年`] !== "")).toEqual([]);
    await preview.page.screenshot({ path: join(folder, "listed.png") });
  }, 120_000);

  const matrix = (): Promise<Record<string, unknown>[]> => pages.rows("责任矩阵", ["任务", "状态"]);
  const details = (): Promise<Record<string, unknown>[]> => pages.rows("填报明细", ["单位", "填报数"]);
  const place = ({ task, indicator }: { task: unknown; indicator: unknown }): string =>
    `${String(task)}|${String(indicator)}`;

  /** What the workbook should say, worked out only from what was typed: by unit and row, and by row. */
  function wanted(): { units: Map<string, Typed>; rows: Map<string, number | string> } {
    const units = new Map<string, Typed>();
    for (const one of typed) {
      const key = `${one.unit}|${place(one)}`;
      const before = units.get(key);
      units.set(
        key,
        before
          ? {
              ...before,
              entry: one.entry === "" ? before.entry : one.entry,
              evidence: one.evidence || before.evidence,
              explanation: one.explanation || before.explanation,
            }
          : one,
      );
    }
    const rows = new Map<string, number | string>();
    for (const one of units.values()) {
      if (one.entry === "" || one.entry === "约2") continue;
      const before = rows.get(place(one));
      rows.set(place(one), typeof before === "number" ? before + Number(one.entry) : one.entry);
    }
    return { units, rows };
  }

  it("takes in every number, and no other: the sums are those of what was typed", async () => {
    await pages.accept("４２");
    const [files] = await pages.take();
    expect(files).toBe(given.length - Object.keys(refused).length);
    const { units, rows } = wanted();
    const found = (await details()).map((row) => [
      `${String(row["单位"])}|${place({ task: row["任务"], indicator: row["指标"] })}`,
      row["填报数"] || row["完成情况"] || row["未识别内容"] || "",
      row["佐证材料"],
      row["说明"],
    ]);
    expect(found.sort()).toEqual(
      [...units].map(([key, { entry, evidence, explanation }]) => [key, entry, evidence, explanation]).sort(),
    );
    const held = (await matrix()).flatMap((row) =>
      row[`${year}年`] === "" ? [] : [[place({ task: row["任务"], indicator: row["指标"] }), row[`${year}年`]]],
    );
    expect(held.sort()).toEqual([...rows].sort());
    const sum = (values: readonly unknown[]): number =>
      values.reduce<number>((total, value) => total + (typeof value === "number" ? value : 0), 0);
    const byHand = sum([...units.values()].map(({ entry }) => entry));
    expect(byHand).toBeGreaterThan(500);
    expect([sum((await details()).map((row) => row["填报数"])), sum(held.map(([, value]) => value))]).toEqual([
      byHand,
      byHand,
    ]);
    // Parts of one number from several units are among them.
    expect(
      [...units.values()].filter(({ indicator, entry }) => indicator === addedUp && typeof entry === "number").length,
    ).toBeGreaterThan(1);
  }, 120_000);

  it("changes nothing when the same files are taken again", async () => {
    const before = [await matrix(), await details()];
    await pages.giveFiles(given);
    expect((await pages.take()).slice(1)).toEqual([0, 0]);
    expect([await matrix(), await details()]).toEqual(before);
  }, 120_000);

  it("shows charts and lists that count what the sheet counts", async () => {
    const { page } = preview;
    const rows = await matrix();
    const counted: Record<string, number> = {};
    for (const row of rows) counted[String(row["状态"])] = (counted[String(row["状态"])] ?? 0) + 1;
    expect(await pages.counts(year)).toEqual(counted);
    await page.screenshot({ path: join(images, "overview.png") });
    await pages.makeList("未达标清单", year);
    const listed = await pages.rows("未达标清单", ["任务", "差距"]);
    const short = rows.filter((row) => String(row["状态"]).startsWith("▲"));
    expect(listed.map((row) => row["指标"]).sort()).toEqual(short.map((row) => row["指标"]).sort());
    await pages.makeList("单位对照", year);
    await pages.makeList("看板", year);
    await page.waitForTimeout(1000);
    await page.screenshot({ path: join(images, "dashboard.png") });
  }, 120_000);

  it("writes a report whose numbers are those of the sheet", async () => {
    const word = await pages.report(year);
    const xml = new TextDecoder().decode(unzipSync(word)["word/document.xml"]);
    const text = (part: string): string =>
      [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words]) => words).join("");
    const annex = [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)]
      .slice(1)
      .map(([row]) => [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => text(cell)));
    const rows = await matrix();
    const shown = (row: Record<string, unknown>): string =>
      row[`${year}年`] === ""
        ? ""
        : `${String(row[`${year}年`])}${typeof row[`${year}年`] === "number" ? String(row["计量单位"]) : ""}`;
    expect(annex.map((cells) => [cells[2], cells[3], cells[5]])).toEqual(
      rows.map((row) => [row["任务"], row["指标"], shown(row)]),
    );
    const quantified = rows.filter((row) => row["目标"] !== "");
    const reported = quantified.filter((row) => row[`${year}年`] !== "");
    const reached = rows.filter((row) => row["状态"] === "达标");
    expect(text(xml)).toContain(
      `量化指标${quantified.length}项。截至${year}年底，量化指标已报送${reported.length}项，其中达标${reached.length}项`,
    );
    expect(text(xml)).toContain(`尚未报送的单位有1个：${locked}。`);
    const pdf = convertWithLibreOffice(put(join(folder, "report.docx"), word), "pdf", folder);
    pdfPages(pdf, join(folder, "page"), 60);
    const [first] = readdirSync(folder).filter((file) => /^page-0*1\.png$/.test(file));
    copyFileSync(join(folder, first!), join(images, "report.png"));
  }, 120_000);

  it("asks no other host for anything, and leaves the console clean", () => {
    expect(preview.foreignRequests).toEqual([]);
    expect(preview.complaints).toEqual([]);
  });
});
