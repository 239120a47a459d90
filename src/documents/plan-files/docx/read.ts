import type { ReadResult } from "../format-reader";
import { PlanFileError } from "../plan-file-error";
import { DocxBodyReader } from "./body";
import { leftOutNotes } from "../left-out";
import { Numbering } from "./numbering";
import { relationshipsOf, xmlPart } from "../../package/parts";
import { ZipPackage } from "../../package/zip-package";
import { Styles } from "./styles";
import { child, type XmlElement } from "../../package/xml";

/**
 * Reads the body of a .docx in reading order, with automatic numbers written out.
 * @throws PlanFileError or PackageError if the package is not a Word document, is damaged or hostile
 */
export function readDocx(bytes: Uint8Array): ReadResult {
  const parts = new ZipPackage(bytes);
  if (!parts.has("[Content_Types].xml")) throw new PlanFileError(parts.has("mimetype") ? "otherFormat" : "archive");
  const main = mainPart(parts);
  const document = xmlPart(parts, main);
  const body = child(document, "body");
  if (!document || document.name !== "document" || !body) throw new PlanFileError("otherFormat");

  const relations = relationshipsOf(parts, main);
  const related = (type: string): XmlElement | undefined => {
    const target = relations.find((each) => each.type === type)?.target;
    return target === undefined ? undefined : xmlPart(parts, target);
  };
  const styles = new Styles(related("styles"));
  const reader = new DocxBodyReader(styles, new Numbering(related("numbering"), styles));
  const content = reader.read(body);
  reader.leftOut.headersAndFooters = relations.filter(
    (each) => each.type === "header" || each.type === "footer",
  ).length;
  return { content, notes: leftOutNotes(reader.leftOut) };
}

function mainPart(parts: ZipPackage): string {
  return relationshipsOf(parts, "").find((each) => each.type === "officeDocument")?.target ?? "word/document.xml";
}
