import type { PageSetup } from "../matrix/sheet";
import type { Paper } from "../matrix/paper";
import { sentence } from "../plan/sentence";
import { codeOf, ExcelFailure } from "./failure";
import { notice } from "./notices";

/**
 * Sets up printing and shows the sheet, after everything else is written. Excel may refuse a paper size that the
 * printer lacks, lose the zoom (office-js issue 1860), and refuse to show a sheet while another workbook is in front.
 * None of this fails the run: the user gets a notice.
 * @param show queues what brings the sheet to the front
 */
export async function finishSheet(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  page: PageSetup | undefined,
  show: () => void,
): Promise<void> {
  const layout = sheet.pageLayout;
  const zoom = (): Excel.PageLayout => layout.load("zoom");
  const paper = (): void => void (page && queuePaper(layout, page.paper));
  const rest = (): void => void (page && queuePage(layout, page));
  if (await isTaken(context, rest, paper, show, zoom)) return page && keepZoom(context, layout, page.pagesWide);
  // One request for each, so that a refusal does not take the others with it.
  const hasRest = await isTaken(context, rest, zoom);
  const hasPaper = await isTaken(context, paper);
  await isTaken(context, show);
  if (!hasRest)
    notice(
      sentence("表格已写好，但 Excel 没有接受打印设置。填过的内容没有改动。打印前请在“页面布局”中设置纸张和缩放。"),
    );
  else if (page) await keepZoom(context, layout, page.pagesWide);
  if (hasRest && !hasPaper && page)
    notice(
      sentence(
        "表格已写好，但 Excel 没有接受 {{paper}} 纸：默认打印机可能没有这种纸。填过的内容没有改动。打印前请在“页面布局”中选纸张。",
        { paper: papers[page.paper] },
      ),
    );
}

async function isTaken(context: Excel.RequestContext, ...queued: readonly (() => unknown)[]): Promise<boolean> {
  for (const queue of queued) queue();
  try {
    await context.sync();
    return true;
  } catch {
    return false;
  }
}

/**
 * Sets the zoom once more where Excel has not kept it; a notice where it is still missing. The zoom must have been
 * loaded.
 */
async function keepZoom(context: Excel.RequestContext, layout: Excel.PageLayout, wide: number): Promise<void> {
  const isKept = (): boolean => layout.zoom.horizontalFitToPages === wide;
  if (isKept()) return;
  queueZoom(layout, wide);
  const isRead = await isTaken(context, () => layout.load("zoom"));
  if (!isRead || !isKept())
    notice(
      sentence(
        "表格已写好，但 Excel 没有保留“缩放到一页宽”。填过的内容没有改动。打印前请在“页面布局”中把宽度设为 1 页。",
      ),
    );
}

/**
 * Sets another paper size, fitted to one page wide.
 * @throws ExcelFailure `NoPaper` where the printer has none of this size
 */
export async function setPaper(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  paper: Paper,
  orientation: PageSetup["orientation"],
): Promise<void> {
  const layout = sheet.pageLayout;
  queuePaper(layout, paper);
  try {
    await context.sync();
  } catch (error) {
    if (!paperCodes.has(codeOf(error))) throw error;
    throw new ExcelFailure(
      "NoPaper",
      { paper: papers[paper] },
      { detail: String((error as Error).message), cause: error },
    );
  }
  layout.orientation = orientations[orientation];
  queueZoom(layout, 1);
  layout.load("zoom");
  await context.sync();
  await keepZoom(context, layout, 1);
}

/** The codes with which Excel refuses a paper size; any other error is thrown as it is. */
const paperCodes: ReadonlySet<string> = new Set(["GeneralException", "InvalidArgument", "UnsupportedOperation"]);
const papers = { a3: "A3", a4: "A4" } as const;
const orientations = { landscape: "Landscape", portrait: "Portrait" } as const;

const queuePaper = (layout: Excel.PageLayout, paper: Paper): void => void (layout.paperSize = papers[paper]);
const queueZoom = (layout: Excel.PageLayout, wide: number): void => void (layout.zoom = { horizontalFitToPages: wide });

function queuePage(layout: Excel.PageLayout, page: PageSetup): void {
  layout.orientation = orientations[page.orientation];
  queueZoom(layout, page.pagesWide);
  layout.topMargin = page.margins.top;
  layout.bottomMargin = page.margins.bottom;
  layout.leftMargin = page.margins.left;
  layout.rightMargin = page.margins.right;
  layout.headerMargin = page.margins.header;
  layout.footerMargin = page.margins.footer;
  layout.centerHorizontally = true;
  if (page.titleRows) layout.setPrintTitleRows(`$${page.titleRows[0] + 1}:$${page.titleRows[1] + 1}`);
  const running = layout.headersFooters.defaultForAllPages;
  if (page.footerLeft !== undefined) running.leftFooter = page.footerLeft;
  if (page.footerCenter !== undefined) running.centerFooter = page.footerCenter;
  if (page.footerRight !== undefined) running.rightFooter = page.footerRight;
}
