import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** One sheet's parts as they stand in the file. */
export interface SheetParts {
  name: string;
  xml: string;
  tables: string[];
}

export interface PackageParts {
  sheets: SheetParts[];
  names: { name: string; text: string; sheet?: number }[];
  customXml: string[];
  /** The file for ExcelJS: without the validations, which it would lay out cell by cell. */
  rest: Uint8Array;
}

const validations = /<dataValidations\b[^>]*?(?:\/>|>[^]*?<\/dataValidations>)/;

export function readPackage(bytes: Uint8Array): PackageParts {
  const files = unzipSync(bytes);
  const text = (path: string): string => (files[path] ? strFromU8(files[path]) : "");
  const workbookPath = "xl/workbook.xml";
  const workbook = text(workbookPath);
  if (!workbook) throw new Error("not an .xlsx file: it has no xl/workbook.xml");
  const relations = relationsOf(text, workbookPath);
  const sheets = elements(workbook, "sheet").map(({ attributes }): SheetParts => {
    const path = relations.find(({ id }) => id === attributes["r:id"])?.target ?? "";
    const tables = relationsOf(text, path).filter(({ type }) => type.endsWith("/table"));
    return { name: attributes.name!, xml: text(path), tables: tables.map(({ target }) => text(target)) };
  });
  for (const path of Object.keys(files).filter((file) => /^xl\/worksheets\/[^/]+\.xml$/.test(file))) {
    if (validations.test(text(path))) files[path] = strToU8(text(path).replace(validations, ""));
  }
  return {
    sheets,
    names: elements(workbook, "definedName").map(({ attributes, inner }) => ({
      name: attributes.name!,
      text: plain(inner),
      ...(attributes.localSheetId === undefined ? {} : { sheet: Number(attributes.localSheetId) }),
    })),
    customXml: relations.filter(({ type }) => type.endsWith("/customXml")).map(({ target }) => text(target)),
    rest: zipSync(files, { level: 0 }),
  };
}

function relationsOf(text: (path: string) => string, path: string): { id: string; type: string; target: string }[] {
  const slash = path.lastIndexOf("/");
  const xml = text(`${path.slice(0, slash)}/_rels/${path.slice(slash + 1)}.rels`);
  return elements(xml, "Relationship").map(({ attributes }) => ({
    id: attributes.Id!,
    type: attributes.Type!,
    target: new URL(attributes.Target!, `file:///${path}`).pathname.slice(1),
  }));
}

export interface Element {
  attributes: Record<string, string>;
  inner: string;
}

/** The elements of this name, which have none of their own name inside. */
export function elements(xml: string, name: string): Element[] {
  const found = xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b((?:[^>"']|"[^"]*"|'[^']*')*?)(?:/>|>([^]*?)</(?:\\w+:)?${name}>)`, "g"));
  return [...found].map(([, attributes, inner]) => ({ attributes: attributesOf(attributes!), inner: inner ?? "" }));
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, double, single]) => [name!, plain(double ?? single ?? "")]));
}

export const isOn = (value: string | undefined): boolean => value === "1" || value === "true";

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** XML text as written by hand. */
function plain(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return entities[name] ?? whole;
    return String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal));
  });
}

/** The text of an element's only child of this name. */
export function childText(xml: string, name: string): string | undefined {
  const [child] = elements(xml, name);
  return child && plain(child.inner);
}
