import { loadWithoutCanvas } from "./load-without-canvas";

/** Where pdf.js finds the files it loads by itself. */
export interface PdfResources {
  /** URL of `pdf.worker.min.mjs` (the legacy build) on our own origin. Not used in Node. */
  workerSrc?: string;
  /**
   * Folder of character maps, a URL or path that ends with a slash. Needed by PDFs with a CJK font without an embedded
   * map.
   */
  cMapUrl?: string;
}

/** The module of pdf.js. */
export type PdfLibrary = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

/** The default resources: in the browser, copies beside the page; in Node, those of the installed package. */
export function defaultResources(): PdfResources {
  if (!isNode())
    return {
      workerSrc: new URL("pdfjs/pdf.worker.min.mjs", document.baseURI).href,
      cMapUrl: new URL("pdfjs/cmaps/", document.baseURI).href,
    };
  try {
    const { createRequire } = process.getBuiltinModule("node:module");
    const manifest = createRequire(process.argv[1] ?? `${process.cwd()}/`).resolve("pdfjs-dist/package.json");
    return { cMapUrl: manifest.replace(/package\.json$/, "cmaps/") };
  } catch {
    return {};
  }
}

/**
 * Loads pdf.js on first use. Always the legacy build: the task panes of older Macs and Windows have older browser
 * engines.
 */
export async function loadPdfLibrary(resources: PdfResources): Promise<PdfLibrary> {
  const load = (): Promise<PdfLibrary> => import("pdfjs-dist/legacy/build/pdf.mjs");
  if (isNode()) return loadWithoutCanvas(load);
  const library = await load();
  if (resources.workerSrc !== undefined) library.GlobalWorkerOptions.workerSrc = resources.workerSrc;
  return library;
}

function isNode(): boolean {
  return typeof window === "undefined" && typeof process === "object" && Boolean(process.versions?.node);
}
