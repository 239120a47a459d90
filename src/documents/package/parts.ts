import { parseXml, type XmlElement } from "./xml";
import type { ZipPackage } from "./zip-package";

/**
 * A part of a package as XML, undefined where there is none.
 * @throws PackageError as {@link ZipPackage.read} and {@link parseXml} do
 */
export function xmlPart(parts: ZipPackage, name: string): XmlElement | undefined {
  const bytes = parts.read(name);
  return bytes && parseXml(bytes);
}

/**
 * Where in the package a place lies that a part names: from that part's folder, or from the root where it begins with a
 * slash.
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
  /** The last word of the relationship type: `styles`, `numbering`, `header`… */
  type: string;
  target: string;
}

/** The relationships of a part inside the package ("" is the package itself); external ones are never followed. */
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
