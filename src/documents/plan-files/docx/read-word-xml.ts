import { child, parseXml, type XmlElement } from "../../package/xml";
import { PlanFileError } from "../plan-file-error";
import type { ReadResult } from "../format-reader";
import { withNumber } from "../with-number";
import { DocxBodyReader } from "./body";
import { leftOutNotes } from "../left-out";
import { Styles } from "./styles";

/**
 * Reads a document in Word 2003's XML. Its body is much like that of a .docx; the automatic numbers are the ones the
 * file stores beside its lists.
 * @throws PlanFileError `corrupt` if there is no body; PackageError for XML that is damaged or hostile
 */
export function readWordXml(bytes: Uint8Array): ReadResult {
  const document = parseXml(bytes);
  const body = child(document, "body");
  if (!body) throw new PlanFileError("corrupt");
  const reader = new DocxBodyReader(new Styles(child(document, "styles")), { numbered: withPrintedNumber });
  return { content: reader.read(body), notes: leftOutNotes(reader.leftOut) };
}

/** `<w:listPr><wx:t wx:val="一、"/></w:listPr>` */
const withPrintedNumber = (properties: XmlElement | undefined, text: string): string =>
  withNumber(child(properties, "listPr", "t")?.attributes.val ?? "", false, text);
