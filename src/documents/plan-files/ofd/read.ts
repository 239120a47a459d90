import { pathFrom, xmlPart } from "../../package/parts";
import { child, type XmlElement } from "../../package/xml";
import { ZipPackage } from "../../package/zip-package";
import { PlanFileError } from "../plan-file-error";
import type { ReadResult } from "../format-reader";
import { blocksOfPages } from "../fixed-layout/blocks";
import { upright, type PlacedPage } from "../fixed-layout/page";
import { pageObjects } from "./page-objects";

const MAX_PAGES = 1000;
const POINTS_A_MILLIMETRE = 72 / 25.4;
/** A4, if no page states its size. */
const A4 = "0 0 210 297";

/**
 * Reads an OFD document (GB/T 33190—2016): placed text, turned into blocks like that of a PDF.
 * @throws PlanFileError `scannedOfd`, `tooLarge`, `zipBomb`, `corrupt`; PackageError if the package is damaged or
 * hostile
 */
export function readOfd(bytes: Uint8Array): ReadResult {
  const parts = new ZipPackage(bytes);
  const root = xmlPart(parts, "OFD.xml");
  const documents = (root?.children ?? []).filter(({ name }) => name === "DocBody");
  const pages = documents.flatMap((body) => pagesOf(parts, pathFrom("", child(body, "DocRoot")?.text.trim() ?? "")));
  if (pages.length > MAX_PAGES) throw new PlanFileError("tooLarge");
  if (pages.length === 0) throw new PlanFileError("corrupt");
  if (pages.every(({ texts }) => texts.every(({ text }) => text.trim() === ""))) throw new PlanFileError("scannedOfd");
  return blocksOfPages(pages.map((page, k) => ({ ...page, number: k + 1 })));
}

function pagesOf(parts: ZipPackage, main: string): PlacedPage[] {
  const document = xmlPart(parts, main);
  const common = child(document, "CommonData");
  const usual = child(common, "PageArea", "PhysicalBox")?.text ?? A4;
  const listed = (child(document, "Pages")?.children ?? []).filter(({ name }) => name === "Page");
  if (listed.length > MAX_PAGES) throw new PlanFileError("tooLarge");
  const templates = templatesOf(parts, main, common);
  return listed.flatMap(({ attributes }) => {
    const page = xmlPart(parts, pathFrom(main, attributes.BaseLoc ?? ""));
    if (!page) return [];
    const below = page.children.flatMap((each) =>
      each.name === "Template" ? [templates.get(each.attributes.TemplateID ?? "")] : [],
    );
    return [
      pageOf(
        page,
        below.filter((each) => each !== undefined),
        usual,
      ),
    ];
  });
}

/** The page templates (running heads and frames that pages share), by id. */
function templatesOf(parts: ZipPackage, main: string, common: XmlElement | undefined): Map<string, XmlElement> {
  const listed = (common?.children ?? []).filter(({ name }) => name === "TemplatePage");
  return new Map(
    listed.flatMap(({ attributes }): [string, XmlElement][] => {
      const template = xmlPart(parts, pathFrom(main, attributes.BaseLoc ?? ""));
      return template ? [[attributes.ID ?? "", template]] : [];
    }),
  );
}

function pageOf(page: XmlElement, templates: readonly XmlElement[], usual: string): PlacedPage {
  const [left = 0, top = 0, width = 210, height = 297] = (child(page, "Area", "PhysicalBox")?.text ?? usual)
    .trim()
    .split(/\s+/)
    .map(Number);
  const scale = POINTS_A_MILLIMETRE;
  const objects = [...templates, page].map((each) => pageObjects(child(each, "Content")));
  const texts = objects
    .flatMap((each) => each.texts)
    .map(({ text, turn }) => ({
      turn,
      text: {
        text: text.text,
        x: (text.x - left) * scale,
        y: (text.y - top) * scale,
        width: text.width * scale,
        size: text.size * scale,
      },
    }));
  const rulings = objects
    .flatMap((each) => each.rulings)
    .map(({ x1, y1, x2, y2 }) => ({
      x1: (x1 - left) * scale,
      y1: (y1 - top) * scale,
      x2: (x2 - left) * scale,
      y2: (y2 - top) * scale,
    }));
  const placed = {
    number: 0,
    width: width * scale,
    height: height * scale,
    texts: texts.map(({ text }) => text),
    rulings,
  };
  return upright(
    placed,
    texts.map(({ turn }) => turn),
  );
}
