import { sentence } from "../../../plan/sentence";
import { PlanFileError } from "../errors";
import type { HowToRead, ReadFile } from "../file-reader";
import { blocksOf } from "../placed/blocks";
import { quarterTurns, upright, type PlacedPage } from "../placed/page";
import { drawnOn, placeOf, times, type Matrix } from "./drawn";
import { defaultResources, loadPdfLibrary, type PdfLibrary } from "./library";

/** Plans have tens of pages; a report bound with one, hundreds. */
const MOST_PAGES = 1000;
/** Characters a page, below which a document of several pages counts as scanned. */
const FEWEST_CHARACTERS = 5;
/** Share of the text that is invisible, from which it counts as recognised in a scan. */
const RECOGNISED_SHARE = 0.5;

type PdfDocument = Awaited<ReturnType<PdfLibrary["getDocument"]>["promise"]>;
type PdfPage = Awaited<ReturnType<PdfDocument["getPage"]>>;

/**
 * The text of a PDF: lines joined into paragraphs, tables by their lines, page numbers and running heads removed.
 * @throws PlanFileError `password`, `scannedPdf`, `noCharacterMaps`, `tooLarge`, `corrupt`, `notLoaded`
 */
export async function readPdf(bytes: Uint8Array, { pdf: given }: HowToRead = {}): Promise<ReadFile> {
  const resources = { ...defaultResources(), ...given };
  const library = await loadPdfLibrary(resources).catch((cause: unknown) => {
    throw new PlanFileError("notLoaded", { cause });
  });
  const { getDocument } = library;
  const loading = getDocument({
    // A copy: pdf.js takes the bytes over and leaves the caller an empty array; and it refuses Node's Buffer.
    data: new Uint8Array(bytes),
    ...(resources.cMapUrl === undefined ? {} : { cMapUrl: resources.cMapUrl, cMapPacked: true }),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    // Pictures are not looked at: a scan's would take hundreds of megabytes.
    maxImageSize: 1,
    verbosity: library.VerbosityLevel.ERRORS,
  });
  try {
    const document = await loading.promise;
    return await readPages(document, library);
  } catch (error) {
    if (error instanceof PlanFileError) throw error;
    throw new PlanFileError((error as { name?: unknown }).name === "PasswordException" ? "password" : "corrupt", { cause: error });
  } finally {
    await loading.destroy();
  }
}

async function readPages(document: PdfDocument, library: PdfLibrary): Promise<ReadFile> {
  if (document.numPages > MOST_PAGES) throw new PlanFileError("tooLarge");
  const pages: PlacedPage[] = [];
  const text = { shown: 0, invisible: 0 };
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { placed, shown, invisible } = await readPage(page, number, library);
    pages.push(placed);
    text.shown += shown;
    text.invisible += invisible;
    page.cleanup();
  }
  const characters = pages.reduce((sum, { pieces }) => sum + pieces.reduce((all, piece) => all + piece.text.trim().length, 0), 0);
  if (characters === 0 && text.shown > 0) throw new PlanFileError("noCharacterMaps");
  if (characters === 0 || (pages.length > 2 && characters < pages.length * FEWEST_CHARACTERS)) throw new PlanFileError("scannedPdf");
  const { content, notes } = blocksOf(pages);
  const isRecognised = text.invisible > (text.shown + text.invisible) * RECOGNISED_SHARE;
  return { content, notes: isRecognised ? [sentence("这个 PDF 是扫描件，文字由识别软件得出，可能有错字，请逐项与原件核对。"), ...notes] : notes };
}

async function readPage(page: PdfPage, number: number, library: PdfLibrary): Promise<{ placed: PlacedPage; shown: number; invisible: number }> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const view = transform as unknown as Matrix;
  const content = await page.getTextContent();
  const drawn = drawnOn(await page.getOperatorList(), view, library);
  const pieces = content.items.flatMap((item) => ("str" in item && item.str !== "" ? [pieceOf(item, view)] : []));
  const placed = { number, width, height, pieces: pieces.map(({ piece }) => piece), rules: drawn.rules };
  return { placed: upright(placed, pieces.map(({ turn }) => turn)), shown: drawn.shownText, invisible: drawn.invisibleText };
}

function pieceOf(item: { str: string; transform: number[]; width: number; height: number }, view: Matrix): { piece: PlacedPage["pieces"][number]; turn: number } {
  const matrix = times(view, item.transform as unknown as Matrix);
  const [x, y] = placeOf(matrix, 0, 0);
  const turn = quarterTurns(matrix[0], matrix[1]);
  return { piece: { text: item.str, x, y, width: item.width, size: Math.hypot(matrix[0], matrix[1]) || item.height || 1 }, turn };
}
