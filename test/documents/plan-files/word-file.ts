import JSZip from "jszip";

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
const TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface WordParts {
  body: string;
  numbering?: string;
  styles?: string;
  /** Placed before the document element. */
  prolog?: string;
}

/**
 * A .docx written by hand, for whatever the docx library cannot make. The prefix `w:` is declared; styles and numbering
 * take inner XML.
 */
export async function wordFile({ body, numbering, styles, prolog = "" }: WordParts): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file(
    "[Content_Types].xml",
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  );
  zip.file(
    "_rels/.rels",
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${TYPE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  zip.file(
    "word/_rels/document.xml.rels",
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${TYPE}/numbering" Target="numbering.xml"/><Relationship Id="b" Type="${TYPE}/styles" Target="styles.xml"/></Relationships>`,
  );
  zip.file(
    "word/document.xml",
    `<?xml version="1.0" encoding="UTF-8"?>${prolog}<w:document ${W}><w:body>${body}</w:body></w:document>`,
  );
  if (numbering !== undefined) zip.file("word/numbering.xml", `<w:numbering ${W}>${numbering}</w:numbering>`);
  if (styles !== undefined) zip.file("word/styles.xml", `<w:styles ${W}>${styles}</w:styles>`);
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

/** A run. */
export function run(text: string, properties = ""): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph; `inside` is its text or its runs. */
export function paragraph(inside: string, properties = ""): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inside.startsWith("<") || inside === "" ? inside : run(inside)}</w:p>`;
}

export function numbered(text: string, level = 0, list = 1): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

/** A level of an abstract numbering. */
export function level(depth: number, format: string, text: string, more = "", start = 1): string {
  return `<w:lvl w:ilvl="${depth}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

export function abstract(id: number, ...levels: string[]): string {
  return `<w:abstractNum w:abstractNumId="${id}">${levels.join("")}</w:abstractNum>`;
}

export function list(id: number, abstractId: number, overrides = ""): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`;
}
