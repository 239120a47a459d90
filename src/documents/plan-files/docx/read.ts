import type { ReadFile } from "../file-reader";
import { PlanFileError } from "../errors";
import { BodyReader } from "./body";
import { leftOutNotes } from "../left-out";
import { Numbering } from "./numbering";
import { Package } from "../../package/zip-package";
import { Styles } from "./styles";
import { child, parseXml, type Element } from "../../package/xml";

/**
 * The body of a .docx in reading order, automatic numbers written out.
 * @throws PlanFileError where the package is no Word document, is damaged, or is made to do harm
 */
export function readDocx(bytes: Uint8Array): ReadFile {
  const parts = new Package(bytes);
  if (!parts.has("[Content_Types].xml")) throw new PlanFileError(parts.has("mimetype") ? "otherFormat" : "archive");
  const main = mainPart(parts);
  const document = part(parts, main);
  const body = child(document, "body");
  if (!document || document.name !== "document" || !body) throw new PlanFileError("otherFormat");

  const relations = relationsOf(parts, main);
  const related = (type: string): Element | undefined => {
    const target = relations.find((each) => each.type === type)?.target;
    return target === undefined ? undefined : part(parts, target);
  };
  const styles = new Styles(related("styles"));
  const reader = new BodyReader(styles, new Numbering(related("numbering"), styles));
  const content = reader.read(body);
  reader.leftOut.heads = relations.filter((each) => each.type === "header" || each.type === "footer").length;
  return { content, notes: leftOutNotes(reader.leftOut) };
}

interface Relation {
  /** The last word of the relationship type: `styles`, `numbering`, `header`… */
  type: string;
  target: string;
}

function mainPart(parts: Package): string {
  return relationsOf(parts, "").find((each) => each.type === "officeDocument")?.target ?? "word/document.xml";
}

/** The relationships of a part inside the package ("" is the package itself); external ones are never followed. */
function relationsOf(parts: Package, source: string): Relation[] {
  const folder = source.slice(0, source.lastIndexOf("/") + 1);
  const element = part(parts, `${folder}_rels/${source.slice(folder.length)}.rels`);
  return (element?.children ?? [])
    .filter((each) => each.name === "Relationship" && each.attributes.TargetMode !== "External")
    .map(({ attributes }) => ({ type: (attributes.Type ?? "").split("/").pop()!, target: resolve(folder, attributes.Target ?? "") }));
}

function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}

function part(parts: Package, name: string): Element | undefined {
  const bytes = parts.read(name);
  return bytes && parseXml(bytes);
}
