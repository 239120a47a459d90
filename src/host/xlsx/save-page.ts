import type { HostPage } from "../workbook";
import { attributesXml, escaped, prefixed, withAttributes, type XmlPart } from "./xml";

const inches = (points: number): number => points / 72;
const paperNumbers: Record<string, number> = { Letter: 1, A3: 8, A4: 9, A5: 11 };

/** Sets what of the page differs from `before`; all of it where there was none. */
export function savePage(part: XmlPart, page: HostPage, before: HostPage | undefined): void {
  const isNew = <K extends keyof HostPage>(...keys: K[]): boolean =>
    keys.some((key) => JSON.stringify(page[key]) !== JSON.stringify(before?.[key]));
  const merge = (name: string, values: Record<string, string | number | boolean | undefined>): void => {
    const known = part.get(name);
    if (known) part.setRaw(name, withAttributes(known, values));
    else part.set(name, `<${name}${attributesXml(values)}/>`);
  };
  if (
    isNew("centerHorizontally", "centerVertically", "printGridlines") &&
    (before || page.centerHorizontally || page.centerVertically || page.printGridlines)
  ) {
    merge("printOptions", {
      horizontalCentered: page.centerHorizontally || undefined,
      verticalCentered: page.centerVertically || undefined,
      gridLines: page.printGridlines || undefined,
    });
  }
  if (isNew("margins")) {
    const { left, right, top, bottom, header, footer } = page.margins;
    merge(
      "pageMargins",
      Object.fromEntries(
        Object.entries({ left, right, top, bottom, header, footer }).map(([name, size]) => [name, inches(size)]),
      ),
    );
  }
  const { horizontalFitToPages: wide, verticalFitToPages: tall, scale } = page.zoom;
  const fits = wide !== undefined || tall !== undefined;
  if (isNew("paperSize", "orientation", "blackAndWhite", "printOrder", "zoom")) {
    merge("pageSetup", {
      ...(isNew("paperSize") ? { paperSize: paperNumbers[page.paperSize] ?? 9 } : {}),
      // Zero: as many as it takes.
      ...(isNew("zoom")
        ? {
            scale: fits ? undefined : (scale ?? 100),
            fitToWidth: fits ? (wide ?? 0) : undefined,
            fitToHeight: fits ? (tall ?? 0) : undefined,
          }
        : {}),
      ...(isNew("printOrder") ? { pageOrder: page.printOrder === "OverThenDown" ? "overThenDown" : undefined } : {}),
      ...(isNew("orientation") ? { orientation: page.orientation === "Landscape" ? "landscape" : "portrait" } : {}),
      ...(isNew("blackAndWhite") ? { blackAndWhite: page.blackAndWhite || undefined } : {}),
    });
  }
  if (isNew("zoom") && (fits || before)) {
    const known = part.get("sheetPr") ?? prefixed("<sheetPr></sheetPr>", part.prefix);
    const open = known.replace(/\s*\/>$/, `></${part.prefix}sheetPr>`);
    const cleared = open.replace(/<(?:[\w.-]+:)?pageSetUpPr\b[^>]*\/>/, "");
    part.setRaw(
      "sheetPr",
      cleared.replace(
        /<\/(?:[\w.-]+:)?sheetPr>$/,
        (end) => (fits ? `<${part.prefix}pageSetUpPr fitToPage="1"/>` : "") + end,
      ),
    );
  }
  if (isNew("running") && (before || Object.keys(page.running).length > 0)) saveRunning(part, page);
}

function saveRunning(part: XmlPart, { running }: HostPage): void {
  const text = (place: "Header" | "Footer"): string =>
    [
      ["L", "left"],
      ["C", "center"],
      ["R", "right"],
    ]
      .map(([code, side]) => (running[`${side}${place}`] ? `&${code}${running[`${side}${place}`]}` : ""))
      .join("");
  const known = part.get("headerFooter") ?? "";
  // Even and first pages' texts stay.
  const others = /<(?:[\w.-]+:)?(?:even|first)[^]*(?=<\/)/.exec(known)?.[0] ?? "";
  const p = part.prefix;
  const tag = /^<[^>]*?(?=\s*\/?>)/.exec(known)?.[0] ?? `<${p}headerFooter`;
  const line = (name: string, written: string): string =>
    written ? `<${p}${name}>${escaped(written)}</${p}${name}>` : "";
  part.setRaw(
    "headerFooter",
    `${tag}>${line("oddHeader", text("Header"))}${line("oddFooter", text("Footer"))}${others}</${p}headerFooter>`,
  );
}
