import { onNotice } from "../../src/excel/notices";
import { finishSheet, setPaper } from "../../src/excel/page-setup";
import type { PageSetup } from "../../src/matrix/sheet";
import { inChinese } from "../../src/plan/sentence";

const page: PageSetup = {
  paper: "a3",
  orientation: "landscape",
  pagesWide: 1,
  margins: { top: 1, bottom: 2, left: 3, right: 4, header: 5, footer: 6 },
  titleRows: [3, 4],
  footerLeft: "左",
  footerCenter: "中",
  footerRight: "右",
};

/** Excel's page layout: what is set waits for the next request, which may be refused with a code or lose the zoom. */
function excel(
  refuses: (queued: string[]) => string | undefined = () => undefined,
  keepsZoom: () => boolean = () => true,
) {
  const requests: string[][] = [];
  let queued: string[] = [];
  let zoom: unknown = { horizontalFitToPages: undefined };
  const note = (name: string, value: unknown): void => void queued.push(`${name}=${String(value)}`);
  const running = new Proxy({}, { set: (_, key, value) => (note(String(key), value), true) });
  const bare: Record<string, unknown> = { headersFooters: { defaultForAllPages: running } };
  const layout = new Proxy(bare, {
    get: (target, key) => {
      if (key === "load") return () => layout;
      if (key === "setPrintTitleRows") return (rows: string) => note("titles", rows);
      return key === "zoom" ? zoom : target[String(key)];
    },
    set: (_, key, value: unknown) => {
      if (key !== "zoom") note(String(key), value);
      else {
        note("zoom", (value as { horizontalFitToPages: number }).horizontalFitToPages);
        if (keepsZoom()) zoom = value;
      }
      return true;
    },
  });
  const sync = async (): Promise<void> => {
    const [sent, code] = [queued, refuses(queued)];
    queued = [];
    requests.push(code === undefined ? sent : [...sent, code]);
    if (code !== undefined) throw Object.assign(new Error(code), { code });
  };
  return {
    context: { sync } as unknown as Excel.RequestContext,
    sheet: { pageLayout: layout } as unknown as Excel.Worksheet,
    show: () => note("shown", ""),
    requests,
  };
}

let said: string[];
let end: () => void;
beforeEach(() => {
  said = [];
  end = onNotice((one) => said.push(inChinese(one)));
});
afterEach(() => end());

const has =
  (...names: string[]) =>
  (queued: string[]): string | undefined =>
    queued.some((one) => names.includes(one.split("=")[0]!)) ? "GeneralException" : undefined;

describe("printing", () => {
  const settings = [
    "orientation=Landscape",
    "zoom=1",
    "topMargin=1",
    "bottomMargin=2",
    "leftMargin=3",
    "rightMargin=4",
    "headerMargin=5",
    "footerMargin=6",
    "centerHorizontally=true",
    "titles=$4:$5",
    "leftFooter=左",
    "centerFooter=中",
    "rightFooter=右",
  ];

  it("is set up, and the sheet shown, in one request", async () => {
    const { context, sheet, show, requests } = excel();
    await finishSheet(context, sheet, page, show);
    expect([requests, said]).toEqual([[[...settings, "paperSize=A3", "shown="]], []]);
  });

  it("has titles and footers only where they are given", async () => {
    const { context, sheet, show, requests } = excel();
    const { titleRows: _rows, footerLeft: _left, footerCenter: _center, footerRight: _right, ...bare } = page;
    await finishSheet(context, sheet, bare, show);
    expect(requests).toEqual([[...settings.slice(0, 9), "paperSize=A3", "shown="]]);
  });

  it("is left alone where nothing is to be set up, and nothing is said", async () => {
    const { context, sheet, show, requests } = excel(has("shown"));
    await finishSheet(context, sheet, undefined, show);
    expect(requests.flat().filter((one) => one.includes("=") && !one.startsWith("shown"))).toEqual([]);
    expect(said).toEqual([]);
  });

  it("has the zoom set once more where it was not kept; only where that is lost too it is said", async () => {
    let times = 0;
    const again = excel(undefined, () => ++times > 1);
    await finishSheet(again.context, again.sheet, page, again.show);
    expect([again.requests.slice(1), said]).toEqual([[["zoom=1"]], []]);
    const never = excel(undefined, () => false);
    await finishSheet(never.context, never.sheet, page, never.show);
    expect([never.requests.slice(1), said]).toEqual([
      [["zoom=1"]],
      [expect.stringContaining("没有保留“缩放到一页宽”")],
    ]);
  });

  it("says that the zoom is missing where it cannot be read back", async () => {
    let times = 0;
    const { context, sheet, show } = excel(
      (queued) => (queued.join() === "zoom=1" ? "GeneralException" : undefined),
      () => ++times > 1,
    );
    await finishSheet(context, sheet, page, show);
    expect(said).toEqual([expect.stringContaining("没有保留“缩放到一页宽”")]);
  });

  it("without the paper has all the rest, and the sheet is shown; it is said", async () => {
    const { context, sheet, show, requests } = excel(has("paperSize"));
    await finishSheet(context, sheet, page, show);
    expect(requests.slice(1)).toEqual([settings, ["paperSize=A3", "GeneralException"], ["shown="]]);
    expect(said).toEqual([expect.stringContaining("没有接受 A3 纸")]);
  });

  it("that is refused says so once; the sheet is shown", async () => {
    for (const refused of [has("orientation"), has("orientation", "paperSize")]) {
      said = [];
      const { context, sheet, show, requests } = excel(refused);
      await finishSheet(context, sheet, page, show);
      expect(requests.at(-1)).toEqual(["shown="]);
      expect(said).toEqual([expect.stringContaining("没有接受打印设置")]);
    }
  });

  it("is said nothing of where only the sheet is not shown", async () => {
    const { context, sheet, show, requests } = excel(has("shown"));
    await finishSheet(context, sheet, page, show);
    expect([requests.slice(1, 3), said]).toEqual([[settings, ["paperSize=A3"]], []]);
  });

  it("loses the zoom also where other things were refused, and that is said", async () => {
    const { context, sheet, show } = excel(has("shown"), () => false);
    await finishSheet(context, sheet, page, show);
    expect(said).toEqual([expect.stringContaining("没有保留“缩放到一页宽”")]);
  });
});

describe("another paper", () => {
  it("is set first, then one page wide", async () => {
    const { context, sheet, requests } = excel();
    await setPaper(context, sheet, "a4", "portrait");
    expect([requests, said]).toEqual([[["paperSize=A4"], ["orientation=Portrait", "zoom=1"]], []]);
  });

  it.each(["GeneralException", "InvalidArgument", "UnsupportedOperation"])(
    "that the printer lacks is refused with %s",
    async (code) => {
      const { context, sheet, requests } = excel(() => code);
      await expect(setPaper(context, sheet, "a4", "portrait")).rejects.toMatchObject({
        code: "NoPaper",
        userMessage: expect.stringContaining("A4"),
      });
      expect(requests).toHaveLength(1);
    },
  );

  it("fails as Excel fails otherwise", async () => {
    const { context, sheet } = excel(() => "AccessDenied");
    await expect(setPaper(context, sheet, "a4", "portrait")).rejects.toMatchObject({ code: "AccessDenied" });
  });
});
