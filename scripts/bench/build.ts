import { generateMatrix } from "../../src/excel/generate";
import { formatStore } from "../../src/excel/store";
import { openHost, type Host } from "../../src/host/node";
import { buildMatrix } from "../../src/matrix/build";
import { matrixSheetName } from "../../src/matrix/sheet-name";
import { writeRowByRow } from "./baseline";
import type { Figure } from "./index";
import { bytesOf, median, rounded, timed } from "./measure";
import { seedPlan } from "./seed";

const runs = 3;

export async function onFreshHost<T>(work: (host: Host) => Promise<T>): Promise<T> {
  const host = openHost();
  Object.assign(globalThis, { Excel: host.Excel, Office: host.Office });
  // Univer initialises itself on the first write, which must not count for either way.
  await host.type("A1", "");
  host.book.log.reset();
  try {
    return await work(host);
  } finally {
    host.dispose();
  }
}

/** The size of the sheet's cells as JSON: of what they show, and of what they contain (the formula if there is one). */
function contents(host: Host): Promise<[shown: number, held: number]> {
  return host.Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(matrixSheetName).getUsedRange(true);
    used.load("values,formulas");
    await context.sync();
    return [bytesOf(used.values), bytesOf(used.formulas)];
  });
}

/** Measures the first build of the bundled plan's matrix against the plain way of writing it. */
export async function measureBuild(): Promise<Figure[]> {
  const plan = seedPlan();
  const { sheet } = buildMatrix(plan);
  const ours: number[] = [];
  const baseline: number[] = [];
  let syncs = 0;
  let shown = 0;
  let held = 0;
  let sent = 0;
  let baselineSyncs = 0;
  for (let run = 0; run < runs; run++) {
    await onFreshHost(async (host) => {
      ours.push(await timed(() => generateMatrix(plan)));
      syncs = host.book.log.syncs;
      sent = host.book.log.bytesSent;
      [shown, held] = await contents(host);
    });
    await onFreshHost(async (host) => {
      baseline.push(await timed(() => writeRowByRow(host.Excel, sheet)));
      baselineSyncs = host.book.log.syncs;
    });
  }
  // The plan is sent in a custom XML part, as a string within the request's JSON.
  const store = bytesOf(formatStore({ plan }));
  return [
    { key: "build.syncs", value: syncs, meaning: "round trips of the first build" },
    {
      key: "build.baselineSyncs",
      value: baselineSyncs,
      meaning: "round trips of the plain way: row by row, formats cell by cell",
    },
    {
      key: "build.bytesRatio",
      value: rounded(sent / held),
      meaning: "bytes sent, all of them ÷ JSON of what the cells hold (values and formulas)",
    },
    {
      key: "build.bytesPerShown",
      value: rounded((sent - store) / shown),
      meaning: "bytes sent for the sheet ÷ JSON of what the cells show",
    },
    { key: "build.storeBytes", value: store, meaning: "bytes sent for the plan that the workbook carries" },
    {
      key: "build.vsBaseline",
      value: rounded(median(baseline) / median(ours), 3),
      meaning: "time of the plain way ÷ ours",
    },
  ];
}
