import type { FormatReader } from "./format-reader";

/**
 * The formats that are read. `extensions` is what the file picker offers; the format of a file is decided by its
 * content (`detect-format.ts`). `load` fetches the reader's code when the first file of the format is opened.
 */
export const FORMATS = {
  docx: { extensions: [".docx"], load: async (): Promise<FormatReader> => (await import("./docx/read")).readDocx },
  doc: { extensions: [".doc", ".wps"], load: async (): Promise<FormatReader> => (await import("./doc/read")).readDoc },
  wordXml: {
    extensions: [],
    load: async (): Promise<FormatReader> => (await import("./docx/read-word-xml")).readWordXml,
  },
  xlsx: {
    extensions: [".xlsx", ".xlsm"],
    load: async (): Promise<FormatReader> => (await import("./xlsx/read")).readXlsxPlan,
  },
  xls: { extensions: [".xls", ".et"], load: async (): Promise<FormatReader> => (await import("./xls/read")).readXls },
  pdf: { extensions: [".pdf"], load: async (): Promise<FormatReader> => (await import("./pdf/read")).readPdf },
  ofd: { extensions: [".ofd"], load: async (): Promise<FormatReader> => (await import("./ofd/read")).readOfd },
  odt: { extensions: [".odt"], load: async (): Promise<FormatReader> => (await import("./odt/read")).readOdt },
  rtf: { extensions: [".rtf"], load: async (): Promise<FormatReader> => (await import("./rtf/read")).readRtf },
  html: {
    extensions: [".html", ".htm"],
    load: async (): Promise<FormatReader> => (await import("./html/read")).readHtml,
  },
  mhtml: {
    extensions: [".mhtml", ".mht"],
    load: async (): Promise<FormatReader> => (await import("./html/read-mhtml")).readMhtml,
  },
  txt: { extensions: [".txt"], load: async (): Promise<FormatReader> => (await import("./txt/read")).readTxt },
} as const satisfies Readonly<Record<string, { extensions: readonly string[]; load: () => Promise<FormatReader> }>>;

/** A format that can be read. */
export type FileFormat = keyof typeof FORMATS;

/** The extensions of all readable formats (`.docx`, `.pdf` …), for file pickers and sentences. */
export const readableExtensions: readonly string[] = Object.values(FORMATS).flatMap(({ extensions }) => [
  ...extensions,
]);
