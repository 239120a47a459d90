import { sentence, type Sentence } from "../../../plan/sentence";
import type { ReadFile } from "../file-reader";
import { PlanFileError } from "../errors";
import { defaultResources, loadPdfLibrary, type PdfResources } from "./library";
import { pageLines, type PageLine, type Piece } from "./lines";
import { joinParagraphs } from "./paragraphs";
import { withoutRunningHeads } from "./running-heads";

/** Plans have tens of pages; a report bound with one, hundreds. */
const MOST_PAGES = 1000;
/** Characters a page, below which a document of several pages counts as scanned. */
const FEWEST_CHARACTERS = 5;

/**
 * The text of a PDF: lines joined into paragraphs, page numbers and running heads removed.
 * @throws PlanFileError `password`, `scannedPdf`, `tooLarge`, `corrupt`, `notLoaded`
 */
export async function readPdf(bytes: Uint8Array, given?: PdfResources): Promise<ReadFile> {
  const resources = { ...defaultResources(), ...given };
  const { getDocument, VerbosityLevel } = await loadPdfLibrary(resources).catch((cause: unknown) => {
    throw new PlanFileError("notLoaded", { cause });
  });
  const loading = getDocument({
    // A copy: pdf.js takes the bytes over and leaves the caller an empty array; and it refuses Node's Buffer.
    data: new Uint8Array(bytes),
    ...(resources.cMapUrl === undefined ? {} : { cMapUrl: resources.cMapUrl, cMapPacked: true }),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await loading.promise;
    if (document.numPages > MOST_PAGES) throw new PlanFileError("tooLarge");
    const pages: PageLine[][] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      pages.push(pageLines(content.items.flatMap((item) => ("str" in item ? [pieceOf(item)] : [])), number));
      page.cleanup();
    }
    return textOf(pages);
  } catch (error) {
    if (error instanceof PlanFileError) throw error;
    throw new PlanFileError((error as { name?: unknown }).name === "PasswordException" ? "password" : "corrupt", { cause: error });
  } finally {
    await loading.destroy();
  }
}

function textOf(pages: PageLine[][]): ReadFile {
  const characters = pages.flat().reduce((sum, line) => sum + line.text.length, 0);
  if (characters === 0 || (pages.length > 2 && characters < pages.length * FEWEST_CHARACTERS)) throw new PlanFileError("scannedPdf");
  const { pages: kept, removed } = withoutRunningHeads(pages);
  const { paragraphs, joined } = joinParagraphs(kept.flat());
  const notes: Sentence[] = [];
  if (removed > 0) notes.push(sentence("已去掉页眉页脚和页码 {{count}} 处。", { count: removed }));
  if (joined > 0) notes.push(sentence("已把 {{count}} 处断行接成段落，请核对。", { count: joined }));
  if (kept.flat().some((line) => line.text.includes("\t"))) notes.push(sentence("PDF 中的表格按文字位置还原，可能有误；有 .docx 时请改用 .docx。"));
  const blank = pages.filter((lines) => lines.length === 0).length;
  if (blank > 0) notes.push(sentence("有 {{count}} 页没有文字，可能是扫描页，未读入。", { count: blank }));
  return { content: paragraphs.join("\n"), notes };
}

function pieceOf(item: { str: string; transform: number[]; width: number; height: number }): Piece {
  const [a = 0, b = 0, , , x = 0, y = 0] = item.transform;
  return { text: item.str, x, y, width: item.width, size: Math.hypot(a, b) || item.height || 1 };
}
