import type { HostPage } from "../workbook";
import { attributesXml, escaped, prefixed, withAttributes, type XmlPart } from "./xml";

const inches = (points: number): number => points / 72;
const paperNumbers: Record<string, number> = { Letter: 1, A3: 8, A4: 9, A5: 11 };

type Values = Record<string, string | number | boolean | undefined>;

/** Saves the page setup: the settings that differ from `before`; all of them if `before` is undefined. */
export function savePage(part: XmlPart, page: HostPage, before: HostPage | undefined): void {
  const isNew: IsNew = (...keys) => keys.some((key) => JSON.stringify(page[key]) !== JSON.stringify(before?.[key]));
  const hasOptions = page.centerHorizontally || page.centerVertically || page.printGridlines;
  if (isNew("centerHorizontally", "centerVertically", "printGridlines") && (before || hasOptions))
    merge(part, "printOptions", printOptions(page));
  if (isNew("margins")) merge(part, "pageMargins", margins(page));
  if (isNew("paperSize", "orientation", "blackAndWhite", "printOrder", "zoom"))
    merge(part, "pageSetup", pageSetup(page, isNew));
  if (isNew("zoom") && (fitsToPages(page) || before)) saveFit(part, fitsToPages(page));
  if (isNew("running") && (before || Object.keys(page.running).length > 0)) saveRunning(part, page);
}

type IsNew = (...keys: (keyof HostPage)[]) => boolean;

/** Sets attributes of a child of the root, which is added if there is none. */
function merge(part: XmlPart, name: string, values: Values): void {
  const known = part.get(name);
  if (known) part.setRaw(name, withAttributes(known, values));
  else part.set(name, `<${name}${attributesXml(values)}/>`);
}

const printOptions = (page: HostPage): Values => ({
  horizontalCentered: page.centerHorizontally || undefined,
  verticalCentered: page.centerVertically || undefined,
  gridLines: page.printGridlines || undefined,
});

function margins({ margins: { left, right, top, bottom, header, footer } }: HostPage): Values {
  const sizes = { left, right, top, bottom, header, footer };
  return Object.fromEntries(Object.entries(sizes).map(([name, points]) => [name, inches(points)]));
}

const fitsToPages = ({ zoom }: HostPage): boolean =>
  zoom.horizontalFitToPages !== undefined || zoom.verticalFitToPages !== undefined;

function pageSetup(page: HostPage, isNew: IsNew): Values {
  const { horizontalFitToPages: wide, verticalFitToPages: tall, scale } = page.zoom;
  const fits = fitsToPages(page);
  return {
    ...(isNew("paperSize") ? { paperSize: paperNumbers[page.paperSize] ?? 9 } : {}),
    ...(isNew("zoom")
      ? {
          scale: fits ? undefined : (scale ?? 100),
          // 0 stands for as many pages as needed.
          fitToWidth: fits ? (wide ?? 0) : undefined,
          fitToHeight: fits ? (tall ?? 0) : undefined,
        }
      : {}),
    ...(isNew("printOrder") ? { pageOrder: page.printOrder === "OverThenDown" ? "overThenDown" : undefined } : {}),
    ...(isNew("orientation") ? { orientation: page.orientation === "Landscape" ? "landscape" : "portrait" } : {}),
    ...(isNew("blackAndWhite") ? { blackAndWhite: page.blackAndWhite || undefined } : {}),
  };
}

/** Saves whether the page is scaled to fit: in `sheetPr`, apart from the other settings. */
function saveFit(part: XmlPart, fits: boolean): void {
  const known = part.get("sheetPr") ?? prefixed("<sheetPr></sheetPr>", part.prefix);
  const open = known.replace(/\s*\/>$/, `></${part.prefix}sheetPr>`);
  const cleared = open.replace(/<(?:[\w.-]+:)?pageSetUpPr\b[^>]*\/>/, "");
  const setting = fits ? `<${part.prefix}pageSetUpPr fitToPage="1"/>` : "";
  part.setRaw(
    "sheetPr",
    cleared.replace(/<\/(?:[\w.-]+:)?sheetPr>$/, (end) => setting + end),
  );
}

/** Saves headers and footers. */
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
  // The texts of even pages and of the first page are carried over.
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
