import { sentence } from "../../../plan/sentence";
import { PlanFileError } from "../plan-file-error";
import type { ReadOptions, ReadResult } from "../format-reader";
import { blocksOfPages, MAX_TEXTS_PER_PAGE } from "../fixed-layout/blocks";
import { multiply, transformPoint, type Matrix } from "../fixed-layout/matrix";
import { quarterTurns, upright, type PlacedPage } from "../fixed-layout/page";
import { readDrawing, type PageDrawing, type Operators } from "./page-drawing";
import { defaultResources, loadPdfLibrary, type PdfLibrary } from "./pdf-library";
import { largestContentStream } from "./stream-sizes";

/** Limit on pages. Plans have tens of pages; a report bound with one has hundreds. */
const MAX_PAGES = 1000;
/** A document of several pages with fewer characters per page counts as scanned. */
const MIN_CHARACTERS = 5;
/**
 * Limit in bytes on a page's drawing operators, each of which becomes objects many times its size. Larger ones are
 * maps, whose lines are not tables.
 */
const MAX_CONTENT_STREAM_BYTES = 2 * 1024 * 1024;
/**
 * Limit on the paths of all pages among which ruling lines are searched: each takes half a kilobyte while its page is
 * read.
 */
const MAX_PATHS = 200_000;
const NOTHING_DRAWN: Operators = { fnArray: [], argsArray: [] };
/** A plan takes a few seconds on a slow machine. */
const MAX_MILLISECONDS = 90_000;
/** Above this share of invisible text, a PDF counts as a scan with recognised text. */
const RECOGNISED_SHARE = 0.5;

type PdfDocument = Awaited<ReturnType<PdfLibrary["getDocument"]>["promise"]>;
type PdfPage = Awaited<ReturnType<PdfDocument["getPage"]>>;

/**
 * Reads the text of a PDF: joins lines to paragraphs, finds tables by their lines, and removes page numbers and running
 * heads.
 * @throws PlanFileError `password`, `scannedPdf`, `noCharacterMaps`, `tooLarge`, `tooSlow`, `zipBomb`, `corrupt`,
 * `notLoaded`
 */
export async function readPdf(bytes: Uint8Array, { pdf: custom }: ReadOptions = {}): Promise<ReadResult> {
  const resources = { ...defaultResources(), ...custom };
  const library = await loadPdfLibrary(resources).catch((cause: unknown) => {
    throw new PlanFileError("notLoaded", { cause });
  });
  const { getDocument } = library;
  const hasLines = largestContentStream(bytes) <= MAX_CONTENT_STREAM_BYTES;
  const loading = getDocument({
    // Pass a copy: pdf.js transfers the bytes, which leaves the caller an empty array, and it refuses Node's Buffer.
    data: new Uint8Array(bytes),
    ...(resources.cMapUrl === undefined ? {} : { cMapUrl: resources.cMapUrl, cMapPacked: true }),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    // Images are not needed; those of a scan would take hundreds of megabytes.
    maxImageSize: 1,
    verbosity: library.VerbosityLevel.ERRORS,
  });
  try {
    const document = await loading.promise;
    return await readPages(document, library, hasLines);
  } catch (error) {
    if (error instanceof PlanFileError) throw error;
    throw new PlanFileError((error as { name?: unknown }).name === "PasswordException" ? "password" : "corrupt", {
      cause: error,
    });
  } finally {
    await loading.destroy();
  }
}

/** @param hasLines whether to look for ruling lines in what the pages draw */
async function readPages(document: PdfDocument, library: PdfLibrary, hasLines: boolean): Promise<ReadResult> {
  if (document.numPages > MAX_PAGES) throw new PlanFileError("tooLarge");
  const started = performance.now();
  const pages: PlacedPage[] = [];
  const text = { shown: 0, invisible: 0, unmapped: 0 };
  let left = hasLines ? MAX_PATHS : 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { placed, drawn } = await readPage(page, number, library, left > 0);
    pages.push(placed);
    text.shown += drawn.shownText;
    text.invisible += drawn.invisibleText;
    text.unmapped += drawn.unmapped;
    left -= drawn.paths;
    page.cleanup();
    if (performance.now() - started > MAX_MILLISECONDS) throw new PlanFileError("tooSlow");
  }
  const characters = pages.reduce(
    (sum, { texts }) => sum + texts.reduce((all, { text: shown }) => all + shown.trim().length, 0),
    0,
  );
  if (text.unmapped > characters || (characters === 0 && text.shown > 0)) throw new PlanFileError("noCharacterMaps");
  if (characters === 0 || (pages.length > 2 && characters < pages.length * MIN_CHARACTERS))
    throw new PlanFileError("scannedPdf");
  const { content, notes } = blocksOfPages(pages);
  const isRecognised = text.invisible > (text.shown + text.invisible) * RECOGNISED_SHARE;
  return {
    content,
    notes: [
      ...(isRecognised ? [sentence("这个 PDF 是扫描件，文字由识别软件得出，可能有错字，请逐项与原件核对。")] : []),
      ...(text.unmapped > 0
        ? [
            sentence("这个 PDF 有 {{count}} 处文字的字体读不了，没有读出，请与原件核对，或取得方案的 .docx。", {
              count: text.unmapped,
            }),
          ]
        : []),
      ...(left > 0
        ? []
        : [sentence("这个 PDF 中有很大的图形，没有按表格线还原表格，请逐项核对，或取得方案的 .docx。")]),
      ...notes,
    ],
  };
}

async function readPage(
  page: PdfPage,
  number: number,
  library: PdfLibrary,
  hasLines: boolean,
): Promise<{ placed: PlacedPage; drawn: PageDrawing }> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const view = transform as unknown as Matrix;
  const texts = (await textItems(page)).map((item) => placedTextOf(item, view));
  const drawn = readDrawing(hasLines ? await page.getOperatorList() : NOTHING_DRAWN, view, library);
  const placed = { number, width, height, texts: texts.map(({ text }) => text), rulings: drawn.rulings };
  return {
    placed: upright(
      placed,
      texts.map(({ turn }) => turn),
    ),
    drawn,
  };
}

/** A text item of pdf.js. */
interface TextItem {
  str: string;
  transform: number[];
  width: number;
  height: number;
}

/**
 * The texts of a page. They are streamed because a page may have more than fit into memory.
 * @throws PlanFileError `zipBomb` for more texts than any page has
 */
async function textItems(page: PdfPage): Promise<TextItem[]> {
  const reader = (page.streamTextContent() as ReadableStream<{ items: readonly object[] }>).getReader();
  const items: TextItem[] = [];
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    for (const item of next.value.items as readonly (TextItem | { str?: undefined })[]) if (item.str) items.push(item);
    if (items.length <= MAX_TEXTS_PER_PAGE) continue;
    await reader.cancel(new Error("enough"));
    throw new PlanFileError("zipBomb");
  }
  return items;
}

function placedTextOf(item: TextItem, view: Matrix): { text: PlacedPage["texts"][number]; turn: number } {
  const matrix = multiply(view, item.transform as unknown as Matrix);
  const [x, y] = transformPoint(matrix, 0, 0);
  const turn = quarterTurns(matrix[0], matrix[1]);
  return {
    text: { text: item.str, x, y, width: item.width, size: Math.hypot(matrix[0], matrix[1]) || item.height || 1 },
    turn,
  };
}
