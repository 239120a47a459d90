import { pathFrom, xmlPart } from "../../package/parts";
import { child, type Element } from "../../package/xml";
import { Package } from "../../package/zip-package";
import { PlanFileError } from "../errors";
import type { ReadFile } from "../file-reader";
import { blocksOf } from "../placed/blocks";
import { upright, type PlacedPage } from "../placed/page";
import { objectsOf } from "./objects";

const MOST_PAGES = 1000;
const POINTS_A_MILLIMETRE = 72 / 25.4;
/** A4, where no page says its size. */
const A4 = "0 0 210 297";

/**
 * The text of an OFD document (GB/T 33190—2016): placed text, put together as that of a PDF is.
 * @throws PlanFileError `scannedOfd`, `tooLarge`, `corrupt`; PackageError where the package is damaged or made to do
 * harm
 */
export function readOfd(bytes: Uint8Array): ReadFile {
  const parts = new Package(bytes);
  const root = xmlPart(parts, "OFD.xml");
  const documents = (root?.children ?? []).filter(({ name }) => name === "DocBody");
  const pages = documents.flatMap((body) => pagesOf(parts, pathFrom("", child(body, "DocRoot")?.text.trim() ?? "")));
  if (pages.length > MOST_PAGES) throw new PlanFileError("tooLarge");
  if (pages.length === 0) throw new PlanFileError("corrupt");
  if (pages.every(({ pieces }) => pieces.every(({ text }) => text.trim() === "")))
    throw new PlanFileError("scannedOfd");
  return blocksOf(pages.map((page, k) => ({ ...page, number: k + 1 })));
}

function pagesOf(parts: Package, main: string): PlacedPage[] {
  const document = xmlPart(parts, main);
  const common = child(document, "CommonData");
  const usual = child(common, "PageArea", "PhysicalBox")?.text ?? A4;
  // Templates hold heads and frames that pages share.
  const listed = (child(document, "Pages")?.children ?? []).filter(({ name }) => name === "Page");
  if (listed.length > MOST_PAGES) throw new PlanFileError("tooLarge");
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

/** Heads and frames that pages share, by their ids. */
function templatesOf(parts: Package, main: string, common: Element | undefined): Map<string, Element> {
  const listed = (common?.children ?? []).filter(({ name }) => name === "TemplatePage");
  return new Map(
    listed.flatMap(({ attributes }): [string, Element][] => {
      const template = xmlPart(parts, pathFrom(main, attributes.BaseLoc ?? ""));
      return template ? [[attributes.ID ?? "", template]] : [];
    }),
  );
}

function pageOf(page: Element, templates: readonly Element[], usual: string): PlacedPage {
  const [left = 0, top = 0, width = 210, height = 297] = (child(page, "Area", "PhysicalBox")?.text ?? usual)
    .trim()
    .split(/\s+/)
    .map(Number);
  const scale = POINTS_A_MILLIMETRE;
  const objects = [...templates, page].map((each) => objectsOf(child(each, "Content")));
  const pieces = objects
    .flatMap((each) => each.pieces)
    .map(({ piece, turn }) => ({
      turn,
      piece: {
        text: piece.text,
        x: (piece.x - left) * scale,
        y: (piece.y - top) * scale,
        width: piece.width * scale,
        size: piece.size * scale,
      },
    }));
  const rules = objects
    .flatMap((each) => each.rules)
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
    pieces: pieces.map(({ piece }) => piece),
    rules,
  };
  return upright(
    placed,
    pieces.map(({ turn }) => turn),
  );
}
