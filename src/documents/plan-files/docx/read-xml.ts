import { child, parseXml, type Element } from "../../package/xml";
import { PlanFileError } from "../errors";
import type { ReadFile } from "../file-reader";
import { withNumber } from "../word-numbers";
import { BodyReader } from "./body";
import { leftOutNotes } from "../left-out";
import { Styles } from "./styles";

/**
 * A document in Word 2003's XML, whose body is much as a .docx has it; numbers are those that the file prints beside
 * its lists.
 * @throws PlanFileError `corrupt` where there is no body
 */
export function readWordXml(bytes: Uint8Array): ReadFile {
  const document = parseXml(bytes);
  const body = child(document, "body");
  if (!body) throw new PlanFileError("corrupt");
  const reader = new BodyReader(new Styles(child(document, "styles")), { numbered: withPrintedNumber });
  return { content: reader.read(body), notes: leftOutNotes(reader.leftOut) };
}

/** `<w:listPr><wx:t wx:val="一、"/></w:listPr>` */
const withPrintedNumber = (properties: Element | undefined, text: string): string =>
  withNumber(child(properties, "listPr", "t")?.attributes.val ?? "", false, text);
