import { parseXml, type XmlElement } from "./xml";
import type { ZipPackage } from "./zip-package";

/**
 * Reads a part of a package as XML.
 * @returns undefined if there is no such part
 * @throws PackageError like {@link ZipPackage.read} and {@link parseXml}
 */
export function xmlPart(parts: ZipPackage, name: string): XmlElement | undefined {
  const bytes = parts.read(name);
  return bytes && parseXml(bytes);
}

/**
 * Resolves a reference (`target`) found in a part to a path in the package: relative to the part's folder, or from the
 * root if it begins with a slash.
 */
export function pathFrom(part: string, target: string): string {
  const path = target.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}

/** A relationship to another part (ECMA-376 part 2, 6.5). */
export interface Relationship {
  id: string;
  /** The last segment of the relationship type's URI: `styles`, `numbering`, `header` … */
  type: string;
  target: string;
}

/**
 * The internal relationships of a part (`""` is the package itself). External ones are left out, so that nothing is
 * ever fetched.
 */
export function relationshipsOf(parts: ZipPackage, part: string): Relationship[] {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const element = xmlPart(parts, `${folder}_rels/${part.slice(folder.length)}.rels`);
  return (element?.children ?? [])
    .filter((each) => each.name === "Relationship" && each.attributes.TargetMode !== "External")
    .map(({ attributes }) => ({
      id: attributes.Id ?? "",
      type: (attributes.Type ?? "").split("/").pop()!,
      target: pathFrom(part, attributes.Target ?? ""),
    }));
}
