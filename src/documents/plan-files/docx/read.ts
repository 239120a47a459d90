import type { ReadFile } from "../file-reader";
import { PlanFileError } from "../errors";
import { BodyReader } from "./body";
import { leftOutNotes } from "../left-out";
import { Numbering } from "./numbering";
import { relationsOf, xmlPart } from "../../package/parts";
import { Package } from "../../package/zip-package";
import { Styles } from "./styles";
import { child, type Element } from "../../package/xml";

/**
 * The body of a .docx in reading order, automatic numbers written out.
 * @throws PlanFileError where the package is no Word document, is damaged, or is made to do harm
 */
export function readDocx(bytes: Uint8Array): ReadFile {
  const parts = new Package(bytes);
  if (!parts.has("[Content_Types].xml")) throw new PlanFileError(parts.has("mimetype") ? "otherFormat" : "archive");
  const main = mainPart(parts);
  const document = xmlPart(parts, main);
  const body = child(document, "body");
  if (!document || document.name !== "document" || !body) throw new PlanFileError("otherFormat");

  const relations = relationsOf(parts, main);
  const related = (type: string): Element | undefined => {
    const target = relations.find((each) => each.type === type)?.target;
    return target === undefined ? undefined : xmlPart(parts, target);
  };
  const styles = new Styles(related("styles"));
  const reader = new BodyReader(styles, new Numbering(related("numbering"), styles));
  const content = reader.read(body);
  reader.leftOut.heads = relations.filter((each) => each.type === "header" || each.type === "footer").length;
  return { content, notes: leftOutNotes(reader.leftOut) };
}

function mainPart(parts: Package): string {
  return relationsOf(parts, "").find((each) => each.type === "officeDocument")?.target ?? "word/document.xml";
}
