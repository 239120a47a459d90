import { parseAddress, formatAddress } from "../areas";
import { HostError } from "../errors";
import { object, type HostObject, type ObjectType } from "../object-type";
import type { HostPage, HostSheet, HostWorkbook, Position } from "../workbook";

const field = <K extends keyof HostPage>(key: K) => ({
  get: ({ page }: HostSheet) => page[key],
  set: ({ page }: HostSheet, value: HostPage[K]) => void (page[key] = value),
});

const margin = (side: keyof HostPage["margins"]) => ({
  get: ({ page }: HostSheet) => page.margins[side],
  set: ({ page }: HostSheet, points: number) => void (page.margins[side] = points),
});

const lines = (where: HostObject | string): string =>
  typeof where === "string" ? where : formatAddress((where.self as Position).area, true);

/** Univer has no page setup; it is kept for the saved file. */
const pageLayout: ObjectType<HostSheet> = {
  name: "PageLayout",
  properties: {
    orientation: field("orientation"),
    paperSize: {
      get: ({ page }) => page.paperSize,
      set: ({ page }, size: string, book: HostWorkbook) => {
        if (size === "A3" && book.switches.has("printerWithoutA3"))
          throw new HostError("GeneralException", "the printer has no paper of this size");
        page.paperSize = size;
      },
    },
    zoom: {
      get: ({ page }) => page.zoom,
      set: ({ page }, zoom: HostPage["zoom"], book: HostWorkbook) => {
        if (!book.switches.has("zoomDoesNotStick")) page.zoom = zoom;
      },
    },
    centerHorizontally: field("centerHorizontally"),
    centerVertically: field("centerVertically"),
    blackAndWhite: field("blackAndWhite"),
    printGridlines: field("printGridlines"),
    printOrder: field("printOrder"),
    topMargin: margin("top"),
    bottomMargin: margin("bottom"),
    leftMargin: margin("left"),
    rightMargin: margin("right"),
    headerMargin: margin("header"),
    footerMargin: margin("footer"),
  },
  objects: {
    headersFooters: (self) => object("HeaderFooterGroup", self),
  },
  methods: {
    setPrintTitleRows: ({ page }, [rows]: [HostObject | string]) => {
      parseAddress(lines(rows));
      page.titleRows = lines(rows);
    },
    setPrintTitleColumns: ({ page }, [columns]: [HostObject | string]) => {
      parseAddress(lines(columns));
      page.titleColumns = lines(columns);
    },
    setPrintArea: ({ page }, [area]: [HostObject | string]) => {
      parseAddress(lines(area));
      page.printArea = lines(area);
    },
  },
};

const headersFooters: ObjectType<HostSheet> = {
  name: "HeaderFooterGroup",
  objects: { defaultForAllPages: (self) => object("HeaderFooter", self) },
};

const running = (place: string) => ({
  get: ({ page }: HostSheet) => page.running[place] ?? "",
  set: ({ page }: HostSheet, text: string) => void (page.running[place] = text),
});

const headerFooter: ObjectType<HostSheet> = {
  name: "HeaderFooter",
  properties: Object.fromEntries(
    ["leftHeader", "centerHeader", "rightHeader", "leftFooter", "centerFooter", "rightFooter"].map((place) => [
      place,
      running(place),
    ]),
  ),
};

export const pageLayoutTypes = [pageLayout, headersFooters, headerFooter];

declare module "../object-type" {
  interface Selves {
    PageLayout: HostSheet;
    HeaderFooterGroup: HostSheet;
    HeaderFooter: HostSheet;
  }
}
