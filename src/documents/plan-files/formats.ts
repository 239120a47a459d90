import type { FileReader } from "./file-reader";

/**
 * The formats that are read. `extensions` are what the file picker offers; what a file is, is decided by its content
 * (`detect.ts`). `load` brings the reader's code when the first file of the format comes.
 */
export const FORMATS = {
  docx: { extensions: [".docx"], load: async (): Promise<FileReader> => (await import("./docx/read")).readDocx },
  doc: { extensions: [".doc", ".wps"], load: async (): Promise<FileReader> => (await import("./doc/read")).readDoc },
  wordXml: { extensions: [], load: async (): Promise<FileReader> => (await import("./docx/read-xml")).readWordXml },
  xlsx: {
    extensions: [".xlsx", ".xlsm"],
    load: async (): Promise<FileReader> => (await import("./xlsx/read")).readXlsxPlan,
  },
  xls: { extensions: [".xls", ".et"], load: async (): Promise<FileReader> => (await import("./xls/read")).readXls },
  pdf: { extensions: [".pdf"], load: async (): Promise<FileReader> => (await import("./pdf/read")).readPdf },
  ofd: { extensions: [".ofd"], load: async (): Promise<FileReader> => (await import("./ofd/read")).readOfd },
  odt: { extensions: [".odt"], load: async (): Promise<FileReader> => (await import("./odt/read")).readOdt },
  rtf: { extensions: [".rtf"], load: async (): Promise<FileReader> => (await import("./rtf/read")).readRtf },
  html: {
    extensions: [".html", ".htm"],
    load: async (): Promise<FileReader> => (await import("./html/read")).readHtml,
  },
  mhtml: {
    extensions: [".mhtml", ".mht"],
    load: async (): Promise<FileReader> => (await import("./html/mhtml")).readMhtml,
  },
  txt: { extensions: [".txt"], load: async (): Promise<FileReader> => (await import("./txt")).readTxt },
} as const satisfies Readonly<Record<string, { extensions: readonly string[]; load: () => Promise<FileReader> }>>;

/** A format that is read. */
export type FileFormat = keyof typeof FORMATS;

/** Endings of file names, for file pickers and sentences: `.docx`, `.pdf` … */
export const readableExtensions: readonly string[] = Object.values(FORMATS).flatMap(({ extensions }) => [
  ...extensions,
]);
