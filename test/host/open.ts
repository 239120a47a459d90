import { openHost, type Host, type HostOptions } from "../../src/host/node";

const open: Host[] = [];

/** A workbook of one empty sheet; closed after the test. */
export function hostForTest(options?: HostOptions): Host {
  const host = openHost(options);
  open.push(host);
  return host;
}

afterEach(() => {
  for (const host of open.splice(0)) host.dispose();
});

/** The code and message with which Office.js reports that a request failed. */
export async function refusal(
  host: Host,
  work: (context: Excel.RequestContext, sheet: Excel.Worksheet) => void | Promise<void>,
): Promise<string> {
  try {
    await host.Excel.run(async (context) => {
      await work(context, context.workbook.worksheets.getItem("Sheet1"));
      await context.sync();
    });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return `${code}: ${message}`;
  }
  return "nothing was refused";
}

/** Runs requests against the first sheet. */
export const onSheet = <T>(
  host: Host,
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
): Promise<T> => host.Excel.run((context) => work(context.workbook.worksheets.getItem("Sheet1"), context));

/** Reads the values, or formulas, of a range of the first sheet. */
export const read = (host: Host, address: string, what: "values" | "formulas" = "values"): Promise<unknown[][]> =>
  onSheet(host, async (sheet, context) => {
    const range = sheet.getRange(address);
    range.load(what);
    await context.sync();
    return range[what] as unknown[][];
  });

export const write = (host: Host, address: string, values: unknown[][]): Promise<void> =>
  onSheet(host, async (sheet, context) => {
    sheet.getRange(address).values = values;
    await context.sync();
  });
