import { xmlPart } from "../../package/parts";
import { child, type XmlElement } from "../../package/xml";
import { ZipPackage } from "../../package/zip-package";
import { PlanFileError } from "../plan-file-error";
import type { ReadResult } from "../format-reader";
import { leftOutNotes } from "../left-out";
import { OdtBodyReader } from "./body";
import { listStyles } from "./list-styles";

/**
 * Reads the body of an OpenDocument text (.odt) in reading order, with automatic numbers written out.
 * @throws PlanFileError or PackageError if it is not a text document, damaged, encrypted or hostile
 */
export function readOdt(bytes: Uint8Array): ReadResult {
  const parts = new ZipPackage(bytes);
  const [content, styles] = [xmlPart(parts, "content.xml"), xmlPart(parts, "styles.xml")];
  if (isEncrypted(xmlPart(parts, "META-INF/manifest.xml"))) throw new PlanFileError("password");
  const text = child(content, "body", "text");
  if (!text) throw new PlanFileError("corrupt");
  const body = new OdtBodyReader(listStyles(styles, content), hiddenStyles(styles, content));
  body.read(text);
  return { content: body.blocks, notes: leftOutNotes(body.leftOut) };
}

const isEncrypted = (manifest: XmlElement | undefined): boolean =>
  manifest?.children.some((entry) => child(entry, "encryption-data") !== undefined) ?? false;

/** Names of the styles whose text is hidden. */
function hiddenStyles(...parts: readonly (XmlElement | undefined)[]): Set<string> {
  const styles = parts
    .flatMap((one) => one?.children ?? [])
    .filter(({ name }) => /styles$/.test(name))
    .flatMap(({ children }) => children);
  return new Set(
    styles.flatMap((style) =>
      child(style, "text-properties")?.attributes.display === "none" ? [style.attributes.name ?? ""] : [],
    ),
  );
}
