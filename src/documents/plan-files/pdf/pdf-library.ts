import { loadWithoutCanvas } from "./load-without-canvas";

/** Where pdf.js finds what it loads by itself. */
export interface PdfResources {
  /** URL of `pdf.worker.min.mjs` (the legacy build), from our own origin. Not used in Node. */
  workerSrc?: string;
  /** Folder of character maps, URL or path, with a slash at its end. PDFs that embed no map for a CJK font need it. */
  cMapUrl?: string;
}

export type PdfLibrary = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

/** In the browser: copies beside the page. In Node: those of the installed package. */
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

/** Loads pdf.js on first use. The legacy build everywhere: the panes of older Macs and Windows have older engines. */
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
