import { FORMATS, type FileFormat } from "../../src/documents/plan-files/formats";
import { readPlanFile } from "../../src/documents/plan-files";
import { readPlan } from "../../src/plan";
import type { Figure } from "./index";
import { median, rounded, timed } from "./measure";
import { FILES, type Page } from "./plan-files";

const [FEW, MANY] = [10, 100];
const RUNS_OF_FEW = 9;
const RUNS_OF_MANY = 3;
const ROWS = 4;

/** A plan of this many pages, each of which has a table of tasks. */
function pagesOf(count: number): Page[] {
  return Array.from({ length: count }, (_, page) => ({
    lines: Array.from({ length: 20 }, (__, k) => `　　第${page + 1}页第${k + 1}段说明本县今年在便民服务上要做的事。`),
    rows: [
      ["序号", "重点任务", "责任单位"],
      ...Array.from({ length: ROWS }, (__, k) => [
        String(page * ROWS + k + 1),
        `修建第${page * ROWS + k + 1}段道路`,
        "县交通运输局",
      ]),
    ],
  }));
}

/** Measures reading plans in every format. */
export async function measureFiles(): Promise<Figure[]> {
  let read = 0;
  let worst = { ratio: 0, format: "" };
  const perPage = new Map<FileFormat, number>();
  for (const format of Object.keys(FORMATS) as FileFormat[]) {
    const [few, many] = [await FILES[format](pagesOf(FEW)), await FILES[format](pagesOf(MANY))];
    const { text, kind } = await readPlanFile("方案", few);
    const tasks = readPlan(text).tasks.length;
    if (kind !== format || tasks !== FEW * ROWS)
      throw new Error(`${format} was read as ${kind}, with ${tasks} tasks of ${FEW * ROWS}`);
    read++;
    const cost = await costOf(few, FEW, RUNS_OF_FEW);
    const ratio = (await costOf(many, MANY, RUNS_OF_MANY)) / cost;
    perPage.set(format, cost);
    process.stderr.write(
      `  ${format}: ${rounded(cost, 3)} ms a page, ${rounded(ratio, 3)} times that at ${MANY} pages\n`,
    );
    if (ratio > worst.ratio) worst = { ratio, format };
  }
  return [
    {
      key: "files.formats",
      value: read,
      meaning: `formats read, with all tasks of their tables: ${Object.keys(FORMATS).join(", ")}`,
    },
    {
      key: "files.msPerPage.pdf",
      value: rounded(perPage.get("pdf")!, 3),
      meaning: `a page of a PDF of ${FEW} pages, 20 paragraphs and a table each`,
    },
    {
      key: "files.msPerPage.doc",
      value: rounded(perPage.get("doc")!, 3),
      meaning: "the same for a document of Word 97",
    },
    {
      key: "files.growth",
      value: rounded(worst.ratio, 3),
      meaning: `time per page at ${MANY} pages ÷ at ${FEW}, the worst format (${worst.format})`,
    },
  ];
}

/** Milliseconds per page, the median of some runs. */
async function costOf(bytes: Uint8Array, pages: number, runs: number): Promise<number> {
  const all: number[] = [];
  for (let run = 0; run < runs; run++) all.push(await timed(() => readPlanFile("方案", bytes)));
  return median(all) / pages;
}
